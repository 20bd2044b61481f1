public import Ledger
import Store
import Vocabulary

/// The ledger and its proof.
public struct Books: Sendable {
  let office: Office
}

extension Books {
  public func trialBalance(by actor: Actor) async throws -> TrialBalance {
    try actor.require(.readBooks)
    return try await office.database.read { db in try db.trialBalance() }
  }

  /// The newest entries, or those whose key begins with `prefix`.
  public func entries(keyPrefix prefix: String = "", limit: Int = 50, by actor: Actor) async throws -> [Entry] {
    try actor.require(.readBooks)
    return try await office.database.read { db in
      let heads = try db.rows(
        """
        SELECT entry_key, day, note FROM ledger_entry WHERE entry_key >= $1 AND entry_key < $2
        ORDER BY recorded_at DESC, entry_key LIMIT $3
        """, prefix, prefix + "\u{10FFFF}", limit
      ) { (try $0.text(0), try $0.day(1), try $0.text(2)) }
      return try heads.map { key, day, note in
        try Entry(key: key, day: day, note: note, lines: try db.ledgerLines(of: key))
      }
    }
  }

  /// Every check over the whole book; all hold when the book is sound.
  public func check(by actor: Actor) async throws -> [BookFinding] {
    try actor.require(.readBooks)
    return try await office.database.read { db in
      BookCheck.findings(of: try db.trialBalance()) + (try SubLedgerCheck(db: db).findings())
    }
  }
}

extension Connection {
  func trialBalance() throws -> TrialBalance {
    TrialBalance(
      rows: try rows("SELECT account, fund, SUM(amount) FROM ledger_line GROUP BY account, fund") {
        TrialBalance.Row(account: try $0.raw(0), fund: try $0.raw(1), balance: try $0.rupiah(2))
      })
  }

  func ledgerLines(of key: String) throws -> [EntryLine] {
    try rows("SELECT account, fund, amount FROM ledger_line WHERE entry_key = $1 ORDER BY line", key) {
      EntryLine(account: try $0.raw(0), fund: try $0.raw(1), amount: try $0.rupiah(2))
    }
  }
}

extension Act {
  /// Adds an entry to the book. Its key is new, or the whole act is undone.
  func post(_ entry: Entry) throws {
    try db.execute(
      "INSERT INTO ledger_entry (entry_key, day, recorded_at, note) VALUES ($1, $2, $3, $4)", entry.key, entry.day, now,
      entry.note)
    for (offset, line) in entry.lines.enumerated() {
      try db.execute(
        "INSERT INTO ledger_line (entry_key, line, account, fund, amount) VALUES ($1, $2, $3, $4, $5)", entry.key,
        offset + 1, line.account.rawValue, line.fund.rawValue, line.amount)
    }
  }
}
