/// Swift source with its parts told apart. Each part has the length and the lines of the source; what belongs to another
/// part is blank.
struct SwiftParts: Sendable {
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
    let byte = bytes[at]
    switch byte {
    case slash where self[1] == slash: return readLineComment()
    case slash where self[1] == star: return readBlockComment()
    case quote, hash:
      if openString() { return }
    case closing where open == 0 && within.count > 1:
      within.removeLast()
      at += 1
      return
    case opening: within[within.count - 1] = .code(openParentheses: open + 1)
    case closing: within[within.count - 1] = .code(openParentheses: max(0, open - 1))
    default: break
    }
    code[at] = byte
    at += 1
  }

  private mutating func openString() -> Bool {
    let hashes = hashes(from: 0)
    guard self[hashes] == quote else { return false }
    let isLong = self[hashes + 1] == quote && self[hashes + 2] == quote
    at += hashes + (isLong ? 3 : 1)
    within.append(.string(hashes: hashes, isLong: isLong))
    return true
  }

  private mutating func readString(_ hashes: Int, _ isLong: Bool) {
    let quotes = isLong ? 3 : 1
    switch bytes[at] {
    case quote where ends(hashes, quotes):
      at += quotes + hashes
      within.removeLast()
    case backslash where self.hashes(from: 1) >= hashes && self[1 + hashes] == opening:
      at += 2 + hashes
      within.append(.code(openParentheses: 0))
    case backslash where hashes == 0:
      keep(in: .strings)
      if at < bytes.count { keep(in: .strings) }
    case newline where !isLong: within.removeLast()
    default: keep(in: .strings)
    }
  }

  private func ends(_ hashes: Int, _ quotes: Int) -> Bool {
    (0..<quotes).allSatisfy { self[$0] == quote } && self.hashes(from: quotes) >= hashes
  }

  private mutating func readLineComment() {
    while at < bytes.count, bytes[at] != newline { keep(in: .comments) }
  }

  private mutating func readBlockComment() {
    var depth = 0
    repeat {
      let opens = bytes[at] == slash && self[1] == star
      let closes = bytes[at] == star && self[1] == slash
      if opens { depth += 1 }
      if closes { depth -= 1 }
      keep(in: .comments)
      if opens || closes { keep(in: .comments) }
    } while depth > 0 && at < bytes.count
  }

  private enum Part {
    case strings, comments
  }

  private mutating func keep(in part: Part) {
    switch part {
    case .strings: strings[at] = bytes[at]
    case .comments: comments[at] = bytes[at]
    }
    at += 1
  }

  private func hashes(from offset: Int) -> Int {
    var count = 0
    while self[offset + count] == hash { count += 1 }
    return count
  }

  /// The byte so far ahead; zero beyond the end.
  private subscript(offset: Int) -> UInt8 { at + offset < bytes.count ? bytes[at + offset] : 0 }
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
private let quote = UInt8(ascii: "\"")
private let hash = UInt8(ascii: "#")
private let slash = UInt8(ascii: "/")
private let star = UInt8(ascii: "*")
private let backslash = UInt8(ascii: "\\")
private let opening = UInt8(ascii: "(")
private let closing = UInt8(ascii: ")")
