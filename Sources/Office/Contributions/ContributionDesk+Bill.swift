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
  /// Lines of earlier months, for workers whom their employers reported after those months' runs.
  public let lateLines: Int
  /// Bills settled at once from deposits paid in early.
  public let settledFromDeposits: Int
}

extension ContributionDesk {
  /// Bills every payer for `month`, as one set: once, however often it is asked for. Workers reported since the last run
  /// are billed for the earlier months too in which they worked.
  ///
  /// Wages and membership are those of the month; the law is resolved once into whole rupiah. Deposits that payers left
  /// earlier settle their bills at once.
  public func bill(_ month: Month, by actor: Actor) async throws -> BillRun {
    try actor.require(.billContributions)
    guard month <= office.today.month.next, month >= Month(year: 2015, month: 7) else {
      throw OfficeError.fault(
        "month", "Bulan \(month.spelled(in: .indonesian)) belum boleh ditagih.",
        "\(month.spelled(in: .english)) cannot be billed.")
    }
    return try await office.act("contributions.bill", by: actor, key: ActKey(own: month.description), input: month) {
      act in
      if let run = try act.db.billRun(month) { return run }
      let run = try act.billEveryone(month)
      act.detail = "\(month): \(run.bills) bills, \(run.lines) lines, \(run.total); \(run.lateLines) late lines"
      return run
    }
  }
}

extension Act {
  fileprivate func billEveryone(_ month: Month) throws -> BillRun {
    let late = try billLateJoiners(with: month)
    let tariff = try Tariff(month: month, law: office.law)
    var batch = BillBatch(month: month, sequence: 0)
    let employers = try db.billingEmployers()
    let elders = try db.elders(in: month, law: office.law)
    let ahead = Set(try db.rows("SELECT payer_id FROM bill WHERE month = $1", month) { try $0.id(0) as PayerID })
    let lapsed = try db.lapsedMemberships()
    try db.eachBillable(in: month) { row in
      if row.segment == .selfEmployed, lapsed.contains(row.kpj) { return }
      let line = try row.line(employers, tariff, elders)
      if !ahead.contains(line.payer) { batch.add(line) }
    }
    try write(batch, dueFor: month)
    try record(batch, part: "all", total: try post(billed: batch, key: "bills/\(month)"))
    let settled = try settleFromDeposits(key: "deposits/\(month)")
    return BillRun(
      month: month, bills: batch.bills.count, lines: batch.lines.count, total: batch.funds.total, lateLines: late,
      settledFromDeposits: settled)
  }

  func record(_ batch: BillBatch, part: String, total: Rupiah) throws {
    try db.execute(
      """
      INSERT INTO bill_run (month, part, issued_at, law_hash, bills, lines, total) VALUES ($1, $2, $3, $4, $5, $6, $7)
      """, batch.month, part, now, office.law.hash, batch.bills.count, batch.lines.count, total)
  }

  /// Bills a self-payer who registers or comes back for this month, and for the next if that month's run was before.
  func billSelfPayer(_ member: MemberID) throws {
    let last = try db.row("SELECT month FROM bill_run WHERE part = 'all' ORDER BY month DESC LIMIT 1") {
      try $0.month(0)
    }
    var month = today.month
    repeat {
      try billSelfPayer(member, month: month)
      month = month.next
    } while month <= last ?? today.month
  }

  /// Bills one self-payer ahead of the month's run. A bill of that month that fell away is replaced by another.
  private func billSelfPayer(_ member: MemberID, month: Month) throws {
    let before = try db.billsVoid(of: PayerID(member), month)
    guard !before.contains(false), before.count < Bill.Issue.mostInOneMonth else { return }
    let tariff = try Tariff(month: month, law: office.law)
    var batch = BillBatch(month: month, sequence: before.count)
    for membership in try db.memberships(of: member)
    where membership.segment == .selfEmployed && !membership.status.isEnded {
      batch.add(try BillableRow(membership).line([:], tariff))
    }
    guard !batch.lines.isEmpty else { return }
    try write(batch, dueFor: month)
    _ = try post(billed: batch, key: "bill/\(member)/\(month)" + (before.isEmpty ? "" : "/\(before.count)"))
  }

  func write(_ batch: BillBatch, dueFor month: Month) throws {
    let due = try Arrears.due(for: month, law: office.law).value
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

  func post(billed batch: BillBatch, key: String) throws -> Rupiah {
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
  func billsVoid(of payer: PayerID, _ month: Month) throws -> [Bool] {
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
        month: month, bills: Int(try $0.int(0)), lines: Int(try $0.int(1)), total: try $0.rupiah(2), lateLines: 0,
        settledFromDeposits: 0)
    }
  }
}
