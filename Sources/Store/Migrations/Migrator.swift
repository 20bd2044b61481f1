public import Vocabulary

/// Brings a database to the schema that the program was written for.
public struct Migrator: Sendable {
  /// In order, numbered 1, 2, 3, …
  public let migrations: [Migration]

  /// Throws `gap` unless the numbers are 1, 2, 3, … in any order.
  public init(migrations: [Migration]) throws(MigrationError) {
    self.migrations = migrations.sorted { $0.number < $1.number }
    for (index, migration) in self.migrations.enumerated() where migration.number != index + 1 {
      throw .gap(expected: index + 1, found: migration.number)
    }
  }

  /// What `apply` would run. Throws a `MigrationError` if the database and the files do not belong together.
  public func pending(_ database: Database) throws -> [Migration] {
    try database.readNow { connection in
      try tableExists(connection) ? remaining(after: applied(connection)) : migrations
    }
  }

  /// Runs what is pending, each migration whole in a transaction of its own, and answers what it ran.
  ///
  /// Two processes may start at once: one waits for the other, and finds nothing left to do.
  @discardableResult
  public func apply(_ database: Database, at now: Instant) throws -> [Migration] {
    guard try !pending(database).isEmpty else { return [] }
    try makeTable(database)
    var ran: [Migration] = []
    while let migration = try applyNext(database, at: now) { ran.append(migration) }
    return ran
  }

  private func applyNext(_ database: Database, at now: Instant) throws -> Migration? {
    try database.writeNow { connection in
      // The lock comes before the first look, so that what a waiting process then sees is not from before its wait.
      // SQLite has only one writer as it is.
      if connection.engine == .postgresql { try connection.script("LOCK TABLE migration IN EXCLUSIVE MODE") }
      guard let next = try remaining(after: applied(connection)).first else { return nil }
      try connection.script(next.sql)
      try connection.execute(
        "INSERT INTO migration (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)",
        next.number, next.name, next.checksum, now)
      return next
    }
  }

  private struct Applied {
    let number: Int
    let checksum: String
  }

  private func applied(_ connection: Connection) throws -> [Applied] {
    try connection.rows("SELECT number, checksum FROM migration ORDER BY number") { row in
      Applied(number: Int(try row.int(0)), checksum: try row.text(1))
    }
  }

  private func remaining(after applied: [Applied]) throws(MigrationError) -> [Migration] {
    for (index, past) in applied.enumerated() {
      guard past.number == index + 1 else { throw .gap(expected: index + 1, found: past.number) }
      guard index < migrations.count else {
        throw .newerDatabase(number: applied.last?.number ?? past.number, known: migrations.count)
      }
      guard past.checksum == migrations[index].checksum else {
        throw .changed(number: past.number, name: migrations[index].name)
      }
    }
    return Array(migrations.dropFirst(applied.count))
  }

  private func tableExists(_ connection: Connection) throws -> Bool {
    switch connection.engine {
    case .sqlite: try connection.exists("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'")
    case .postgresql: try connection.exists("SELECT 1 WHERE to_regclass('migration') IS NOT NULL")
    }
  }

  private func makeTable(_ database: Database) throws {
    let sql = """
      CREATE TABLE IF NOT EXISTS migration (
        number BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)
      """
    do {
      try database.writeNow { try $0.script(sql) }
    } catch {
      // On PostgreSQL two that make it at once can meet in spite of IF NOT EXISTS; then it is there.
      guard try database.readNow(tableExists) else { throw error }
    }
  }
}
