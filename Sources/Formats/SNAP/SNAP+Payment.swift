import Foundation

extension SNAP {
  /// Service 25, bank to us: this virtual account was paid.
  public struct PaymentRequest: Hashable, Sendable, Codable {
    public var partnerServiceId: String
    public var customerNo: String
    public var virtualAccountNo: String
    public var virtualAccountName: String?
    public var virtualAccountEmail: String?
    public var virtualAccountPhone: String?
    public var trxId: String?
    /// The bank's own number of this payment; the inquiry's number where one came before. Our key against paying twice.
    public var paymentRequestId: String
    public var channelCode: JSONValue?
    public var hashedSourceAccountNo: String?
    public var sourceBankCode: String?
    public var paidAmount: Amount
    public var cumulativePaymentAmount: Amount?
    /// Which of the bills were paid: a bitmap in up to six hexadecimal digits.
    public var paidBills: String?
    public var totalAmount: Amount?
    public var trxDateTime: String?
    public var referenceNo: String?
    public var journalNum: String?
    public var paymentType: String?
    /// `Y` when the bank did not hear our first answer and asks again: the stored outcome goes back.
    public var flagAdvise: String?
    public var subCompany: String?
    public var billDetails: [BillDetail]?
    public var freeTexts: [Message]?
    public var additionalInfo: JSONValue?

    public init(
      _ account: AccountNumber, paymentRequestId: String, paidAmount: Amount, totalAmount: Amount? = nil,
      trxDateTime: String? = nil, referenceNo: String? = nil, flagAdvise: String? = nil
    ) {
      partnerServiceId = account.partnerServiceId
      customerNo = account.customerNo
      virtualAccountNo = account.virtualAccountNo
      (self.paymentRequestId, self.paidAmount, self.totalAmount) = (paymentRequestId, paidAmount, totalAmount)
      (self.trxDateTime, self.referenceNo, self.flagAdvise) = (trxDateTime, referenceNo, flagAdvise)
    }

    /// Reads a body. Throws what the answer must say: a missing field before a misshapen one.
    public static func read(_ body: [UInt8]) throws(Refusal) -> PaymentRequest { try reading(body) }

    public var account: AccountNumber? { AccountNumber(partner: partnerServiceId, customerNo: customerNo) }
    public var isAdvice: Bool { flagAdvise == "Y" }
    public func json() throws -> [UInt8] { Array(try JSONEncoder.snap.encode(self)) }
  }

  /// Service 25, our answer.
  public struct PaymentResponse: Hashable, Sendable, Codable {
    public var responseCode: String
    public var responseMessage: String
    public var virtualAccountData: PaymentData?
    public var additionalInfo: JSONValue?

    public init(_ outcome: Outcome, data: PaymentData?, additionalInfo: JSONValue? = nil) {
      responseCode = outcome.code(of: .payment)
      responseMessage = outcome.message
      virtualAccountData = data
      self.additionalInfo = additionalInfo
    }

    public static func read(_ body: [UInt8]) throws -> PaymentResponse {
      try JSONDecoder().decode(PaymentResponse.self, from: Data(body))
    }
    public func json() throws -> [UInt8] { Array(try JSONEncoder.snap.encode(self)) }
  }

  public struct PaymentData: Hashable, Sendable, Codable {
    /// `00` accepted, `01` refused, `02` timed out.
    public var paymentFlagStatus: String
    public var paymentFlagReason: Message
    public var partnerServiceId: String
    public var customerNo: String
    public var virtualAccountNo: String
    public var virtualAccountName: String?
    public var virtualAccountEmail: String?
    public var virtualAccountPhone: String?
    public var trxId: String?
    public var paymentRequestId: String
    public var paidAmount: Amount?
    public var paidBills: String?
    public var totalAmount: Amount?
    public var trxDateTime: String?
    public var referenceNo: String?
    public var journalNum: String?
    public var paymentType: String?
    public var flagAdvise: String?
    public var billDetails: [BillDetail]?
    public var freeTexts: [Message]?

    /// The echo of a request, with a status and a reason.
    public init(answering request: PaymentRequest, status: String, reason: Message) {
      (paymentFlagStatus, paymentFlagReason) = (status, reason)
      (partnerServiceId, customerNo) = (request.partnerServiceId, request.customerNo)
      (virtualAccountNo, paymentRequestId) = (request.virtualAccountNo, request.paymentRequestId)
      (virtualAccountName, virtualAccountEmail) = (request.virtualAccountName, request.virtualAccountEmail)
      (virtualAccountPhone, trxId) = (request.virtualAccountPhone, request.trxId)
      (paidAmount, paidBills, totalAmount) = (request.paidAmount, request.paidBills, request.totalAmount)
      (trxDateTime, referenceNo, journalNum) = (request.trxDateTime, request.referenceNo, request.journalNum)
      (paymentType, flagAdvise, billDetails) = (request.paymentType, request.flagAdvise, request.billDetails)
      freeTexts = request.freeTexts
    }
  }
}

extension SNAP.PaymentRequest: SNAPRequest {
  static let mandatory = ["partnerServiceId", "customerNo", "virtualAccountNo", "paymentRequestId", "paidAmount"]

  var misformed: String? {
    if let field = SNAPFormat.misformedAccount(partnerServiceId, customerNo, virtualAccountNo) { return field }
    if !SNAPFormat.isIdentifier(paymentRequestId) { return "paymentRequestId" }
    if !paidAmount.isWellFormed { return "paidAmount.value" }
    if totalAmount?.isWellFormed == false { return "totalAmount.value" }
    if let flagAdvise, !["Y", "N", ""].contains(flagAdvise) { return "flagAdvise" }
    return nil
  }
}
