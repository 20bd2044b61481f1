import Testing

/// The schema can be spread over machines as `docs/operating.md` says: every table has its place there, its keys begin with
/// what it is placed by, and nothing in it needs to see all machines at once.
enum SchemaRules {
  /// Where a table is placed: by a column, or on one machine.
  enum Placement: Equatable {
    case by(String)
    case local
  }

  static func findings(in repository: Repository) throws -> [Finding] {
    let places = try placements(in: repository.file("docs/operating.md"))
    let files = repository.files(ending: ".sql", under: "Sources/Office/Schema/")
    let tables = files.flatMap(tables)
    return unplaced(tables, places) + forgotten(places, tables)
      + tables.flatMap { keys(of: $0, places) } + files.flatMap(reason) + files.flatMap(unportable) + gaps(files)
  }

  /// The table of `docs/operating.md`: names in backticks, how placed, by which key.
  static func placements(in page: TextFile) throws -> [String: Placement] {
    var places: [String: Placement] = [:]
    for line in page.lines where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
      guard cells.count == 3, ["distributed", "registry", "local"].contains(cells[1]) else { continue }
      let key = cells[2].filter { $0 != "`" }
      for name in quoted(cells[0]) { places[name] = cells[1] == "local" ? .local : .by(key) }
    }
    guard !places.isEmpty else { throw MissingFile(path: "the table of placements in \(page.path)") }
    return places
  }

  static func quoted(_ text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().compactMap {
      $0 % 2 == 1 ? String($1) : nil
    }
  }

  struct Table {
    let name: String
    let path: String
    let line: Int
    /// The columns of the primary key, and of each unique constraint.
    var keys: [[String]] = []
    /// Tables that a column refers to.
    var references: [String] = []
  }

  static func tables(in file: TextFile) -> [Table] {
    var tables: [Table] = []
    for (offset, line) in file.lines.enumerated() {
      let words = line.split { " (".contains($0) }.map(String.init)
      if words.starts(with: ["CREATE", "TABLE"]), words.count > 2 {
        tables.append(Table(name: words[2], path: file.path, line: offset + 1))
      }
      guard let last = tables.indices.last, !line.hasPrefix("--") else { continue }
      for mark in ["PRIMARY KEY", "UNIQUE"] {
        guard let found = line.firstRange(of: mark) else { continue }
        let rest = line[found.upperBound...].drop { $0 == " " }
        let listed =
          rest.hasPrefix("(")
          ? rest.dropFirst().prefix { $0 != ")" } : line[...].drop { $0 == " " }.prefix { $0 != " " }
        tables[last].keys.append(listed.split { ", ".contains($0) }.map(String.init))
      }
      if let found = line.firstRange(of: "REFERENCES ") {
        tables[last].references.append(String(line[found.upperBound...].prefix { $0.isLetter || $0 == "_" }))
      }
    }
    return tables
  }

  private static func unplaced(_ tables: [Table], _ places: [String: Placement]) -> [Finding] {
    tables.filter { places[$0.name] == nil }.map {
      Finding($0.path, $0.line, "\($0.name) has no place in docs/operating.md")
    }
  }

  /// `migration` is made by the migrator and by no file.
  private static func forgotten(_ places: [String: Placement], _ tables: [Table]) -> [Finding] {
    Set(places.keys).subtracting(tables.map(\.name)).subtracting(["migration"]).sorted().map {
      Finding("docs/operating.md", 1, "there is no table \($0)")
    }
  }

  private static func keys(of table: Table, _ places: [String: Placement]) -> [Finding] {
    guard case .by(let column)? = places[table.name] else { return [] }
    let strayed = table.keys.filter { $0.first != column }.map {
      Finding(
        table.path, table.line, "\(table.name): the key (\($0.joined(separator: ", "))) does not begin with \(column)")
    }
    let far = table.references.filter { places[$0] != .by(column) }.map {
      Finding(table.path, table.line, "\(table.name) refers to \($0), which lies elsewhere")
    }
    let bare = table.keys.isEmpty ? [Finding(table.path, table.line, "\(table.name) has no primary key")] : []
    return strayed + far + bare
  }

  private static func reason(_ file: TextFile) -> [Finding] {
    let first = file.lines.first ?? ""
    return first.hasPrefix("-- ") && first.count > 30 ? [] : [Finding(file.path, 1, "does not begin with its reason")]
  }

  private static let needsAll = [
    "TRIGGER", "SEQUENCE", "SERIAL", "IDENTITY", "CREATE FUNCTION", "NOW()", "RANDOM()", "CURRENT_TIMESTAMP",
    "CURRENT_DATE",
  ]

  private static func unportable(_ file: TextFile) -> [Finding] {
    file.findings { line in
      line.hasPrefix("--")
        ? nil : needsAll.first(where: line.uppercased().contains).map { "\($0) has no place in the schema" }
    }
  }

  private static func gaps(_ files: [TextFile]) -> [Finding] {
    files.enumerated().compactMap { offset, file in
      Int(file.name.prefix(4)) == offset + 1 ? nil : Finding(file.path, 1, "expected number \(offset + 1)")
    }
  }
}

