import CSQLite

/// A prepared statement, finalized with its last reference.
final class SQLiteStatement {
  let pointer: OpaquePointer
  let sql: String
  /// For each place of the statement, which value goes there. SQLite numbers `$2` by where it first stands, not by its
  /// 2.
  private let order: [Int]
  private let valueCount: Int

  init(_ pointer: OpaquePointer, _ sql: String) throws(StoreError) {
    self.pointer = pointer
    self.sql = sql
    let count = sqlite3_bind_parameter_count(pointer)
    var order: [Int] = []
    for index in stride(from: Int32(1), through: count, by: 1) {
      let name = sqlite3_bind_parameter_name(pointer, index).map { String(cString: $0) } ?? "?"
      guard name.hasPrefix("$"), let number = Int(name.dropFirst()), number > 0 else {
        sqlite3_finalize(pointer)
        throw .misuse("placeholders are $1, $2, …, not \(name), in: \(sql)")
      }
      order.append(number - 1)
    }
    self.order = order
    valueCount = (order.max() ?? -1) + 1
  }

  deinit { sqlite3_finalize(pointer) }

  /// Memory that SQLite copies before the call returns.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  func bind(_ values: [SQLValue]) throws(StoreError) {
    guard values.count == valueCount else { throw wrongCount(of: values, expected: valueCount, sql) }
    for (place, index) in order.enumerated() {
      let place = Int32(place + 1)
      switch values[index] {
      case .null: sqlite3_bind_null(pointer, place)
      case .integer(let number): sqlite3_bind_int64(pointer, place, number)
      case .text(var text):
        let isWhole = text.withUTF8 { bytes in
          guard !hasZeroByte(bytes) else { return false }
          bind(text: bytes, at: place)
          return true
        }
        guard isWhole else { throw .unstorable("a zero byte inside a text") }
      case .blob(let blob): blob.withUnsafeBufferPointer { bind(blob: $0, at: place) }
      }
    }
  }

  private func bind(text bytes: UnsafeBufferPointer<UInt8>, at place: Int32) {
    guard !bytes.isEmpty, let start = bytes.baseAddress else {
      sqlite3_bind_text(pointer, place, "", 0, Self.copied)
      return
    }
    start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
      _ = sqlite3_bind_text(pointer, place, characters, Int32(bytes.count), Self.copied)
    }
  }

  private func bind(blob bytes: UnsafeBufferPointer<UInt8>, at place: Int32) {
    if bytes.isEmpty {
      sqlite3_bind_zeroblob(pointer, place, 0)  // a blob at no address would be NULL
    } else {
      sqlite3_bind_blob64(pointer, place, bytes.baseAddress, UInt64(bytes.count), Self.copied)
    }
  }
}

/// The same complaint on both engines.
func wrongCount(of values: [SQLValue], expected: Int, _ sql: String) -> StoreError {
  .misuse("\(values.count) values for \(expected) placeholders in: \(sql)")
}

func hasZeroByte(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  bytes.contains(0)
}
