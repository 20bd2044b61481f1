import Store
import Vocabulary

extension ClaimDesk {
  /// The first officer has seen the documents and found them right.
  ///
  /// - Parameter documents: what was seen, in the officer's words; not empty.
  public func verify(_ number: ClaimNumber, documents: String, by actor: Actor, key: ActKey) async throws -> ClaimStatus
  {
    try actor.require(.verifyClaims)
    guard !documents.trimmed.isEmpty else {
      throw OfficeError.fault("documents", "Tulis dokumen yang Anda lihat.", "Write which documents you saw.")
    }
    return try await office.act("claims.verify", by: actor, key: key, input: [number.text, documents]) { act in
      let claim = try act.open(number)
      try actor.requireOther(than: claim.submittedBy, forMember: claim.memberID)
      try act.record(.verified, of: claim, detail: documents.trimmed)
      return .verified
    }
  }

  /// An officer refuses a claim, with the reason that the claimant will read.
  public func refuse(_ number: ClaimNumber, because reason: String, by actor: Actor, key: ActKey) async throws
    -> ClaimStatus
  {
    guard actor.has(.verifyClaims) || actor.has(.approveClaims) else { throw OfficeError.notAllowed(.verifyClaims) }
    guard reason.trimmed.count >= 10 else {
      throw OfficeError.fault(
        "reason", "Tulis alasan penolakan dalam satu kalimat yang jelas bagi peserta.",
        "Write the reason in one sentence that is clear to the member.")
    }
    return try await office.act("claims.refuse", by: actor, key: key, input: [number.text, reason], why: reason) {
      act in
      let claim = try act.open(number)
      try actor.requireOther(forMember: claim.memberID)
      try act.record(.refused, of: claim, detail: reason.trimmed)
      try act.release(claim.memberID, claim.id)
      return .refused
    }
  }
}

extension Act {
  func open(_ number: ClaimNumber) throws -> Claim {
    let (member, id) = try db.claimKey(number)
    return try db.claim(member, id)
  }
}
