import Programs
import Store
public import Vocabulary

extension ClaimDesk {
  /// Submits a claim, if the law allows it today. A refusal is an answer with every reason, and records no claim.
  ///
  /// - Throws: `faults` for what cannot be; `conflict("claim-open")` when one of the memberships has an open claim.
  public func submit(_ form: JHTClaimForm, of member: MemberID, by actor: Actor, key: ActKey) async throws
    -> ClaimAnswer
  {
    try actor.require(.submitClaims, orBeing: member)
    return try await office.act("claims.submit", by: actor, key: key, input: Submission(member: member, form: form)) {
      act in
      act.subject = member.value
      let decided = try act.decide(form, of: member, filed: act.today)
      guard decided.answer.refusals.isEmpty else {
        act.detail = "refused: \(decided.answer.refusals.map(\.code).joined(separator: ", "))"
        return decided.answer
      }
      let bank = try act.payee(form, decided.member.person)
      let number = try act.insert(form, decided, bank: bank)
      act.detail = number.text
      return ClaimAnswer(facts: decided.facts, decision: decided.decision, number: number)
    }
  }

  private struct Submission: Codable {
    let member: MemberID
    let form: JHTClaimForm
  }

  /// The claimant takes an unverified claim back; her memberships are free again.
  public func withdraw(_ number: ClaimNumber, by actor: Actor, key: ActKey) async throws -> ClaimStatus {
    try await office.act("claims.withdraw", by: actor, key: key, input: number) { act in
      let (member, id) = try act.db.claimKey(number)
      try actor.require(.submitClaims, orBeing: member)
      try act.record(.withdrawn, of: try act.db.claim(member, id), detail: "")
      try act.release(member, id)
      return .withdrawn
    }
  }
}

extension Act {
  /// Where to pay: the account in the form, or the one on record. It must be the member's own.
  fileprivate func payee(_ form: JHTClaimForm, _ person: Person) throws -> BankAccount {
    let account = form.bank.flatMap { $0.isNone ? nil : $0 } ?? person.bank
    guard !account.isNone else {
      throw OfficeError.fault(
        "bankAccount", "Isi nomor rekening untuk menerima uang.", "Give the account to which the money is to go.")
    }
    var faults: [Fault] = []
    let checked = PersonForm.bank(
      code: account.code, number: account.number, holder: account.holder, owner: person.name, faults: &faults)
    guard faults.isEmpty else { throw OfficeError.faults(faults) }
    return checked
  }

  fileprivate func insert(_ form: JHTClaimForm, _ decided: DecidedClaim, bank: BankAccount) throws -> ClaimNumber {
    let member = decided.member.id
    let id = newID(ClaimMark.self)
    for membership in decided.memberships {
      let held = try db.execute(
        "INSERT INTO claim_hold (member_id, kpj, claim_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", member,
        membership.kpj, id)
      guard held == 1 else {
        throw OfficeError.conflict(
          code: "claim-open",
          Words(
            "KPJ \(membership.kpj) sudah ada dalam klaim yang belum selesai. Lihat statusnya di daftar klaim.",
            "KPJ \(membership.kpj) is in a claim that is not finished. See its status in the list of claims."))
      }
    }
    let number = try claimNumber(member, id)
    try db.execute(
      """
      INSERT INTO claim (member_id, claim_id, number, programme, ground, channel, kpjs, bank_code, bank_account, bank_holder,
        work_ended_on, filed_on, submitted_at, submitted_by)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      """, member, id, number.text, Programme.jht.rawValue, form.ground.rawValue, form.channel.rawValue,
      form.kpjs.map(\.digits).joined(separator: ","), bank.code, bank.number, bank.holder, form.workEndedOn, today, now,
      actor.id)
    try write(.submitted, member, id, seq: 1, detail: "")
    try list(id, member, number, .submitted)
    return number
  }

  private func claimNumber(_ member: MemberID, _ id: ClaimID) throws -> ClaimNumber {
    for attempt in 0..<100 {
      guard let number = ClaimNumber.drawn(from: id, .jht, year: today.year, attempt: attempt) else { continue }
      let free = try db.execute(
        "INSERT INTO claim_number (number, member_id, claim_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        number.text,
        member, id)
      if free == 1 { return number }
    }
    preconditionFailure("a hundred claim numbers in a row were taken: the series is full")
  }

  /// Frees the memberships of a finished claim.
  func release(_ member: MemberID, _ claim: ClaimID) throws {
    try db.execute("DELETE FROM claim_hold WHERE member_id = $1 AND claim_id = $2", member, claim)
  }
}
