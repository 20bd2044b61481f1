import Store

extension Scene {
  /// Every row of every table as text, table by table: what two offices must agree on to be the same office.
  ///
  /// Left out are the hashes of passwords, whose salt is chance on purpose, and session tokens.
  func dump() throws -> [String: [String]] {
    try database.readNow { db in
      let tables = try db.rows(
        db.engine == .sqlite
          ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
          : "SELECT CAST(table_name AS text) FROM information_schema.tables WHERE table_schema = current_schema()"
      ) { try $0.text(0) }
      var dump: [String: [String]] = [:]
      for table in tables where table != "session" {
        dump[table] = try db.rows("SELECT * FROM \(table)") { row in
          try (0..<row.count).map { try row.name($0) == "hash" ? "" : "\(try row.value($0))" }.joined(separator: " | ")
        }.sorted()
      }
      return dump
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
