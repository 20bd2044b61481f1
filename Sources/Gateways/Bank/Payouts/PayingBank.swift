public import Office

/// The bank that keeps the account from which benefits are paid.
public struct PayingBank: Hashable, Sendable {
  /// Its three digits in the clearing.
  public let code: String
  /// The account's number.
  public let account: String
  /// As in `BankPartner.id`: its references are unique within it.
  public let partner: String
  /// As in `BankPartner.referenceOnStatements`.
  public let referenceOnStatements: Bool

  public init(code: String, account: String, partner: String, referenceOnStatements: Bool = true) {
    self.code = code
    self.account = account
    self.partner = partner
    self.referenceOnStatements = referenceOnStatements
  }

  /// The bank that our own sandbox plays.
  public static func sandbox(of office: Office) -> PayingBank {
    PayingBank(code: "989", account: office.branch.payoutAccount, partner: BankPartner.sandbox(of: office).id)
  }
}
