public import Store

/// Every row of every table as text, in a given order, so that two books can be compared to the byte.
public enum BookDump {
  /// Password hashes are left out: their salts come from the system.
  public static func lines(of database: Database) throws -> [String] {
    try database.readNow { db in
      try tables(db).filter { $0 != "app_user_password" && $0 != "migration" && $0 != "session" }.flatMap { table in
        try db.rows("SELECT * FROM \(table)") { row in
          table + " " + (try (0..<row.count).map { "\(try row.value($0))" }.joined(separator: "|"))
        }.sorted()
      }
    }
  }

  private static func tables(_ db: Connection) throws -> [String] {
    switch db.engine {
    case .sqlite:
      try db.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name") {
        try $0.text(0)
      }
    case .postgresql:
      try db.rows(
        "SELECT CAST(tablename AS text) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
      ) { try $0.text(0) }
    }
  }
}
