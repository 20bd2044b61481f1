import Testing

/// Names that mean that the noun is not found yet, and words that have no place in finished work.
enum Names {
  static let banned = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Impl", "Service", "DTO", "Info"]

  /// The standard's own words: SNAP BI numbers its services.
  static let standards: Set<String> = ["Sources/Formats/SNAP/SNAP.swift Service"]

  static func banned(in repository: Repository) -> [Finding] {
    repository.swift.flatMap { file in
      file.findings(in: \.code) { line in
        declaredTypes(in: line).first { name in
          banned.contains(where: name.hasSuffix) && !standards.contains("\(file.path) \(name)")
        }.map { "\($0): find the noun" }
      }
    }
  }

  private static let kinds: [String] = ["struct", "class", "enum", "protocol", "actor", "typealias"]

  /// The names of the types that a line declares.
  static func declaredTypes(in line: some StringProtocol) -> [String] {
    guard kinds.contains(where: line.contains) else { return [] }
    let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
    return zip(words, words.dropFirst()).compactMap { kind, name in
      kinds.contains(String(kind)) && name.first?.isUppercase == true ? String(name) : nil
    }
  }
}

/// What must not be left in a commit.
enum Marks {
  // Put together here, so that this file does not find itself.
  private static let inText = ["TO" + "DO", "FIX" + "ME", "X" + "XX:", "HACK" + ":"]
  private static let inCode = ["try" + "!", "fatal" + "Error(", " as" + "! "]

  static func left(in repository: Repository) -> [Finding] {
    let texts = repository.files.flatMap { file in
      file.findings { line in inText.first(where: line.contains).map { "\($0) is left over" } }
    }
    let code = repository.swift.flatMap { file in
      file.findings(in: \.code) { line in
        inCode.first(where: line.contains).map { "\($0) stops the program for what somebody typed" }
      }
    }
    return texts + code
  }
}

/// Nothing in the repository knows on whose machine it was written.
enum MachinePaths {
  private static let roots = [
    "wo" + "rk", "op" + "t", "ro" + "ot", "ho" + "me", "Us" + "ers", "tmp/" + "dev", "tmp/" + "brief",
  ]

  static func told(in repository: Repository) -> [Finding] {
    repository.files.flatMap { file in
      file.findings { line in
        line.contains("/")
          ? roots.first { holds(line, path: "/" + $0) }.map { "names /\($0), a folder of one machine" } : nil
      }
    }
  }

  /// Whether `path` stands in `line` as the beginning of an absolute path.
  private static func holds(_ line: String, path: String) -> Bool {
    var rest = line[...]
    while let found = rest.firstRange(of: path) {
      let before = found.lowerBound == line.startIndex ? nil : line[line.index(before: found.lowerBound)]
      let after = found.upperBound == line.endIndex ? nil : line[found.upperBound]
      let begins = before.map { " \t\"'`(=:,".contains($0) } ?? true
      let isWhole = after.map { "/-_".contains($0) } ?? true
      if begins, isWhole { return true }
      rest = line[found.upperBound...]
    }
    return false
  }
}

@Suite("Names and left-over words")
struct NameTests {
  @Test("No type is called by a name that means nothing")
  func names() throws {
    let found = Names.banned(in: try Repository.here.get())
    #expect(found == [])
  }

  @Test("A meaningless name is found, in a declaration only")
  func plantedName() {
    let source =
      "public final class ClaimManager: P {} // struct AHelper\nlet serviceInfo = \"enum BUtil\"\nenum Utilities {}"
    let found = Names.banned(in: Repository([TextFile("A.swift", source)]))
    #expect(found == [Finding("A.swift", 1, "ClaimManager: find the noun")])
  }

  @Test("Nothing is left for later, and nothing stops the program for what somebody typed")
  func marks() throws {
    let found = Marks.left(in: try Repository.here.get())
    #expect(found == [])
  }

  @Test("A left-over mark and a forced try are found")
  func plantedMark() {
    let files = [
      TextFile("a.yaml", "x: 1 # TO" + "DO"), TextFile("B.swift", "let a = try" + "! b() // fatal" + "Error("),
    ]
    let found = Marks.left(in: Repository(files))
    #expect(found.map(\.path) == ["a.yaml", "B.swift"])
  }

  @Test("No file names a folder of somebody's machine")
  func machinePaths() throws {
    let found = MachinePaths.told(in: try Repository.here.get())
    #expect(found == [])
  }

  @Test("A machine's folder is found; a word of a path is not")
  func plantedPath() {
    let lines = [
      "see /wo" + "rk/main", "parts/wo" + "rk and /wo" + "rking", "x=\"/ho" + "me/sri\"", "curl http://a/op" + "t/x",
    ]
    let found = MachinePaths.told(in: Repository([TextFile("a.md", lines.joined(separator: "\n"))]))
    #expect(found.map(\.line) == [1, 3])
  }
}
