public import Vocabulary

public enum PayoutBatchMark {}
public typealias PayoutBatchID = Identifier<PayoutBatchMark>

/// One payment of a claim to an account.
public struct Payout: Codable, Hashable, Sendable {
  /// What the bank calls it, there and back: the claim's number and the attempt.
  public let endToEnd: String
  public let amount: Rupiah
  public let bank: BankAccount
}

/// A payment file: made by one, released by another, then sent.
public struct PayoutBatch: Codable, Hashable, Sendable {
  public let id: PayoutBatchID
  /// The message identification under which the bank knows the file.
  public let message: String
  public let madeAt: Instant
  public let madeBy: String
  public let releasedBy: String?
  public let payouts: [Payout]
  public let results: [PayoutResult]

  public var total: Rupiah { payouts.map(\.amount).sum() }
  public var isAnswered: Bool { Set(results.map(\.endToEnd)).count == payouts.count }
}

/// The bank's word on one payment.
public struct PayoutResult: Codable, Hashable, Sendable {
  public enum Outcome: String, Codable, Sendable {
    /// Credited to the account.
    case paid
    /// Never left: wrong or closed account, wrong name.
    case rejected
    /// Was paid and came back.
    case returned
  }

  public let endToEnd: String
  public let outcome: Outcome
  /// The bank's reason code and words; empty when paid.
  public let reason: String
  public let bankReference: String

  public init(endToEnd: String, outcome: Outcome, reason: String, bankReference: String) {
    self.endToEnd = endToEnd
    self.outcome = outcome
    self.reason = reason
    self.bankReference = bankReference
  }
}
