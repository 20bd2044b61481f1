import Store
public import Vocabulary

/// Bills payers, takes in their money, and credits the members.
public struct ContributionDesk: Sendable {
  let office: Office
}

extension ContributionDesk {
  /// The payer's bills, newest first, at most `limit`, older than `before` when given.
  public func bills(of payer: PayerID, before: Bill.Name? = nil, limit: Int = 24, by actor: Actor) async throws
    -> [Bill]
  {
    try require(payer, actor)
    return try await office.database.read { db in try db.bills(of: payer, before: before, limit: limit) }
  }

  /// A bill by its name.
  public func bill(_ payer: PayerID, _ name: Bill.Name, by actor: Actor) async throws -> Bill {
    try require(payer, actor)
    return try await office.database.read { db in
      guard let bill = try db.bill(payer, name) else { throw OfficeError.noSuchBill }
      return bill
    }
  }

  /// What was billed for each member. Wages are personal: reading them is written down.
  public func lines(of payer: PayerID, _ name: Bill.Name, by actor: Actor, why reason: String) async throws
    -> [BillLine]
  {
    try require(payer, actor)
    return try await office.reading("contributions.lines", by: actor, why: reason) { act in
      act.subject = payer.value
      act.detail = "bill \(name)"
      guard let bill = try act.db.bill(payer, name) else { throw OfficeError.noSuchBill }
      return try act.db.billLines(of: bill)
    }
  }

  /// The payer's money that no bill has used yet.
  public func deposit(of payer: PayerID, by actor: Actor) async throws -> Rupiah {
    try require(payer, actor)
    return try await office.database.read { db in try db.deposit(of: payer) }
  }

  private func require(_ payer: PayerID, _ actor: Actor) throws(OfficeError) {
    let own = actor.memberID?.value == payer.value || actor.employerID?.value == payer.value
    guard own || actor.has(.readContributions) else { throw .notAllowed(.readContributions) }
  }

  /// Payments that nobody recognised yet, oldest first.
  public func suspense(by actor: Actor, after: String = "", limit: Int = 100) async throws -> [SuspensePayment] {
    try actor.require(.assignPayments)
    return try await office.database.read { db in
      try db.rows(
        """
        SELECT p.bank_reference, p.va, p.amount, p.paid_on, p.channel FROM payment p
        LEFT JOIN payment_assignment a ON a.bank_reference = p.bank_reference
        WHERE p.payer_id IS NULL AND a.bank_reference IS NULL AND p.bank_reference > $1
        ORDER BY p.bank_reference LIMIT $2
        """, after, limit
      ) {
        SuspensePayment(
          bankReference: try $0.text(0), va: try $0.text(1), amount: try $0.rupiah(2), paidOn: try $0.day(3),
          channel: try $0.text(4))
      }
    }
  }
}

extension Connection {
  private static let billColumns = """
    b.payer_id, b.month, b.seq, b.due_on, b.workers, b.jkk, b.jkm, b.jht, b.jp, b.total, s.settled_on, v.reason
    """
  private static let billTables = """
    bill b
    LEFT JOIN bill_settlement s ON s.payer_id = b.payer_id AND s.month = b.month AND s.seq = b.seq
    LEFT JOIN bill_void v ON v.payer_id = b.payer_id AND v.month = b.month AND v.seq = b.seq
    """

  func bills(of payer: PayerID, before: Bill.Name?, limit: Int) throws -> [Bill] {
    try rows(
      """
      SELECT \(Self.billColumns) FROM \(Self.billTables)
      WHERE b.payer_id = $1 AND (b.month < $2 OR b.month = $2 AND b.seq < $3) ORDER BY b.month DESC, b.seq DESC LIMIT $4
      """, payer, before?.month ?? Month(year: 9999, month: 1), before?.sequence ?? 0, limit, as: Bill.init)
  }

  func bill(_ payer: PayerID, _ name: Bill.Name) throws -> Bill? {
    try row(
      """
      SELECT \(Self.billColumns) FROM \(Self.billTables)
      WHERE b.payer_id = $1 AND b.month = $2 AND ($3 < 0 OR b.seq = $3)
      ORDER BY CASE WHEN v.reason IS NULL THEN 0 ELSE 1 END, b.seq
      """, payer, name.month, name.sequence ?? -1, as: Bill.init)
  }

  func deposit(of payer: PayerID) throws -> Rupiah {
    Rupiah(try integer("SELECT COALESCE(SUM(amount), 0) FROM deposit WHERE payer_id = $1", payer))
  }

  /// The lines of a bill: an employer's through its list of workers, a member's own.
  func billLines(of bill: Bill) throws -> [BillLine] {
    try rows(
      """
      SELECT c.member_id, c.kpj,
        (SELECT d.name FROM member_data d WHERE d.member_id = c.member_id ORDER BY d.version DESC LIMIT 1),
        c.base, c.jkk, c.jkm, c.jht_employer, c.jht_worker, c.jp_employer, c.jp_worker
      FROM (SELECT member_id, kpj FROM employment WHERE employer_id = $1
            UNION SELECT member_id, kpj FROM membership WHERE member_id = $1) w
      JOIN contribution c ON c.member_id = w.member_id AND c.kpj = w.kpj AND c.month = $2 AND c.payer_id = $1
        AND c.seq = $3
      ORDER BY 3, 2
      """, bill.payerID, bill.month, bill.sequence, as: BillLine.init)
  }
}

extension Bill {
  init(_ row: Row) throws {
    let state: BillState
    if let settled = try row.optionalDay(10) {
      state = .settled(on: settled)
    } else if let reason = try row.optionalText(11) {
      state = .void(reason: reason)
    } else {
      state = .open
    }
    self.init(
      payerID: try row.id(0), month: try row.month(1), sequence: Int(try row.int(2)), dueOn: try row.day(3),
      workers: Int(try row.int(4)), jkk: try row.rupiah(5), jkm: try row.rupiah(6), jht: try row.rupiah(7),
      jp: try row.rupiah(8), total: try row.rupiah(9), state: state)
  }
}

extension OfficeError {
  static let noSuchBill = OfficeError.notFound(
    Words("Tagihan bulan itu tidak ada.", "There is no bill for that month."))
}
