import Programs
import Store
public import Vocabulary

/// Takes claims, decides them with two pairs of eyes, and sees them paid.
public struct ClaimDesk: Sendable {
  let office: Office
}

extension ClaimDesk {
  /// What a claim would bring today, or every reason against it. Records nothing but that it was asked.
  public func check(_ form: JHTClaimForm, of member: MemberID, by actor: Actor) async throws -> ClaimAnswer {
    try actor.require(.readClaims, orBeing: member)
    return try await office.reading("claims.check", by: actor, why: form.ground.rawValue) { act in
      act.subject = member.value
      return try act.decide(form, of: member, filed: act.today).answer
    }
  }

  /// A claim by its number, for its claimant and the officers who may read claims.
  public func claim(_ number: ClaimNumber, by actor: Actor, why reason: String) async throws -> Claim {
    try await office.reading("claims.read", by: actor, why: reason) { act in
      let (member, id) = try act.db.claimKey(number)
      try actor.require(.readClaims, orBeing: member)
      act.subject = member.value
      act.detail = number.text
      return try act.db.claim(member, id)
    }
  }

  /// A member's claims, newest first.
  public func claims(of member: MemberID, by actor: Actor) async throws -> [Claim] {
    try actor.require(.readClaims, orBeing: member)
    return try await office.reading("claims.list", by: actor, why: "claims of the member") { act in
      act.subject = member.value
      return try act.db.rows("SELECT claim_id FROM claim WHERE member_id = $1 ORDER BY claim_id DESC", member) {
        try $0.id(0) as ClaimID
      }.map { try act.db.claim(member, $0) }
    }
  }

  /// What waits for an officer, longest waiting first. Numbers and stages only: opening a case is a reading of its own.
  public func workList(stage: ClaimStatus? = nil, after: ClaimID? = nil, limit: Int = 50, by actor: Actor) async throws
    -> [WorkItem]
  {
    try actor.require(.readClaims)
    return try await office.database.read { db in
      try db.rows(
        """
        SELECT claim_id, number, stage, since, due_on FROM work_item
        WHERE ($1 = '' OR stage = $1) AND claim_id > $2 ORDER BY claim_id LIMIT $3
        """, stage?.rawValue ?? "", after?.value ?? 0, limit
      ) {
        WorkItem(
          claimID: try $0.id(0), number: try ClaimNumber($0, 1), stage: try $0.raw(2), since: try $0.instant(3),
          dueOn: try $0.day(4))
      }
    }
  }
}

/// A claim on the work list.
public struct WorkItem: Codable, Hashable, Sendable {
  public let claimID: ClaimID
  public let number: ClaimNumber
  public let stage: ClaimStatus
  public let since: Instant
  /// The last of the three working days that were promised.
  public let dueOn: Day
}

extension OfficeError {
  static let noSuchClaim = OfficeError.notFound(
    Words("Klaim tidak ditemukan. Periksa nomor klaim.", "No such claim. Check the claim number."))
}
