/// Finds what a browser would forgive and a reader of screens would not: unclosed tags, ids used twice, labels and
/// descriptions that point nowhere.
enum Markup {
  private static let empty: Set<String> = ["meta", "link", "input", "br", "hr", "img", "!doctype", "path", "rect"]

  static func flaws(_ html: String) -> [String] {
    var flaws: [String] = []
    var open: [String] = []
    var ids = Set<String>()
    var wanted = Set<String>()
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else { return flaws + ["a tag without an end"] }
      let tag = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        let name = String(tag.dropFirst())
        if open.last == name {
          open.removeLast()
        } else {
          flaws.append("</\(name)> closes <\(open.last ?? "nothing")>")
        }
        continue
      }
      let name = String(tag.prefix { !$0.isWhitespace }).lowercased()
      let attributes = PageForm.attributes(tag)
      if let id = attributes["id"], !ids.insert(id).inserted { flaws.append("id \(id) is used twice") }
      for key in ["for", "aria-describedby", "aria-labelledby"] {
        wanted.formUnion((attributes[key] ?? "").split(separator: " ").map(String.init))
      }
      if name == "a", let target = attributes["href"], target.hasPrefix("#") {
        wanted.insert(String(target.dropFirst()))
      }
      if !empty.contains(name), !tag.hasSuffix("/") { open.append(name) }
    }
    if !open.isEmpty { flaws.append("not closed: \(open)") }
    for id in wanted.subtracting(ids).sorted() { flaws.append("nothing has the id \(id)") }
    return flaws
  }
}
