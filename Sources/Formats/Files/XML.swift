/// A small XML writer: declares UTF-8, indents by two spaces, escapes everything. The same calls give the same bytes.
struct XML {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  /// An element around what `content` writes.
  mutating func element(_ name: String, with attributes: [(String, String)] = [], _ content: (inout XML) -> Void) {
    line("<\(name)\(XML.spelled(attributes))>")
    depth += 1
    content(&self)
    depth -= 1
    line("</\(name)>")
  }

  /// An element with text, on one line. Nothing at all for `nil`.
  mutating func element(_ name: String, with attributes: [(String, String)] = [], _ value: String?) {
    guard let value else { return }
    line("<\(name)\(XML.spelled(attributes))>\(XML.escaped(value))</\(name)>")
  }

  /// Elements one inside the other, the innermost with text: `nested("Acct", "Id", "Othr", "Id", text: "123")`.
  mutating func nested(_ names: String..., text: String?) {
    guard let text else { return }
    for name in names.dropLast() {
      line("<\(name)>")
      depth += 1
    }
    element(names.last ?? "", text)
    for name in names.dropLast().reversed() {
      depth -= 1
      line("</\(name)>")
    }
  }

  var bytes: [UInt8] { Array(text.utf8) }

  private mutating func line(_ content: String) {
    for _ in 0..<depth { text += "  " }
    text += content
    text += "\n"
  }

  private static func spelled(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
  }

  /// Safe between tags and between double quotes. Control characters that XML cannot hold are left out.
  static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "\t", "\n", "\r": safe += "&#\(scalar.value);"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
