import Law
import Programs
import Store
import Vocabulary

/// A worker whom the employer reported after a month's run.
private struct LateJoiner {
  let row: BillableRow
  let joinedOn: Day
  let endedOn: Day?

  func works(in month: Month) -> Bool {
    joinedOn <= month.lastDay && endedOn.map { $0 >= month.firstDay } ?? true
  }
}

extension Act {
  /// Bills the workers reported since the last run for the months that were billed without them, on further bills of those
  /// months, due with the bills of `month`. Answers how many lines.
  func billLateJoiners(with month: Month) throws -> Int {
    let runs = try db.rows("SELECT month, issued_at FROM bill_run WHERE part = 'all' ORDER BY month") {
      (month: try $0.month(0), at: try $0.instant(1))
    }
    guard let since = runs.map(\.at).max(), let last = runs.last?.month else { return 0 }
    let joined = try db.joiners(since: since, until: last.lastDay)
    guard !joined.isEmpty else { return 0 }
    let employers = try db.billingEmployers()
    var lines = 0
    for past in runs.map(\.month) {
      for batch in try lateBatches(joined.filter { $0.works(in: past) }, past, employers) {
        try write(batch, dueFor: max(month, past))
        try record(
          batch, part: "with \(month), \(batch.sequence)",
          total: try post(billed: batch, key: "bills/\(past)/with/\(month)/\(batch.sequence)"))
        lines += batch.lines.count
      }
    }
    return lines
  }

  /// The lines that a past month lacks, each on the next bill of its payer.
  private func lateBatches(_ joiners: [LateJoiner], _ past: Month, _ employers: [EmployerID: EmployerRisk]) throws
    -> [BillBatch]
  {
    guard !joiners.isEmpty else { return [] }
    let tariff = try Tariff(month: past, law: office.law)
    let elders = try db.elders(in: past, law: office.law)
    var batches: [Int: BillBatch] = [:]
    for joiner in joiners where try !db.isBilled(joiner.row, in: past) {
      guard let wage = try db.wage(of: joiner.row, in: past) else { continue }
      let line = try joiner.row.earning(wage).line(employers, tariff, elders)
      let sequence = try db.billsVoid(of: line.payer, past).count
      guard sequence < Bill.Issue.mostInOneMonth else {
        throw OfficeError.conflict(
          code: "bills-full",
          Words(
            "Bulan \(past.spelled(in: .indonesian)) sudah punya terlalu banyak tagihan untuk satu pembayar.",
            "\(past.spelled(in: .english)) has too many bills for one payer."))
      }
      batches[sequence, default: BillBatch(month: past, sequence: sequence)].add(line)
    }
    return batches.values.sorted { $0.sequence < $1.sequence }
  }
}

extension Connection {
  fileprivate func joiners(since: Instant, until last: Day) throws -> [LateJoiner] {
    try rows(
      """
      SELECT s.member_id, s.kpj, s.segment, s.employer_id, s.programmes, s.relief, s.joined_on, e.ended_on
      FROM membership s
      LEFT JOIN membership_end e ON e.member_id = s.member_id AND e.kpj = s.kpj
      WHERE s.recorded_at >= $1 AND s.joined_on <= $2 AND s.employer_id IS NOT NULL ORDER BY s.member_id, s.kpj
      """, since, last
    ) { row in
      LateJoiner(
        row: BillableRow(
          member: try row.id(0), kpj: try row.text(1), segment: try row.raw(2), employer: try row.optionalID(3),
          programmes: ProgrammeSet(rawValue: Int(try row.int(4))), relief: try row.text(5), wage: .zero),
        joinedOn: try row.day(6), endedOn: try row.optionalDay(7))
    }
  }

  fileprivate func isBilled(_ row: BillableRow, in month: Month) throws -> Bool {
    try integer(
      "SELECT count(*) FROM contribution WHERE member_id = $1 AND kpj = $2 AND month = $3", row.member, row.kpj, month)
      > 0
  }

  /// The wage that held in a month, as known today.
  fileprivate func wage(of row: BillableRow, in month: Month) throws -> Rupiah? {
    try self.row(
      """
      SELECT amount FROM wage WHERE member_id = $1 AND kpj = $2 AND from_month <= $3
      ORDER BY from_month DESC, recorded_at DESC LIMIT 1
      """, row.member, row.kpj, month
    ) { try $0.rupiah(0) }
  }
}
