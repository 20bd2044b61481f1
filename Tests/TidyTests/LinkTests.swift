import Testing

/// Links of documents lead to something: to a file or folder here, and to a heading of it where one is named.
enum Links {
  static func dead(in repository: Repository) -> [Finding] {
    repository.files(ending: ".md").flatMap { page in
      page.proseLines.flatMap { number, line in
        targets(in: line).compactMap { target in
          flaw(target, on: page, repository).map { Finding(page.path, number, "\(target): \($0)") }
        }
      }
    }
  }

  /// What stands in the round brackets after the square ones.
  static func targets(in line: String) -> [String] {
    line.split(separator: "](").dropFirst().compactMap { rest in
      rest.firstIndex(of: ")").map { String(rest[..<$0]) }
    }
  }

  private static func flaw(_ target: String, on page: TextFile, _ repository: Repository) -> String? {
    if target.contains("://") || target.hasPrefix("mailto:") { return nil }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let path = parts[0].isEmpty ? page.path : resolved(parts[0], from: page.folder)
    guard path.isEmpty || repository.paths.contains(path) else { return "nothing is there" }
    guard parts.count > 1 else { return nil }
    guard let other = repository.files.first(where: { $0.path == path }) else { return "has no headings" }
    return other.anchors.contains(parts[1]) ? nil : "no such heading"
  }

  private static func resolved(_ target: String, from folder: String) -> String {
    var parts = folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") {
      if part == ".." {
        _ = parts.popLast()
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

extension TextFile {
  /// Numbered lines outside blocks of code.
  var proseLines: [(Int, String)] {
    var isCode = false
    return lines.enumerated().compactMap { offset, line in
      if line.trimmingPrefix(while: { $0 == " " }).hasPrefix("```") { isCode.toggle() }
      return isCode || line.hasPrefix("    ") ? nil : (offset + 1, line)
    }
  }

  /// The headings as links name them.
  fileprivate var anchors: Set<String> {
    Set(
      proseLines.filter { $0.1.hasPrefix("#") }.map { _, line in
        let title = line.drop { $0 == "#" || $0 == " " }.lowercased()
        return String(title.compactMap { $0 == " " ? "-" : $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : nil })
      })
  }
}

@Suite("Links in documents")
struct LinkTests {
  @Test("Every link leads to something")
  func repository() throws {
    let dead = Links.dead(in: try Repository.here.get())
    #expect(dead == [])
  }

  @Test("A link to a file or heading that is not there is found")
  func planted() {
    let page = TextFile(
      "docs/a.md", "# Two words\n[up](../b.md) [gone](c.md) [here](#two-words) [not](#three) [out](https://x.y)")
    let dead = Links.dead(in: Repository([page, TextFile("b.md", "")]))
    #expect(dead.map(\.words) == ["c.md: nothing is there", "#three: no such heading"])
  }
}
