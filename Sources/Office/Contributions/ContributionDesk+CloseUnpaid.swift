import Law
import Ledger
import Programs
import Store
public import Vocabulary

extension ContributionDesk {
  /// Closes self-employed memberships that at the end of `month` have been unpaid for more months in a row than the law
  /// bears, and lets their open bills fall away: the self-employed are not pursued. Answers how many closed.
  ///
  /// - Throws: `faults` before the month's last day, for until then it can be paid.
  public func closeUnpaid(endOf month: Month, by actor: Actor) async throws -> Int {
    try actor.require(.billContributions)
    return try await office.act(
      "contributions.close-unpaid", by: actor, key: ActKey(own: month.description), input: month
    ) {
      act in
      guard act.today >= month.lastDay, month >= Month(year: 2015, month: 7) else {
        throw OfficeError.fault(
          "month", "Bulan \(month.spelled(in: .indonesian)) belum selesai. Tunggu sampai hari terakhirnya.",
          "\(month.spelled(in: .english)) is not over. Wait for its last day.")
      }
      let months = try act.office.law.inForce(OfficeRules.unpaidMonths, on: month.lastDay).value
      let oldest = month.adding(-months.count)
      let late = try act.db.rows(
        """
        SELECT b.payer_id FROM bill_open b JOIN payer p ON p.payer_id = b.payer_id
        WHERE b.month <= $1 AND p.kind = $2 GROUP BY b.payer_id ORDER BY b.payer_id
        """, oldest, PayerKind.member.rawValue
      ) { try $0.id(0) as MemberID }
      for member in late {
        for membership in try act.db.memberships(of: member)
        where membership.segment == .selfEmployed && membership.status.isActive {
          try act.lapse(membership, true, month)
        }
      }
      try act.void(
        try act.db.openBills(of: late.map { PayerID($0) }).filter { $0.month <= month }, reason: "unpaid",
        key: "unpaid/\(month)")
      act.detail = "\(month): \(late.count) closed"
      return late.count
    }
  }
}

extension Act {
  /// Opens closed memberships of members who just paid, with a bill from this month on to settle.
  func reopen(_ payers: some Collection<PayerID>) throws {
    let lapsed = try db.lapsedMembers(among: payers)
    for payer in payers.filter({ lapsed.contains(MemberID($0)) }).sorted() {
      for membership in try db.memberships(of: MemberID(payer)) {
        guard case .lapsed = membership.status else { continue }
        try lapse(membership, false, today.month)
      }
      try billSelfPayer(MemberID(payer))
    }
  }

  fileprivate func lapse(_ membership: Membership, _ closed: Bool, _ month: Month) throws {
    let seq = try db.integer(
      "SELECT count(*) FROM membership_lapse WHERE member_id = $1 AND kpj = $2", membership.memberID, membership.kpj)
    try db.execute(
      "INSERT INTO membership_lapse (member_id, kpj, seq, lapsed, month, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)",
      membership.memberID, membership.kpj, seq + 1, closed, month, now)
  }

  /// Lets open bills of a payer for months after `month` fall away.
  func voidBills(of member: MemberID, after month: Month, reason: String) throws {
    let bills = try db.openBills(of: [PayerID(member)]).filter { $0.month > month }
    try void(bills, reason: reason, key: "void/\(member)/\(month)")
  }

  fileprivate func void(_ bills: [Receivable], reason: String, key: String) throws {
    guard !bills.isEmpty else { return }
    try db.load("bill_void", ["payer_id", "month", "seq", "reason", "voided_on"]) { rows in
      for bill in bills {
        rows.append(bill.payerID)
        rows.append(bill.month)
        rows.append(bill.sequence)
        rows.append(reason)
        rows.append(today)
        try rows.endRow()
      }
    }
    try close(bills, by: "bill_void")
    let funds = bills.reduce(into: FundAmounts()) { $0 += $1.funds }
    let lines = funds.byFund.flatMap { fund, amount in
      [EntryLine.credit(.receivable, fund, amount), .debit(.billedUnpaid, fund, amount)]
    }
    try post(Entry(key: key, day: today, note: "\(bills.count) bills void: \(reason)", lines: lines))
  }
}

extension Connection {
  fileprivate func lapsedMembers(among payers: some Collection<PayerID>) throws -> Set<MemberID> {
    var lapsed: Set<MemberID> = []
    try eachChunk(
      of: payers, "SELECT member_id, lapsed FROM membership_lapse", "member_id", "ORDER BY member_id, kpj, seq"
    ) {
      if try $0.bool(1) { lapsed.insert(try $0.id(0)) } else { lapsed.remove(try $0.id(0)) }
    }
    return lapsed
  }
}
