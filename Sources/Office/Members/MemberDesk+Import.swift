import Programs
import Store
import Vocabulary

extension MemberDesk {
  /// Opens many memberships as one act: a sponsor's list, a takeover from another system, the sample branch.
  ///
  /// Answers in the order asked. Whole or not at all; every fault is told with its line.
  public func enrol(_ enrolments: [Enrolment], by actor: Actor, key: ActKey) async throws -> [Enrolled] {
    try actor.require(.registerMembers)
    let digest = Digest.of(enrolments, \.line)
    let packed = try await office.act("members.enrol", by: actor, key: key, input: digest) { act in
      let faults = try act.faults(in: enrolments)
      guard faults.isEmpty else { throw OfficeError.faults(faults) }
      act.detail = "\(enrolments.count) memberships"
      return PackedEnrolments(try act.enrol(enrolments))
    }
    return packed.enrolled
  }

  /// Records many wages as one act.
  public func change(_ changes: [WageChange], by actor: Actor, key: ActKey) async throws -> Int {
    try actor.require(.changeMembers)
    let digest = Digest.of(changes) { "\($0.kpj)|\($0.amount.amount)|\($0.from)" }
    return try await office.act("members.change-wages", by: actor, key: key, input: digest) { act in
      let memberships = try act.db.memberships(ofKPJs: changes.map(\.kpj))
      let faults = try act.faults(in: changes, memberships)
      guard faults.isEmpty else { throw OfficeError.faults(faults) }
      try act.db.load("wage", ["member_id", "kpj", "from_month", "recorded_at", "amount"]) { rows in
        for change in changes {
          guard let member = memberships[change.kpj]?.member else { continue }
          rows.append(member)
          rows.append(change.kpj.digits)
          rows.append(change.from)
          rows.append(act.now)
          rows.append(change.amount)
          try rows.endRow()
        }
      }
      act.detail = "\(changes.count) wages"
      return changes.count
    }
  }
}

extension Enrolment {
  /// All of it in one line, to tell the same list from another.
  fileprivate var line: String {
    let bank = person.bank
    let fields: [String] = [
      person.nik.digits, person.name, person.birthPlace, person.bornOn.description, person.sex.rawValue,
      person.motherName,
      person.address, person.village, person.phone, person.email, person.npwp, bank.code, bank.number, bank.holder,
      segment.rawValue, employerID?.description ?? "", String(programmes.rawValue), occupation, relief,
      joinedOn.description,
      String(wage.amount), String(confirmed),
    ]
    return fields.joined(separator: "|")
  }
}

extension Act {
  /// What no form has looked at, and what billing could not bear later on: every fault with its line.
  fileprivate func faults(in enrolments: [Enrolment]) throws -> [Fault] {
    let ages = try AgeRule(law: office.law, on: today)
    let employers = try db.employers(among: Set(enrolments.compactMap(\.employerID)))
    let known = try db.members(ofNIKs: enrolments.map(\.person.nik))
    var held = try db.running(Set(known.values))
    var faults: [Fault] = []
    for (offset, enrolment) in enrolments.enumerated() {
      var found =
        ages.faults(of: enrolment.person, segment: enrolment.segment) + ContributionFacts.faults(of: enrolment)
      if enrolment.segment != .selfEmployed || enrolment.employerID != nil,
        enrolment.employerID.map(employers.contains) != true, ContributionFacts.programmes(of: enrolment.segment) != nil
      {
        found.append(Fault("employerID", OfficeError.noSuchEmployer.words))
      }
      if enrolment.joinedOn > today || enrolment.joinedOn <= enrolment.person.bornOn {
        found.append(
          Fault(
            "joinedOn", "Tanggal mulai sesudah hari ini atau sebelum lahir. Periksa lagi tanggalnya.",
            "The first day lies after today or before birth. Look again at the date."))
      }
      let place = RunningMembership(enrolment, member: known[enrolment.person.nik])
      if !held.insert(place).inserted {
        found.append(
          Fault(
            "nik", "NIK \(enrolment.person.nik.masked) sudah terdaftar di sini. Hapus baris ini.",
            "NIK \(enrolment.person.nik.masked) is registered here already. Take the line out."))
      }
      faults += found.map { Fault("line \(offset + 1), \($0.place)", $0.words) }
    }
    return faults
  }

  fileprivate func faults(in changes: [WageChange], _ memberships: [KPJ: KnownMembership]) throws -> [Fault] {
    let billed = try db.row("SELECT max(month) FROM bill_run") { try $0.optionalMonth(0) } ?? nil
    var told: Set<String> = []
    return changes.enumerated().flatMap { offset, change in
      var faults: [Fault] = []
      let membership = memberships[change.kpj]
      if membership == nil { faults.append(Fault("kpj", OfficeError.noSuchMembership.words)) }
      if membership?.ended == true {
        faults.append(
          Fault(
            "kpj", "KPJ \(change.kpj) sudah berakhir. Hapus baris ini.",
            "KPJ \(change.kpj) has ended. Take the line out."))
      }
      if !change.amount.isPositive {
        faults.append(Fault("wage", "Upah harus lebih dari nol.", "A wage is above zero."))
      } else {
        faults += ContributionFacts.faults(
          ofWage: change.amount, segment: membership?.segment ?? .wageEarner, place: "wage")
      }
      if let billed, change.from <= billed {
        faults.append(
          Fault(
            "from", "Bulan \(change.from.spelled(in: .indonesian)) sudah ditagih. Pilih bulan sesudahnya.",
            "\(change.from.spelled(in: .english)) is billed already. Choose a later month."))
      }
      if !told.insert("\(change.kpj) \(change.from)").inserted {
        faults.append(WageChange.twice(change.kpj, change.from))
      }
      return faults.map { Fault("line \(offset + 1), \($0.place)", $0.words) }
    }
  }
}

