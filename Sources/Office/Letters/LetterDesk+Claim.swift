public import Formats
import Law
import Programs
import Store
public import Vocabulary

extension LetterDesk {
  /// Says that a claim was received: its number, what happens next and by when.
  ///
  /// For the claimant, and officers who may read claims.
  public func submission(_ number: ClaimNumber, in language: Language = .indonesian, by actor: Actor) async throws
    -> Letter
  {
    try await aboutClaim("letters.submission", number, by: actor) { act, claim, member in
      let days = try act.office.law.inForce(OfficeRules.claimWorkingDays, on: claim.filedOn)
      return SubmissionLetter(
        claim: claim, member: member, days: days.value.count, isDraft: days.confidence == .draft,
        due: try act.office.dueDay(after: claim.filedOn), paper: stationery(language)
      ).letter
    }
  }

  /// Tells the decision on a claim: what is paid, where and how it was worked out; or why not, and what to do.
  ///
  /// For the claimant, and officers who may read claims.
  /// - Throws: `OfficeError.conflict("claim-not-decided")` before there is a decision.
  public func decision(_ number: ClaimNumber, in language: Language = .indonesian, by actor: Actor) async throws
    -> Letter
  {
    try await aboutClaim("letters.decision", number, by: actor) { act, claim, member in
      if let refusal = claim.events.last(where: { $0.kind == .refused }) {
        return RefusalLetter(claim: claim, member: member, refusal: refusal, paper: stationery(language)).letter
      }
      guard let approval = claim.approval else {
        throw OfficeError.conflict(
          code: "claim-not-decided",
          Words(
            "Klaim \(number) belum diputus, jadi suratnya belum ada. Lihat statusnya di daftar klaim.",
            "Claim \(number) is not decided yet, so there is no letter. See its status in the list of claims."))
      }
      return ApprovalLetter(
        claim: claim, member: member, approval: approval,
        account: try act.db.payee(of: claim), approver: try act.db.userName(ofActor: approval.approvedBy),
        due: try act.office.dueDay(after: claim.verifiedOn ?? claim.filedOn), paper: stationery(language)
      ).letter
    }
  }

  private func aboutClaim(
    _ name: String, _ number: ClaimNumber, by actor: Actor,
    _ write: @escaping @Sendable (Act, Claim, Member) throws -> Letter
  ) async throws -> Letter {
    try await office.reading(name, by: actor, why: "letter") { act in
      let (id, claim) = try act.db.claimKey(number)
      try actor.require(.readClaims, orBeing: id)
      act.subject = id.value
      act.detail = number.text
      guard let member = try act.db.member(id) else { throw OfficeError.noSuchMember }
      return try write(act, try act.db.claim(id, claim), member)
    }
  }
}

extension Claim {
  fileprivate var verifiedOn: Day? { events.last { $0.kind == .verified }?.at.day }
}

extension Connection {
  /// The account of the latest payment: the claim's own, or the one it was mended to.
  fileprivate func payee(of claim: Claim) throws -> BankAccount {
    try row(
      """
      SELECT bank_code, bank_account, bank_holder FROM payout WHERE member_id = $1 AND claim_id = $2
      ORDER BY attempt DESC LIMIT 1
      """, claim.memberID, claim.id
    ) { BankAccount(code: try $0.text(0), number: try $0.text(1), holder: try $0.text(2)) } ?? claim.bank
  }
}
