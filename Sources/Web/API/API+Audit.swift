import Office
import Vocabulary

extension API {
  var auditRoutes: [Route] {
    [
      get("/audit-rows", "Who did what, when and why, newest first", for: .signedIn) { try await auditRows($0) },
      get("/audit-rows/verdict", "Whether the trail is whole: every seal is computed again", for: .may(.readAudit)) {
        _ in
        let verdict = try await desk.auditCheck.run(office).verdict
        return try .json(
          ToldVerdict(holds: verdict.holds, rows: verdict.rows, chains: verdict.chains, flaws: verdict.flaws))
      },
    ]
  }

  /// A member sees who opened her data, an employer who opened its own; auditors see all.
  private func auditRows(_ ask: Ask) async throws -> Reply {
    let actor = try ask.actor()
    let paging = try ask.paging(seal)
    guard actor.has(.readAudit) else {
      guard let own = actor.memberID?.value ?? actor.employerID?.value else { throw Refusal.notYours }
      let rows = try await office.audit.rows(about: own, limit: paging.limit, by: actor)
      return try .list(rows.map(ToldAuditRow.init), last: nil, ask: ask, paging: paging, seal: seal)
    }
    var subject: Int64?
    if let text = ask.query["subject"] {
      guard text.allSatisfy(\.isDigit), let number = Int64(text), number > 0 else {
        throw Refusal.badQuery("subject", Words("Isi dengan nomor.", "Must be a number."))
      }
      subject = number
    }
    let filter = AuditFilter(subject: subject, from: try ask.day("from"), until: try ask.day("until"))
    let rows = try await office.audit.search(
      filter, before: paging.after.flatMap(AuditPlace.init(cursor:)), limit: paging.limit + 1, by: actor)
    let shown = rows.prefix(paging.limit)
    return try .list(
      shown.map(ToldAuditRow.init), last: rows.count > paging.limit ? shown.last.map { AuditPlace($0).cursor } : nil,
      ask: ask, paging: paging, seal: seal)
  }
}

extension AuditPlace {
  var cursor: String { "\(at.milliseconds) \(chain) \(seq)" }

  init?(cursor: String) {
    let parts = cursor.split(separator: " ").compactMap { Int64($0) }
    guard parts.count == 3 else { return nil }
    self.init(at: Instant(milliseconds: parts[0]), chain: parts[1], seq: parts[2])
  }
}

struct ToldAuditRow: Encodable {
  let chain: Int64
  let seq: Int64
  let at: String
  let actor: String
  let act: String
  let subject: String?
  let reason: String
  let detail: String

  init(_ row: AuditRow) {
    chain = row.chain
    seq = row.seq
    at = row.at.description
    actor = row.actor
    act = row.act
    subject = row.subject.map(String.init)
    reason = row.reason
    detail = row.detail
  }
}

struct ToldVerdict: Encodable {
  let holds: Bool
  let rows: Int
  let chains: Int
  let flaws: [String]
}
