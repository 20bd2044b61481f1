import CPostgreSQL

/// A bulk load into PostgreSQL: the text form of COPY, sent in large pieces.
final class PostgreSQLLoad: BulkTarget {
  private let sql: String
  private let session: PostgreSQLSession
  private var isOver = false

  /// Bytes gathered before they are sent.
  private static let piece = 1 << 16

  init(_ sql: String, in session: PostgreSQLSession) {
    self.sql = sql
    self.session = session
  }

  func put(_ number: Int64, at column: Int, into bytes: inout ByteBuffer) {
    separate(column, &bytes)
    bytes.append(decimal: number)
  }

  func put(text: UnsafeBufferPointer<UInt8>, at column: Int, into bytes: inout ByteBuffer) -> Bool {
    separate(column, &bytes)
    var place = bytes.room(for: text.count * 2)
    let start = place
    var isWhole = true
    for byte in text {
      // Below 14 are the few that COPY reads as more than themselves, the backslash apart.
      if byte < 14 || byte == UInt8(ascii: "\\") {
        if byte == 0 { isWhole = false }
        if let letter = escaped(byte) {
          place.pointee = UInt8(ascii: "\\")
          place += 1
          place.pointee = letter
          place += 1
          continue
        }
      }
      place.pointee = byte
      place += 1
    }
    bytes.advance(place - start)
    return isWhole
  }

  private func escaped(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\\"): byte
    case UInt8(ascii: "\n"): UInt8(ascii: "n")
    case UInt8(ascii: "\r"): UInt8(ascii: "r")
    case UInt8(ascii: "\t"): UInt8(ascii: "t")
    default: nil
    }
  }

  func put(blob: UnsafeBufferPointer<UInt8>, at column: Int, into bytes: inout ByteBuffer) {
    separate(column, &bytes)
    let digits: StaticString = "0123456789abcdef"
    let place = bytes.room(for: blob.count * 2 + 3)
    (place[0], place[1], place[2]) = (UInt8(ascii: "\\"), UInt8(ascii: "\\"), UInt8(ascii: "x"))
    for (index, byte) in blob.enumerated() {
      place[index * 2 + 3] = digits.utf8Start[Int(byte >> 4)]
      place[index * 2 + 4] = digits.utf8Start[Int(byte & 0xf)]
    }
    bytes.advance(blob.count * 2 + 3)
  }

  func putNull(at column: Int, into bytes: inout ByteBuffer) {
    separate(column, &bytes)
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(UInt8(ascii: "N"))
  }

  private func separate(_ column: Int, _ bytes: inout ByteBuffer) {
    if column > 0 { bytes.append(UInt8(ascii: "\t")) }
  }

  func endRow(_ bytes: inout ByteBuffer) throws(StoreError) {
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count >= Self.piece { try send(&bytes) }
  }

  func finish(_ bytes: inout ByteBuffer) throws(StoreError) {
    try send(&bytes)
    guard PQputCopyEnd(session.handle, nil) == 1 else { throw session.lost() }
    try end()
  }

  func abandon() {
    guard !isOver else { return }
    // The server answers a stopped COPY with an error, which says nothing that the caller does not know.
    let failure = session.failure
    if PQputCopyEnd(session.handle, "stopped by the client") == 1 { _ = try? end() } else { session.isLost = true }
    session.failure = failure
  }

  private func send(_ bytes: inout ByteBuffer) throws(StoreError) {
    guard bytes.count > 0 else { return }
    let sent = UnsafeRawPointer(bytes.start).withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      PQputCopyData(session.handle, $0, Int32(bytes.count))
    }
    guard sent == 1 else { throw session.lost() }
    bytes.empty()
  }

  /// Takes in every answer up to the end of the COPY; the first complaint is thrown.
  private func end() throws(StoreError) {
    isOver = true
    var complaint: StoreError?
    while let result = PQgetResult(session.handle) {
      do throws(StoreError) {
        _ = try PostgreSQLAnswer(result, in: session, sql)
      } catch {
        complaint = complaint ?? error
      }
    }
    if let complaint { throw complaint }
  }
}
