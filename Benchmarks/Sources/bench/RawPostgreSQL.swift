import CPostgreSQL
import Foundation

/// Raw PostgreSQL: COPY in its text form, bytes made beforehand by the server itself, one transaction a load.
final class RawPostgreSQL: RawBook {
  struct Rows: RawRows {
    let table: String
    var count = 0
    fileprivate var text: [UInt8] = []
  }

  private let handle: OpaquePointer
  private let book: String
  private let raw: String

  /// - Parameters:
  ///   - url: the server.
  ///   - book: the schema of the book.
  ///   - raw: the schema of the raw one.
  init(url: String, book: String, raw: String) throws {
    guard let handle = PQconnectdb(url), PQstatus(handle) == CONNECTION_OK else { throw Halt("no server at \(url)") }
    self.handle = handle
    (self.book, self.raw) = (book, raw)
    try run("SET client_min_messages = warning")
  }

  deinit { PQfinish(handle) }

  private func complaint(_ sql: String) -> Halt { Halt("\(String(cString: PQerrorMessage(handle))): \(sql)") }

  func run(_ sql: String) throws {
    let result = PQexec(handle, sql)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK else {
      throw complaint(sql)
    }
  }

  func capture(_ table: String, where condition: String) throws -> Rows {
    try run("SET search_path = \(book)")
    var rows = Rows(table: table)
    try copyOut("SELECT * FROM \(table) WHERE \(condition)") { line in
      rows.text.append(contentsOf: line)
      rows.count += 1
    }
    return rows
  }

  private func copyOut(_ sql: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) throws {
    let begun = PQexec(handle, "COPY (\(sql)) TO STDOUT")
    defer { PQclear(begun) }
    guard PQresultStatus(begun) == PGRES_COPY_OUT else { throw complaint(sql) }
    var line: UnsafeMutablePointer<CChar>?
    while true {
      let length = PQgetCopyData(handle, &line, 0)
      guard length > 0, let start = line else { break }
      let bytes = UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
      body(UnsafeBufferPointer(start: bytes, count: Int(length)))
      PQfreemem(start)
    }
    try endCopy(sql)
  }

  private func endCopy(_ sql: String) throws {
    while let result = PQgetResult(handle) {
      let status = PQresultStatus(result)
      PQclear(result)
      guard status == PGRES_COMMAND_OK else { throw complaint(sql) }
    }
  }

  func load(_ all: [Rows]) throws {
    try run("BEGIN")
    for rows in all where rows.count > 0 { try copyIn(rows) }
    try run("COMMIT")
  }

  private func copyIn(_ rows: Rows) throws {
    let sql = "COPY \(raw).\(rows.table) FROM STDIN"
    let begun = PQexec(handle, sql)
    defer { PQclear(begun) }
    guard PQresultStatus(begun) == PGRES_COPY_IN else { throw complaint(sql) }
    try rows.text.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count, let start = bytes.baseAddress {
        let piece = min(1 << 16, bytes.count - sent)
        let characters = (start + sent).assumingMemoryBound(to: CChar.self)
        guard PQputCopyData(handle, characters, Int32(piece)) == 1 else { throw complaint(sql) }
        sent += piece
      }
    }
    guard PQputCopyEnd(handle, nil) == 1 else { throw complaint(sql) }
    try endCopy(sql)
  }

  func count(_ table: String, inRaw: Bool) throws -> Int {
    let sql = "SELECT count(*) FROM \(inRaw ? raw : book).\(table)"
    let result = PQexec(handle, sql)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_TUPLES_OK, let count = Int(String(cString: PQgetvalue(result, 0, 0))) else {
      throw complaint(sql)
    }
    return count
  }

  func readAll(_ table: String, orderedBy columns: String) throws -> Int {
    try run("SET search_path = \(book)")
    var (count, sum) = (0, 0)
    try copyOut("SELECT * FROM \(table) ORDER BY \(columns)") { line in
      sum &+= Int(line.first ?? 0)
      count += 1
    }
    guard sum != 0 || count == 0 else { throw Halt("\(table) was not read") }
    return count
  }
}
