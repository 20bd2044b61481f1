import Testing

@testable import Store

@Suite("Transactions")
struct TransactionTests {
  @Test("If the body throws, nothing of it stays, and the next transaction works", arguments: ScratchDatabase.engines)
  func rollsBack(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    await #expect(throws: Refused()) {
      try await database.write { connection in
        try connection.addMember(1)
        throw Refused()
      }
    }
    #expect(try database.count() == 0)
    try await database.write { _ = try $0.addMember(1) }
    #expect(try await database.read { try $0.integer("SELECT COUNT(*) FROM member") } == 1)
  }

  @Test(
    "An error that somebody caught still keeps the transaction from being committed", arguments: ScratchDatabase.engines
  )
  func caughtErrors(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    let wrong = "SELECT * FROM nowhere"
    let error = #expect(throws: StoreError.self) {
      try database.writeNow { connection in
        try connection.addMember(1)
        _ = try? connection.execute(wrong)
        if (try? connection.addMember(2)) != nil { Issue.record("a spoilt transaction went on") }
      }
    }
    #expect(error?.sql == wrong)
    #expect(try database.count() == 0)
  }

  @Test("What fails inside attempt is undone alone, at any depth", arguments: ScratchDatabase.engines)
  func attempts(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    try database.writeNow { connection in
      try connection.addMember(1)
      try? connection.attempt {
        try connection.addMember(2)
        try connection.addMember(1)
      }
      try connection.attempt {
        try connection.addMember(3)
        try? connection.attempt {
          try connection.addMember(4)
          throw Refused()
        }
        try? connection.attempt {
          try connection.addMember(5)
          _ = try? connection.addMember(5)
        }
        try connection.addMember(6)
      }
      let members = try connection.attempt { try connection.integer("SELECT COUNT(*) FROM member") }
      #expect(members == 3)
    }
    #expect(try database.readNow { try $0.rows("SELECT id FROM member ORDER BY id") { try $0.int(0) } } == [1, 3, 6])
  }

  @Test("Reading cannot change anything", arguments: ScratchDatabase.engines)
  func readOnly(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    await #expect(throws: StoreError.readOnly(sql: "DELETE FROM member")) {
      try await database.read { _ = try $0.execute("DELETE FROM member") }
    }
  }

  @Test("A reader sees one moment, though a writer commits meanwhile", arguments: ScratchDatabase.engines)
  func snapshot(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    let written = Gate()
    let looked = Gate()
    async let counts = database.read { connection in
      let before = try connection.integer("SELECT COUNT(*) FROM member")
      looked.open()
      written.wait()
      return [before, try connection.integer("SELECT COUNT(*) FROM member")]
    }
    try await database.write { connection in
      looked.wait()
      try connection.addMember(1)
    }
    written.open()
    #expect(try await counts == [0, 0])
    #expect(try database.count() == 1)
  }

  @Test("Readers go on while a writer is in the middle of its work", arguments: ScratchDatabase.engines)
  func readersDuringWrite(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    let begun = Gate()
    let read = Gate()
    async let writing: Void = database.write { connection in
      try connection.addMember(1)
      begun.open()
      read.wait()
    }
    let seen = try await database.read { connection in
      begun.wait()
      return try connection.integer("SELECT COUNT(*) FROM member")
    }
    read.open()
    try await writing
    #expect(seen == 0)
    #expect(try database.count() == 1)
  }

  @Test("A transaction inside a transaction is refused instead of waiting for ever", arguments: ScratchDatabase.engines)
  func nested(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    let refusal = StoreError.misuse("a transaction was begun inside another one")
    #expect(throws: refusal) { try database.writeNow { _ in try database.writeNow { _ in } } }
    #expect(throws: refusal) { try database.readNow { _ in try database.readNow { _ in } } }
    await #expect(throws: refusal) { try await database.write { _ in try database.readNow { _ in } } }
    try database.writeNow { _ in }
    let other = try ScratchDatabase.open(engine)
    let number = try database.readNow { _ in try other.readNow { try $0.integer("SELECT 7") } }
    #expect(number == 7)
  }

  @Test(
    "A connection kept beyond its transaction, and a closed database, do no more work",
    arguments: ScratchDatabase.engines)
  func afterwards(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    let kept = try database.writeNow { $0 }
    #expect(throws: StoreError.misuse("a connection was used after its transaction had ended")) {
      try kept.execute("SELECT 1")
    }
    database.close()
    #expect(throws: StoreError.misuse("the database is closed")) { try database.readNow { _ in } }
    await #expect(throws: StoreError.misuse("the database is closed")) { try await database.write { _ in } }
    database.close()
  }

  @Test("Connections that live at the same time have different slots", arguments: ScratchDatabase.engines)
  func slots(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    let inside = Gate()
    async let other = database.read { connection in
      inside.wait()
      return connection.slot
    }
    let slot = try await database.write { connection in
      inside.open()
      return connection.slot
    }
    let (a, b) = try await (slot, other)
    #expect(a > 0 && b > 0)
    if engine == .sqlite { #expect(a != b) }
    #expect(try database.writeNow(\.slot) > 0)
  }

  @Test("A SQLite file that another process holds is reported as busy, not as broken")
  func busy() async throws {
    // The other process is another Database on the same file.
    let others = try ScratchDatabase.open(.sqlite)
    let ours = try Database.open(others.location, connections: 2, durability: .relaxed, patience: .milliseconds(50))
    defer { ours.close() }
    try ours.makeMembers()
    let done = Gate()
    let begun = Gate()
    async let held: Void = others.write { connection in
      try connection.addMember(1)
      begun.open()
      done.wait()
    }
    try await ours.read { _ in begun.wait() }
    let error = #expect(throws: StoreError.self) { try ours.writeNow { _ = try $0.addMember(2) } }
    done.open()
    try await held
    #expect(error == .busy(sql: "BEGIN IMMEDIATE"))
    try ours.writeNow { _ = try $0.addMember(2) }
    #expect(try ours.count() == 2)
  }
}
