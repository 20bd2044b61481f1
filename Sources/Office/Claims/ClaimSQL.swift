import Law
import Ledger
import Programs
import Store
public import Vocabulary

extension Connection {
  func claimKey(_ number: ClaimNumber) throws -> (MemberID, ClaimID) {
    let key = try row("SELECT member_id, claim_id FROM claim_number WHERE number = $1", number.text) {
      (try $0.id(0) as MemberID, try $0.id(1) as ClaimID)
    }
    guard let key else { throw OfficeError.noSuchClaim }
    return key
  }

  func claim(_ member: MemberID, _ id: ClaimID) throws -> Claim {
    let events = try claimEvents(member, id)
    let approval = try claimApproval(member, id)
    let claim = try row(
      """
      SELECT number, programme, ground, channel, kpjs, bank_code, bank_account, bank_holder, work_ended_on, filed_on,
        submitted_by
      FROM claim WHERE member_id = $1 AND claim_id = $2
      """, member, id
    ) { row in
      let bank = BankAccount(code: try row.text(5), number: try row.text(6), holder: try row.text(7))
      return Claim(
        id: id, memberID: member, number: try ClaimNumber(row, 0), programme: try row.raw(1),
        form: JHTClaimForm(
          ground: try row.raw(2), channel: try row.raw(3),
          kpjs: try row.text(4).split(separator: ",").compactMap { KPJ(String($0)) },
          bank: bank, workEndedOn: try row.optionalDay(8)),
        bank: bank, filedOn: try row.day(9), submittedBy: try row.text(10), events: events, approval: approval)
    }
    guard let claim else { throw OfficeError.noSuchClaim }
    return claim
  }

  private func claimEvents(_ member: MemberID, _ id: ClaimID) throws -> [ClaimEvent] {
    try rows(
      "SELECT kind, at, actor, detail FROM claim_event WHERE member_id = $1 AND claim_id = $2 ORDER BY seq", member, id
    ) { ClaimEvent(kind: try $0.raw(0), at: try $0.instant(1), actor: try $0.text(2), detail: try $0.text(3)) }
  }

  private func claimApproval(_ member: MemberID, _ id: ClaimID) throws -> ClaimApproval? {
    try row(
      """
      SELECT decision, approved_at, approved_by FROM claim_approval WHERE member_id = $1 AND claim_id = $2
      """, member, id
    ) { row in
      let decision = try Wire.decode(JHTDecision.self, from: try row.text(0))
      guard case .payable(let payable) = decision.outcome else { throw OfficeError.noSuchClaim }
      return ClaimApproval(
        payable: payable, decision: decision, approvedAt: try row.instant(1), approvedBy: try row.text(2))
    }
  }
}

extension ClaimNumber {
  init(_ row: Row, _ column: Int) throws {
    guard let number = ClaimNumber(try row.text(column)) else { throw OfficeError.noSuchClaim }
    self = number
  }
}

extension Claim {
  /// - Throws: `conflict("claim-…")`, named for where the claim stands, when `kind` may not follow there.
  func require(_ kind: ClaimEvent.Kind) throws(OfficeError) {
    guard ClaimStatus.mayFollow[status]?.contains(kind) == true else {
      throw .conflict(
        code: "claim-\(status.rawValue)",
        Words(
          "Langkah ini tidak bisa: klaim \(number) \(status.words.indonesian.lowercased()).",
          "This step is not open: claim \(number) is \(status.words.english.lowercased())."))
    }
  }
}

extension Act {
  /// Adds to a claim's history what may follow where it stands, and moves it on the work list.
  func record(_ kind: ClaimEvent.Kind, of claim: Claim, detail text: String) throws {
    try claim.require(kind)
    try write(kind, claim.memberID, claim.id, seq: claim.events.count + 1, detail: text)
    subject = claim.memberID.value
    detail = "\(claim.number)"
    let stage = ClaimStatus(claim.events + [ClaimEvent(kind: kind, at: now, actor: actor.id, detail: text)])
    try db.execute("DELETE FROM work_item WHERE claim_id = $1", claim.id)
    if !stage.isFinal { try list(claim.id, claim.memberID, claim.number, stage) }
  }

  func write(_ kind: ClaimEvent.Kind, _ member: MemberID, _ claim: ClaimID, seq: Int, detail text: String) throws {
    try db.execute(
      """
      INSERT INTO claim_event (member_id, claim_id, seq, kind, at, actor, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)
      """, member, claim, seq, kind.rawValue, now, actor.id, text)
  }

  func list(_ claim: ClaimID, _ member: MemberID, _ number: ClaimNumber, _ stage: ClaimStatus) throws {
    try db.execute(
      "INSERT INTO work_item (claim_id, member_id, number, stage, since, due_on) VALUES ($1, $2, $3, $4, $5, $6)",
      claim,
      member, number.text, stage.rawValue, now, try office.dueDay(after: today))
  }
}

extension Office {
  /// The day on which what is complete on `day` must be paid: so many working days later, Saturdays and Sundays left out.
  public func dueDay(after day: Day) throws -> Day {
    var left = try law.inForce(OfficeRules.claimWorkingDays, on: day).value.count
    var due = day
    while left > 0 {
      due = due.adding(days: 1)
      let weekday = (Int(due.number) % 7 + 11) % 7  // 1970-01-01 was a Thursday: 0 is Sunday
      if weekday != 0, weekday != 6 { left -= 1 }
    }
    return due
  }
}
