import Vocabulary

/// A form as found in a page, read naively: our own pages are the only ones it meets.
struct PageForm {
  struct Box {
    let name: String
    let value: String
    let type: String
    let isChecked: Bool
  }

  struct Button {
    let name: String?
    let value: String
    let words: String
    let action: String?
  }

  var action: String?
  var method = "get"
  var isMultipart = false
  var boxes: [Box] = []
  var buttons: [Button] = []

  func has(_ name: String) -> Bool { boxes.contains { $0.name == name } }

  /// What a browser would send for the boxes.
  func values(filled: [String: String]) -> [(String, String)] {
    var sent: [(String, String)] = []
    var seen = Set<String>()
    for box in boxes {
      switch box.type {
      case "radio", "checkbox":
        let isOn = filled[box.name].map { $0 == box.value } ?? box.isChecked
        if isOn { sent.append((box.name, box.value)) }
      case "file": continue
      default:
        let value = seen.insert(box.name).inserted ? filled[box.name] ?? box.value : box.value
        sent.append((box.name, value))
      }
    }
    return sent
  }

  static func read(_ html: String) -> [PageForm] {
    var forms: [PageForm] = []
    var rest = html[...]
    while let open = rest.firstRange(of: "<form") {
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "</form>") else { break }
      forms.append(one(String(rest[..<close.lowerBound])))
      rest = rest[close.upperBound...]
    }
    return forms
  }

  private static func one(_ html: String) -> PageForm {
    var form = PageForm()
    guard let head = html.firstIndex(of: ">") else { return form }
    let own = attributes(String(html[..<head]))
    form.action = own["action"]
    form.method = own["method"] ?? "get"
    form.isMultipart = own["enctype"] == "multipart/form-data"
    var rest = html[html.index(after: head)...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      guard let end = rest.firstIndex(of: ">") else { break }
      let tag = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      form.take(tag, rest)
    }
    return form
  }

  private mutating func take(_ tag: String, _ after: Substring) {
    let found = Self.attributes(tag)
    let name = found["name"]
    switch tag.prefix(while: { $0.isLetter }) {
    case "input":
      guard let name else { return }
      boxes.append(
        Box(
          name: name, value: found["value"] ?? "", type: found["type"] ?? "text", isChecked: found["checked"] != nil))
    case "textarea":
      guard let name, let end = after.firstRange(of: "</textarea>") else { return }
      boxes.append(
        Box(name: name, value: Self.unescaped(String(after[..<end.lowerBound])), type: "text", isChecked: false))
    case "select":
      guard let name, let option = String(after).between("<option", ">") else { return }
      boxes.append(
        Box(name: name, value: Self.attributes("option" + option)["value"] ?? "", type: "text", isChecked: false))
    case "button":
      guard let end = after.firstRange(of: "</button>") else { return }
      buttons.append(
        Button(
          name: name, value: found["value"] ?? "", words: Self.plain(String(after[..<end.lowerBound])),
          action: found["formaction"]))
    default: break
    }
  }

  static func attributes(_ tag: String) -> [String: String] {
    var found: [String: String] = [:]
    var rest = tag[...].drop { !$0.isWhitespace }
    while true {
      rest = rest.drop { $0.isWhitespace }
      let name = rest.prefix { !$0.isWhitespace && $0 != "=" }
      guard !name.isEmpty else { return found }
      rest = rest.dropFirst(name.count)
      guard rest.hasPrefix("=\"") else {
        found[String(name)] = ""
        continue
      }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      rest = rest.dropFirst(3 + value.count)
      found[String(name)] = unescaped(String(value))
    }
  }

  /// Text without tags, blanks run together.
  static func plain(_ html: String) -> String {
    var text = ""
    var inside = false
    for character in html {
      switch character {
      case "<": inside = true
      case ">" where inside:
        inside = false
        text += " "
      default: if !inside { text.append(character) }
      }
    }
    return unescaped(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
      $0.replacing($1.0, with: $1.1)
    }
  }
}

extension String {
  func between(_ start: String, _ end: String) -> String? {
    guard let from = firstRange(of: start), let to = self[from.upperBound...].firstRange(of: end) else { return nil }
    return String(self[from.upperBound..<to.lowerBound])
  }
}
