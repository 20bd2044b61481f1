/// Bytes that grow in place and are kept from row to row.
struct ByteBuffer: ~Copyable {
  private(set) var start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 1 << 17) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  /// Where the next bytes go; there is room for `more` of them. Call `advance` once they are written.
  mutating func room(for more: Int) -> UnsafeMutablePointer<UInt8> {
    if count + more > capacity { grow(to: count + more) }
    return start + count
  }

  mutating func advance(_ written: Int) { count += written }

  mutating func empty() { count = 0 }

  private mutating func grow(to needed: Int) {
    let larger = max(needed, capacity * 2)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.initialize(from: start, count: count)
    start.deallocate()
    (start, capacity) = (moved, larger)
  }

  mutating func append(_ byte: UInt8) {
    room(for: 1).pointee = byte
    count += 1
  }

  /// `number` in decimal digits.
  mutating func append(decimal number: Int64) {
    let end = room(for: 20) + 20
    var digit = end
    var rest = number.magnitude
    repeat {
      digit -= 1
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
      digit.pointee = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: remainder)
      rest = quotient
    } while rest != 0
    if number < 0 {
      digit -= 1
      digit.pointee = UInt8(ascii: "-")
    }
    let length = end - digit
    (start + count).update(from: digit, count: length)
    count += length
  }
}
