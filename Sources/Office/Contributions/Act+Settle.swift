import Ledger
import Store
import Vocabulary

extension Act {
  /// Settles open bills of payers who just paid in, whole and oldest first, and credits the members' JHT.
  ///
  /// - Parameter paidIn: what each payer has just paid, not yet among the deposits.
  func settle(_ paidIn: [PayerID: Rupiah], batch: String, receipt: inout Receipt) throws {
    try reopen(paidIn.filter(\.value.isPositive).keys)
    let payers = paidIn.keys.sorted()
    var settled: [Bill] = []
    for chunk in payers.chunks(of: 500) {
      let before = try db.deposits(of: chunk)
      let open = Dictionary(grouping: try db.openBills(of: chunk), by: \.payerID)
      var moved: [PayerID: Rupiah] = [:]
      for payer in chunk {
        var money = (before[payer] ?? .zero) + (paidIn[payer] ?? .zero)
        let start = before[payer] ?? .zero
        for bill in open[payer] ?? [] {
          guard bill.total <= money else { break }
          money -= bill.total
          settled.append(bill)
        }
        if money != start { moved[payer] = money - start }
      }
      try record(deposits: moved, batch: batch)
    }
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

  private func record(deposits moved: [PayerID: Rupiah], batch: String) throws {
    try db.load("deposit", ["payer_id", "cause", "amount", "moved_on"]) { rows in
      for (payer, amount) in moved.sorted(by: { $0.key < $1.key }) {
        rows.append(payer)
        rows.append(batch)
        rows.append(amount)
        rows.append(today)
        try rows.endRow()
      }
    }
  }

  private func write(_ bills: [Bill], batch: String) throws -> Int {
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
    let credits = try credit(bills)
    try post(settled: bills, credits: credits.total, batch: batch)
    return credits.count
  }

  /// Credits each member's JHT of the settled bills.
  private func credit(_ bills: [Bill]) throws -> (count: Int, total: Rupiah) {
    var credits: [JHTMovement] = []
    for (issue, ofIssue) in Dictionary(grouping: bills, by: \.issue) {
      for chunk in ofIssue.map(\.payerID).sorted().chunks(of: 200) {
        try db.eachJHTContribution(of: chunk, issue) { member, kpj, amount in
          credits.append(
            JHTMovement(
              member: member, kpj: kpj, kind: .contribution, reference: issue.reference, creditedOn: today,
              amount: amount))
        }
      }
    }
    credits.sort { ($0.member, $0.kpj, $0.reference) < ($1.member, $1.kpj, $1.reference) }
    try db.load(credits)
    return (credits.count, credits.lazy.map(\.amount).sum())
  }

  private func post(settled bills: [Bill], credits: Rupiah, batch: String) throws {
    let funds = try db.funds(of: bills)
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
  fileprivate func deposits(of payers: ArraySlice<PayerID>) throws -> [PayerID: Rupiah] {
    let holes = (1...payers.count).map { "$\($0)" }.joined(separator: ", ")
    let rows = try rows(
      "SELECT payer_id, SUM(amount) FROM deposit WHERE payer_id IN (\(holes)) GROUP BY payer_id",
      values: payers.map(\.sqlValue)
    ) { (try $0.id(0) as PayerID, try $0.rupiah(1)) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// JHT on the bills of some payers for a month: employers through their lists of workers, self-payers their own.
  fileprivate func eachJHTContribution(
    of payers: ArraySlice<PayerID>, _ issue: Bill.Issue, _ body: (MemberID, String, Rupiah) throws -> Void
  ) throws {
    let holes = (3..<payers.count + 3).map { "$\($0)" }.joined(separator: ", ")
    try each(
      """
      SELECT c.member_id, c.kpj, c.jht_employer + c.jht_worker
      FROM employment e JOIN contribution c ON c.member_id = e.member_id AND c.kpj = e.kpj AND c.month = $1 AND c.seq = $2
      WHERE e.employer_id IN (\(holes)) AND c.payer_id = e.employer_id AND c.jht_employer + c.jht_worker > 0
      UNION ALL
      SELECT c.member_id, c.kpj, c.jht_employer + c.jht_worker
      FROM contribution c
      WHERE c.member_id IN (\(holes)) AND c.payer_id = c.member_id AND c.month = $1 AND c.seq = $2
        AND c.jht_employer + c.jht_worker > 0
      """, values: [issue.month.sqlValue, Int64(issue.sequence).sqlValue] + payers.map(\.sqlValue)
    ) { try body(try $0.id(0), try $0.text(1), try $0.rupiah(2)) }
  }

  /// What the bills bring each fund.
  func funds(of bills: [Bill]) throws -> FundAmounts {
    var funds = FundAmounts()
    for (issue, ofIssue) in Dictionary(grouping: bills, by: \.issue) {
      for chunk in ofIssue.map(\.payerID).chunks(of: 500) {
        let holes = (3..<chunk.count + 3).map { "$\($0)" }.joined(separator: ", ")
        let sums = try row(
          """
          SELECT SUM(jkk - jkk_to_jkp), SUM(jkm - jkm_to_jkp), SUM(jht), SUM(jp), SUM(jkk_to_jkp + jkm_to_jkp)
          FROM bill WHERE month = $1 AND seq = $2 AND payer_id IN (\(holes))
          """, values: [issue.month.sqlValue, Int64(issue.sequence).sqlValue] + chunk.map(\.sqlValue)
        ) {
          FundAmounts(
            jkk: try $0.rupiah(0), jkm: try $0.rupiah(1), jht: try $0.rupiah(2), jp: try $0.rupiah(3),
            jkp: try $0.rupiah(4))
        }
        if let sums { funds += sums }
      }
    }
    return funds
  }
}
