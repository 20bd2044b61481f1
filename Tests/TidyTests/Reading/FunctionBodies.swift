/// A function as written: its name, and the lines from its first word to its last brace.
struct FunctionBody: Equatable {
  let name: String
  let line: Int
  let length: Int
}

extension SwiftParts {
  /// Every function, initializer, subscript and computed property that has a body.
  var functions: [FunctionBody] {
    let bytes = Array(code.utf8)
    var found: [FunctionBody] = []
    var line = 1
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\n") { line += 1 }
      if isWordStart(bytes, at), let word = word(bytes, at), ["func", "init", "subscript", "var"].contains(word) {
        let isNamed = word == "func" || word == "var"
        let name = isNamed ? self.word(bytes, skipBlanks(bytes, at + word.utf8.count)) ?? word : word
        if declares(bytes, at, word), let end = bodyEnd(bytes, from: at + word.utf8.count, onLine: word == "var") {
          let breaks = bytes[at..<end].count { $0 == UInt8(ascii: "\n") }
          found.append(FunctionBody(name: name, line: line, length: breaks + 1))
        }
      }
      at += 1
    }
    return found
  }

  /// `init` and `subscript` are also called: only what has nothing but modifiers before it on its line declares.
  private func declares(_ bytes: [UInt8], _ at: Int, _ word: String) -> Bool {
    guard word != "func", word != "var" else { return true }
    var start = at
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return bytes[start..<at].allSatisfy { isLetter($0) || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "@") }
  }

  /// Where the body ends; `nil` for a requirement of a protocol, which has none, and for a stored property.
  private func bodyEnd(_ bytes: [UInt8], from place: Int, onLine: Bool) -> Int? {
    var (at, open) = (place, 0)
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["): open += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): open -= 1
      case UInt8(ascii: "{") where open == 0: return end(bytes, of: at)
      case UInt8(ascii: "}") where open == 0: return nil
      case UInt8(ascii: "\n") where onLine, UInt8(ascii: "=") where onLine: return nil
      default: if open == 0, at > place + 1, beginsDeclaration(bytes, at) { return nil }
      }
      at += 1
    }
    return nil
  }

  private func beginsDeclaration(_ bytes: [UInt8], _ at: Int) -> Bool {
    guard isWordStart(bytes, at), let word = word(bytes, at) else { return false }
    return ["func", "var", "let", "init", "case", "static", "public", "mutating", "subscript", "associatedtype"]
      .contains(word)
  }

  private func end(_ bytes: [UInt8], of brace: Int) -> Int? {
    var depth = 0
    for at in brace..<bytes.count {
      if bytes[at] == UInt8(ascii: "{") { depth += 1 }
      if bytes[at] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
  }

  private func skipBlanks(_ bytes: [UInt8], _ at: Int) -> Int {
    var at = at
    while at < bytes.count, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "`") { at += 1 }
    return at
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte) || byte == 95
  }

  private func isWordStart(_ bytes: [UInt8], _ at: Int) -> Bool {
    isLetter(bytes[at]) && (at == 0 || (!isLetter(bytes[at - 1]) && bytes[at - 1] != UInt8(ascii: ".")))
  }

  private func word(_ bytes: [UInt8], _ at: Int) -> String? {
    var end = at
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    return end > at ? String(decoding: bytes[at..<end], as: UTF8.self) : nil
  }
}
