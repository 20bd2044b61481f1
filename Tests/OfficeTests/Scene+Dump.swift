import Store

extension Scene {
  /// Every row of every table as text, table by table: what two offices must agree on to be the same office.
  ///
  /// Left out are the hashes of passwords, whose salt is chance on purpose, and session tokens.
  func dump() throws -> [String: [String]] {
    let tables = try tables()
    return try database.readNow { db in
      var dump: [String: [String]] = [:]
      for table in tables {
        dump[table] = try db.rows("SELECT * FROM \(table)") { row in
          try (0..<row.count).map { try row.name($0) == "hash" ? "" : "\(try row.value($0))" }.joined(separator: " | ")
        }.sorted()
      }
      return dump
    }
  }

  private func tables() throws -> [String] {
    try database.readNow { db in
      try db.rows(
        db.engine == .sqlite
          ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
          : "SELECT CAST(tablename AS text) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
      ) { try $0.text(0) }.filter { $0 != "session" }
    }
  }

  /// How many rows each table has: less than a dump, and quick.
  func counts() throws -> [String] {
    let tables = try tables()
    return try database.readNow { db in
      let counts = tables.map { "(SELECT count(*) FROM \($0))" }.joined(separator: ", ")
      return try db.row("SELECT \(counts)") { row in
        try tables.enumerated().map { "\($0.element): \(try row.int($0.offset)) rows" }
      } ?? []
    }
  }
}

/// The tables in which two dumps differ, with the first row of each that the other has not.
func differences(_ a: [String: [String]], _ b: [String: [String]]) -> [String] {
  Set(a.keys).union(b.keys).sorted().compactMap { table in
    let (x, y) = (a[table] ?? [], b[table] ?? [])
    guard x != y else { return nil }
    let (left, right) = (Set(x).subtracting(y).sorted(), Set(y).subtracting(x).sorted())
    return "\(table): \(x.count) and \(y.count) rows; \(left.first ?? "-") and \(right.first ?? "-")"
  }
}
