import CQRencode

/// A QR code (ISO/IEC 18004) with medium correction: it reads even with a seventh of it spoilt.
public struct QRCode: Hashable, Sendable {
  /// Modules along one side, the quiet zone not counted: 21 to 177.
  public let side: Int
  /// Row by row from the top left; true is dark.
  private let modules: [Bool]

  /// The smallest code that holds `text` as UTF-8. Throws `FormatError.tooLongForCode` above some 2,300 bytes.
  public init(_ text: String) throws(FormatError) {
    // The library refuses the empty text; one blank is what a reader would show of it.
    let text = text.isEmpty ? " " : text
    let bytes = Array(text.utf8)
    // The text call packs digits and capitals tighter, but stops at a zero byte.
    let made =
      bytes.contains(0)
      ? QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
      : QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1)
    guard let made else { throw .tooLongForCode(bytes: bytes.count) }
    defer { QRcode_free(made) }
    side = Int(made.pointee.width)
    let count = side * side
    guard let data = made.pointee.data else { throw .tooLongForCode(bytes: bytes.count) }
    modules = UnsafeBufferPointer(start: data, count: count).map { $0 & 1 == 1 }
  }

  /// Whether the module is dark. Outside the code everything is light.
  public func isDark(row: Int, column: Int) -> Bool {
    guard 0..<side ~= row, 0..<side ~= column else { return false }
    return modules[row * side + column]
  }

  /// Runs of dark modules, left to right in each row: what a drawing needs, with fewer seams than single modules.
  public var runs: [Run] {
    var runs: [Run] = []
    for row in 0..<side {
      var column = 0
      while column < side {
        guard isDark(row: row, column: column) else {
          column += 1
          continue
        }
        let start = column
        while isDark(row: row, column: column) { column += 1 }
        runs.append(Run(row: row, column: start, length: column - start))
      }
    }
    return runs
  }

  public struct Run: Hashable, Sendable {
    public let row: Int
    public let column: Int
    public let length: Int
  }
}
