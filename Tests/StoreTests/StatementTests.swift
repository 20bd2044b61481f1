import Store
import Testing
import Vocabulary

@Suite("Statements and values", .serialized)
struct StatementTests {
  @Test(
    "What was written is read back: text, NULL, empty text, bytes, the widest numbers",
    arguments: ScratchDatabase.engines)
  func roundTrip(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    let bytes: [UInt8] = Array(0...255)
    try database.writeNow { (connection) throws -> Void in
      let sql = "INSERT INTO member (id, nik, name, note, wage, photo) VALUES ($1, $2, $3, $4, $5, $6)"
      #expect(try connection.execute(sql, Int64.max, "a", "Dewi 'Ayu' \\ — é 🌺\t\n", "", 0, bytes) == 1)
      #expect(try connection.execute(sql, Int64.min, "b", "", nil, nil, nil) == 1)
      #expect(try connection.execute(sql, 0, "c", "x", String?.none, Int64?.some(7), [UInt8]()) == 1)
    }
    let rows = try database.readNow { connection in
      try connection.rows("SELECT id, name, note, wage, photo FROM member ORDER BY id") { row in
        try (0..<row.count).map { try row.value($0) }
      }
    }
    #expect(
      rows == [
        [.integer(.min), .text(""), .null, .null, .null],
        [.integer(0), .text("x"), .null, .integer(7), .blob([])],
        [.integer(.max), .text("Dewi 'Ayu' \\ — é 🌺\t\n"), .text(""), .integer(0), .blob(bytes)],
      ])
  }

  @Test("The words of the office are stored and read back as they are", arguments: ScratchDatabase.engines)
  func vocabulary(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    let day = try #require(Day(2026, 11, 20))
    let nik = try #require(NIK("9971014107850001"))
    let kpj = try #require(KPJ("26000000017"))
    let npp = try #require(NPP("JK000017000"))
    let account = try #require(VirtualAccount("9899991260000017"))
    let id = try #require(Identifier<Database>(17))
    let values: [SQLValue] = [
      day.sqlValue, day.month.sqlValue, Instant(day).sqlValue, Rupiah(7_335_300).sqlValue, id.sqlValue, nik.sqlValue,
      kpj.sqlValue, npp.sqlValue, account.sqlValue, ProgrammeSet.jht.sqlValue, .text(Segment.migrant.rawValue),
      true.sqlValue,
    ]
    let places = (1...values.count).map { "$\($0)" }.joined(separator: ", ")
    try database.readNow { connection in
      let found: Bool? = try connection.row("SELECT \(places)", values: values) { (row) throws -> Bool in
        #expect(try [row.day(0), row.optionalDay(0)] == [day, day])
        #expect(try [row.month(1), row.optionalMonth(1)] == [day.month, day.month])
        #expect(try [row.instant(2), row.optionalInstant(2)] == [Instant(day), Instant(day)])
        #expect(try [row.rupiah(3), row.optionalRupiah(3)] == [Rupiah(7_335_300), Rupiah(7_335_300)])
        #expect(try [row.id(4), row.optionalID(4)] == [id, id])
        #expect(try [row.nik(5), row.optionalNIK(5)] == [nik, nik])
        #expect(try [row.kpj(6), row.optionalKPJ(6)] == [kpj, kpj])
        #expect(try [row.npp(7), row.optionalNPP(7)] == [npp, npp])
        #expect(try [row.virtualAccount(8), row.optionalVirtualAccount(8)] == [account, account])
        #expect(try [row.raw(9, as: ProgrammeSet.self), row.optionalRaw(9, as: ProgrammeSet.self)] == [.jht, .jht])
        #expect(try [row.raw(10, as: Segment.self), row.optionalRaw(10, as: Segment.self)] == [.migrant, .migrant])
        #expect(try [row.bool(11), row.optionalBool(11)] == [true, true])
        return true
      }
      #expect(found == true)
      let none: Bool? = try connection.row("SELECT CAST(NULL AS BIGINT), CAST(NULL AS TEXT)") { (row) throws -> Bool in
        let numbers: [Any?] = try [
          row.optionalDay(0), row.optionalMonth(0), row.optionalInstant(0), row.optionalRupiah(0), row.optionalInt(0),
          row.optionalBool(0), row.optionalID(0, Database.self), row.optionalRaw(0, as: ProgrammeSet.self),
        ]
        let texts: [Any?] = try [
          row.optionalNIK(1), row.optionalKPJ(1), row.optionalNPP(1), row.optionalVirtualAccount(1),
          row.optionalText(1), row.optionalBlob(1), row.optionalRaw(1, as: Segment.self),
        ]
        let isEmpty = (numbers + texts).allSatisfy { $0 == nil }
        #expect(isEmpty)
        return true
      }
      #expect(none == true)
    }
  }

  @Test("Placeholders may repeat and come in any order", arguments: ScratchDatabase.engines)
  func placeholders(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.readNow { connection in
      let row = try connection.row("SELECT $2, $1, $2 || '!', $3", 1, "dua", 3) { row in
        try (row.text(0), row.int(1), row.text(2), row.int(3))
      }
      #expect(try #require(row) == ("dua", 1, "dua!", 3))
    }
  }

  @Test(
    "The same statement takes NULL, numbers and text in turn, whichever comes first", arguments: ScratchDatabase.engines
  )
  func nullFirst(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    try database.writeNow { connection in
      #expect(try connection.integer("SELECT CASE WHEN $1 IS NULL THEN 1 ELSE 0 END", nil) == 1)
      #expect(try connection.integer("SELECT CASE WHEN $1 IS NULL THEN 1 ELSE 0 END", 5) == 0)
      #expect(try connection.integer("SELECT CASE WHEN $1 IS NULL THEN 1 ELSE 0 END", "lima") == 0)
      #expect(try connection.integer("SELECT CASE WHEN $1 IS NULL THEN 1 ELSE 0 END", nil) == 1)
      try connection.addMember(1)
      try connection.addMember(2, wage: 5_000_000)
      let search = "SELECT COUNT(*) FROM member WHERE ($1 IS NULL OR wage = $1) AND ($2 IS NULL OR name LIKE $2)"
      #expect(try connection.integer(search, nil, nil) == 2)
      #expect(try connection.integer(search, 5_000_000, nil) == 1)
      #expect(try connection.integer(search, nil, "Sri%") == 2)
      #expect(try connection.integer(search, nil, "sri%") == 0)
      #expect(try connection.execute("UPDATE member SET wage = $1, note = $2 WHERE id = $3", nil, nil, 1) == 1)
      #expect(try connection.execute("UPDATE member SET wage = $1, note = $2 WHERE id = $3", 9, "n", 1) == 1)
    }
  }

  @Test("Whole numbers meet narrow columns, limits and sums without a cast", arguments: ScratchDatabase.engines)
  func integers(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.writeNow { connection in
      try connection.script("CREATE TABLE narrow (a INTEGER, b SMALLINT, c BIGINT)")
      for number in 1...5 { try connection.execute("INSERT INTO narrow VALUES ($1, $1, $1)", number) }
      #expect(try connection.integer("SELECT SUM(a) + SUM(b) + SUM(c) FROM narrow WHERE a > $1 AND b > $1", 2) == 36)
      #expect(try connection.integer("SELECT SUM(c) FROM narrow") == 15)
      let page = try connection.rows("SELECT c FROM narrow ORDER BY c LIMIT $1 OFFSET $2", 2, 1) { try $0.int(0) }
      #expect(page == [2, 3])
      #expect(try connection.integer("SELECT COUNT(*) FROM narrow WHERE a = $1", Int64.max) == 0)
      #expect(try connection.optionalInteger("SELECT SUM(c) FROM narrow WHERE c > $1", 99) == nil)
      #expect(try connection.optionalInteger("SELECT c FROM narrow WHERE c > $1", 99) == nil)
      #expect(try connection.exists("SELECT 1 FROM narrow WHERE c = $1", 5))
      #expect(try !connection.exists("SELECT 1 FROM narrow WHERE c = $1", 6))
    }
  }

  @Test("The count of changed rows is the statement's own", arguments: ScratchDatabase.engines)
  func changes(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    try database.writeNow { connection in
      for id in 1...4 { #expect(try connection.addMember(Int64(id)) == 1) }
      #expect(try connection.execute("UPDATE member SET wage = 1 WHERE id > $1", 1) == 3)
      #expect(try connection.execute("UPDATE member SET wage = 1 WHERE id > $1", 9) == 0)
      #expect(try connection.execute("CREATE TABLE other (a BIGINT)") == 0)
      #expect(try connection.execute("SELECT * FROM member") == 0)
      let again = "INSERT INTO member (id, nik, name) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING"
      #expect(try connection.execute(again, 1, "x", "y") == 0)
      #expect(try connection.execute("DELETE FROM member") == 4)
      let made = try connection.rows(
        "INSERT INTO member (id, nik, name) VALUES ($1, $2, $3), ($4, $5, $3) RETURNING id", 1, "a", "n", 2, "b"
      ) { try $0.int(0) }
      #expect(made == [1, 2])
    }
    #expect(try database.count() == 2)
  }

  @Test("The common ground of both dialects holds", arguments: ScratchDatabase.engines)
  func dialect(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    try database.writeNow { connection in
      for id in 1...6 { try connection.addMember(Int64(id), wage: id % 2 == 0 ? Int64(id) * 100 : nil) }
      let totals = try connection.rows(
        """
        WITH paid AS (SELECT id, wage FROM member WHERE wage IS NOT NULL)
        SELECT id, SUM(wage) OVER (ORDER BY id), COUNT(*) FILTER (WHERE wage > $1) OVER () FROM paid ORDER BY id
        """, 200
      ) { try [$0.int(0), $0.int(1), $0.int(2)] }
      #expect(totals == [[2, 200, 2], [4, 600, 2], [6, 1200, 2]])
      let sorted = try connection.rows("SELECT id FROM member ORDER BY wage NULLS LAST, id DESC") { try $0.int(0) }
      #expect(sorted == [2, 4, 6, 5, 3, 1])
      let upserted = try connection.row(
        """
        INSERT INTO member (id, nik, name, wage) VALUES ($1, $2, $3, $4)
        ON CONFLICT (id) DO UPDATE SET wage = COALESCE(member.wage, 0) + excluded.wage RETURNING wage
        """, 6, "z", "z", 11
      ) { try $0.rupiah(0) }
      #expect(upserted == Rupiah(611))
    }
  }

  @Test("row answers the first row, or nothing", arguments: ScratchDatabase.engines)
  func firstRow(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    try database.writeNow { connection in
      for id in 1...3 { try connection.addMember(Int64(id)) }
      let last = try connection.row("SELECT id FROM member ORDER BY id DESC") { try $0.int(0) }
      #expect(last == 3)
      let none = try connection.row("SELECT id FROM member WHERE id = $1", 9) { try $0.int(0) }
      #expect(none == nil)
    }
  }

  @Test("A query's body may run the same query", arguments: ScratchDatabase.engines)
  func nestedQueries(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    try database.writeNow { connection in
      for id in 1...3 { try connection.addMember(Int64(id)) }
      let sql = "SELECT id FROM member WHERE id >= $1 ORDER BY id"
      let pairs = try connection.rows(sql, 2) { outer in
        let rest = try connection.rows(sql, try outer.int(0)) { try $0.int(0) }
        return try [outer.int(0)] + rest
      }
      #expect(pairs == [[2, 2, 3], [3, 3]])
    }
  }

  @Test("A dollar sign in a text, a name or a comment is no placeholder", arguments: ScratchDatabase.engines)
  func dollarSigns(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    let sql = """
      SELECT '$9 ''$8', $1 AS "a$7" -- $6, it's not
        , '--$5', $2
      """
    let found = try database.readNow {
      try $0.row(sql, 1, "dua") { try ($0.text(0), $0.int(1), $0.text(2), $0.text(3)) }
    }
    #expect(try #require(found) == ("$9 '$8", 1, "--$5", "dua"))
  }

  @Test("NULL may stand wherever another value may, alone or with others", arguments: ScratchDatabase.engines)
  func nullAnywhere(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    try database.writeNow { connection in
      try connection.addMember(1, wage: 5)
      try connection.execute("UPDATE member SET photo = $1", [1, 2] as [UInt8])
      let photo =
        "SELECT COUNT(*) FROM member WHERE ($1 IS NULL OR photo = $1) AND ($2 IS NULL OR nik = $2) AND $3 IS NULL"
      var counts = [try connection.integer(photo, nil, nil, nil)]
      counts.append(try connection.integer(photo, [1, 2] as [UInt8], nil, nil))
      counts.append(try connection.integer(photo, nil, "x", nil))
      counts.append(try connection.integer(photo, nil, nil, 1))
      counts.append(try connection.integer("SELECT COALESCE($1, $2, wage) FROM member", nil, nil))
      counts.append(try connection.integer("SELECT COUNT(*) FROM member WHERE wage > $1", nil))
      #expect(counts == [1, 1, 0, 0, 5, 0])
    }
    let wrong = "SELECT nothing FROM member WHERE $1 IS NULL"
    let error = #expect(throws: StoreError.self) { try database.readNow { try $0.exists(wrong, nil) } }
    #expect(error?.sql == wrong)
  }

  @Test("Far more different statements than are kept prepared still work", arguments: ScratchDatabase.engines)
  func manyStatements(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    let sum = try database.readNow { connection in
      var sum: Int64 = 0
      for number in 1...1_200 { sum += try connection.integer("SELECT $1 + \(number)", number) }
      return sum
    }
    #expect(sum == 1_200 * 1_201)
    #expect(try database.readNow { try $0.integer("SELECT $1 + 1", 1) } == 2)
  }

  @Test("A column's name, and any value, can be asked for", arguments: ScratchDatabase.engines)
  func names(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    let found = try database.readNow { connection in
      try connection.row("SELECT 1 AS id, 'Sri' AS name, 1.5 AS half, NULL AS none") { row in
        try (0..<row.count).map {
          try [row.name($0), "\(row.isNull($0))", String(describing: row.value($0))].joined(separator: " ")
        }
      }
    }
    #expect(
      found == [
        #"id false integer(1)"#, #"name false text("Sri")"#, #"half false text("1.5")"#, "none true null",
      ])
  }
}
