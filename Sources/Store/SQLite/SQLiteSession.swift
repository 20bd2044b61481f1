import CSQLite
import Foundation

/// A connection to a SQLite file, in WAL mode: readers keep their snapshot while one writer goes on.
final class SQLiteSession: Session {
  let handle: OpaquePointer
  var failure: StoreError?
  var isLost = false
  private var statements: [String: SQLiteStatement] = [:]
  private var isClosed = false

  /// Statements kept prepared. Code has some hundreds; beyond that somebody is writing values into SQL.
  private static let kept = 500

  /// `patience` is how long another process may hold the file before we give up.
  init(path: String, purpose: Purpose, durability: Durability, _ patience: Duration) throws(StoreError) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let reason = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "no memory"
      sqlite3_close_v2(opened)
      throw Self.cannotOpen(path, reason)
    }
    handle = opened
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, Int32(patience / .milliseconds(1)))
    do {
      try prepare(for: purpose, durability)
    } catch {
      close()
      throw error
    }
  }

  private static func cannotOpen(_ path: String, _ reason: String) -> StoreError {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
    return exists && isFolder.boolValue ? .unreachable(place: path, reason: reason) : .noFolder(path: folder)
  }

  private func prepare(for purpose: Purpose, _ durability: Durability) throws(StoreError) {
    var settings = [
      "PRAGMA journal_mode = WAL",
      "PRAGMA synchronous = \(durability == .full ? "FULL" : "NORMAL")",
      "PRAGMA foreign_keys = ON",
      "PRAGMA case_sensitive_like = ON",  // as PostgreSQL has it
      "PRAGMA temp_store = MEMORY",
      "PRAGMA cache_size = -16384",
      "PRAGMA trusted_schema = OFF",
    ]
    if purpose == .reading { settings.append("PRAGMA query_only = ON") }
    for setting in settings { try run(setting) }
  }

  func begin(_ purpose: Purpose) throws(StoreError) {
    // IMMEDIATE: the writer's place is taken before anything is read, so that nothing read can change before the
    // commit.
    _ = try execute(purpose == .writing ? "BEGIN IMMEDIATE" : "BEGIN", [])
  }

  func commit() throws(StoreError) { _ = try execute("COMMIT", []) }

  func rollback() throws(StoreError) {
    // Some failures, a full disk for one, have rolled back already.
    if sqlite3_get_autocommit(handle) == 0 { _ = try execute("ROLLBACK", []) }
  }

  func script(_ sql: String) throws(StoreError) {
    try run(sql)
    guard sqlite3_get_autocommit(handle) == 0 else {
      throw failing(.misuse("a script may not begin or end a transaction"))
    }
  }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    isLost = true
    statements = [:]
    sqlite3_close_v2(handle)
  }

  deinit { close() }

  private func run(_ sql: String) throws(StoreError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw failing(error(code, sql)) }
  }
}

extension SQLiteSession {
  func execute(_ sql: String, _ values: [SQLValue]) throws(StoreError) -> Int {
    let statement = try take(sql)
    defer { giveBack(statement) }
    try statement.bind(values)
    let before = sqlite3_total_changes64(handle)
    var code = sqlite3_step(statement.pointer)
    while code == SQLITE_ROW { code = sqlite3_step(statement.pointer) }
    guard code == SQLITE_DONE else { throw failing(error(code, sql)) }
    // The counter keeps the last figure when a statement changes nothing, so it counts only if the total moved.
    return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
  }

  func query(_ sql: String, _ values: [SQLValue], _ take: (Row) throws -> Bool) throws {
    let statement = try self.take(sql)
    defer { giveBack(statement) }
    try statement.bind(values)
    let cursor = SQLiteCursor(statement)
    defer { cursor.end() }
    while true {
      let code = sqlite3_step(statement.pointer)
      guard code == SQLITE_ROW else {
        guard code == SQLITE_DONE else { throw failing(error(code, sql)) }
        return
      }
      guard try take(Row(cursor: cursor)) else { return }
    }
  }

  func stream(_ sql: String, _ values: [SQLValue], _ take: (Row) throws -> Void) throws {
    try query(sql, values) { row in
      try take(row)
      return true
    }
  }

  /// A statement out of the cache, or prepared anew. While it is in use nobody else can take it: a query whose body
  /// runs the same SQL gets a second one.
  func take(_ sql: String) throws(StoreError) -> SQLiteStatement {
    if let statement = statements.removeValue(forKey: sql) { return statement }
    var pointer: OpaquePointer?
    var isWhole = true
    let code = sql.withCString { text in
      var rest: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v3(handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, &rest)
      isWhole = rest.map { String(cString: $0).allSatisfy { $0.isWhitespace || $0 == ";" } } ?? true
      return code
    }
    guard code == SQLITE_OK else { throw failing(error(code, sql, isPreparing: true)) }
    guard let pointer else { throw failing(.syntax(message: "an empty statement", sql: sql)) }
    let statement = try SQLiteStatement(pointer, sql)
    guard isWhole else { throw failing(.syntax(message: "more than one statement; use script", sql: sql)) }
    return statement
  }

  func giveBack(_ statement: SQLiteStatement) {
    sqlite3_reset(statement.pointer)
    if statements.count >= Self.kept { statements = [:] }
    statements[statement.sql] = statement
  }

  func startLoad(_ table: String, _ columns: [String]) throws(StoreError) -> any BulkTarget {
    let places = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
    let sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))"
    return SQLiteLoad(try take(sql), in: self)
  }
}
