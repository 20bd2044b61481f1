import Store
public import Vocabulary

/// A change of what a claim is decided and paid by.
public struct RecordChange: Hashable, Sendable {
  public enum Field: String, Sendable, CaseIterable {
    case name
    case bornOn
    case bank
  }

  public let field: Field
  public let at: Instant
  /// Whether she changed it herself, so that nobody of the office has seen a paper.
  public let byHerself: Bool
}

extension MemberDesk {
  /// Changes of name, birth date and account since `day`, newest first, without what stood or stands there.
  public func changes(
    of id: MemberID, since day: Day, by actor: Actor, why reason: String
  ) async throws -> [RecordChange] {
    try actor.require(.readMembers)
    return try await office.reading("members.changes", by: actor, why: reason) { act in
      act.subject = id.value
      let versions = try act.db.rows(
        """
        SELECT name, born_on, bank_code, bank_account, recorded_at, renewed
        FROM member_data WHERE member_id = $1 ORDER BY version
        """, id
      ) { row in
        Version(
          name: try row.text(0), bornOn: try row.day(1), bank: [try row.text(2), try row.text(3)],
          at: try row.instant(4), renewed: try row.int(5) == 1)
      }
      let changes = zip(versions, versions.dropFirst()).flatMap { before, after in after.changes(from: before) }
      return changes.filter { $0.at.day >= day }.reversed()
    }
  }
}

private struct Version {
  let name: String
  let bornOn: Day
  let bank: [String]
  let at: Instant
  let renewed: Bool

  func changes(from before: Version) -> [RecordChange] {
    var fields: [RecordChange.Field] = []
    if name != before.name { fields.append(.name) }
    if bornOn != before.bornOn { fields.append(.bornOn) }
    if bank != before.bank { fields.append(.bank) }
    return fields.map { RecordChange(field: $0, at: at, byHerself: renewed) }
  }
}
