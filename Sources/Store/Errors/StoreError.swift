/// What can go wrong between the office and its database.
///
/// The cases carry the SQL text but never the values: those may be personal data, and errors end up in logs.
public enum StoreError: Error, Hashable, Sendable {
  /// A row with this key is there already. The columns are those of the key, on both engines.
  case unique(table: String, columns: [String], sql: String)
  /// A row points at one that is not there, or one that is still pointed at was to be removed.
  case foreignKey(sql: String)
  /// The constraint's name; SQLite gives the expression instead where the constraint has none.
  case check(constraint: String, sql: String)
  case notNull(table: String, column: String, sql: String)
  /// Others changed what this transaction had read, at every attempt.
  case serialization(sql: String)
  /// Another process held the database for longer than we wait.
  case busy(sql: String)
  /// A change was tried inside `read`.
  case readOnly(sql: String)
  /// The disk is full.
  case full(String)
  /// The database cannot be reached, or the connection was lost; `place` shows no password. If it was lost during a
  /// commit, nobody knows whether that commit happened: ask again under the same idempotency key.
  case unreachable(place: String, reason: String)
  /// The folder that should hold the SQLite file is not there.
  case noFolder(path: String)
  /// The file is no database, or a damaged one.
  case corrupt(String)
  /// The statement makes no sense to the engine; an unknown table or column too.
  case syntax(message: String, sql: String)
  /// A value that not both engines can keep, such as a zero byte inside a text.
  case unstorable(String)
  /// A value was asked for and no row came.
  case noRow(sql: String)
  /// NULL in a column that was read as if it never held one.
  case unexpectedNull(column: String, sql: String)
  case wrongType(column: String, expected: String, found: String, sql: String)
  /// A test asked for a crash here.
  case injectedCrash
  /// The calling code is wrong; the sentence says how.
  case misuse(String)
  /// Anything else, in the engine's own words.
  case other(code: String, message: String, sql: String)
}

extension StoreError {
  /// Whether the same transaction, run again from its beginning, may well succeed.
  var isConflict: Bool {
    if case .serialization = self { true } else { false }
  }
}
