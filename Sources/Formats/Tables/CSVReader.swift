public import Vocabulary

/// Reads comma-separated files byte by byte (RFC 4180), as offices make them: comma, semicolon or tab, with or without
/// a byte order mark, any line end, separators and line breaks inside quotes.
///
/// What cannot be read at all is a fault and ends the file; faults are in `faults` once `next` has given `nil`.
public struct CSVReader: Sendable {
  public struct Record: Hashable, Sendable {
    /// The line it begins on, counted from 1 as an editor shows it.
    public let line: Int
    public let cells: [String]
  }

  public private(set) var faults: [Fault] = []
  /// Found in the first line: the one of `;`, tab and `,` that is there most.
  public let separator: UInt8
  private let bytes: [UInt8]
  private var at: Int
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let declared = CSVReader.declaredSeparator(bytes[at...])
    separator = declared?.separator ?? CSVReader.likelySeparator(bytes[at...])
    if let declared {
      at += declared.length
      line = 2
    }
    if let fault = CSVReader.refusal(of: bytes) {
      faults = [fault]
      at = bytes.count
    }
  }

  /// The next line that is not blank; `nil` at the end or at a fault.
  public mutating func next() -> Record? {
    while at < bytes.count {
      let start = line
      guard let cells = readCells() else { return nil }
      if cells.contains(where: { !$0.isEmpty }) { return Record(line: start, cells: cells) }
    }
    return nil
  }

  private mutating func readCells() -> [String]? {
    var cells: [String] = []
    while true {
      let cell: String? = at < bytes.count && bytes[at] == CSVReader.quote ? readQuoted() : readPlain()
      guard let cell else { return nil }
      cells.append(cell)
      guard at < bytes.count else { return cells }
      if bytes[at] == separator {
        at += 1
      } else {
        passLineEnd()
        return cells
      }
    }
  }

  private mutating func readPlain() -> String? {
    let start = at
    while at < bytes.count, bytes[at] != separator, !isLineEnd(bytes[at]) { at += 1 }
    return text(bytes[start..<at])
  }

  private mutating func readQuoted() -> String? {
    let opened = line
    var content: [UInt8] = []
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      if byte == CSVReader.quote {
        guard at + 1 < bytes.count, bytes[at + 1] == CSVReader.quote else { return endQuoted(content) }
        at += 1
      } else if byte == CSVReader.lineFeed || byte == CSVReader.carriageReturn && !isPairHere {
        line += 1
      }
      content.append(byte)
      at += 1
    }
    return stop(
      "line \(opened)", "Tanda kutip dibuka tetapi tidak ditutup.", "A quotation mark is opened and never closed.")
  }

  // After the closing quote only the end of the cell may stand; blanks are forgiven.
  private mutating func endQuoted(_ content: [UInt8]) -> String? {
    at += 1
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at == bytes.count || bytes[at] == separator || isLineEnd(bytes[at]) else {
      return stop(
        "line \(line)", "Ada huruf sesudah tanda kutip penutup.", "There is text after a closing quotation mark.")
    }
    return text(content[...])
  }

  private mutating func text(_ slice: ArraySlice<UInt8>) -> String? {
    if let text = String(validating: slice, as: UTF8.self) { return text }
    return stop(
      "line \(line)", "Huruf di baris ini rusak. Simpan berkas sebagai \"CSV UTF-8\".",
      "Characters on this line are broken. Save the file as \"CSV UTF-8\".")
  }

  private mutating func stop(_ place: String, _ indonesian: String, _ english: String) -> String? {
    faults.append(Fault(place, indonesian, english))
    at = bytes.count
    return nil
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == CSVReader.lineFeed || byte == CSVReader.carriageReturn }

  private var isPairHere: Bool { at + 1 < bytes.count && bytes[at + 1] == CSVReader.lineFeed }

  private mutating func passLineEnd() {
    if bytes[at] == CSVReader.carriageReturn, isPairHere { at += 1 }
    at += 1
    line += 1
  }
}

extension CSVReader {
  private static func refusal(of bytes: [UInt8]) -> Fault? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return Fault(
        "file", "Ini buku kerja Excel. Pilih Simpan Sebagai, lalu \"CSV UTF-8\".",
        "This is an Excel workbook. Choose Save As, then \"CSV UTF-8\".")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Fault(
        "file", "Berkas memakai UTF-16. Simpan sebagai \"CSV UTF-8\".", "The file is UTF-16. Save it as \"CSV UTF-8\".")
    }
    if bytes.contains(0) {
      return Fault("file", "Berkas ini bukan teks.", "This file is not text.")
    }
    return nil
  }

  // Excel's own first line `sep=;`.
  private static func declaredSeparator(_ bytes: ArraySlice<UInt8>) -> (separator: UInt8, length: Int)? {
    let first = bytes.prefix { $0 != lineFeed && $0 != carriageReturn }
    guard first.count == 5, String(decoding: first.prefix(4), as: UTF8.self).lowercased() == "sep=",
      let separator = first.last
    else { return nil }
    let ends = bytes.dropFirst(5).prefix(2)
    let isPair = ends.elementsEqual([carriageReturn, lineFeed])
    return (separator, 5 + (isPair ? 2 : min(1, ends.count)))
  }

  private static func likelySeparator(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var quoted = false
    for byte in bytes {
      if byte == quote { quoted.toggle() }
      if quoted { continue }
      if byte == lineFeed || byte == carriageReturn { break }
      counts[byte, default: 0] += 1
    }
    let candidates = [UInt8(ascii: ";"), 0x09, UInt8(ascii: ",")]
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
  }
}
