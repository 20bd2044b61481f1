import Foundation
import Store
import Testing
import Vocabulary

@Suite("Where the books are")
struct DatabaseLocationTests {
  @Test(
    "An address says which engine is meant",
    arguments: [
      ("postgres://office@db/books", Engine.postgresql), ("postgresql:///books?host=/run/pg", .postgresql),
      ("books.sqlite", .sqlite), ("/var/lib/naungan/books.sqlite", .sqlite), ("sqlite:books.db", .sqlite),
      ("sqlite:///srv/books.db", .sqlite),
    ])
  func reads(_ text: String, _ engine: Engine) throws {
    #expect(try #require(DatabaseLocation(text)).engine == engine)
  }

  @Test(
    "Other kinds of database, and none at all, are refused",
    arguments: ["", "mysql://db/books", ":memory:", "sqlite:", "file:x?mode=memory"])
  func refuses(_ text: String) {
    #expect(DatabaseLocation(text) == nil)
  }

  @Test(
    "A password is never shown",
    arguments: [
      ("postgres://office:s3cret@db:5432/books?schema=a", "postgres://office:•••@db:5432/books?schema=a"),
      ("postgres://office:s3:c@ret@db/books", "postgres://office:•••@db/books"),
      (
        "postgresql://db/books?user=office&password=s3cret&schema=a",
        "postgresql://db/books?user=office&password=•••&schema=a"
      ),
      ("postgresql://db/books?sslpassword=s3cret", "postgresql://db/books?sslpassword=•••"),
      ("postgres://office@db/books", "postgres://office@db/books"), ("books.sqlite", "books.sqlite"),
    ])
  func hidesPasswords(_ text: String, _ shown: String) throws {
    #expect(try #require(DatabaseLocation(text)).description == shown)
  }

  @Test("A schema is added to an address with or without other options")
  func addsSchema() {
    let bare = DatabaseLocation.postgresql(url: "postgres:///books")
    let optioned = DatabaseLocation.postgresql(url: "postgres:///books?host=/run")
    #expect(bare.inSchema("a") == .postgresql(url: "postgres:///books?schema=a"))
    #expect(optioned.inSchema("a") == .postgresql(url: "postgres:///books?host=/run&schema=a"))
    #expect(DatabaseLocation.sqlite(path: "a").inSchema("b") == .sqlite(path: "a"))
  }

  @Test("A schema name that could be more than a name is refused before anything is sent")
  func refusesOddSchemas() {
    let location = DatabaseLocation.postgresql(url: "postgres:///books?schema=a;DROP TABLE member")
    #expect(throws: StoreError.misuse("a schema name has small letters, digits and underscores only")) {
      try Database.open(location)
    }
  }

  @Test("A missing folder is named, with what to do about it")
  func missingFolder() throws {
    let error = #expect(throws: StoreError.self) { try Database.open(.sqlite(path: "/no/such/folder/books.sqlite")) }
    #expect(error == .noFolder(path: "/no/such/folder"))
    #expect(try #require(error).words.indonesian.contains("mkdir -p /no/such/folder"))
    #expect(try #require(error).words.english.contains("mkdir -p /no/such/folder"))
  }

  @Test("A file that is no database is refused as damaged")
  func noDatabase() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("naungan-\(UUID()).txt")
    try String(repeating: "Daftar belanja. ", count: 100).write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(throws: StoreError.corrupt("file is not a database")) { try Database.open(.sqlite(path: file.path)) }
  }

  @Test("A server that is not there is named, without the password")
  func noServer() throws {
    let location = DatabaseLocation.postgresql(url: "postgresql://office:s3cret@/books?host=/no/such/folder")
    let error = try #require(#expect(throws: StoreError.self) { try Database.open(location) })
    guard case .unreachable(let place, let reason) = error else {
      Issue.record("not unreachable: \(error)")
      return
    }
    #expect(place == "postgresql://office:•••@/books?host=/no/such/folder")
    #expect(!reason.contains("s3cret"))
    #expect(!reason.isEmpty)
  }

  @Test(
    "The schema may also come through libpq's own options",
    arguments: ScratchDatabase.engines.filter { $0 == .postgresql })
  func schemaThroughOptions(_ engine: Engine) async throws {
    let scratch = try ScratchDatabase.open(engine)
    guard case .postgresql(let url) = scratch.location else { return }
    let schema = try #require(url.split(separator: "=").last)
    let database = try Database.open(
      .postgresql(url: url.replacing("schema=", with: "options=-csearch_path%3D")), connections: 1)
    defer { database.close() }
    let found = try database.readNow { try $0.row("SELECT current_schema()::text") { try $0.text(0) } }
    #expect(found == String(schema))
    #expect(try scratch.count("(SELECT 1) AS one") == 1)
  }
}
