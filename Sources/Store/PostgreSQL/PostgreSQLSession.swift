import CPostgreSQL

/// A connection to a PostgreSQL server, or to anything that speaks its protocol.
final class PostgreSQLSession: Session {
  let handle: OpaquePointer
  let place: String
  var failure: StoreError?
  var isLost = false
  private var isClosed = false
  /// What was prepared on this connection, by its text; with several sets of parameter types where a value was once
  /// NULL.
  private var statements: [String: [PostgreSQLStatement]] = [:]
  /// Statements prepared so far; the next one is named by it.
  private var prepared = 0
  private var deallocated = 0
  private var mustDeallocate = false
  private var cursors = 0
  let parameters = PostgreSQLParameters()

  /// Statements kept prepared. Code has some hundreds; beyond that somebody is writing values into SQL.
  private static let kept = 1_000
  private static let rowsPerFetch = 2_000

  init(url: String, place: String, durability: Durability) throws(StoreError) {
    let (address, schema) = try DatabaseLocation.separateSchema(from: url)
    self.place = place
    let words = ["dbname", "application_name", "client_encoding", "connect_timeout"]
    let values = [address, "naungan", "UTF8", "10"]
    guard let opened = Self.connect(words, values) else { throw .unreachable(place: place, reason: "no memory") }
    handle = opened
    guard PQstatus(handle) == CONNECTION_OK else {
      let reason = oneLine(PQerrorMessage(handle))
      close()
      throw .unreachable(place: place, reason: reason)
    }
    // Notices ("relation exists, skipping") are for people at a prompt.
    PQsetNoticeProcessor(handle, { _, _ in }, nil)
    var settings = ["bytea_output = hex", "cursor_tuple_fraction = 1.0", "standard_conforming_strings = on"]
    if durability == .relaxed { settings.append("synchronous_commit = off") }
    if let schema { settings.append("search_path = \(schema)") }
    do {
      try run(settings.map { "SET \($0)" }.joined(separator: "; "))
    } catch {
      close()
      throw error
    }
  }

  // Words that stand after `dbname` would override what the address says, so the ones we only prefer stand before it.
  private static func connect(_ words: [String], _ values: [String]) -> OpaquePointer? {
    withCStrings(Array(words.reversed())) { words in
      withCStrings(Array(values.reversed())) { values in PQconnectdbParams(words, values, 1) }
    }
  }

  private static func withCStrings<T>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> T
  ) -> T {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for text in texts {
      starts.append(bytes.count)
      bytes.append(contentsOf: text.utf8CString)
    }
    return bytes.withUnsafeBufferPointer { bytes in
      let pointers = starts.map { start in bytes.baseAddress.map { $0 + start } } + [nil]
      return pointers.withUnsafeBufferPointer { pointers in
        // Never nil: the list has at least its end mark.
        pointers.baseAddress.map(body) ?? withUnsafePointer(to: nil, body)
      }
    }
  }

  func begin(_ purpose: Purpose) throws(StoreError) {
    if mustDeallocate { try deallocate() }
    try run(
      purpose == .writing
        ? "BEGIN ISOLATION LEVEL SERIALIZABLE" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
  }

  func commit() throws(StoreError) {
    let answer = try PostgreSQLAnswer(PQexec(handle, "COMMIT"), in: self, "COMMIT")
    // A spoilt transaction is rolled back without complaint.
    guard answer.tag == "COMMIT" else { throw failing(.other(code: "", message: answer.tag, sql: "COMMIT")) }
  }

  func rollback() throws(StoreError) { try run("ROLLBACK") }

  func script(_ sql: String) throws(StoreError) {
    try run(sql)
    guard PQtransactionStatus(handle) == PQTRANS_INTRANS else {
      throw failing(.misuse("a script may not begin or end a transaction"))
    }
  }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    isLost = true
    PQfinish(handle)
  }

  deinit { close() }

  private func run(_ sql: String) throws(StoreError) {
    _ = try PostgreSQLAnswer(PQexec(handle, sql), in: self, sql)
  }
}

extension PostgreSQLSession {
  func execute(_ sql: String, _ values: [SQLValue]) throws(StoreError) -> Int {
    try answer(sql, values).changed
  }

  func query(_ sql: String, _ values: [SQLValue], _ take: (Row) throws -> Bool) throws {
    let cursor = PostgreSQLCursor(try answer(sql, values), sql)
    defer { cursor.end() }
    while cursor.advance() {
      guard try take(Row(cursor: cursor)) else { return }
    }
  }

  func stream(_ sql: String, _ values: [SQLValue], _ take: (Row) throws -> Void) throws {
    let statement = try statement(for: sql, values)
    cursors += 1
    let name = "stream_\(cursors)"
    let declaration = "DECLARE \(name) NO SCROLL CURSOR FOR \(sql)"
    try parameters.gather(values, sql)
    let declared = parameters.with { count, values, lengths, formats in
      PQexecParams(handle, declaration, count, statement.types, values, lengths, formats, 0)
    }
    _ = try PostgreSQLAnswer(declared, in: self, sql)
    // After a failure there is no cursor left to close, and nothing more may be said until the rollback.
    defer { if failure == nil { _ = try? run("CLOSE \(name)") } }
    while true {
      let fetch = PQexec(handle, "FETCH FORWARD \(Self.rowsPerFetch) FROM \(name)")
      let cursor = PostgreSQLCursor(try PostgreSQLAnswer(fetch, in: self, sql), sql)
      defer { cursor.end() }
      while cursor.advance() { try take(Row(cursor: cursor)) }
      if cursor.rows < Self.rowsPerFetch { return }
    }
  }

  private func answer(_ sql: String, _ values: [SQLValue]) throws(StoreError) -> PostgreSQLAnswer {
    let statement = try statement(for: sql, values)
    try parameters.gather(values, sql)
    let result = parameters.with { count, values, lengths, formats in
      PQexecPrepared(handle, statement.name, count, values, lengths, formats, 0)
    }
    return try PostgreSQLAnswer(result, in: self, sql)
  }

  /// The statement prepared with types that fit `values`.
  private func statement(for sql: String, _ values: [SQLValue]) throws(StoreError) -> PostgreSQLStatement {
    let known = statements[sql] ?? []
    if let fitting = known.first(where: { $0.fits(values) }) { return fitting }
    if prepared - deallocated >= Self.kept { try deallocate() }
    prepared += 1
    let statement = try prepare(sql, values, as: "s\(prepared)")
    statements[sql, default: []].append(statement)
    return statement
  }

  /// After the schema changed under a prepared statement, all are prepared anew, from the next transaction on.
  func forgetStatements() { mustDeallocate = true }

  private func deallocate() throws(StoreError) {
    try run("DEALLOCATE ALL")
    statements = [:]
    deallocated = prepared
    mustDeallocate = false
  }

  func startLoad(_ table: String, _ columns: [String]) throws(StoreError) -> any BulkTarget {
    let sql = "COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN"
    _ = try PostgreSQLAnswer(PQexec(handle, sql), in: self, sql)
    return PostgreSQLLoad(sql, in: self)
  }
}
