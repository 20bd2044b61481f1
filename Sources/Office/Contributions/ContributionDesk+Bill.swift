import Law
import Ledger
import Programs
import Store
public import Vocabulary

/// What a billing run did.
public struct BillRun: Codable, Hashable, Sendable {
  public let month: Month
  public let bills: Int
  public let lines: Int
  public let total: Rupiah
  /// Bills settled at once from deposits paid in early.
  public let settledFromDeposits: Int
}

extension ContributionDesk {
  /// Bills every payer for `month`, as one set: once, however often it is asked for.
  ///
  /// Wages and membership are those of the month; the law is resolved once into whole rupiah. Deposits that payers left
  /// earlier settle their bills at once.
  public func bill(_ month: Month, by actor: Actor) async throws -> BillRun {
    try actor.require(.billContributions)
    return try await office.act("contributions.bill", by: actor, key: ActKey(own: month.description), input: month) {
      act in
      if let run = try act.db.billRun(month) { return run }
      let run = try act.billEveryone(month)
      act.detail = "\(month): \(run.bills) bills, \(run.lines) lines, \(run.total)"
      return run
    }
  }
}

extension Act {
  fileprivate func billEveryone(_ month: Month) throws -> BillRun {
    let tariff = try Tariff(month: month, law: office.law)
    var batch = BillBatch(month: month, sequence: 0)
    let employers = try db.billingEmployers()
    let ahead = Set(try db.rows("SELECT payer_id FROM bill WHERE month = $1", month) { try $0.id(0) as PayerID })
    let lapsed = try db.lapsedMemberships()
    try db.eachBillable(in: month) { row in
      if row.segment == .selfEmployed, lapsed.contains(row.kpj) { return }
      let line = try row.line(employers, tariff)
      if !ahead.contains(line.payer) { batch.add(line) }
    }
    try write(batch)
    let key = "bills/\(month)"
    let total = try post(billed: batch, key: key)
    try db.execute(
      """
      INSERT INTO bill_run (month, part, issued_at, law_hash, bills, lines, total) VALUES ($1, 'all', $2, $3, $4, $5, $6)
      """, month, now, office.law.hash, batch.bills.count, batch.lines.count, total)
    let settled = try settleFromDeposits(key: "deposits/\(month)")
    return BillRun(
      month: month, bills: batch.bills.count, lines: batch.lines.count, total: total, settledFromDeposits: settled)
  }

  /// Bills one self-payer ahead of the month's run: on registering, and when a payment opens a closed membership again.
  /// A bill of that month that fell away is replaced by another.
  func billSelfPayer(_ member: MemberID, month: Month) throws {
    let before = try db.billsVoid(of: PayerID(member), month)
    guard !before.contains(false), before.count < Bill.Issue.mostInOneMonth else { return }
    let tariff = try Tariff(month: month, law: office.law)
    var batch = BillBatch(month: month, sequence: before.count)
    for membership in try db.memberships(of: member)
    where membership.segment == .selfEmployed && !membership.status.isEnded {
      batch.add(try BillableRow(membership).line([:], tariff))
    }
    guard !batch.lines.isEmpty else { return }
    try write(batch)
    _ = try post(billed: batch, key: "bill/\(member)/\(month)" + (before.isEmpty ? "" : "/\(before.count)"))
  }

  private func write(_ batch: BillBatch) throws {
    let due = try Arrears.due(for: batch.month, law: office.law).value
    try db.load("contribution", BillBatch.contributionColumns) { rows in
      for line in batch.lines { try line.append(to: &rows, month: batch.month, sequence: batch.sequence) }
    }
    let bills = batch.bills.sorted { $0.key < $1.key }
    try db.load("bill", BillBatch.billColumns) { rows in
      for (payer, bill) in bills {
        rows.append(payer)
        rows.append(batch.month)
        rows.append(batch.sequence)
        rows.append(now)
        rows.append(due)
        rows.append(bill.workers)
        rows.append(bill.jkk)
        rows.append(bill.jkm)
        rows.append(bill.jht)
        rows.append(bill.jp)
        rows.append(bill.jkkToJKP)
        rows.append(bill.jkmToJKP)
        rows.append(bill.total)
        try rows.endRow()
      }
    }
    try open(
      bills.map { Receivable(payerID: $0, month: batch.month, sequence: batch.sequence, funds: $1.funds) })
  }

  private func post(billed batch: BillBatch, key: String) throws -> Rupiah {
    let funds = batch.funds
    guard funds.total.isPositive else { return .zero }
    let lines = funds.byFund.flatMap { fund, amount in
      [EntryLine.debit(.receivable, fund, amount), .credit(.billedUnpaid, fund, amount)]
    }
    try post(Entry(key: key, day: today, note: "contributions billed for \(batch.month)", lines: lines))
    return funds.total
  }
}

extension Connection {
  /// For each bill of a payer in a month, whether it fell away.
  fileprivate func billsVoid(of payer: PayerID, _ month: Month) throws -> [Bool] {
    try rows(
      """
      SELECT v.payer_id FROM bill b
      LEFT JOIN bill_void v ON v.payer_id = b.payer_id AND v.month = b.month AND v.seq = b.seq
      WHERE b.payer_id = $1 AND b.month = $2
      """, payer, month
    ) { try !$0.isNull(0) }
  }

  fileprivate func billRun(_ month: Month) throws -> BillRun? {
    try row("SELECT bills, lines, total FROM bill_run WHERE month = $1 AND part = 'all'", month) {
      BillRun(
        month: month, bills: Int(try $0.int(0)), lines: Int(try $0.int(1)), total: try $0.rupiah(2),
        settledFromDeposits: 0)
    }
  }
}