extension WageChange {
  /// One list may tell only one wage of a membership in a month: which of two would count?
  static func twice(_ kpj: KPJ, _ month: Month) -> Fault {
    Fault(
      "from", "Upah KPJ \(kpj) untuk \(month.spelled(in: .indonesian)) tertulis dua kali. Pilih salah satu.",
      "The wage of KPJ \(kpj) for \(month.spelled(in: .english)) is there twice. Choose one of them.")
  }
}

/// A membership that runs, as far as it must be the only one: of a person with one employer, or of her own.
private struct RunningMembership: Hashable {
  enum Who: Hashable {
    case member(MemberID)
    case newcomer(NIK)
  }
  let who: Who
  let employer: EmployerID?

  init(_ member: MemberID, _ employer: EmployerID?) {
    who = .member(member)
    self.employer = employer
  }

  init(_ enrolment: Enrolment, member: MemberID?) {
    who = member.map(Who.member) ?? .newcomer(enrolment.person.nik)
    employer = enrolment.employerID
  }
}

private struct KnownMembership {
  let member: MemberID
  let segment: Segment
  let ended: Bool
}

extension Connection {
  fileprivate func memberships(ofKPJs kpjs: [KPJ]) throws -> [KPJ: KnownMembership] {
    var found: [KPJ: KnownMembership] = [:]
    for chunk in kpjs.chunks(of: 500) {
      let holes = (1...chunk.count).map { "$\($0)" }.joined(separator: ", ")
      try each(
        """
        SELECT k.kpj, k.member_id, s.segment, e.ended_on FROM member_kpj k
        JOIN membership s ON s.member_id = k.member_id AND s.kpj = k.kpj
        LEFT JOIN membership_end e ON e.member_id = k.member_id AND e.kpj = k.kpj
        WHERE k.kpj IN (\(holes))
        """, values: chunk.map(\.sqlValue)
      ) {
        found[try $0.kpj(0)] = KnownMembership(member: try $0.id(1), segment: try $0.raw(2), ended: try !$0.isNull(3))
      }
    }
    return found
  }

  /// The memberships of some people that have not ended.
  fileprivate func running(_ members: Set<MemberID>) throws -> Set<RunningMembership> {
    var found: Set<RunningMembership> = []
    for chunk in members.sorted().chunks(of: 500) {
      let holes = (1...chunk.count).map { "$\($0)" }.joined(separator: ", ")
      try each(
        """
        SELECT s.member_id, s.employer_id FROM membership s
        LEFT JOIN membership_end e ON e.member_id = s.member_id AND e.kpj = s.kpj
        WHERE e.kpj IS NULL AND s.member_id IN (\(holes))
        """, values: chunk.map(\.sqlValue)
      ) { found.insert(RunningMembership(try $0.id(0), try $0.optionalID(1))) }
    }
    return found
  }

  fileprivate func employers(among ids: Set<EmployerID>) throws -> Set<EmployerID> {
    var found: Set<EmployerID> = []
    for chunk in ids.sorted().chunks(of: 500) {
      let holes = (1...chunk.count).map { "$\($0)" }.joined(separator: ", ")
      try each("SELECT employer_id FROM employer WHERE employer_id IN (\(holes))", values: chunk.map(\.sqlValue)) {
        found.insert(try $0.id(0))
      }
    }
    return found
  }
}

/// What many people got, in one text: as JSON, ten thousand objects would cost more to keep than to enrol.
private struct PackedEnrolments: Codable {
  let lines: String

  init(_ enrolled: [Enrolled]) {
    lines = enrolled.map { "\($0.memberID) \($0.kpj) \($0.va?.digits ?? "-")" }.joined(separator: "\n")
  }

  var enrolled: [Enrolled] {
    lines.split(separator: "\n").map { line in
      let parts = line.split(separator: " ")
      guard parts.count == 3, let number = Int64(parts[0]), let id = MemberID(number), let kpj = KPJ(String(parts[1]))
      else { preconditionFailure("an answer is read as it was kept") }
      return Enrolled(memberID: id, kpj: kpj, va: VirtualAccount(String(parts[2])))
    }
  }
}

/// A short stand-in for a long input, so that telling "the same again" costs little.
enum Digest {
  static func of<Line>(_ lines: [Line], _ text: (Line) -> String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lines.count * 48)
    for line in lines {
      bytes.append(contentsOf: text(line).utf8)
      bytes.append(10)
    }
    return Sodium.hash(bytes)
  }
}
