import Store
public import Vocabulary

/// Which rows of the trail somebody wants to see.
public struct AuditFilter: Hashable, Sendable {
  /// Part of a person's name, of an act's name or of what the row tells.
  public var text: String
  /// A member or an employer.
  public var subject: Int64?
  public var from: Day?
  public var until: Day?

  public init(text: String = "", subject: Int64? = nil, from: Day? = nil, until: Day? = nil) {
    self.text = text
    self.subject = subject
    self.from = from
    self.until = until
  }
}

/// Where a list of rows stopped.
public struct AuditPlace: Hashable, Sendable {
  public let at: Instant
  public let chain: Int64
  public let seq: Int64

  public init(at: Instant, chain: Int64, seq: Int64) {
    self.at = at
    self.chain = chain
    self.seq = seq
  }

  public init(_ row: AuditRow) { self.init(at: row.at, chain: row.chain, seq: row.seq) }
}

extension AuditDesk {
  /// Rows that match, newest first, older than `place` where one is given.
  public func search(_ filter: AuditFilter, before place: AuditPlace? = nil, limit: Int = 50, by actor: Actor)
    async throws
    -> [AuditRow]
  {
    try actor.require(.readAudit)
    let pattern = "%" + filter.text.trimmed.lowercased().filter { $0 != "%" && $0 != "_" } + "%"
    let from = filter.from.map { Instant($0, hour: 0) } ?? Instant(milliseconds: 0)
    let until = filter.until.map { Instant($0.adding(days: 1), hour: 0) } ?? Instant(milliseconds: .max)
    let place = place ?? AuditPlace(at: Instant(milliseconds: .max), chain: .max, seq: .max)
    return try await office.database.read { db in
      try db.rows(
        """
        SELECT \(AuditRow.columns) FROM audit
        WHERE at >= $1 AND at < $2 AND ($3 = 0 OR subject = $3)
          AND (at < $4 OR (at = $4 AND (chain < $5 OR (chain = $5 AND seq < $6))))
          AND ($7 = '%%' OR lower(act) LIKE $7 OR lower(detail) LIKE $7 OR lower(actor) LIKE $7 OR actor IN (
            SELECT 'user/' || CAST(user_id AS text) FROM app_user WHERE lower(name) LIKE $7))
        ORDER BY at DESC, chain DESC, seq DESC LIMIT $8
        """, from, until, filter.subject ?? 0, place.at, place.chain, place.seq, pattern, limit, as: AuditRow.init)
    }
  }
}
