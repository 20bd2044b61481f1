/// One row of an answer. It is valid inside the closure it was handed to, and must not be kept.
///
/// Columns count from 0. Every accessor throws `wrongType` or `unexpectedNull`, naming the column, rather than guess.
public struct Row {
  let cursor: any Cursor

  /// Number of columns.
  public var count: Int { cursor.count }

  public func name(_ column: Int) throws(StoreError) -> String {
    try check(column)
    return cursor.name(column)
  }

  public func isNull(_ column: Int) throws(StoreError) -> Bool {
    try check(column)
    return cursor.isNull(column)
  }

  /// Whatever is there. Numbers with a fraction come as text.
  public func value(_ column: Int) throws(StoreError) -> SQLValue {
    try check(column)
    return cursor.isNull(column) ? .null : cursor.value(column)
  }

  public func int(_ column: Int) throws(StoreError) -> Int64 {
    // The usual case first: it is asked for every cell of millions of rows.
    if column >= 0, column < cursor.count, let number = cursor.integer(column) { return number }
    try present(column)
    throw wrong(column, "a whole number")
  }

  public func text(_ column: Int) throws(StoreError) -> String {
    if column >= 0, column < cursor.count, let text = cursor.text(column) { return text }
    try present(column)
    throw wrong(column, "text")
  }

  public func blob(_ column: Int) throws(StoreError) -> [UInt8] {
    try present(column)
    guard let bytes = cursor.blob(column) else { throw wrong(column, "bytes") }
    return bytes
  }

  /// 0 or 1, as `Bool` is stored.
  public func bool(_ column: Int) throws(StoreError) -> Bool {
    switch try int(column) {
    case 0: false
    case 1: true
    default: throw wrong(column, "0 or 1")
    }
  }

  public func optionalInt(_ column: Int) throws(StoreError) -> Int64? {
    try isNull(column) ? nil : int(column)
  }

  public func optionalText(_ column: Int) throws(StoreError) -> String? {
    try isNull(column) ? nil : text(column)
  }

  public func optionalBlob(_ column: Int) throws(StoreError) -> [UInt8]? {
    try isNull(column) ? nil : blob(column)
  }

  public func optionalBool(_ column: Int) throws(StoreError) -> Bool? {
    try isNull(column) ? nil : bool(column)
  }

  func wrong(_ column: Int, _ expected: String) -> StoreError {
    .wrongType(column: cursor.name(column), expected: expected, found: cursor.kind(column), sql: cursor.sql)
  }

  private func check(_ column: Int) throws(StoreError) {
    guard column >= 0, column < cursor.count else {
      throw .misuse("a row of \(cursor.count) columns has no column \(column): \(cursor.sql)")
    }
  }

  private func present(_ column: Int) throws(StoreError) {
    try check(column)
    if cursor.isNull(column) { throw .unexpectedNull(column: cursor.name(column), sql: cursor.sql) }
  }
}

/// Where a row's cells are read from. After its last row a cursor has no columns, so that a row kept too long is
/// refused instead of read from freed memory. Callers have checked the column; a whole number or a text that is NULL
/// answers `nil`.
protocol Cursor: AnyObject {
  var sql: String { get }
  var count: Int { get }
  func name(_ column: Int) -> String
  /// The type of the cell, for an error.
  func kind(_ column: Int) -> String
  func isNull(_ column: Int) -> Bool
  func integer(_ column: Int) -> Int64?
  func text(_ column: Int) -> String?
  func blob(_ column: Int) -> [UInt8]?
  func value(_ column: Int) -> SQLValue
}
