import Testing

/// What documents say of the code is so.
enum Documents {
  /// Types and cases named in the glossary's last column.
  static func unknownWords(in repository: Repository) throws -> [Finding] {
    let sources = repository.files(ending: ".swift", under: "Sources/")
    let declared = sources.compactMap(\.parts).flatMap { parts in
      parts.code.split(separator: "\n").flatMap { Names.declaredTypes(in: $0) }
    }
    let types = Set(declared.flatMap { $0.split(separator: ".").map(\.description) })
    return try repository.file("docs/glossary.md").findings { line in
      guard line.hasPrefix("| "), let last = line.split(separator: "|").last else { return nil }
      return SchemaRules.quoted(String(last)).first { word in
        guard word.first?.isUppercase == true else { return false }
        return !types.contains(String(word.prefix { $0.isLetter || $0.isNumber }))
      }.map { "there is no type \($0)" }
    }
  }

  /// Accounts of the chart that the ledger's document does not explain, and the other way round.
  static func unknownAccounts(in repository: Repository) throws -> [Finding] {
    let page = try repository.file("docs/ledger.md")
    let told = page.lines.compactMap { line in
      line.hasPrefix("| `") ? SchemaRules.quoted(line).first.map { String($0.prefix(4)) } : nil
    }.filter { $0.count == 4 && $0.allSatisfy(\.isNumber) }
    let chart = try repository.file("Sources/Ledger/Account.swift").lines.compactMap { line -> String? in
      guard line.contains("case "), let code = line.split(separator: "\"").dropFirst().first else { return nil }
      return code.count == 4 && code.allSatisfy(\.isNumber) ? String(code) : nil
    }
    return Set(chart).symmetricDifference(told).sorted().map {
      Finding(page.path, 1, "account \($0) is in one of both only")
    }
  }

  /// Paths in backticks that lead nowhere, in documents and in comments.
  static func deadPaths(in repository: Repository) -> [Finding] {
    let pages = repository.files(ending: ".md").flatMap { page in
      page.proseLines.flatMap { number, line in dead(line, repository).map { Finding(page.path, number, $0) } }
    }
    let comments = repository.swift.flatMap { file in
      file.findings(in: \.comments) { dead(String($0), repository).first }
    }
    return pages + comments
  }

  private static let tops = ["Sources/", "Tests/", "docs/", "law/parameters/", "law/instruments/", "Office/", "Setup/"]

  private static func dead(_ line: String, _ repository: Repository) -> [String] {
    guard line.contains("`") else { return [] }
    return SchemaRules.quoted(line).compactMap { word in
      guard tops.contains(where: word.hasPrefix), !word.contains(where: { " *<{…".contains($0) }),
        !word.contains("NNNN")
      else { return nil }
      let path = word.hasSuffix("/") ? String(word.dropLast()) : word
      return repository.paths.contains(path) || repository.paths.contains("Sources/" + path)
        ? nil : "\(word): nothing is there"
    }
  }
}

/// Decisions are numbered without a gap, listed, and say what they cost.
enum Decisions {
  static func findings(in repository: Repository) throws -> [Finding] {
    let list = try repository.file("docs/decisions/README.md")
    let pages = repository.files(ending: ".md", under: "docs/decisions/0")
    return pages.enumerated().flatMap { offset, page in
      var found: [String] = []
      if !page.text.hasPrefix("# \(offset + 1). ") || Int(page.name.prefix(4)) != offset + 1 {
        found.append("expected number \(offset + 1)")
      }
      if !page.text.contains("**We decided**") { found.append("does not say what was decided") }
      if !page.text.contains("**Consequences.**") { found.append("does not say what it costs") }
      if !list.text.contains("](\(page.name))") { found.append("is not in the list") }
      return found.map { Finding(page.path, 1, $0) }
    }
  }
}

