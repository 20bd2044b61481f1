import Ledger
import Store
import Vocabulary

extension Act {
  /// Settles open bills of payers who just paid in, whole and oldest first, and credits the members' JHT.
  ///
  /// - Parameter paidIn: what each payer has just paid, not yet among the deposits.
  func settle(_ paidIn: [PayerID: Rupiah], batch: String, receipt: inout Receipt) throws {
    guard !paidIn.isEmpty else { return }
    // A deposit left from before opens nothing: only money that comes in does.
    try reopen(paidIn.filter(\.value.isPositive).keys)
    let payers = paidIn.keys.sorted()
    let before = try db.deposits(of: payers)
    let open = try db.openBills(of: payers)
    var settled: [Receivable] = []
    var moved: [(PayerID, Rupiah)] = []
    // Payers and their open bills go by in the same order.
    var next = open.startIndex
    for payer in payers {
      let start = before[payer] ?? .zero
      var money = start + (paidIn[payer] ?? .zero)
      while next < open.endIndex, open[next].payerID < payer { next += 1 }
      while next < open.endIndex, open[next].payerID == payer, open[next].total <= money {
        money -= open[next].total
        settled.append(open[next])
        next += 1
      }
      if money != start { moved.append((payer, money - start)) }
    }
    try record(deposits: moved, batch: batch)
    receipt.billsSettled += settled.count
    receipt.credits += try write(settled, batch: batch)
  }

  /// Uses deposits that were waiting for a bill. Answers how many bills they settled.
  func settleFromDeposits(key: String) throws -> Int {
    let waiting = try db.rows(
      "SELECT payer_id FROM deposit GROUP BY payer_id HAVING SUM(amount) > 0 ORDER BY payer_id"
    ) { try $0.id(0) as PayerID }
    var receipt = Receipt()
    try settle(Dictionary(uniqueKeysWithValues: waiting.map { ($0, .zero) }), batch: key, receipt: &receipt)
    return receipt.billsSettled
  }

  private func record(deposits moved: [(PayerID, Rupiah)], batch: String) throws {
    guard !moved.isEmpty else { return }
    try db.load("deposit", ["payer_id", "cause", "amount", "moved_on"]) { rows in
      for (payer, amount) in moved {
        rows.append(payer)
        rows.append(batch)
        rows.append(amount)
        rows.append(today)
        try rows.endRow()
      }
    }
  }

  private func write(_ bills: [Receivable], batch: String) throws -> Int {
    guard !bills.isEmpty else { return 0 }
    try db.load("bill_settlement", ["payer_id", "month", "seq", "settled_on", "batch"]) { rows in
      for bill in bills {
        rows.append(bill.payerID)
        rows.append(bill.month)
        rows.append(bill.sequence)
        rows.append(today)
        rows.append(batch)
        try rows.endRow()
      }
    }
    try close(bills, by: "bill_settlement")
    let credits = try credit(bills)
    try post(settled: bills, credits: credits.total, batch: batch)
    return credits.count
  }

  /// Credits each member's JHT of the settled bills.
  private func credit(_ bills: [Receivable]) throws -> (count: Int, total: Rupiah) {
    var credits: [JHTMovement] = []
    let saving = bills.filter { $0.funds.jht.isPositive }
    for (issue, ofIssue) in Dictionary(grouping: saving, by: \.issue) {
      try db.eachJHTContribution(of: Set(ofIssue.map(\.payerID)), issue) { member, kpj, amount in
        credits.append(
          JHTMovement(
            member: member, kpj: kpj, kind: .contribution, reference: issue.reference, creditedOn: today, amount: amount
          ))
      }
    }
    credits.sort { ($0.member, $0.kpj, $0.reference) < ($1.member, $1.kpj, $1.reference) }
    try db.load(credits)
    return (credits.count, credits.lazy.map(\.amount).sum())
  }

  private func post(settled bills: [Receivable], credits: Rupiah, batch: String) throws {
    let funds = bills.reduce(into: FundAmounts()) { $0 += $1.funds }
    precondition(funds.jht == credits, "the members are credited exactly what the bills say")
    var lines: [EntryLine] = [.debit(.deposits, .collection, funds.total), .credit(.bank, .collection, funds.total)]
    for (fund, amount) in funds.byFund {
      lines += [
        .debit(.bank, fund, amount), .credit(.receivable, fund, amount), .debit(.billedUnpaid, fund, amount),
        .credit(fund == .jht ? .memberBalances : .contributions, fund, amount),
      ]
    }
    try post(Entry(key: "\(batch)/settled", day: today, note: "\(bills.count) bills settled", lines: lines))
  }
}

extension Connection {
  fileprivate func deposits(of payers: [PayerID]) throws -> [PayerID: Rupiah] {
    var deposits: [PayerID: Rupiah] = [:]
    try eachChunk(of: payers, "SELECT payer_id, SUM(amount) FROM deposit", "payer_id", "GROUP BY payer_id") {
      deposits[try $0.id(0)] = try $0.rupiah(1)
    }
    return deposits
  }

  /// JHT on the bills of some payers for a month. Of a few payers it is found through an employer's list of workers and a
  /// self-payer's own lines; for many the whole month goes by.
  fileprivate func eachJHTContribution(
    of payers: Set<PayerID>, _ issue: Bill.Issue, _ body: (MemberID, String, Rupiah) throws -> Void
  ) throws {
    if payers.count > 200 {
      return try each(
        """
        SELECT member_id, kpj, jht_employer + jht_worker, payer_id FROM contribution
        WHERE month = $1 AND seq = $2 AND jht_employer + jht_worker > 0
        """, issue.month, issue.sequence
      ) { row in
        guard payers.contains(try row.id(3)) else { return }
        try body(try row.id(0), try row.text(1), try row.rupiah(2))
      }
    }
    for chunk in payers.sorted().chunks(of: 200) {
      let holes = (3..<chunk.count + 3).map { "$\($0)" }.joined(separator: ", ")
      try each(
        """
        SELECT c.member_id, c.kpj, c.jht_employer + c.jht_worker
        FROM employment e
        JOIN contribution c ON c.member_id = e.member_id AND c.kpj = e.kpj AND c.month = $1 AND c.seq = $2
        WHERE e.employer_id IN (\(holes)) AND c.payer_id = e.employer_id AND c.jht_employer + c.jht_worker > 0
        UNION ALL
        SELECT c.member_id, c.kpj, c.jht_employer + c.jht_worker
        FROM contribution c
        WHERE c.member_id IN (\(holes)) AND c.payer_id = c.member_id AND c.month = $1 AND c.seq = $2
          AND c.jht_employer + c.jht_worker > 0
        """, values: [issue.month.sqlValue, Int64(issue.sequence).sqlValue] + chunk.map(\.sqlValue)
      ) { try body(try $0.id(0), try $0.text(1), try $0.rupiah(2)) }
    }
  }
}
