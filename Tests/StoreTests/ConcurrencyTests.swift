import Store
import Testing

@Suite("Many at once")
struct ConcurrencyTests {
  @Test("Sixteen writers who read, add and write back lose nothing", arguments: ScratchDatabase.engines)
  func sixteenWriters(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine, connections: 8)
    try database.writeNow { connection in
      try connection.script("CREATE TABLE counter (id BIGINT PRIMARY KEY, value BIGINT NOT NULL)")
      try connection.execute("INSERT INTO counter VALUES (1, 0)")
    }
    try await withThrowingTaskGroup { group in
      for _ in 0..<16 {
        group.addTask {
          for _ in 0..<10 {
            try await database.write { connection in
              let value = try connection.integer("SELECT value FROM counter WHERE id = 1")
              try connection.execute("UPDATE counter SET value = $1 WHERE id = 1", value + 1)
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try database.readNow { try $0.integer("SELECT value FROM counter") } == 160)
  }

  @Test(
    "Two who write to what the other has read both get through, one after the other", arguments: ScratchDatabase.engines
  )
  func conflict(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    let runs = Tally()
    let first = Gate()
    // On PostgreSQL both read before either writes, so one must be run again; on SQLite they take turns anyway.
    let join: @Sendable (Int64, Connection) throws -> Int64 = { id, connection in
      let run = runs.add()
      let members = try connection.integer("SELECT COUNT(*) FROM member")
      if engine == .postgresql, run <= 2 {
        if run == 2 { first.open() } else { first.wait() }
      }
      try connection.addMember(id, wage: members)
      return members
    }
    async let one = database.write { try join(1, $0) }
    async let two = database.write { try join(2, $0) }
    let seen = try await [one, two].sorted()
    #expect(seen == [0, 1])
    #expect(try database.count() == 2)
    #expect(runs.count >= (engine == .postgresql ? 3 : 2))
  }

  @Test("A conflict that is wrapped in another error is still run again", arguments: ScratchDatabase.engines)
  func wrappedConflict(_ engine: Engine) async throws {
    guard engine == .postgresql else { return }  // SQLite has one writer and no conflicts
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    try database.writeNow { _ = try $0.addMember(1, wage: 0) }
    let runs = Tally()
    try await database.write { connection in
      let run = runs.add()
      let wage = try connection.integer("SELECT wage FROM member WHERE id = 1")
      if run == 1 { try meddle(database) }
      do {
        try connection.execute("UPDATE member SET wage = $1 WHERE id = 1", wage + 1)
      } catch {
        throw Refused()
      }
    }
    #expect(runs.count == 2)
    #expect(try database.readNow { try $0.integer("SELECT wage FROM member") } == 101)
  }

  /// Changes the row on another connection, in the middle of somebody's transaction.
  private func meddle(_ database: Database) throws {
    let other = try Database.open(database.location, connections: 1)
    defer { other.close() }
    try other.writeNow { _ = try $0.execute("UPDATE member SET wage = 100 WHERE id = 1") }
  }

  @Test("Who never gets through is told so in the end, after two dozen attempts", arguments: ScratchDatabase.engines)
  func hopeless(_ engine: Engine) async throws {
    guard engine == .postgresql else { return }  // SQLite has one writer and no conflicts
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    try database.writeNow { _ = try $0.addMember(1, wage: 0) }
    let runs = Tally()
    let sql = "UPDATE member SET wage = wage + 1 WHERE id = 1"
    await #expect(throws: StoreError.serialization(sql: sql)) {
      try await database.write { connection in
        runs.add()
        _ = try connection.integer("SELECT wage FROM member WHERE id = 1")
        try meddle(database)
        try connection.execute(sql)
      }
    }
    #expect(runs.count == 24)
  }

  @Test("More callers than connections are served in turn", arguments: ScratchDatabase.engines)
  func crowd(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine, connections: 2)
    let sum = try await withThrowingTaskGroup(of: Int64.self) { group in
      for number in 1...200 {
        group.addTask { try await database.read { try $0.integer("SELECT CAST($1 AS BIGINT)", number) } }
      }
      return try await group.reduce(0, +)
    }
    #expect(sum == 20_100)
  }
}
