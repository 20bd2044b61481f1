import ArgumentParser
import Store
import Vocabulary

struct DatabaseSize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "size",
    abstract: "Count the rows of every table.",
    discussion: """
      naungan database size --json
      """)

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var branch: BranchOptions

  func run() throws {
    let database = try branch.openDatabase(tables: .asNeeded)
    let size = try database.readNow { try $0.tableSizes() }
    if json { return try Terminal.json(size) }
    var table = TextTable(["TABLE", ">ROWS"])
    for one in size.tables.sorted(by: { ($1.rows, $0.name) < ($0.rows, $1.name) }) {
      table.add([one.name, one.rows.grouped])
    }
    table.add(["all", size.rows.grouped])
    Terminal.print(table.text)
    Terminal.say("\((size.bytes / 1_024 / 1_024).grouped) MB.", "\((size.bytes / 1_024 / 1_024).grouped) MB.")
  }
}

/// How large the books are.
struct BookSize: Encodable {
  struct Table: Encodable {
    let name: String
    let rows: Int
  }

  let tables: [Table]
  let rows: Int
  /// On the disk, indexes with it.
  let bytes: Int
}

extension Connection {
  func tableSizes() throws -> BookSize {
    let tables = try tableNames().map { name in
      BookSize.Table(name: name, rows: Int(try integer("SELECT count(*) FROM \(name)")))
    }
    return BookSize(tables: tables, rows: tables.map(\.rows).reduce(0, +), bytes: Int(try bytes()))
  }

  private func tableNames() throws -> [String] {
    switch engine {
    case .sqlite:
      try rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name") {
        try $0.text(0)
      }
    case .postgresql:
      try rows("SELECT CAST(tablename AS text) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename") {
        try $0.text(0)
      }
    }
  }

  private func bytes() throws -> Int64 {
    switch engine {
    case .sqlite: try integer("PRAGMA page_count") * integer("PRAGMA page_size")
    case .postgresql:
      try integer(
        """
        SELECT COALESCE(CAST(SUM(pg_total_relation_size(CAST(quote_ident(tablename) AS regclass))) AS bigint), 0)
        FROM pg_tables WHERE schemaname = current_schema()
        """)
    }
  }
}
