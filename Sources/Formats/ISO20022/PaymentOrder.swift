public import Vocabulary

/// Money we ask a bank to pay out: one file, one day, one account it comes from. ISO 20022 pain.001.
public struct PaymentOrder: Hashable, Sendable, Codable {
  /// Ours, unique for good: at most 28 plain characters, so that the batches named after it keep within 35.
  public var messageID: String
  public var created: Instant
  public var debtor: BankAccount
  /// The day on which the bank shall pay.
  public var execution: Day
  public var payments: [Payment]

  public init(messageID: String, created: Instant, debtor: BankAccount, execution: Day, payments: [Payment]) {
    (self.messageID, self.created, self.debtor) = (messageID, created, debtor)
    (self.execution, self.payments) = (execution, payments)
  }

  public struct Payment: Hashable, Sendable, Codable {
    /// Ours, unique for good: at most 35 plain characters. The bank says it back in every report.
    public var endToEndID: String
    public var amount: Rupiah
    public var creditor: BankAccount
    /// What stands on the receiver's statement; 140 characters.
    public var remittance: String
    public var purpose: Purpose
    public var rail: Rail

    public init(
      endToEndID: String, amount: Rupiah, creditor: BankAccount, remittance: String, purpose: Purpose, rail: Rail
    ) {
      (self.endToEndID, self.amount, self.creditor) = (endToEndID, amount, creditor)
      (self.remittance, self.purpose, self.rail) = (remittance, purpose, rail)
    }
  }

  public var total: Rupiah { payments.map(\.amount).sum() }
}

/// An account at a bank, and whose it is.
public struct BankAccount: Hashable, Sendable, Codable {
  public var name: String
  /// Up to 34 digits or letters.
  public var number: String
  /// The bank's member number at Bank Indonesia's clearing.
  public var bank: String

  public init(name: String, number: String, bank: String) {
    (self.name, self.number, self.bank) = (name, number, bank)
  }
}

/// What a payment is for, ISO 20022 external purpose codes.
public enum Purpose: String, Sendable, Codable, CaseIterable {
  /// A pension (JP).
  case pension = "PENS"
  /// A benefit paid once.
  case benefit = "BENE"
  /// Wages replaced while out of work or unfit for it.
  case unemployment = "BENU"
  /// Anything else, returned contributions included.
  case other = "OTHR"
}

/// The way money takes between two banks.
public enum Rail: String, Sendable, Codable, CaseIterable {
  /// Within one bank.
  case overbooking = "OVB"
  case bifast = "BIFAST"
  case skn = "SKN"
  case rtgs = "RTGS"
}

/// Up to which amount each way is open. Bank Indonesia sets the limits; they are handed in, not kept here.
public struct RailLimits: Hashable, Sendable, Codable {
  /// The highest amount of one BI-FAST transfer.
  public var bifast: Rupiah
  /// The highest amount of one SKN transfer; above it goes RTGS.
  public var skn: Rupiah

  public init(bifast: Rupiah, skn: Rupiah) { (self.bifast, self.skn) = (bifast, skn) }

  /// The way for `amount` between two banks: within one bank always overbooking, else the quickest that takes it.
  public func rail(for amount: Rupiah, from debtorBank: String, to creditorBank: String) -> Rail {
    if debtorBank == creditorBank { return .overbooking }
    if amount <= bifast { return .bifast }
    return amount <= skn ? .skn : .rtgs
  }
}
