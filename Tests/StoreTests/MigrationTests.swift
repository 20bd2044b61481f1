import Foundation
import Store
import Testing
import Vocabulary

@Suite("Migrations")
struct MigrationTests {
  private static let now = Instant(milliseconds: 1_795_000_000_000)

  private static func migrations(_ count: Int = 2, first: String = "CREATE TABLE a (b BIGINT);") throws -> [Migration] {
    let texts = [
      "-- The first table.\n\(first)",
      "-- A second column.\nALTER TABLE a ADD COLUMN c TEXT;\nINSERT INTO a VALUES (1, 'x;y');",
      "-- A third.\nALTER TABLE a ADD COLUMN d BIGINT;",
    ]
    return try (0..<count).map { try Migration(file: "000\($0 + 1)-step.sql", text: texts[$0]) }
  }

  @Test("They run in order and once, and say when", arguments: ScratchDatabase.engines)
  func applies(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    let migrator = try Migrator(migrations: Self.migrations().reversed())
    #expect(try migrator.pending(database).map(\.number) == [1, 2])
    #expect(try migrator.apply(database, at: Self.now).map(\.number) == [1, 2])
    #expect(try migrator.pending(database).isEmpty)
    #expect(try migrator.apply(database, at: Self.now).isEmpty)
    let rows = try database.readNow { connection in
      try connection.rows("SELECT number, name, applied_at FROM migration ORDER BY number") { row in
        "\(try row.int(0)) \(try row.text(1)) \(try row.instant(2).milliseconds)"
      }
    }
    #expect(rows == ["1 step 1795000000000", "2 step 1795000000000"])
    #expect(try database.readNow { try $0.row("SELECT c FROM a") { try $0.text(0) } } == "x;y")
    let later = try Migrator(migrations: Self.migrations(3))
    #expect(try later.apply(database, at: Self.now).map(\.reason) == ["A third."])
  }

  @Test("One that fails leaves nothing of itself, and those before it stay", arguments: ScratchDatabase.engines)
  func fails(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    let bad = try Migration(
      file: "0002-bad.sql", text: "-- Wrong.\nCREATE TABLE z (b BIGINT);\nINSERT INTO nowhere VALUES (1);")
    let migrator = try Migrator(migrations: Self.migrations(1) + [bad])
    #expect(throws: StoreError.self) { try migrator.apply(database, at: Self.now) }
    #expect(try migrator.pending(database) == [bad])
    #expect(try database.writeNow { try $0.integer("SELECT COUNT(*) FROM a") } == 0)
    try database.writeNow { try $0.script("CREATE TABLE z (b BIGINT)") }
  }

  @Test("An edited file, and a database newer than the program, are refused", arguments: ScratchDatabase.engines)
  func refuses(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try Migrator(migrations: Self.migrations(3)).apply(database, at: Self.now)
    let edited = try Migrator(migrations: Self.migrations(1, first: "CREATE TABLE a (b TEXT);"))
    #expect(throws: MigrationError.changed(number: 1, name: "step")) { try edited.pending(database) }
    #expect(throws: MigrationError.changed(number: 1, name: "step")) { try edited.apply(database, at: Self.now) }
    let old = try Migrator(migrations: Self.migrations(2))
    #expect(throws: MigrationError.newerDatabase(number: 3, known: 2)) { try old.apply(database, at: Self.now) }
    try database.writeNow { _ = try $0.execute("DELETE FROM migration WHERE number = 2") }
    let same = try Migrator(migrations: Self.migrations(3))
    #expect(throws: MigrationError.gap(expected: 2, found: 3)) { try same.pending(database) }
  }

  @Test("Two processes that start at once run each migration once", arguments: ScratchDatabase.engines)
  func twoAtOnce(_ engine: Engine) async throws {
    try await ScratchDatabase.atLocation(engine) { location in
      let migrator = try Migrator(migrations: Self.migrations(3))
      let ran = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<4 {
          group.addTask {
            let database = try Database.open(location, connections: 2, durability: .relaxed)
            defer { database.close() }
            return try migrator.apply(database, at: Self.now).count
          }
        }
        return try await group.reduce(0, +)
      }
      #expect(ran == 3)
    }
  }

  @Test("Gaps and doubles are refused before anything is touched")
  func gaps() throws {
    let three = try Self.migrations(3)
    #expect(throws: MigrationError.gap(expected: 2, found: 3)) { try Migrator(migrations: [three[0], three[2]]) }
    #expect(throws: MigrationError.gap(expected: 2, found: 1)) { try Migrator(migrations: [three[0], three[0]]) }
    #expect(throws: MigrationError.gap(expected: 1, found: 2)) { try Migrator(migrations: [three[1]]) }
  }

  @Test(
    "A file is named by number and word, and begins with its reason",
    arguments: [
      ("0001-members.sql", "CREATE TABLE a (b BIGINT);", MigrationError.noReason(file: "0001-members.sql")),
      ("0001-members.sql", "--\n", .noReason(file: "0001-members.sql")),
      ("0001-members.sql", "", .noReason(file: "0001-members.sql")),
      ("members.sql", "-- Why.", .badName(file: "members.sql")),
      ("0000-a.sql", "-- Why.", .badName(file: "0000-a.sql")),
      ("0001.sql", "-- Why.", .badName(file: "0001.sql")), ("0001-a.txt", "-- Why.", .badName(file: "0001-a.txt")),
    ])
  func badFiles(_ file: String, _ text: String, _ error: MigrationError) {
    #expect(throws: error) { try Migration(file: file, text: text) }
    #expect(error.description == error.words.english)
  }

  @Test("A folder is read by number; other files in it are left alone")
  func folder() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("naungan-migrations-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["0010-b.sql": "-- B.\n", "0002-a.sql": "-- A, and why.\nSELECT 1;", "README.md": "x"]
    for (name, text) in files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let migrations = try Migration.all(inFolder: folder.path)
    #expect(migrations.map(\.number) == [2, 10])
    #expect(migrations.map(\.name) == ["a", "b"])
    #expect(migrations[0].reason == "A, and why.")
    #expect(migrations[0].sql == "-- A, and why.\nSELECT 1;")
    #expect(migrations[0].checksum.count == 16)
    #expect(migrations[0].checksum != migrations[1].checksum)
    #expect(throws: MigrationError.unreadable(path: "/no/such/folder")) {
      try Migration.all(inFolder: "/no/such/folder")
    }
  }
}
