import CSQLite

/// A bulk load into SQLite: one prepared INSERT, run for each row.
///
/// Numbers are bound as they come. Texts are gathered in the row's buffer, which may move while it grows, and bound at
/// the end of the row without another copy.
final class SQLiteLoad: BulkTarget {
  private struct Piece {
    let column: Int32
    let offset: Int
    let length: Int
    let isText: Bool
  }
  private let statement: SQLiteStatement
  private let session: SQLiteSession
  private var pieces: [Piece] = []

  init(_ statement: SQLiteStatement, in session: SQLiteSession) {
    self.statement = statement
    self.session = session
  }

  func put(_ number: Int64, at column: Int, into bytes: inout ByteBuffer) {
    sqlite3_bind_int64(statement.pointer, Int32(column + 1), number)
  }

  func put(text: UnsafeBufferPointer<UInt8>, at column: Int, into bytes: inout ByteBuffer) -> Bool {
    keep(text, isText: true, at: column, into: &bytes)
    return !hasZeroByte(text)
  }

  func put(blob: UnsafeBufferPointer<UInt8>, at column: Int, into bytes: inout ByteBuffer) {
    keep(blob, isText: false, at: column, into: &bytes)
  }

  func putNull(at column: Int, into bytes: inout ByteBuffer) {
    sqlite3_bind_null(statement.pointer, Int32(column + 1))
  }

  private func keep(
    _ value: UnsafeBufferPointer<UInt8>, isText: Bool, at column: Int, into bytes: inout ByteBuffer
  ) {
    pieces.append(Piece(column: Int32(column + 1), offset: bytes.count, length: value.count, isText: isText))
    let place = bytes.room(for: value.count)
    if let start = value.baseAddress { place.update(from: start, count: value.count) }
    bytes.advance(value.count)
  }

  func endRow(_ bytes: inout ByteBuffer) throws(StoreError) {
    for piece in pieces {
      let start = UnsafeRawPointer(bytes.start + piece.offset)
      if piece.isText {
        let characters = start.assumingMemoryBound(to: CChar.self)
        sqlite3_bind_text(statement.pointer, piece.column, characters, Int32(piece.length), nil)
      } else {
        sqlite3_bind_blob64(statement.pointer, piece.column, start, UInt64(piece.length), nil)
      }
    }
    let code = sqlite3_step(statement.pointer)
    guard code == SQLITE_DONE else { throw session.failing(session.error(code, statement.sql)) }
    sqlite3_reset(statement.pointer)
    pieces.removeAll(keepingCapacity: true)
    bytes.empty()
  }

  func finish(_ bytes: inout ByteBuffer) throws(StoreError) { giveBack() }

  func abandon() { giveBack() }

  private func giveBack() {
    // Nothing may stay bound to the buffer, which goes away with the load.
    sqlite3_reset(statement.pointer)
    sqlite3_clear_bindings(statement.pointer)
    session.giveBack(statement)
  }
}
