public import Vocabulary

/// Money that came into or left our accounts, told by the bank as it happens. ISO 20022 camt.054.
public struct AccountNotification: Hashable, Sendable, Codable {
  public var messageID: String
  public var created: Instant
  public var notices: [Notice]

  public init(messageID: String, created: Instant, notices: [Notice]) {
    (self.messageID, self.created, self.notices) = (messageID, created, notices)
  }

  /// What happened on one account.
  public struct Notice: Hashable, Sendable, Codable {
    /// Unique at the bank: a notice with an id seen before is the same notice.
    public var id: String
    /// Counts up without gaps, account by account; a gap is a lost notice.
    public var sequence: Int?
    /// Our account.
    public var account: String
    public var entries: [Entry]

    public init(id: String, sequence: Int? = nil, account: String, entries: [Entry]) {
      (self.id, self.sequence, self.account, self.entries) = (id, sequence, account, entries)
    }
  }

  public struct Entry: Hashable, Sendable, Codable {
    /// The bank's number of this movement, unique on the account.
    public var reference: String
    public var amount: Rupiah
    /// True when money came in.
    public var isCredit: Bool
    /// False while the bank may still take it back.
    public var isBooked: Bool
    /// True when this takes back an earlier movement.
    public var isReversal: Bool
    public var booked: Day
    /// The virtual account it was paid into.
    public var virtualAccount: String?
    /// The payer of a credit; of a returned payout, the one who did not get it.
    public var party: String?
    public var partyAccount: String?
    public var remittance: String?
    /// Of a returned payout: the number we gave it.
    public var endToEndID: String?
    /// Set when this is a payout of ours coming back.
    public var returned: StatusReason?
    public var returnNote: String?

    public init(
      reference: String, amount: Rupiah, isCredit: Bool = true, isBooked: Bool = true, isReversal: Bool = false,
      booked: Day, virtualAccount: String? = nil, party: String? = nil, partyAccount: String? = nil,
      remittance: String? = nil, endToEndID: String? = nil, returned: StatusReason? = nil, returnNote: String? = nil
    ) {
      (self.reference, self.amount, self.isCredit) = (reference, amount, isCredit)
      (self.isBooked, self.isReversal, self.booked) = (isBooked, isReversal, booked)
      (self.virtualAccount, self.party, self.partyAccount) = (virtualAccount, party, partyAccount)
      (self.remittance, self.endToEndID) = (remittance, endToEndID)
      (self.returned, self.returnNote) = (returned, returnNote)
    }
  }
}
