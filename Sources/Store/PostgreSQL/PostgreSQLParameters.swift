/// The values of a statement in the server's binary form, in memory that is kept from statement to statement.
final class PostgreSQLParameters {
  private var bytes = ByteBuffer(capacity: 1 << 12)
  private var offsets: [Int?] = []
  private var pointers: [UnsafePointer<CChar>?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []

  func gather(_ values: [SQLValue], _ sql: String) throws(StoreError) {
    bytes.empty()
    offsets.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    for value in values {
      let start = bytes.count
      switch value {
      case .null:
        offsets.append(nil)
        lengths.append(0)
        continue
      case .integer(let number): withUnsafeBytes(of: number.bigEndian) { append($0) }
      case .text(var text):
        let isWhole = text.withUTF8 { utf8 in
          append(UnsafeRawBufferPointer(utf8))
          return !hasZeroByte(utf8)
        }
        guard isWhole else { throw .unstorable("a zero byte inside a text") }
      case .blob(let blob): blob.withUnsafeBytes { append($0) }
      }
      offsets.append(start)
      lengths.append(Int32(bytes.count - start))
    }
  }

  private func append(_ value: UnsafeRawBufferPointer) {
    // One byte more than needed, so that an empty value at the very end still has an address of its own.
    let place = bytes.room(for: value.count + 1)
    for index in value.indices { place[index] = value[index] }
    bytes.advance(value.count)
  }

  /// Calls `body` with the values as libpq wants them: how many, where, how long, and that all are binary.
  func with<T>(
    _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> T
  ) -> T {
    pointers.removeAll(keepingCapacity: true)
    for offset in offsets {
      pointers.append(
        offset.map { UnsafeRawPointer(bytes.start + $0).assumingMemoryBound(to: CChar.self) })
    }
    if formats.count < offsets.count { formats = Array(repeating: 1, count: offsets.count) }
    return body(Int32(offsets.count), pointers, lengths, formats)
  }
}
