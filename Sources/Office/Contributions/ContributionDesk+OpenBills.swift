import Store
public import Vocabulary

/// What a payer owes, as the bank's counter shows it.
public struct OpenBill: Codable, Hashable, Sendable {
  public let va: VirtualAccount
  public let payerID: PayerID
  public let name: String
  /// The oldest open month.
  public let month: Month
  /// All open bills together, less what stands as a deposit.
  public let amount: Rupiah
}

extension ContributionDesk {
  /// What stands open on a virtual account; the bank asks before it takes money. `nil` for an unknown account.
  public func inquire(_ va: VirtualAccount, by actor: Actor) async throws -> OpenBill? {
    try actor.require(.receivePayments)
    return try await office.reading("contributions.inquiry", by: actor, why: "inquiry") { act in
      let db = act.db
      guard let payer = try db.payers(ofAccounts: [va.digits])[va.digits] else { return nil }
      act.subject = payer.value
      let open = try db.openBills(of: [payer])
      let owed = open.map(\.total).sum() - (try db.deposit(of: payer))
      return OpenBill(
        va: va, payerID: payer, name: try db.payerName(payer), month: open.first?.month ?? office.today.month,
        amount: max(owed, .zero))
    }
  }

  /// Every open bill of a month, for the file that the collecting bank loads; in the order of payers.
  public func openBills(of month: Month, by actor: Actor) async throws -> [OpenBill] {
    try actor.require(.receivePayments)
    return try await office.database.read { db in
      try db.rows(
        """
        SELECT p.va, b.payer_id, b.jkk + b.jkm + b.jht + b.jp + b.jkp
        FROM bill_open b JOIN payer p ON p.payer_id = b.payer_id WHERE b.month = $1 ORDER BY b.payer_id
        """, month
      ) {
        OpenBill(
          va: try $0.virtualAccount(0), payerID: try $0.id(1), name: "", month: month, amount: try $0.rupiah(2))
      }
    }
  }
}

extension Connection {
  /// The name that goes on a bill.
  func payerName(_ payer: PayerID) throws -> String {
    try row(
      """
      SELECT name FROM member_data WHERE member_id = $1 ORDER BY version DESC LIMIT 1
      """, payer
    ) { try $0.text(0) }
      ?? row("SELECT name FROM employer_data WHERE employer_id = $1 ORDER BY version DESC LIMIT 1", payer) {
        try $0.text(0)
      } ?? ""
  }
}
