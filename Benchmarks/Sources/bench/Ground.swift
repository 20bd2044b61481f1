import Foundation
import Office
import Store
import Vocabulary

/// Two fresh places on one engine, durable: one for the book, one for the raw load. The raw one has the same tables and
/// primary keys, and none of the book's further indexes.
struct Ground {
  let engine: Engine
  let book: Database
  let raw: any RawBook
  let clear: () -> Void

  static func make(_ engine: Engine, _ options: Options) throws -> Ground {
    let name = "bench_\(ProcessInfo.processInfo.processIdentifier)_\(UInt32.random(in: 1...UInt32.max))"
    switch engine {
    case .sqlite: return try sqlite(options.folder + "/" + name)
    case .postgresql: return try postgresql(options.postgres, name)
    }
  }

  private static func sqlite(_ folder: String) throws -> Ground {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let (bookFile, rawFile) = (folder + "/book.sqlite", folder + "/raw.sqlite")
    let book = try open(.sqlite(path: bookFile))
    let bare = try open(.sqlite(path: rawFile))
    try dropIndexes(bare)
    bare.close()
    return Ground(engine: .sqlite, book: book, raw: try RawSQLite(book: bookFile, raw: rawFile)) {
      book.close()
      do { try FileManager.default.removeItem(atPath: folder) } catch { say("left behind: \(folder)") }
    }
  }

  private static func postgresql(_ url: String, _ name: String) throws -> Ground {
    guard !url.isEmpty else { throw Halt("--postgres URL is missing; Benchmarks/Makefile starts a server") }
    let (bookName, rawName) = (name + "_book", name + "_raw")
    let raw = try RawPostgreSQL(url: url, book: bookName, raw: rawName)
    for schema in [bookName, rawName] { try raw.run("CREATE SCHEMA \(schema)") }
    let server = DatabaseLocation.postgresql(url: url)
    let book = try open(server.inSchema(bookName))
    let bare = try open(server.inSchema(rawName))
    try dropIndexes(bare)
    bare.close()
    return Ground(engine: .postgresql, book: book, raw: raw) {
      book.close()
      for schema in [bookName, rawName] {
        do { try raw.run("DROP SCHEMA \(schema) CASCADE") } catch { say("left behind: \(schema)") }
      }
    }
  }

  private static func dropIndexes(_ database: Database) throws {
    try database.writeNow { db in
      let named =
        db.engine == .sqlite
        ? "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        : """
        SELECT CAST(i.indexname AS text) FROM pg_indexes i
        LEFT JOIN pg_constraint c ON c.conname = i.indexname AND c.connamespace = current_schema()::regnamespace
        WHERE i.schemaname = current_schema() AND c.conname IS NULL
        """
      for index in try db.rows(named, as: { try $0.text(0) }) { try db.script("DROP INDEX \(index)") }
    }
  }

  private static func open(_ location: DatabaseLocation) throws -> Database {
    let database = try Database.open(location, durability: .full)
    let migrations = try Schema.migrations(for: database.engine)
    _ = try Migrator(migrations: migrations).apply(database, at: Instant(BranchBenchmark.first.firstDay))
    return database
  }
}