/// Statements carry their values with them: what a database makes up itself differs from machine to machine.
enum VolatileSQL {
  private static let functions = [
    "now()", "random()", "clock_timestamp(", "gen_random_uuid(", "nextval(", "CURRENT_TIMESTAMP",
  ]

  static func findings(in repository: Repository) -> [Finding] {
    repository.files(ending: ".swift", under: "Sources/").flatMap { file in
      file.findings(in: \.strings) { line in
        functions.first(where: line.contains).map { "\($0) in a statement: pass the value" }
      }
    }
  }
}

@Suite("The schema")
struct SchemaTests {
  @Test("Every table has its place, and its keys begin with what it is placed by")
  func repository() throws {
    let found = try SchemaRules.findings(in: try Repository.here.get())
    #expect(found == [])
  }

  @Test("No statement asks the database for a value that it makes up")
  func statements() throws {
    let found = VolatileSQL.findings(in: try Repository.here.get())
    #expect(found == [])
  }

  private static let page = TextFile(
    "docs/operating.md",
    """
    | table | placed | key |
    | `member`, `wage` | distributed | `member_id` |
    | `counter` | local | – |
    | `gone` | registry | `nik` |
    | `migration` | local | – |
    """)

  @Test("A table without a place, a key that begins otherwise and a sequence are found")
  func planted() throws {
    let sql = """
      -- People are registered once, so these tables come first.
      CREATE TABLE member (
        member_id bigint NOT NULL PRIMARY KEY,
        nik text NOT NULL UNIQUE
      );
      CREATE TABLE wage (
        member_id bigint NOT NULL REFERENCES member,
        kpj text NOT NULL REFERENCES counter,
        PRIMARY KEY (kpj, member_id)
      );
      CREATE TABLE counter (name text PRIMARY KEY, next bigint DEFAULT nextval('x'), at text DEFAULT NOW());
      CREATE TABLE extra (id bigserial PRIMARY KEY);
      """
    let files = [Self.page, TextFile("Sources/Office/Schema/0001-people.sql", sql)]
    let found = try SchemaRules.findings(in: Repository(files)).map(\.words)
    #expect(
      found == [
        "extra has no place in docs/operating.md", "there is no table gone",
        "member: the key (nik) does not begin with member_id",
        "wage: the key (kpj, member_id) does not begin with member_id",
        "wage refers to counter, which lies elsewhere", "NOW() has no place in the schema",
        "SERIAL has no place in the schema",
      ])
  }

  @Test("A file without its reason and a gap in the numbers are found")
  func plantedFile() throws {
    let files = [
      Self.page, TextFile("Sources/Office/Schema/0002-x.sql", "CREATE TABLE counter (name text PRIMARY KEY);"),
    ]
    let found = try SchemaRules.findings(in: Repository(files)).map(\.words)
    #expect(found.contains("does not begin with its reason") && found.contains("expected number 1"))
  }

  @Test("A volatile function in a statement is found, and none in code")
  func plantedStatement() {
    let file = TextFile("Sources/A.swift", "let now = clock.now()\nlet sql = \"UPDATE a SET b = now()\"")
    #expect(VolatileSQL.findings(in: Repository([file])).map(\.line) == [2])
  }
}
