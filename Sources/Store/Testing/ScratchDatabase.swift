import Foundation
import Synchronization

/// A fresh, empty database for one test: a SQLite file in a folder of its own, or a PostgreSQL schema of its own. Tests
/// on different ones may run at the same time.
///
///     @Test("Approving twice pays once", arguments: ScratchDatabase.engines)
///     func approvesOnce(_ engine: Engine) async throws {
///       try await ScratchDatabase.each(engine) { database in … }
///     }
///
/// `NAUNGAN_TEST_POSTGRES` holds the address of the server, which `Tests/postgres start FOLDER` prints. Without it the
/// tests on PostgreSQL fail: a forgotten server must not look like a passed test. `NAUNGAN_SQLITE_ONLY=1` leaves them out
/// on purpose.
public enum ScratchDatabase {
  /// The engines that tests run on.
  public static let engines: [Engine] =
    ProcessInfo.processInfo.environment["NAUNGAN_SQLITE_ONLY"] == "1" ? [.sqlite] : Engine.allCases

  /// Runs `body` with a new database, and removes it afterwards.
  @discardableResult
  public static func each<T>(
    _ engine: Engine, connections: Int = 4, _ body: (Database) async throws -> T
  ) async throws -> T {
    try await atLocation(engine) { location in
      let database = try Database.open(location, connections: connections, durability: .relaxed)
      defer { database.close() }
      return try await body(database)
    }
  }

  /// As `each`, for tests that open the database themselves, or more than once.
  @discardableResult
  public static func atLocation<T>(
    _ engine: Engine, _ body: (DatabaseLocation) async throws -> T
  ) async throws -> T {
    switch engine {
    case .sqlite: try await inFolder(body)
    case .postgresql: try await inSchema(body)
    }
  }

  /// The server for tests, from the environment.
  public static func server() throws(StoreError) -> DatabaseLocation {
    guard let url = ProcessInfo.processInfo.environment["NAUNGAN_TEST_POSTGRES"] else {
      throw .unreachable(
        place: "NAUNGAN_TEST_POSTGRES",
        reason: "not set; run Tests/postgres start FOLDER and set it to the printed address, or set NAUNGAN_SQLITE_ONLY=1")
    }
    return .postgresql(url: url)
  }

  private static func inFolder<T>(_ body: (DatabaseLocation) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("naungan-\(freshName())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(.sqlite(path: folder.appendingPathComponent("books.sqlite").path))
  }

  private static func inSchema<T>(_ body: (DatabaseLocation) async throws -> T) async throws -> T {
    let server = try server()
    let schema = "scratch_\(freshName())"
    try administer(server, "CREATE SCHEMA \(schema)")
    do {
      let result = try await body(server.inSchema(schema))
      try administer(server, "DROP SCHEMA \(schema) CASCADE")
      return result
    } catch {
      try? administer(server, "DROP SCHEMA \(schema) CASCADE")
      throw error
    }
  }

  private static func administer(_ server: DatabaseLocation, _ sql: String) throws {
    let database = try Database.open(server, connections: 1, durability: .relaxed)
    defer { database.close() }
    try database.writeNow { try $0.script(sql) }
  }

  private static let made = Atomic(0)

  /// A name that no other test and no other process has.
  private static func freshName() -> String {
    let number = made.add(1, ordering: .relaxed).newValue
    return "\(ProcessInfo.processInfo.processIdentifier)_\(number)_\(UInt32.random(in: .min ... .max))"
  }
}
