import Law
import Programs
import Store
public import Vocabulary

/// One membership to be opened: who, from when, and on what wage.
public struct Enrolment: Codable, Hashable, Sendable {
  public var person: Person
  public var segment: Segment
  public var employerID: EmployerID?
  public var programmes: ProgrammeSet
  public var occupation: String
  public var relief: String
  public var joinedOn: Day
  /// The wage, or the income of the self-employed; rupiah a month.
  public var wage: Rupiah
  /// Whether the member confirmed the data herself.
  public var confirmed: Bool

  public init(
    person: Person, segment: Segment, employerID: EmployerID? = nil, programmes: ProgrammeSet, occupation: String = "",
    relief: String = "none", joinedOn: Day, wage: Rupiah, confirmed: Bool
  ) {
    self.person = person
    self.segment = segment
    self.employerID = employerID
    self.programmes = programmes
    self.occupation = occupation
    self.relief = relief
    self.joinedOn = joinedOn
    self.wage = wage
    self.confirmed = confirmed
  }
}

/// What somebody gets on being registered.
public struct Enrolled: Codable, Hashable, Sendable {
  public let memberID: MemberID
  public let kpj: KPJ
  /// Where to pay, for those who pay for themselves.
  public let va: VirtualAccount?
}

extension Act {
  /// Opens memberships, one or a hundred thousand, by the same bulk loads: new people are registered under their NIK, known
  /// ones get one membership more. Answers in the order asked.
  func enrol(_ asked: [Enrolment]) throws -> [Enrolled] {
    guard !asked.isEmpty else { return [] }
    let enrolments = try withJKP(asked)
    let known = try db.members(ofNIKs: enrolments.map(\.person.nik))
    var ids = known
    var isNew: [Bool] = []
    for enrolment in enrolments {
      isNew.append(ids[enrolment.person.nik] == nil)
      if ids[enrolment.person.nik] == nil { ids[enrolment.person.nik] = newID(MemberMark.self) }
    }
    let year = today.year % 100
    let first = try takeNumbers("kpj/\(year)", count: enrolments.count)
    let withAccount = try db.payers(among: enrolments.compactMap { known[$0.person.nik] })
    var accounts = withAccount
    var enrolled: [Enrolled] = []
    enrolled.reserveCapacity(enrolments.count)
    for (offset, enrolment) in enrolments.enumerated() {
      guard let member = ids[enrolment.person.nik],
        let kpj = KPJ(zeroPadded(year, 2) + zeroPadded(Int(first) + offset, 9))
      else { preconditionFailure("a number was taken for every enrolment") }
      if enrolment.segment == .selfEmployed, accounts[member] == nil {
        accounts[member] = VirtualAccount("\(office.branch.bankPrefix)1\(kpj)")
      }
      enrolled.append(
        Enrolled(memberID: member, kpj: kpj, va: enrolment.segment == .selfEmployed ? accounts[member] : nil))
    }
    try loadPeople(enrolments, enrolled, isNew)
    try loadMemberships(enrolments, enrolled)
    try loadAccounts(enrolled, besides: withAccount)
    return enrolled
  }

  /// JKP is nobody's choice: it follows from the worker, the employer's size and its programmes. Health insurance (JKN) is
  /// kept elsewhere and taken for granted until a claim asks for it.
  private func withJKP(_ asked: [Enrolment]) throws -> [Enrolment] {
    guard let begins = try office.law[JKP.oldestAtEnrolment].history.first?.from else { return asked }
    let scales = try db.scales(of: Set(asked.compactMap(\.employerID)))
    return try asked.map { enrolment in
      guard enrolment.segment == .wageEarner, let scale = enrolment.employerID.flatMap({ scales[$0] }) else {
        return enrolment
      }
      // Who was there when JKP began came in on that day.
      let day = max(enrolment.joinedOn, begins)
      let worker = JKP.Worker(
        bornOn: enrolment.person.bornOn, enrolledOn: day, indonesian: true, scale: scale,
        programmes: enrolment.programmes, healthInsured: true)
      guard try JKP.covers(worker, law: office.law, on: day).missing.isEmpty else { return enrolment }
      var covered = enrolment
      covered.programmes.insert(.jkp)
      return covered
    }
  }

  private func loadPeople(_ enrolments: [Enrolment], _ enrolled: [Enrolled], _ isNew: [Bool]) throws {
    let fresh = enrolments.indices.filter { isNew[$0] }
    try db.load("member_nik", ["nik", "member_id"]) { rows in
      for i in fresh {
        rows.append(enrolments[i].person.nik.digits)
        rows.append(enrolled[i].memberID)
        try rows.endRow()
      }
    }
    try db.load("member", ["member_id", "nik", "registered_at"]) { rows in
      for i in fresh {
        rows.append(enrolled[i].memberID)
        rows.append(enrolments[i].person.nik.digits)
        rows.append(now)
        try rows.endRow()
      }
    }
    try db.load("member_data", MemberDataRow.columns) { rows in
      for i in fresh {
        try MemberDataRow(
          member: enrolled[i].memberID, version: 1, at: now, by: actor.id, renewed: enrolments[i].confirmed,
          person: enrolments[i].person
        ).append(to: &rows)
      }
    }
  }

