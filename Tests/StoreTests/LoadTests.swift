import Store
import Testing
import Vocabulary

@Suite("Bulk loading and streaming")
struct LoadTests {
  private static let awkward = [
    "", "\\", "\\N", "\\.", "a\tb", "a\nb", "a\r\nb", "\t", "\n", "\\\\t", "Dewi 'Ayu' \"D\"", "é 🌺 日本",
    "a\u{1}b\u{b}c\u{7f}", " ",
    String(repeating: "panjang\t", count: 50_000),
  ]

  @Test("Every text arrives as it was sent; empty is not NULL", arguments: ScratchDatabase.engines)
  func escaping(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.writeNow { try $0.script("CREATE TABLE line (id BIGINT PRIMARY KEY, text TEXT, bytes BYTEA)") }
    let loaded = try database.writeNow { connection in
      try connection.load("line", ["text", "id", "bytes"]) { rows in
        for (index, text) in Self.awkward.enumerated() {
          rows.append(text)
          rows.append(index)
          rows.appendBlob(Array(text.utf8))
          try rows.endRow()
        }
        rows.append(String?.none)
        rows.append(Int64.max)
        rows.appendNull()
        try rows.endRow()
      }
    }
    #expect(loaded == Self.awkward.count + 1)
    let rows = try database.readNow { connection in
      try connection.rows("SELECT text, bytes FROM line ORDER BY id") { try ($0.optionalText(0), $0.optionalBlob(1)) }
    }
    #expect(rows.map(\.0) == Self.awkward + [nil])
    #expect(rows.map(\.1) == Self.awkward.map { Array($0.utf8) } + [nil])
  }

  @Test("Numbers at their widest, days, months, money and identifiers", arguments: ScratchDatabase.engines)
  func words(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    let day = try #require(Day(1969, 2, 28))
    let id = try #require(Identifier<Database>(17))
    try database.writeNow { connection in
      try connection.script("CREATE TABLE a (b BIGINT, c BIGINT, d BIGINT, e BIGINT, f BIGINT, g BIGINT, h BIGINT)")
      try connection.load("a", ["b", "c", "d", "e", "f", "g", "h"]) { rows in
        for number in [Int64.min, .max, 0, -1, 10] {
          rows.append(number)
          rows.append(Int64?.none)
          rows.append(day)
          rows.append(day.month)
          rows.append(Instant(day))
          rows.append(Rupiah(-5))
          rows.append(id)
          try rows.endRow()
        }
      }
      let found = try connection.rows("SELECT b, c, d, e, f, g, h FROM a") { row in
        try [row.int(0), row.optionalInt(1), Int64(row.day(2).number), Int64(row.month(3).number)]
          + [row.instant(4).milliseconds, row.rupiah(5).amount, row.id(6, Database.self).value]
      }
      let rest: [Int64?] = [
        nil, Int64(day.number), Int64(day.month.number), Instant(day).milliseconds, -5, 17,
      ]
      let expected = [Int64.min, .max, 0, -1, 10].map { [$0] + rest }
      #expect(found == expected)
    }
  }

  @Test(
    "Rows that are too short, too long or unfinished are refused with their number", arguments: ScratchDatabase.engines)
  func wrongRows(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    func loading(_ fill: (inout BulkWriter) throws -> Void) throws {
      try database.writeNow { _ = try $0.load("member", ["id", "nik", "name"], fill) }
    }
    #expect(throws: StoreError.misuse("row 2 of a bulk load has 2 values for 3 columns")) {
      try loading { rows in
        rows.append(1)
        rows.append("a")
        rows.append("b")
        try rows.endRow()
        rows.append(2)
        rows.append("a")
        try rows.endRow()
      }
    }
    #expect(throws: StoreError.misuse("row 1 of a bulk load has 4 values for 3 columns")) {
      try loading { rows in
        for number in 1...4 { rows.append(number) }
        try rows.endRow()
      }
    }
    #expect(throws: StoreError.misuse("a bulk load ended in the middle of row 1")) { try loading { $0.append(1) } }
    #expect(throws: StoreError.unstorable("a zero byte inside a text, row 1 of a bulk load")) {
      try loading { rows in
        rows.append(1)
        rows.append("a\0b")
        rows.append("c")
        try rows.endRow()
      }
    }
    #expect(throws: Refused.self) { try loading { _ in throw Refused() } }
    #expect(try database.count() == 0)
    try database.writeNow { _ = try $0.addMember(1) }
  }

  @Test(
    "A key that is there already spoils the load; inside attempt the rest goes on", arguments: ScratchDatabase.engines)
  func duplicateKey(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    func load(_ connection: Connection, _ count: Int, _ key: (Int) -> Int) throws -> Int {
      try connection.load("member", ["id", "nik", "name"]) { rows in
        for number in 1...count {
          rows.append(key(number))
          rows.append("nik \(number)")
          rows.append("Budi")
          try rows.endRow()
        }
      }
    }
    try database.writeNow { connection in
      var error: StoreError?
      do {
        try connection.attempt { _ = try load(connection, 20_000) { $0 == 20_000 ? 1 : $0 } }
      } catch let caught as StoreError {
        error = caught
      }
      guard case .unique("member", ["id"], _) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      let loaded = try load(connection, 20_000) { $0 }
      #expect(loaded == 20_000)
    }
    #expect(try database.count() == 20_000)
    #expect(throws: StoreError.self) { try database.writeNow { _ = try load($0, 5) { $0 } } }
    #expect(try database.count() == 20_000)
  }

  @Test("No statement may run in the middle of a load", arguments: ScratchDatabase.engines)
  func statementDuringLoad(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    try database.makeMembers()
    #expect(throws: StoreError.misuse("a statement was run in the middle of a bulk load")) {
      try database.writeNow { connection in
        try connection.load("member", ["id"]) { _ in try connection.execute("SELECT 1") }
      }
    }
  }

  @Test(
    "Streaming hands over every row once, lets other statements run, and can be left half-way",
    arguments: ScratchDatabase.engines)
  func streaming(_ engine: Engine) async throws {
    let database = try ScratchDatabase.open(engine)
    let count = 10_000
    try database.writeNow { connection in
      try connection.script("CREATE TABLE number (n BIGINT PRIMARY KEY); CREATE TABLE picked (n BIGINT PRIMARY KEY)")
      try connection.load("number", ["n"]) { rows in
        for number in 1...count {
          rows.append(number)
          try rows.endRow()
        }
      }
      var sum: Int64 = 0
      try connection.each("SELECT n FROM number WHERE n > $1 ORDER BY n", 10) { row in
        let number = try row.int(0)
        sum += number
        if number % 1_000 == 0 { try connection.execute("INSERT INTO picked VALUES ($1)", number) }
        if number % 5_000 == 0 { try connection.each("SELECT n FROM picked") { sum -= try $0.int(0) * 0 } }
      }
      #expect(sum == Int64(count * (count + 1) / 2 - 55))
      #expect(try connection.integer("SELECT COUNT(*) FROM picked") == 10)
      var seen = 0
      try? connection.each("SELECT n FROM number WHERE ($1 IS NULL OR n < $1)", nil) { _ in
        seen += 1
        if seen == 3_000 { throw Refused() }
      }
      #expect(seen == 3_000)
      #expect(try connection.integer("SELECT COUNT(*) FROM number") == Int64(count))
    }
    var none = 0
    try database.readNow { try $0.each("SELECT n FROM number WHERE n < $1", 0) { _ in none += 1 } }
    #expect(none == 0)
  }
}
