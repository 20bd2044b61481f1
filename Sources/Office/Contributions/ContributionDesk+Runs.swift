import Store
public import Vocabulary

/// A month that was billed: when, and how much.
public struct BilledMonth: Codable, Hashable, Sendable {
  public let month: Month
  public let issuedAt: Instant
  public let bills: Int
  public let lines: Int
  public let total: Rupiah
}

extension ContributionDesk {
  /// The months billed so far, newest first.
  public func billedMonths(limit: Int = 24, by actor: Actor) async throws -> [BilledMonth] {
    guard actor.has(.billContributions) || actor.has(.readBooks) else {
      throw OfficeError.notAllowed(.billContributions)
    }
    return try await office.database.read { db in
      try db.rows(
        "SELECT month, issued_at, bills, lines, total FROM bill_run WHERE part = 'all' ORDER BY month DESC LIMIT $1",
        limit
      ) {
        BilledMonth(
          month: try $0.month(0), issuedAt: try $0.instant(1), bills: Int(try $0.int(2)), lines: Int(try $0.int(3)),
          total: try $0.rupiah(4))
      }
    }
  }
}
