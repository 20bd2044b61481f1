/// Swift source with its parts told apart. Each part has the length and the lines of the source; what belongs to another
/// part is blank.
struct SwiftParts {
  let code: String
  let strings: String
  let comments: String

  init(_ source: String) {
    var reader = SwiftReader(Array(source.utf8))
    reader.read()
    code = String(decoding: reader.code, as: UTF8.self)
    strings = String(decoding: reader.strings, as: UTF8.self)
    comments = String(decoding: reader.comments, as: UTF8.self)
  }
}

/// Goes through the bytes once. Strings may hold code, and that code strings again.
private struct SwiftReader {
  private enum Within {
    case code(openParentheses: Int)
    case string(hashes: Int, isLong: Bool)
  }

  private let bytes: [UInt8]
  private(set) var code: [UInt8]
  private(set) var strings: [UInt8]
  private(set) var comments: [UInt8]
  private var at = 0
  private var within: [Within] = [.code(openParentheses: 0)]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let blank = bytes.map { $0 == newline ? newline : space }
    (code, strings, comments) = (blank, blank, blank)
  }

  mutating func read() {
    while at < bytes.count {
      switch within.last {
      case .string(let hashes, let isLong)?: readString(hashes, isLong)
      case .code(let open)?: readCode(open)
      case nil: return
      }
    }
  }

  private mutating func readCode(_ open: Int) {
    if begins("//") { return readLineComment() }
    if begins("/*") { return readBlockComment() }
    var hashes = 0
    while begins("#", offset: hashes) { hashes += 1 }
    if begins("\"", offset: hashes) {
      let isLong = begins("\"\"\"", offset: hashes)
      at += hashes + (isLong ? 3 : 1)
      within.append(.string(hashes: hashes, isLong: isLong))
      return
    }
    let byte = bytes[at]
    if within.count > 1, byte == UInt8(ascii: ")"), open == 0 {
      within.removeLast()
      at += 1
      return
    }
    if byte == UInt8(ascii: "(") { within[within.count - 1] = .code(openParentheses: open + 1) }
    if byte == UInt8(ascii: ")") { within[within.count - 1] = .code(openParentheses: max(0, open - 1)) }
    code[at] = byte
    at += 1
  }

  private mutating func readString(_ hashes: Int, _ isLong: Bool) {
    let marks = String(repeating: "#", count: hashes)
    if begins((isLong ? "\"\"\"" : "\"") + marks) {
      at += (isLong ? 3 : 1) + hashes
      within.removeLast()
    } else if begins("\\" + marks + "(") {
      at += 2 + hashes
      within.append(.code(openParentheses: 0))
    } else if bytes[at] == UInt8(ascii: "\\"), hashes == 0 {
      keep(in: \.strings, count: 2)
    } else if bytes[at] == newline, !isLong {
      within.removeLast()
    } else {
      keep(in: \.strings, count: 1)
    }
  }

  private mutating func readLineComment() {
    while at < bytes.count, bytes[at] != newline { keep(in: \.comments, count: 1) }
  }

  private mutating func readBlockComment() {
    var depth = 0
    repeat {
      if begins("/*") {
        depth += 1
        keep(in: \.comments, count: 2)
      } else if begins("*/") {
        depth -= 1
        keep(in: \.comments, count: 2)
      } else {
        keep(in: \.comments, count: 1)
      }
    } while depth > 0 && at < bytes.count
  }

  private mutating func keep(in part: WritableKeyPath<SwiftReader, [UInt8]>, count: Int) {
    for _ in 0..<count where at < bytes.count {
      self[keyPath: part][at] = bytes[at]
      at += 1
    }
  }

  private func begins(_ text: String, offset: Int = 0) -> Bool {
    var place = at + offset
    for byte in text.utf8 {
      guard place < bytes.count, bytes[place] == byte else { return false }
      place += 1
    }
    return true
  }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
