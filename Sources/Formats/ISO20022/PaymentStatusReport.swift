public import Vocabulary

/// What became of a payment order, as far as the bank knows. ISO 20022 pain.002. Several may come for one order; the
/// last word on a payment is the latest report that has it.
public struct PaymentStatusReport: Hashable, Sendable, Codable {
  public var messageID: String
  public var created: Instant
  /// The `messageID` of the order it is about.
  public var originalMessageID: String
  /// Of the whole order. Where it is `rejected`, no payment of it was made, listed below or not.
  public var group: PaymentStatus?
  public var groupReason: StatusReason?
  public var batches: [Batch]
  public var items: [Item]

  public init(
    messageID: String, created: Instant, originalMessageID: String, group: PaymentStatus? = nil,
    groupReason: StatusReason? = nil, batches: [Batch] = [], items: [Item]
  ) {
    (self.messageID, self.created, self.originalMessageID) = (messageID, created, originalMessageID)
    (self.group, self.groupReason) = (group, groupReason)
    (self.batches, self.items) = (batches, items)
  }

  /// What is said of a batch as a whole: rejected as one, every payment in it is, listed or not.
  public struct Batch: Hashable, Sendable, Codable {
    /// `PmtInfId` of the order, as `PaymentOrder.xml()` makes it: message, hyphen, rail.
    public var id: String
    public var status: PaymentStatus
    public var reason: StatusReason?

    public init(id: String, status: PaymentStatus, reason: StatusReason? = nil) {
      (self.id, self.status, self.reason) = (id, status, reason)
    }
  }

  public struct Item: Hashable, Sendable, Codable {
    public var endToEndID: String
    /// `PmtInfId` of the batch it is in.
    public var batch: String
    public var status: PaymentStatus
    public var reason: StatusReason?
    /// What the bank adds in its own words.
    public var note: String?
    /// The bank's own number.
    public var bankReference: String?
    /// The amount ordered, where the bank says it back.
    public var amount: Rupiah?

    public init(
      endToEndID: String, batch: String, status: PaymentStatus, reason: StatusReason? = nil, note: String? = nil,
      bankReference: String? = nil, amount: Rupiah? = nil
    ) {
      (self.endToEndID, self.batch, self.status, self.reason) = (endToEndID, batch, status, reason)
      (self.note, self.bankReference, self.amount) = (note, bankReference, amount)
    }
  }
}
