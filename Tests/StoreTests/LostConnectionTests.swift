import Store
import Testing

@Suite("Connections that are cut off", .enabled(if: ScratchDatabase.engines.contains(.postgresql)))
struct LostConnectionTests {
  private func backend(_ connection: Connection) throws -> Int64 {
    try connection.integer("SELECT pg_backend_pid()")
  }

  private func kill(_ process: Int64) throws {
    let other = try Database.open(ScratchDatabase.server(), connections: 1)
    defer { other.close() }
    _ = try other.writeNow { try $0.row("SELECT pg_terminate_backend(CAST($1 AS int))", process) { try $0.bool(0) } }
  }

  @Test("An idle connection that was killed is replaced without anybody noticing")
  func idle() async throws {
    let database = try ScratchDatabase.open(.postgresql, connections: 1)
    try database.makeMembers()
    let (before, slot) = try database.writeNow { try (backend($0), $0.slot) }
    try kill(before)
    try await database.write { _ = try $0.addMember(1) }
    let after = try database.readNow { try backend($0) }
    #expect(before != after)
    #expect(try database.readNow(\.slot) > 0 && slot > 0)
    #expect(try database.count() == 1)
  }

  @Test("A connection killed in the middle says so; nothing stays, and the next transaction works")
  func midway() async throws {
    let database = try ScratchDatabase.open(.postgresql, connections: 1)
    try database.makeMembers()
    let error = try #require(
      #expect(throws: StoreError.self) {
        try database.writeNow { connection in
          try connection.addMember(1)
          try kill(backend(connection))
          try connection.addMember(2)
        }
      })
    guard case .unreachable = error else {
      Issue.record("\(error)")
      return
    }
    #expect(try database.count() == 0)
    try database.writeNow { _ = try $0.addMember(1) }
  }

  @Test("A connection killed before its commit says so, and nothing stays")
  func beforeCommit() async throws {
    let database = try ScratchDatabase.open(.postgresql, connections: 1)
    try database.makeMembers()
    #expect(throws: StoreError.self) {
      try database.writeNow { connection in
        try connection.addMember(1)
        try kill(backend(connection))
      }
    }
    #expect(try database.count() == 0)
  }

  @Test("A connection killed in the middle of a bulk load says so, and nothing stays")
  func duringLoad() async throws {
    let database = try ScratchDatabase.open(.postgresql, connections: 1)
    try database.makeMembers()
    let error = #expect(throws: StoreError.self) {
      try database.writeNow { connection in
        let process = try backend(connection)
        try connection.load("member", ["id", "nik", "name"]) { rows in
          for number in 1...100_000 {
            if number == 50_000 { try kill(process) }
            rows.append(number)
            rows.append("nik \(number)")
            rows.append("Budi")
            try rows.endRow()
          }
        }
      }
    }
    guard case .unreachable? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try database.count() == 0)
  }

  @Test("A statement whose table was changed by another process works again in the next transaction")
  func changedSchema() async throws {
    let database = try ScratchDatabase.open(.postgresql, connections: 1)
    try database.makeMembers()
    try database.writeNow { _ = try $0.addMember(1) }
    let sql = "SELECT * FROM member"
    #expect(try database.readNow { try $0.row(sql) { $0.count } } == 6)
    let other = try Database.open(database.location, connections: 1)
    try other.writeNow { try $0.script("ALTER TABLE member ADD COLUMN more BIGINT") }
    other.close()
    _ = try? database.readNow { try $0.row(sql) { $0.count } }
    #expect(try database.readNow { try $0.row(sql) { $0.count } } == 7)
  }
}
