import Law
import Programs
import Store
import Vocabulary

/// A membership in a month, with what its contribution depends on.
struct BillableRow {
  let member: MemberID
  let kpj: String
  let segment: Segment
  let employer: EmployerID?
  let programmes: ProgrammeSet
  let relief: String
  let wage: Rupiah

  init(
    member: MemberID, kpj: String, segment: Segment, employer: EmployerID?, programmes: ProgrammeSet, relief: String,
    wage: Rupiah
  ) {
    self.member = member
    self.kpj = kpj
    self.segment = segment
    self.employer = employer
    self.programmes = programmes
    self.relief = relief
    self.wage = wage
  }

  init(_ membership: Membership) {
    self.init(
      member: membership.memberID, kpj: membership.kpj.digits, segment: membership.segment,
      employer: membership.employerID,
      programmes: membership.programmes, relief: membership.relief, wage: membership.wage)
  }

  /// The same with another wage.
  func earning(_ wage: Rupiah) -> BillableRow {
    BillableRow(
      member: member, kpj: kpj, segment: segment, employer: employer, programmes: programmes, relief: relief, wage: wage
    )
  }

  /// What the law asks for this month, on the bill of whoever pays.
  func line(_ employers: [EmployerID: EmployerRisk], _ tariff: Tariff, _ elders: [MemberID: Day] = [:]) throws
    -> BillBatch.Line
  {
    let risk = employer.flatMap { employers[$0] }
    let facts = try ContributionFacts(
      segment: segment, programmes: programmes, base: wage, riskClass: risk?.riskClass ?? .veryLow,
      relief: risk?.relief ?? Relief(rawValue: relief) ?? .none,
      bornOn: elders[member])
    return BillBatch.Line(
      payer: employer.map { PayerID($0) } ?? PayerID(member), member: member, kpj: kpj,
      contribution: tariff.contribution(for: facts))
  }
}

/// What of an employer its workers' contributions depend on.
struct EmployerRisk {
  let riskClass: RiskClass
  let relief: Relief
}

extension Connection {
  func billingEmployers() throws -> [EmployerID: EmployerRisk] {
    var found: [EmployerID: EmployerRisk] = [:]
    try each("SELECT employer_id, risk_class, relief FROM employer_data ORDER BY employer_id, version") { row in
      found[try row.id(0)] = EmployerRisk(riskClass: try row.raw(1), relief: try row.raw(2))
    }
    return found
  }

  /// Who may be past the retirement age of `month`, beyond which JP is not billed, with the birthday.
  func elders(in month: Month, law: LawBook) throws -> [MemberID: Day] {
    guard let age = try law.findInForce(JP.retirementAge, on: month.firstDay) else { return [:] }
    return try elders(bornUpTo: month.lastDay.adding(years: -age.value.count))
  }

  func elders(bornUpTo latest: Day) throws -> [MemberID: Day] {
    var elders: [MemberID: Day] = [:]
    try each(
      """
      SELECT d.member_id, d.born_on FROM member_data d WHERE d.born_on <= $1
        AND d.version = (SELECT max(v.version) FROM member_data v WHERE v.member_id = d.member_id)
      """, latest
    ) { elders[try $0.id(0)] = try $0.day(1) }
    return elders
  }

  /// The self-employed memberships that are closed for want of payment.
  func lapsedMemberships() throws -> Set<String> {
    var lapsed: Set<String> = []
    try each("SELECT kpj, lapsed FROM membership_lapse ORDER BY kpj, seq") { row in
      if try row.bool(1) { lapsed.insert(try row.text(0)) } else { lapsed.remove(try row.text(0)) }
    }
    return lapsed
  }

  /// Every membership that ran in `month`, in the order of the book, with the wage that held then: the last one recorded.
  func eachBillable(in month: Month, _ body: (BillableRow) throws -> Void) throws {
    try each(
      """
      SELECT s.member_id, s.kpj, s.segment, s.employer_id, s.programmes, s.relief,
        (SELECT w.amount FROM wage w WHERE w.member_id = s.member_id AND w.kpj = s.kpj AND w.from_month <= $1
          ORDER BY w.from_month DESC, w.recorded_at DESC LIMIT 1)
      FROM membership s
      LEFT JOIN membership_end e ON e.member_id = s.member_id AND e.kpj = s.kpj
      WHERE s.joined_on <= $2 AND (e.ended_on IS NULL OR e.ended_on >= $3)
      ORDER BY s.member_id, s.kpj
      """, month, month.lastDay, month.firstDay
    ) { row in
      guard let wage = try row.optionalRupiah(6) else { return }
      try body(
        BillableRow(
          member: try row.id(0), kpj: try row.text(1), segment: try row.raw(2), employer: try row.optionalID(3),
          programmes: ProgrammeSet(rawValue: Int(try row.int(4))), relief: try row.text(5), wage: wage))
    }
  }
}
