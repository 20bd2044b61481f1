import CSQLite

/// The row a SQLite statement stands on.
final class SQLiteCursor: Cursor {
  private let statement: SQLiteStatement
  private(set) var count: Int

  init(_ statement: SQLiteStatement) {
    self.statement = statement
    count = Int(sqlite3_column_count(statement.pointer))
  }

  /// After this a row that somebody kept has no columns.
  func end() { count = 0 }

  var sql: String { statement.sql }

  func name(_ column: Int) -> String {
    sqlite3_column_name(statement.pointer, Int32(column)).map { String(cString: $0) } ?? "\(column)"
  }

  func kind(_ column: Int) -> String {
    switch sqlite3_column_type(statement.pointer, Int32(column)) {
    case SQLITE_INTEGER: "a whole number"
    case SQLITE_FLOAT: "a number with a fraction"
    case SQLITE_TEXT: "text"
    case SQLITE_BLOB: "bytes"
    default: "NULL"
    }
  }

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement.pointer, Int32(column)) == SQLITE_NULL }

  func integer(_ column: Int) -> Int64? {
    guard sqlite3_column_type(statement.pointer, Int32(column)) == SQLITE_INTEGER else { return nil }
    return sqlite3_column_int64(statement.pointer, Int32(column))
  }

  func text(_ column: Int) -> String? {
    guard sqlite3_column_type(statement.pointer, Int32(column)) == SQLITE_TEXT else { return nil }
    return anyText(column)
  }

  func blob(_ column: Int) -> [UInt8]? {
    guard sqlite3_column_type(statement.pointer, Int32(column)) == SQLITE_BLOB else { return nil }
    let start = sqlite3_column_blob(statement.pointer, Int32(column))
    let length = Int(sqlite3_column_bytes(statement.pointer, Int32(column)))
    return start.map { Array(UnsafeRawBufferPointer(start: $0, count: length)) } ?? []
  }

  func value(_ column: Int) -> SQLValue {
    if let number = integer(column) { return .integer(number) }
    if let bytes = blob(column) { return .blob(bytes) }
    return .text(anyText(column))
  }

  private func anyText(_ column: Int) -> String {
    guard let start = sqlite3_column_text(statement.pointer, Int32(column)) else { return "" }
    let length = Int(sqlite3_column_bytes(statement.pointer, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
  }
}
