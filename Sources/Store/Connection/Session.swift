/// One physical connection, in the words both engines share. `SQLiteSession` and `PostgreSQLSession` are the two.
///
/// Every error that the engine itself raises is also kept in `failure`: from then on the transaction is spoilt, until
/// it is rolled back as a whole or to a savepoint. PostgreSQL works so by nature; SQLite is held to it, so that code
/// tried on one engine behaves the same on the other.
protocol Session: AnyObject {
  var failure: StoreError? { get set }
  /// Whether the connection is of no further use and must be thrown away.
  var isLost: Bool { get set }

  func begin(_ purpose: Purpose) throws(StoreError)
  func commit() throws(StoreError)
  func rollback() throws(StoreError)

  /// Rows changed; 0 for a statement that changes none.
  func execute(_ sql: String, _ values: [SQLValue]) throws(StoreError) -> Int
  /// Hands over row after row until `take` answers false.
  func query(_ sql: String, _ values: [SQLValue], _ take: (Row) throws -> Bool) throws
  /// As `query`, with no more than a few thousand rows in memory at a time.
  func stream(_ sql: String, _ values: [SQLValue], _ take: (Row) throws -> Void) throws
  func script(_ sql: String) throws(StoreError)
  /// Begins a bulk load; names come quoted. Until its end no other statement may run.
  func startLoad(_ table: String, _ columns: [String]) throws(StoreError) -> any BulkTarget

  /// Ends the connection; whatever was not committed is gone.
  func close()
}

extension Session {
  /// Keeps `error` as what spoilt the transaction, and hands it on to be thrown.
  func failing(_ error: StoreError) -> StoreError {
    failure = failure ?? error
    return error
  }
}

/// What a transaction is for.
enum Purpose {
  case reading
  case writing
}

/// A name in double quotes. Only names that mean the same on both engines, quoted or not, are let through.
func quoted(_ name: String) throws(StoreError) -> String {
  let isPlain = name.utf8.allSatisfy {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      || $0 == UInt8(ascii: "_")
  }
  guard isPlain, !name.isEmpty else {
    throw .misuse("a table or column name has small letters, digits and underscores only: \(name)")
  }
  return "\"\(name)\""
}
