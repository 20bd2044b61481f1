import Testing

/// The arrows between the rooms, as ARCHITECTURE.md draws them. The compiler keeps what Package.swift says; this keeps what
/// the reader is told.
struct Arrows {
  /// For each room, the rooms it may look into.
  let rooms: [String: Set<String>]

  /// What comes from outside, and who may know it.
  static let outside: [String: Set<String>] = [
    "CSQLite": ["Store"], "CPostgreSQL": ["Store"], "CSodium": ["Office", "Gateways"], "CPango": ["Formats"],
    "CQRencode": ["Formats"], "Yams": ["Law"], "Mustache": ["Web"], "Hummingbird": ["Web"], "HTTPTypes": ["Web"],
    "NIOCore": ["Web"], "ArgumentParser": ["naungan"],
  ]

  init(_ page: TextFile) throws {
    var rooms: [String: Set<String>] = [:]
    for line in page.lines where line.hasPrefix("| [`") {
      let cells = line.split(separator: "|").map(String.init)
      guard cells.count == 3, let name = cells[0].split(separator: "`").dropFirst().first,
        cells[0].contains("(Sources/")
      else { continue }
      rooms[String(name)] = Set(cells[2].split { " ,".contains($0) }.map(String.init)).subtracting(["–"])
    }
    guard !rooms.isEmpty else { throw MissingFile(path: "the table of rooms in \(page.path)") }
    self.rooms = rooms
  }

  func findings(in repository: Repository) -> [Finding] {
    let sources = repository.files(ending: ".swift", under: "Sources/")
    return undrawn(sources)
      + sources.flatMap { file in
        file.findings(in: \.code) { line in
          imported(by: line).flatMap { flaw($0, in: file.path) }
        }
      }
  }

  /// Rooms that are there and not drawn.
  private func undrawn(_ sources: [TextFile]) -> [Finding] {
    let names = Set(sources.compactMap { $0.path.split(separator: "/").dropFirst().first.map(String.init) })
    return names.subtracting(rooms.keys).sorted().map { Finding("ARCHITECTURE.md", 1, "\($0) is not among the rooms") }
  }

  private func imported(by line: Substring) -> String? {
    guard line.contains("import") else { return nil }
    let words = line.split(separator: " ")
    guard let at = words.firstIndex(of: "import"), at < 3, words.count > at + 1 else { return nil }
    return String(words[at + 1])
  }

  private func flaw(_ module: String, in path: String) -> String? {
    guard let room = path.split(separator: "/").dropFirst().first.map(String.init) else { return nil }
    if let allowed = Self.outside[module] {
      if module == "Hummingbird", !path.hasSuffix("Site+Serve.swift") {
        return "only Site+Serve.swift knows Hummingbird"
      }
      return allowed.contains(room) ? nil : "\(room) may not know \(module)"
    }
    guard rooms[module] != nil, let allowed = rooms[room], !allowed.contains("all") else { return nil }
    return allowed.contains(module) ? nil : "\(room) may not look into \(module)"
  }
}

@Suite("The arrows between the rooms")
struct ArrowTests {
  @Test("Every room looks only where ARCHITECTURE.md says")
  func repository() throws {
    let repository = try Repository.here.get()
    let found = try Arrows(repository.file("ARCHITECTURE.md")).findings(in: repository)
    #expect(found == [])
  }

  @Test("An import against the arrows is found")
  func planted() throws {
    let page = TextFile(
      "ARCHITECTURE.md",
      "| [`Law`](Sources/Law) | reads | – |\n| [`Office`](Sources/Office) | acts | Law |\n| [`naungan`](Sources/naungan) | all | all |"
    )
    let files = [
      TextFile("Sources/Law/A.swift", "public import Office\nimport Foundation"),
      TextFile("Sources/Office/B.swift", "import Law\n  import Yams"),
      TextFile("Sources/naungan/C.swift", "import Office\nimport ArgumentParser"), TextFile("Sources/New/D.swift", ""),
    ]
    let found = try Arrows(page).findings(in: Repository(files))
    #expect(
      found.map(\.words) == ["New is not among the rooms", "Law may not look into Office", "Office may not know Yams"])
  }
}
