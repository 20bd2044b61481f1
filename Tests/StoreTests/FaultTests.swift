import Store
import Testing

@Suite("Crashes on purpose")
struct FaultTests {
  /// Three writes and two reads: a member and two contributions.
  @Sendable private static func join(_ connection: Connection) throws {
    _ = try connection.integer("SELECT COUNT(*) FROM member")
    try connection.addMember(1)
    let made = try connection.rows(
      "INSERT INTO contribution (member_id, month, amount) VALUES ($1, $2, $3) RETURNING month", 1, 2, 3
    ) { try $0.int(0) }
    try connection.load("contribution", ["member_id", "month", "amount"]) { rows in
      rows.append(1)
      rows.append(made[0] + 1)
      rows.append(9)
      try rows.endRow()
    }
    _ = try connection.exists("WITH a AS (SELECT 1) SELECT * FROM a")
  }

  @Test(
    "A crash after any write leaves nothing; the next attempt does it all, once", arguments: ScratchDatabase.engines)
  func afterEveryWrite(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    var crashes = 0
    for n in 1...10 {
      database.faults.crash(afterWrite: n)
      do {
        try await database.write(Self.join)
      } catch StoreError.injectedCrash {
        crashes += 1
        #expect(database.faults.hasStruck)
        #expect(database.faults.writes == n)
        #expect(try database.count() == 0)
        #expect(try database.count("contribution") == 0)
        continue
      }
      #expect(!database.faults.hasStruck)
      break
    }
    #expect(crashes == 3)
    #expect(try database.count("contribution") == 2)
    database.faults.disarm()
  }

  @Test("A crash cannot be caught and gone on from, not even inside attempt", arguments: ScratchDatabase.engines)
  func cannotBeCaught(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    database.faults.crash(afterWrite: 1)
    #expect(throws: StoreError.injectedCrash) {
      try database.writeNow { connection in
        try? connection.attempt { _ = try connection.addMember(1) }
        _ = try? connection.addMember(2)
      }
    }
    #expect(try database.count() == 0)
    try database.writeNow { _ = try $0.addMember(2) }
    #expect(try database.count() == 1)
  }

  @Test("A lost answer leaves the commit in place", arguments: ScratchDatabase.engines)
  func lostAnswer(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    database.faults.loseAnswer(ofCommit: 2)
    try database.writeNow { _ = try $0.addMember(1) }
    #expect(throws: StoreError.injectedCrash) { try database.writeNow { _ = try $0.addMember(2) } }
    #expect(database.faults.hasStruck)
    #expect(try database.count() == 2)
  }

  @Test("Nothing happens unless it is asked for", arguments: ScratchDatabase.engines)
  func offByDefault(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    try await database.write(Self.join)
    #expect(database.faults.writes == 0)
    #expect(!database.faults.hasStruck)
  }
}
