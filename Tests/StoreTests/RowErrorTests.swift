import Store
import Testing
import Vocabulary

@Suite("Reading a column as what it is not")
struct RowErrorTests {
  private func reading<T>(
    _ engine: Engine, _ sql: String, _ make: @escaping @Sendable (Row) throws -> T
  ) async throws -> StoreError? {
    let database = try ScratchDatabase.open(engine)
    do {
      _ = try database.readNow { try $0.row(sql) { try make($0) } }
      return nil
    } catch let error as StoreError {
      return error
    }
  }

  @Test("NULL where none is expected names the column", arguments: ScratchDatabase.engines)
  func null(_ engine: Engine) async throws {
    let sql = "SELECT 1 AS id, CAST(NULL AS TEXT) AS name"
    let error = try await reading(engine, sql) { try $0.text(1) }
    #expect(error == .unexpectedNull(column: "name", sql: sql))
  }

  @Test("A wrong type names the column and what is there, on both engines alike", arguments: ScratchDatabase.engines)
  func wrongTypes(_ engine: Engine) async throws {
    let sql = "SELECT CAST(5 AS BIGINT) AS wage, CAST('lima' AS TEXT) AS name, CAST(0 AS BIGINT) AS id"
    func wrong(_ column: String, _ expected: String, _ found: String) -> StoreError {
      .wrongType(column: column, expected: expected, found: found, sql: sql)
    }
    #expect(try await reading(engine, sql) { try $0.text(0) } == wrong("wage", "text", "a whole number"))
    #expect(try await reading(engine, sql) { try $0.int(1) } == wrong("name", "a whole number", "text"))
    #expect(try await reading(engine, sql) { try $0.blob(1) } == wrong("name", "bytes", "text"))
    #expect(try await reading(engine, sql) { try $0.bool(0) } == wrong("wage", "0 or 1", "a whole number"))
    #expect(try await reading(engine, sql) { try $0.nik(1) } == wrong("name", "a NIK", "text"))
    #expect(
      try await reading(engine, sql) { try $0.id(2, Database.self) }
        == wrong("id", "an identifier above zero", "a whole number"))
    #expect(
      try await reading(engine, sql) { try $0.raw(1, as: Segment.self) } == wrong("name", "a case of Segment", "text"))
  }

  @Test("A number with a fraction is not cut off", arguments: ScratchDatabase.engines)
  func fraction(_ engine: Engine) async throws {
    let sql = "SELECT AVG(a) AS mean FROM (SELECT 1 AS a UNION ALL SELECT 2) AS two"
    let error = try await reading(engine, sql) { try $0.int(0) }
    #expect(
      error == .wrongType(column: "mean", expected: "a whole number", found: "a number with a fraction", sql: sql))
  }

  @Test("A column that is not there, and a row kept too long, are refused", arguments: ScratchDatabase.engines)
  func outside(_ engine: Engine) async throws {
    let error = try await reading(engine, "SELECT 1") { try $0.int(1) }
    #expect(error == .misuse("a row of 1 columns has no column 1: SELECT 1"))
    let database = try ScratchDatabase.open(engine)
    let kept = try database.readNow { try $0.row("SELECT 1") { $0 } }
    #expect(throws: StoreError.misuse("a row of 0 columns has no column 0: SELECT 1")) { try kept?.int(0) }
  }

  @Test("No number, and NULL for a number, are two different errors", arguments: ScratchDatabase.engines)
  func noRow(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    #expect(throws: StoreError.noRow(sql: "SELECT 1 WHERE 1 = 2")) {
      try database.readNow { try $0.integer("SELECT 1 WHERE 1 = 2") }
    }
    #expect(throws: StoreError.unexpectedNull(column: "n", sql: "SELECT CAST(NULL AS BIGINT) AS n")) {
      try database.readNow { try $0.integer("SELECT CAST(NULL AS BIGINT) AS n") }
    }
  }
}