/// The changelog speaks to those affected: by day, with kind, periods and areas.
enum Changelog {
  static func findings(in page: TextFile) -> [Finding] {
    var (found, days) = ([Finding](), [String]())
    for (offset, line) in page.lines.enumerated() {
      if line.hasPrefix("## ") {
        let day = String(line.dropFirst(3))
        let isDay = day.count == 10 && day.split(separator: "-").map(\.count) == [4, 2, 2]
        if !isDay { found.append(Finding(page.path, offset + 1, "\(day) is no day")) }
        if let last = days.last, last <= day {
          found.append(Finding(page.path, offset + 1, "the newest day comes first"))
        }
        days.append(day)
      } else if line.hasPrefix("### ") {
        let entry = page.lines[(offset + 1)...].prefix { !$0.hasPrefix("##") }.joined(separator: " ")
        for part in ["**Kind:**", "**Periods:**", "**Areas:**"] where !entry.contains(part) {
          found.append(Finding(page.path, offset + 1, "\(part) is missing"))
        }
      }
    }
    return days.isEmpty ? [Finding(page.path, 1, "no day")] : found
  }
}

@Suite("Documents")
struct DocumentTests {
  @Test("Every type in the glossary exists")
  func glossary() throws {
    let found = try Documents.unknownWords(in: try Repository.here.get())
    #expect(found == [])
  }

  @Test("The chart of accounts in the documents is the code's")
  func accounts() throws {
    let found = try Documents.unknownAccounts(in: try Repository.here.get())
    #expect(found == [])
  }

  @Test("Every path in backticks leads to something")
  func paths() throws {
    let found = Documents.deadPaths(in: try Repository.here.get())
    #expect(found == [])
  }

  @Test("Decisions are numbered, listed, and say what they cost")
  func decisions() throws {
    let found = try Decisions.findings(in: try Repository.here.get())
    #expect(found == [])
  }

  @Test("The changelog tells by day, kind, period and area")
  func changelog() throws {
    let found = Changelog.findings(in: try Repository.here.get().file("CHANGELOG.md"))
    #expect(found == [])
  }

  @Test("The licence is there, whole")
  func licence() throws {
    let text = try Repository.here.get().file("LICENSE").text
    #expect(
      text.contains("Version 2.0, January 2004") && text.contains("9. Accepting Warranty or Additional Liability."))
  }
}

@Suite("Documents with planted faults")
struct PlantedDocumentTests {
  @Test("A type, an account and a path that are not there are found")
  func words() throws {
    let repository = Repository([
      TextFile("docs/glossary.md", "| klaim | claim | x | `Claim`, `Claims.one`, table `wage` |"),
      TextFile("Sources/A.swift", "struct Claim {} // enum Claims {}; see `Sources/B.swift`"),
      TextFile("docs/ledger.md", "| `1100` Bank | asset |\n| `1150` Cash | asset |"),
      TextFile("Sources/Ledger/Account.swift", "  case bank = \"1100\"\n  case owed = \"1200\""),
    ])
    #expect(try Documents.unknownWords(in: repository).map(\.words) == ["there is no type Claims.one"])
    #expect(try Documents.unknownAccounts(in: repository).map(\.words.count).count == 2)
    #expect(Documents.deadPaths(in: repository).map(\.words) == ["Sources/B.swift: nothing is there"])
  }

  @Test("A decision without its cost, or out of the list, is found")
  func decisions() throws {
    let repository = Repository([
      TextFile("docs/decisions/README.md", ""), TextFile("docs/decisions/0002-x.md", "# 2. X\n**We decided** y."),
    ])
    #expect(
      try Decisions.findings(in: repository).map(\.words)
        == ["expected number 1", "does not say what it costs", "is not in the list"])
  }

  @Test("A changelog out of order or without its areas is found")
  func changelog() {
    let page = TextFile("CHANGELOG.md", "## 2026-11-20\n### A\n**Kind:** **Periods:**\n## 2026-11-21\n## soon")
    #expect(
      Changelog.findings(in: page).map(\.words)
        == ["**Areas:** is missing", "the newest day comes first", "soon is no day", "the newest day comes first"])
  }
}
