import Store
import Vocabulary

extension MemberDesk {
  /// Opens many memberships as one act: a sponsor's list, a takeover from another system, the sample branch.
  ///
  /// Answers in the order asked. Whole or not at all; every fault is told with its line.
  public func enrol(_ enrolments: [Enrolment], by actor: Actor, key: ActKey) async throws -> [Enrolled] {
    try actor.require(.registerMembers)
    let digest = Digest.of(enrolments) { "\($0.person.nik)|\($0.person.name)|\($0.segment.rawValue)|\($0.joinedOn)|\($0.wage.amount)" }
    return try await office.act("members.enrol", by: actor, key: key, input: digest) { act in
      let ages = try AgeRule(law: act.office.law, on: act.today)
      let faults = enrolments.enumerated().flatMap { offset, enrolment in
        ages.faults(of: enrolment.person, segment: enrolment.segment).map { Fault("line \(offset + 1), \($0.place)", $0.words) }
      }
      guard faults.isEmpty else { throw OfficeError.faults(faults) }
      act.detail = "\(enrolments.count) memberships"
      return try act.enrol(enrolments)
    }
  }

  /// Records many wages as one act.
  public func change(_ changes: [WageChange], by actor: Actor, key: ActKey) async throws -> Int {
    try actor.require(.changeMembers)
    let digest = Digest.of(changes) { "\($0.kpj)|\($0.amount.amount)|\($0.from)" }
    return try await office.act("members.change-wages", by: actor, key: key, input: digest) { act in
      let members = try act.db.members(ofKPJs: changes.map(\.kpj))
      let faults = try changes.enumerated().flatMap { offset, change in
        try act.faults(in: change, known: members[change.kpj] != nil).map { Fault("line \(offset + 1), \($0.place)", $0.words) }
      }
      guard faults.isEmpty else { throw OfficeError.faults(faults) }
      try act.db.load("wage", ["member_id", "kpj", "from_month", "recorded_at", "amount"]) { rows in
        for change in changes {
          guard let member = members[change.kpj] else { continue }
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

extension Act {
  fileprivate func faults(in change: WageChange, known: Bool) throws -> [Fault] {
    var faults: [Fault] = []
    if !known { faults.append(Fault("kpj", OfficeError.noSuchMembership.words)) }
    if !change.amount.isPositive {
      faults.append(Fault("wage", "Upah harus lebih dari nol.", "A wage is above zero."))
    }
    if try db.exists("SELECT 1 FROM bill_run WHERE month >= $1", change.from) {
      faults.append(
        Fault(
          "from", "Bulan \(change.from.spelled(in: .indonesian)) sudah ditagih. Pilih bulan sesudahnya.",
          "\(change.from.spelled(in: .english)) is billed already. Choose a later month."))
    }
    return faults
  }
}

extension Connection {
  func members(ofKPJs kpjs: [KPJ]) throws -> [KPJ: MemberID] {
    var found: [KPJ: MemberID] = [:]
    for chunk in kpjs.chunks(of: 500) {
      let holes = (1...chunk.count).map { "$\($0)" }.joined(separator: ", ")
      let rows = try rows("SELECT kpj, member_id FROM member_kpj WHERE kpj IN (\(holes))", values: chunk.map(\.sqlValue)) {
        (try $0.kpj(0), try $0.id(1) as MemberID)
      }
      for (kpj, id) in rows { found[kpj] = id }
    }
    return found
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