  private func loadMemberships(_ enrolments: [Enrolment], _ enrolled: [Enrolled]) throws {
    try db.load("member_kpj", ["kpj", "member_id"]) { rows in
      for one in enrolled {
        rows.append(one.kpj.digits)
        rows.append(one.memberID)
        try rows.endRow()
      }
    }
    let columns = [
      "member_id", "kpj", "segment", "employer_id", "programmes", "occupation", "relief", "joined_on", "recorded_at",
    ]
    try db.load("membership", columns) { rows in
      for (enrolment, one) in zip(enrolments, enrolled) {
        rows.append(one.memberID)
        rows.append(one.kpj.digits)
        rows.append(enrolment.segment.rawValue)
        rows.append(enrolment.employerID)
        rows.append(Int64(enrolment.programmes.rawValue))
        rows.append(enrolment.occupation)
        rows.append(enrolment.relief)
        rows.append(enrolment.joinedOn)
        rows.append(now)
        try rows.endRow()
      }
    }
    try db.load("wage", ["member_id", "kpj", "from_month", "recorded_at", "amount"]) { rows in
      for (enrolment, one) in zip(enrolments, enrolled) {
        rows.append(one.memberID)
        rows.append(one.kpj.digits)
        rows.append(enrolment.joinedOn.month)
        rows.append(now)
        rows.append(enrolment.wage)
        try rows.endRow()
      }
    }
    try db.load("employment", ["employer_id", "member_id", "kpj", "started_on"]) { rows in
      for (enrolment, one) in zip(enrolments, enrolled) {
        guard let employer = enrolment.employerID else { continue }
        rows.append(employer)
        rows.append(one.memberID)
        rows.append(one.kpj.digits)
        rows.append(enrolment.joinedOn)
        try rows.endRow()
      }
    }
  }

  private func loadAccounts(_ enrolled: [Enrolled], besides known: [MemberID: VirtualAccount]) throws {
    let fresh = enrolled.filter { $0.va != nil && known[$0.memberID] == nil }
    try db.load("virtual_account", ["va", "payer_id"]) { rows in
      for one in fresh {
        rows.append(one.va?.digits ?? "")
        rows.append(one.memberID)
        try rows.endRow()
      }
    }
    try db.load("payer", ["payer_id", "kind", "va"]) { rows in
      for one in fresh {
        rows.append(one.memberID)
        rows.append(PayerKind.member.rawValue)
        rows.append(one.va?.digits ?? "")
        try rows.endRow()
      }
    }
  }
}

extension Connection {
  fileprivate func scales(of employers: Set<EmployerID>) throws -> [EmployerID: EmployerScale] {
    var scales: [EmployerID: EmployerScale] = [:]
    for employer in employers {
      scales[employer] =
        try row(
          "SELECT scale FROM employer_data WHERE employer_id = $1 ORDER BY version DESC LIMIT 1", employer
        ) { EmployerScale(rawValue: try $0.text(0)) } ?? nil
    }
    return scales
  }

  /// Which of the NIKs are registered, asked five hundred at a time.
  func members(ofNIKs niks: [NIK]) throws -> [NIK: MemberID] {
    var found: [NIK: MemberID] = [:]
    for chunk in niks.chunks(of: 500) {
      let holes = (1...chunk.count).map { "$\($0)" }.joined(separator: ", ")
      let rows = try rows(
        "SELECT nik, member_id FROM member_nik WHERE nik IN (\(holes))", values: chunk.map(\.sqlValue)
      ) { (try $0.nik(0), try $0.id(1) as MemberID) }
      for (nik, id) in rows { found[nik] = id }
    }
    return found
  }

  func payers(among members: [MemberID]) throws -> [MemberID: VirtualAccount] {
    var found: [MemberID: VirtualAccount] = [:]
    for chunk in members.chunks(of: 500) {
      let holes = (1...chunk.count).map { "$\($0)" }.joined(separator: ", ")
      let rows = try rows("SELECT payer_id, va FROM payer WHERE payer_id IN (\(holes))", values: chunk.map(\.sqlValue))
      {
        (try $0.id(0) as MemberID, try $0.virtualAccount(1))
      }
      for (id, va) in rows { found[id] = va }
    }
    return found
  }
}

extension Array {
  func chunks(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
