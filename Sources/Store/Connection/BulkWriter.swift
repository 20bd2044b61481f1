public import Vocabulary

/// Takes row after row of a bulk load, value by value in the order of the columns, `endRow()` after each.
///
/// Appending costs no allocation and throws nothing; a row with too few or too many values, or with a value that cannot
/// be stored, makes `endRow` throw.
public struct BulkWriter: ~Copyable {
  let target: any BulkTarget
  let columns: Int
  /// How many values of the current row have come.
  var column = 0
  private(set) var rows = 0
  private var hasZeroByte = false
  var bytes = ByteBuffer()

  init(_ target: any BulkTarget, columns: Int) {
    self.target = target
    self.columns = columns
  }

  public mutating func append(_ number: Int64) {
    if column < columns { target.put(number, at: column, into: &bytes) }
    column += 1
  }

  public mutating func append(_ text: String) {
    if column < columns {
      var text = text
      let column = column
      let isWhole = text.withUTF8 { target.put(text: $0, at: column, into: &bytes) }
      if !isWhole { hasZeroByte = true }
    }
    column += 1
  }

  public mutating func appendBlob(_ blob: [UInt8]) {
    if column < columns { blob.withUnsafeBufferPointer { target.put(blob: $0, at: column, into: &bytes) } }
    column += 1
  }

  public mutating func appendNull() {
    if column < columns { target.putNull(at: column, into: &bytes) }
    column += 1
  }

  /// Ends the row and sends it on its way. A key that is there already may be noticed here or at the end of the load.
  public mutating func endRow() throws(StoreError) {
    guard column == columns else {
      throw .misuse("row \(rows + 1) of a bulk load has \(column) values for \(columns) columns")
    }
    guard !hasZeroByte else { throw .unstorable("a zero byte inside a text, row \(rows + 1) of a bulk load") }
    try target.endRow(&bytes)
    column = 0
    rows += 1
  }

  mutating func finish() throws(StoreError) {
    guard column == 0 else { throw .misuse("a bulk load ended in the middle of row \(rows + 1)") }
    try target.finish(&bytes)
  }
}

extension BulkWriter {
  public mutating func append(_ number: Int) { append(Int64(number)) }
  public mutating func append(_ number: Int64?) { if let number { append(number) } else { appendNull() } }
  public mutating func append(_ text: String?) { if let text { append(text) } else { appendNull() } }
  public mutating func append(_ day: Day) { append(Int64(day.number)) }
  public mutating func append(_ day: Day?) { if let day { append(day) } else { appendNull() } }
  public mutating func append(_ month: Month) { append(Int64(month.number)) }
  public mutating func append(_ month: Month?) { if let month { append(month) } else { appendNull() } }
  public mutating func append(_ instant: Instant) { append(instant.milliseconds) }
  public mutating func append(_ instant: Instant?) { if let instant { append(instant) } else { appendNull() } }
  public mutating func append(_ rupiah: Rupiah) { append(rupiah.amount) }
  public mutating func append(_ rupiah: Rupiah?) { if let rupiah { append(rupiah) } else { appendNull() } }

  @inlinable
  public mutating func append<Of>(_ id: Identifier<Of>) { append(id.value) }

  @inlinable
  public mutating func append<Of>(_ id: Identifier<Of>?) { if let id { append(id.value) } else { appendNull() } }
}

/// Where a bulk load goes: the text of a COPY, or a prepared INSERT.
protocol BulkTarget: AnyObject {
  func put(_ number: Int64, at column: Int, into bytes: inout ByteBuffer)
  /// False if the text has a zero byte in it.
  func put(text: UnsafeBufferPointer<UInt8>, at column: Int, into bytes: inout ByteBuffer) -> Bool
  func put(blob: UnsafeBufferPointer<UInt8>, at column: Int, into bytes: inout ByteBuffer)
  func putNull(at column: Int, into bytes: inout ByteBuffer)
  func endRow(_ bytes: inout ByteBuffer) throws(StoreError)
  /// Sends what is left; every row is in the table afterwards.
  func finish(_ bytes: inout ByteBuffer) throws(StoreError)
  /// Stops half-way.
  func abandon()
}
