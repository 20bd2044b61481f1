import CSQLite
import Foundation

/// Raw SQLite: one prepared INSERT, stepped row by row through the C interface, one transaction a load; WAL,
/// synchronous FULL and the cache as the program has them.
final class RawSQLite: RawBook {
  /// Cells in memory, so that a load does nothing but bind and step.
  struct Rows: RawRows {
    let table: String
    let columns: Int
    var count = 0
    fileprivate var cells: [Cell] = []
    fileprivate var bytes: [CChar] = []
  }

  fileprivate enum Cell {
    case null
    case number(Int64)
    case text(offset: Int, length: Int32)
  }

  private let book: OpaquePointer
  private let raw: OpaquePointer

  init(book: String, raw: String) throws {
    self.book = try Self.open(book)
    self.raw = try Self.open(raw)
  }

  deinit {
    sqlite3_close_v2(book)
    sqlite3_close_v2(raw)
  }

  private static func open(_ path: String) throws -> OpaquePointer {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK, let handle else { throw Halt("cannot open \(path)") }
    for setting in ["journal_mode = WAL", "synchronous = FULL", "cache_size = -16384", "temp_store = MEMORY"] {
      try run("PRAGMA \(setting)", handle)
    }
    return handle
  }

  private static func run(_ sql: String, _ handle: OpaquePointer) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw Halt("\(String(cString: sqlite3_errmsg(handle))): \(sql)")
    }
  }

  private static func prepare(_ sql: String, _ handle: OpaquePointer) throws -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
      throw Halt("\(String(cString: sqlite3_errmsg(handle))): \(sql)")
    }
    return statement
  }

  func capture(_ table: String, where condition: String) throws -> Rows {
    let statement = try Self.prepare("SELECT * FROM \(table) WHERE \(condition)", book)
    defer { sqlite3_finalize(statement) }
    let columns = sqlite3_column_count(statement)
    var rows = Rows(table: table, columns: Int(columns))
    while sqlite3_step(statement) == SQLITE_ROW {
      for column in 0..<columns {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_NULL: rows.cells.append(.null)
        case SQLITE_INTEGER: rows.cells.append(.number(sqlite3_column_int64(statement, column)))
        default:
          let length = sqlite3_column_bytes(statement, column)
          rows.cells.append(.text(offset: rows.bytes.count, length: length))
          if let text = sqlite3_column_text(statement, column) {
            let characters = UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self)
            rows.bytes.append(contentsOf: UnsafeBufferPointer(start: characters, count: Int(length)))
          }
        }
      }
      rows.count += 1
    }
    return rows
  }

  func load(_ all: [Rows]) throws {
    try Self.run("BEGIN IMMEDIATE", raw)
    for rows in all where rows.count > 0 { try insert(rows) }
    try Self.run("COMMIT", raw)
  }

  private func insert(_ rows: Rows) throws {
    let holes = Array(repeating: "?", count: rows.columns).joined(separator: ", ")
    let statement = try Self.prepare("INSERT INTO \(rows.table) VALUES (\(holes))", raw)
    defer { sqlite3_finalize(statement) }
    try rows.bytes.withUnsafeBufferPointer { bytes in
      var cell = 0
      for _ in 0..<rows.count {
        for place in 1...Int32(rows.columns) {
          switch rows.cells[cell] {
          case .null: sqlite3_bind_null(statement, place)
          case .number(let number): sqlite3_bind_int64(statement, place, number)
          case .text(let offset, let length):
            sqlite3_bind_text(statement, place, bytes.baseAddress.map { $0 + offset }, length, nil)
          }
          cell += 1
        }
        guard sqlite3_step(statement) == SQLITE_DONE else { throw Halt(String(cString: sqlite3_errmsg(raw))) }
        sqlite3_reset(statement)
      }
    }
  }

  func count(_ table: String, inRaw: Bool) throws -> Int {
    let statement = try Self.prepare("SELECT count(*) FROM \(table)", inRaw ? raw : book)
    defer { sqlite3_finalize(statement) }
    guard sqlite3_step(statement) == SQLITE_ROW else { throw Halt("no count of \(table)") }
    return Int(sqlite3_column_int64(statement, 0))
  }

  func readAll(_ table: String, orderedBy columns: String) throws -> Int {
    let statement = try Self.prepare("SELECT * FROM \(table) ORDER BY \(columns)", book)
    defer { sqlite3_finalize(statement) }
    var (count, sum) = (0, Int64(0))
    while sqlite3_step(statement) == SQLITE_ROW {
      for column in 0..<sqlite3_column_count(statement) {
        if sqlite3_column_type(statement, column) == SQLITE_INTEGER {
          sum &+= sqlite3_column_int64(statement, column)
        } else {
          sum &+= Int64(sqlite3_column_text(statement, column)?.pointee ?? 0)
        }
      }
      count += 1
    }
    guard sum != 0 || count == 0 else { throw Halt("\(table) was not read") }
    return count
  }
}
