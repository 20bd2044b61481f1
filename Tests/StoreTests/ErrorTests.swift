import Store
import Testing
import Vocabulary

@Suite("What the engines refuse, in one language")
struct ErrorTests {
  private func writing(
    _ engine: Engine, _ body: @escaping @Sendable (Connection) throws -> Void
  ) async throws -> StoreError? {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    do {
      try database.writeNow { connection in
        try connection.addMember(1)
        try body(connection)
      }
      return nil
    } catch let error as StoreError {
      #expect(try database.count() == 0)
      return error
    }
  }

  @Test("A key that is there already names its table and columns", arguments: ScratchDatabase.engines)
  func unique(_ engine: Engine) async throws {
    let id = "INSERT INTO member (id, nik, name) VALUES (1, 'x', 'y')"
    #expect(try await writing(engine) { try $0.execute(id) } == .unique(table: "member", columns: ["id"], sql: id))
    let nik = "INSERT INTO member (id, nik, name) VALUES (2, '9971014107810001', 'y')"
    #expect(try await writing(engine) { try $0.execute(nik) } == .unique(table: "member", columns: ["nik"], sql: nik))
    let pair = "INSERT INTO contribution (member_id, month, amount) VALUES (1, 2, 3), (1, 2, 4)"
    #expect(
      try await writing(engine) { try $0.execute(pair) }
        == .unique(table: "contribution", columns: ["member_id", "month"], sql: pair))
  }

  @Test(
    "A row that points at nothing, an amount below zero and a missing name are told apart",
    arguments: ScratchDatabase.engines)
  func constraints(_ engine: Engine) async throws {
    let orphan = "INSERT INTO contribution (member_id, month, amount) VALUES (7, 1, 1)"
    #expect(try await writing(engine) { try $0.execute(orphan) } == .foreignKey(sql: orphan))
    let negative = "UPDATE member SET wage = -1"
    #expect(
      try await writing(engine) { try $0.execute(negative) }
        == .check(constraint: "wage_is_not_negative", sql: negative))
    let nameless = "UPDATE member SET name = NULL"
    #expect(
      try await writing(engine) { try $0.execute(nameless) } == .notNull(table: "member", column: "name", sql: nameless)
    )
  }

  @Test(
    "Nonsense, unknown tables and unknown columns are syntax errors with the statement",
    arguments: ScratchDatabase.engines)
  func syntax(_ engine: Engine) async throws {
    for sql in ["SELEC 1", "SELECT * FROM nowhere", "SELECT nothing FROM member", "UPDATE member SET nothing = 1"] {
      let error = try await writing(engine) { _ = try $0.rows(sql) { _ in 0 } }
      guard case .syntax(_, sql) = error else {
        Issue.record("\(sql): \(String(describing: error))")
        continue
      }
      #expect(error?.sql == sql)
    }
  }

  @Test("Wrong placeholders and wrong numbers of values are the program's mistake", arguments: ScratchDatabase.engines)
  func misuse(_ engine: Engine) async throws {
    let sql = "UPDATE member SET wage = $1 WHERE id = $2"
    #expect(try await writing(engine) { try $0.execute(sql, 1) } == .misuse("1 values for 2 placeholders in: \(sql)"))
    #expect(
      try await writing(engine) { try $0.execute(sql, 1, 2, 3) } == .misuse("3 values for 2 placeholders in: \(sql)"))
    #expect(
      try await writing(engine) { try $0.load("Member", ["id"]) { _ in } }
        == .misuse("a table or column name has small letters, digits and underscores only: Member"))
    #expect(
      try await writing(engine) { try $0.each("DELETE FROM member") { _ in } }
        == .misuse("each reads; use rows for a statement that changes data"))
  }

  @Test("A script that ends its transaction is reported", arguments: ScratchDatabase.engines)
  func endingScript(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    #expect(throws: StoreError.misuse("a script may not begin or end a transaction")) {
      try database.writeNow { try $0.script("CREATE TABLE a (b BIGINT); COMMIT") }
    }
    let rows = try database.writeNow { try $0.integer("SELECT COUNT(*) FROM a") }
    #expect(rows == 0)
  }

  @Test("A zero byte inside a text is refused before it is stored", arguments: ScratchDatabase.engines)
  func zeroByte(_ engine: Engine) async throws {
    let error = try await writing(engine) { try $0.execute("UPDATE member SET name = $1", "Sri\0Wahyuni") }
    #expect(error == .unstorable("a zero byte inside a text"))
  }

  @Test("No value gets into an error", arguments: ScratchDatabase.engines)
  func noValues(_ engine: Engine) async throws {
    let secret = "9971014107850001"
    let errors = [
      try await writing(engine) { connection in
        for id in [2, 3] {
          try connection.execute("INSERT INTO member (id, nik, name) VALUES ($1, $2, $3)", id, secret, "n")
        }
      },
      try await writing(engine) { try $0.execute("UPDATE member SET wage = CAST($1 AS BIGINT) - 1", "-" + secret) },
      try await writing(engine) { try $0.execute("UPDATE member SET wage = CAST($1 AS BIGINT)", "x" + secret + "y") },
      try await writing(engine) { try $0.execute("UPDATE member SET name = $1, nik = NULL", secret) },
    ]
    for error in errors {
      if let error {
        #expect(!error.description.contains(secret), "\(error)")
        #expect(!error.words.indonesian.contains(secret), "\(error)")
      }
    }
    #expect(errors[0] != nil && errors[3] != nil)
  }

  @Test("Every error has words in both languages and ends in a full stop")
  func words() {
    let errors: [StoreError] = [
      .unique(table: "member", columns: ["nik"], sql: "s"), .foreignKey(sql: "s"), .check(constraint: "c", sql: "s"),
      .notNull(table: "t", column: "c", sql: "s"), .serialization(sql: "s"), .busy(sql: "s"), .readOnly(sql: "s"),
      .full("m"), .unreachable(place: "p", reason: "r"), .noFolder(path: "/p"), .corrupt("m"),
      .syntax(message: "m", sql: "s"), .unstorable("u"), .noRow(sql: "s"), .unexpectedNull(column: "c", sql: "s"),
      .wrongType(column: "c", expected: "e", found: "f", sql: "s"), .injectedCrash, .misuse("m"),
      .other(code: "1", message: "m", sql: "s"),
    ]
    for error in errors {
      #expect(error.words.english.contains("."))
      #expect(error.words.indonesian.contains("."))
      #expect(error.words.english != error.words.indonesian)
      #expect(error.description.contains(" In: s") == (error.sql == "s"))
    }
  }
}
