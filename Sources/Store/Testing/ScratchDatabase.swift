import Foundation
import Synchronization

/// A fresh, empty database for one test: a SQLite file in a folder of its own, or a PostgreSQL schema of its own. Tests
/// on different ones may run at the same time.
///
///     @Test("Approving twice pays once", arguments: ScratchDatabase.engines)
///     func approvesOnce(_ engine: Engine) async throws {
///       let database = try ScratchDatabase.open(engine)
///       …
///     }
///
/// `NAUNGAN_TEST_POSTGRES` holds the address of the server, which `Tests/postgres start FOLDER` prints. Without it the
/// tests on PostgreSQL fail: a forgotten server must not look like a passed test. `NAUNGAN_SQLITE_ONLY=1` leaves them
/// out on purpose.
public enum ScratchDatabase {
  /// The engines that tests run on.
  public static let engines: [Engine] =
    ProcessInfo.processInfo.environment["NAUNGAN_SQLITE_ONLY"] == "1" ? [.sqlite] : Engine.allCases

  /// A new, empty database. Its file or schema is removed when the last reference to it goes.
  public static func open(_ engine: Engine, connections: Int = 4) throws -> Database {
    let (location, remains) = try make(engine)
    return try Database.open(location, connections: connections, durability: .relaxed, remains: remains)
  }

  /// Runs `body` with a new database, which is closed and removed afterwards.
  @discardableResult
  public static func each<T>(
    _ engine: Engine, connections: Int = 4, _ body: (Database) async throws -> T
  ) async throws -> T {
    let database = try open(engine, connections: connections)
    defer { database.close() }
    return try await body(database)
  }

  /// Runs `body` with the place for a new database, for tests that open it themselves, or more than once.
  @discardableResult
  public static func atLocation<T>(
    _ engine: Engine, _ body: (DatabaseLocation) async throws -> T
  ) async throws -> T {
    let (location, remains) = try make(engine)
    defer { withExtendedLifetime(remains) {} }
    return try await body(location)
  }

  /// The server for tests, from the environment.
  public static func server() throws(StoreError) -> DatabaseLocation {
    guard let url = ProcessInfo.processInfo.environment["NAUNGAN_TEST_POSTGRES"] else {
      throw .unreachable(
        place: "NAUNGAN_TEST_POSTGRES",
        reason:
          "not set; run Tests/postgres start FOLDER and set it to the printed address, or set NAUNGAN_SQLITE_ONLY=1")
    }
    return .postgresql(url: url)
  }

  private static func make(_ engine: Engine) throws -> (DatabaseLocation, Remains) {
    switch engine {
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("naungan-\(freshName())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let remains = Remains { try FileManager.default.removeItem(at: folder) }
      return (.sqlite(path: folder.appendingPathComponent("books.sqlite").path), remains)
    case .postgresql:
      let server = try server()
      let schema = "scratch_\(freshName())"
      try administer(server, "CREATE SCHEMA \(schema)")
      let remains = Remains { try administer(server, "DROP SCHEMA \(schema) CASCADE") }
      return (server.inSchema(schema), remains)
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

/// Something to be cleared away once nobody holds it any more.
final class Remains: Sendable {
  private let clear: @Sendable () throws -> Void

  init(_ clear: @escaping @Sendable () throws -> Void) { self.clear = clear }

  deinit {
    // Nobody is left to hear of a failure; the server or the temporary folder is thrown away as a whole anyway.
    try? clear()
  }
}
