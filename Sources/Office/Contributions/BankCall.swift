public import Vocabulary

// A bank that collects for us asks what stands open on a virtual account, takes the payer's money, and tells us. When
// it does not hear our answer it asks again. Two numbers keep that harmless: the number of the call, which counts once
// a day, and the bank's number of what the call is about, which counts once for good.

/// One call of a collecting bank, after its signature was checked.
public struct BankCall: Codable, Hashable, Sendable {
  /// Who calls, as agreed with the bank.
  public let partner: String
  /// The number of this very call, `X-EXTERNAL-ID`: another one each time, unique within a day.
  public let externalID: String
  /// The number of what the call is about. It stays the same when the bank asks again.
  public let request: String

  public init(partner: String, externalID: String, request: String) {
    self.partner = partner
    self.externalID = externalID
    self.request = request
  }
}

/// What a bank's counter shows before it takes money.
public struct OpenAccount: Codable, Hashable, Sendable {
  public let va: VirtualAccount
  public let name: String
  /// Open bills, oldest first.
  public let bills: [OpenMonth]
  /// The payer's money that no bill has used yet.
  public let deposit: Rupiah

  /// All open bills together, less the deposit.
  public var owed: Rupiah { max(bills.map(\.total).sum() - deposit, .zero) }
}

/// An open bill of a month.
public struct OpenMonth: Codable, Hashable, Sendable {
  public let month: Month
  public let sequence: Int
  public let total: Rupiah
}

/// The answer to a bank's question.
public enum BankInquiryAnswer: Codable, Hashable, Sendable {
  /// A call of the same number was heard today.
  case replayed
  case unknownAccount
  case account(OpenAccount)
}

/// A payment that a bank has taken at its counter and wants to hand to us.
public struct BankPayment: Codable, Hashable, Sendable {
  public let va: String
  public let amount: Rupiah
  public let paidOn: Day
  /// Under which the money stands in the bank's books and will stand on its statements: one reference is one payment,
  /// whichever way we hear of it.
  public let reference: String
  public let channel: String
  /// Whether the bank was told to take the exact amount owed, and nothing when nothing is.
  public let exact: Bool

  public init(va: String, amount: Rupiah, paidOn: Day, reference: String, channel: String, exact: Bool) {
    self.va = va
    self.amount = amount
    self.paidOn = paidOn
    self.reference = reference
    self.channel = channel
    self.exact = exact
  }
}

/// What became of a bank's payment. Unless taken, the money stays with the bank and its payer.
public enum BankPaymentOutcome: String, Codable, Hashable, Sendable {
  case taken
  case unknownAccount
  case nothingOwed
  case wrongAmount
}

/// The answer to a bank's payment.
public enum BankPaymentAnswer: Codable, Hashable, Sendable {
  /// A call of the same number was heard today.
  case replayed
  case done(BankPaymentOutcome)
  /// Asked before under the same request, with this outcome; nothing moved now. `same` tells whether account and amount
  /// are those of the first time.
  case doneBefore(BankPaymentOutcome, same: Bool)
}
