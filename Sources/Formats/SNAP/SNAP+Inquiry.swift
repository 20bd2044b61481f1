import Foundation

extension SNAP {
  /// Service 24, bank to us: what does this virtual account owe?
  public struct InquiryRequest: Hashable, Sendable, Codable {
    public var partnerServiceId: String
    public var customerNo: String
    public var virtualAccountNo: String
    public var inquiryRequestId: String
    public var trxDateInit: String?
    /// How the payer came to the bank: ISO 18245, four digits (`6011` a cash machine).
    public var channelCode: JSONValue?
    public var language: String?
    public var amount: Amount?
    public var hashedSourceAccountNo: String?
    public var sourceBankCode: String?
    public var passApp: String?
    /// Comes as an object, as `""` or not at all, and goes back as it came.
    public var additionalInfo: JSONValue?

    public init(_ account: AccountNumber, inquiryRequestId: String, amount: Amount? = nil, trxDateInit: String? = nil) {
      partnerServiceId = account.partnerServiceId
      customerNo = account.customerNo
      virtualAccountNo = account.virtualAccountNo
      (self.inquiryRequestId, self.amount, self.trxDateInit) = (inquiryRequestId, amount, trxDateInit)
    }

    /// Reads a body. Throws what the answer must say: a missing field before a misshapen one.
    public static func read(_ body: [UInt8]) throws(Refusal) -> InquiryRequest { try reading(body) }

    public var account: AccountNumber? { AccountNumber(partner: partnerServiceId, customerNo: customerNo) }
    public func json() throws -> [UInt8] { Array(try JSONEncoder.snap.encode(self)) }
  }

  /// Service 24, our answer.
  public struct InquiryResponse: Hashable, Sendable, Codable {
    public var responseCode: String
    public var responseMessage: String
    public var virtualAccountData: InquiryData?
    public var additionalInfo: JSONValue?

    public init(_ outcome: Outcome, data: InquiryData?, additionalInfo: JSONValue? = nil) {
      responseCode = outcome.code(of: .inquiry)
      responseMessage = outcome.message
      virtualAccountData = data
      self.additionalInfo = additionalInfo
    }

    public static func read(_ body: [UInt8]) throws -> InquiryResponse {
      try JSONDecoder().decode(InquiryResponse.self, from: Data(body))
    }
    public func json() throws -> [UInt8] { Array(try JSONEncoder.snap.encode(self)) }
  }

  public struct InquiryData: Hashable, Sendable, Codable {
    /// `00` answered, `01` refused.
    public var inquiryStatus: String
    public var inquiryReason: Message
    public var partnerServiceId: String
    public var customerNo: String
    public var virtualAccountNo: String
    public var virtualAccountName: String?
    public var virtualAccountEmail: String?
    public var virtualAccountPhone: String?
    public var inquiryRequestId: String
    public var totalAmount: Amount?
    public var subCompany: String?
    /// At most 24.
    public var billDetails: [BillDetail]?
    public var freeTexts: [Message]?
    /// `C` the exact amount, `O` any amount, `V` any amount within limits.
    public var virtualAccountTrxType: String?
    public var feeAmount: Amount?
    public var additionalInfo: JSONValue?

    /// The echo of a request, with a status and a reason; the rest is for the caller to fill in.
    public init(answering request: InquiryRequest, status: String, reason: Message) {
      (inquiryStatus, inquiryReason) = (status, reason)
      (partnerServiceId, customerNo) = (request.partnerServiceId, request.customerNo)
      (virtualAccountNo, inquiryRequestId) = (request.virtualAccountNo, request.inquiryRequestId)
    }
  }
}

extension SNAP.InquiryRequest: SNAPRequest {
  static let mandatory = ["partnerServiceId", "customerNo", "virtualAccountNo", "inquiryRequestId"]

  var misformed: String? {
    if let field = SNAPFormat.misformedAccount(partnerServiceId, customerNo, virtualAccountNo) { return field }
    if !SNAPFormat.isIdentifier(inquiryRequestId) { return "inquiryRequestId" }
    if amount?.isWellFormed == false { return "amount.value" }
    return nil
  }
}
