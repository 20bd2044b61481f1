import Store
public import Vocabulary

/// A membership that ended: which, when and why.
public struct Ending: Codable, Hashable, Sendable {
  public let kpj: KPJ
  public let endedOn: Day
  public let reason: EndReason

  public init(kpj: KPJ, endedOn: Day, reason: EndReason) {
    self.kpj = kpj
    self.endedOn = endedOn
    self.reason = reason
  }
}

extension MemberDesk {
  /// A self-employed member says that her business stopped. Her membership ends that day; open bills for later months fall away.
  ///
  /// - Throws: `faults` when the day lies ahead or before she joined; `conflict("already-ended")`.
  public func stopBusiness(_ kpj: KPJ, on day: Day, by actor: Actor, key: ActKey) async throws -> Ending {
    let ending = Ending(kpj: kpj, endedOn: day, reason: .stoppedBusiness)
    return try await office.act("members.stop-business", by: actor, key: key, input: ending) { act in
      let membership = try act.db.membership(kpj)
      try actor.require(.changeMembers, orBeing: membership.memberID)
      act.subject = membership.memberID.value
      act.detail = "KPJ \(kpj)"
      guard membership.segment == .selfEmployed else {
        throw OfficeError.conflict(
          code: "not-self-employed",
          Words(
            "KPJ \(kpj) milik pekerja perusahaan. Minta perusahaan melaporkan Anda keluar.",
            "KPJ \(kpj) is an employee's. Ask the employer to report you out."))
      }
      try act.end(membership, on: day, reason: .stoppedBusiness)
      try act.voidBills(of: membership.memberID, after: day.month, reason: "business stopped")
      return ending
    }
  }
}

extension Connection {
  /// The membership of a number.
  func membership(_ kpj: KPJ) throws -> Membership {
    guard let member = try memberID(of: kpj), let found = try memberships(of: member).first(where: { $0.kpj == kpj })
    else { throw OfficeError.noSuchMembership }
    return found
  }
}

extension Act {
  /// Ends a membership, once. The primary key sees to "once"; this says it in words.
  func end(_ membership: Membership, on day: Day, reason: EndReason) throws {
    if case .ended(let before, _) = membership.status {
      throw OfficeError.conflict(
        code: "already-ended",
        Words(
          "KPJ \(membership.kpj) sudah berakhir pada \(before.spelled(in: .indonesian)).",
          "KPJ \(membership.kpj) ended on \(before.spelled(in: .english)) already."))
    }
    guard day <= today else {
      throw OfficeError.fault(
        "endedOn", "Tanggal berhenti tidak boleh sesudah hari ini.", "The last day cannot lie after today.")
    }
    guard day >= membership.joinedOn else {
      throw OfficeError.fault(
        "endedOn",
        "Tanggal berhenti tidak boleh sebelum mulai menjadi peserta, \(membership.joinedOn.spelled(in: .indonesian)).",
        "The last day cannot lie before the membership began, \(membership.joinedOn.spelled(in: .english)).")
    }
    try db.execute(
      """
      INSERT INTO membership_end (member_id, kpj, ended_on, reason, recorded_at, recorded_by)
      VALUES ($1, $2, $3, $4, $5, $6)
      """, membership.memberID, membership.kpj, day, reason.rawValue, now, actor.id)
    if let employer = membership.employerID {
      try db.execute(
        "INSERT INTO employment_end (employer_id, member_id, kpj, ended_on, reason) VALUES ($1, $2, $3, $4, $5)",
        employer, membership.memberID, membership.kpj, day, reason.rawValue)
    }
  }
}
