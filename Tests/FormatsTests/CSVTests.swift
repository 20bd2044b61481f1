import Formats
import Testing
import Vocabulary

@Suite struct CSVTests {
  private func read(_ text: String) -> (rows: [[String]], lines: [Int], faults: [Fault]) { read(Array(text.utf8)) }

  private func read(_ bytes: [UInt8]) -> (rows: [[String]], lines: [Int], faults: [Fault]) {
    var reader = CSVReader(bytes)
    var records: [CSVReader.Record] = []
    while let record = reader.next() { records.append(record) }
    return (records.map(\.cells), records.map(\.line), reader.faults)
  }

  @Test(
    "Rows and cells are those of RFC 4180",
    arguments: [
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a;b\nc;d", [["a", "b"], ["c", "d"]]),
      ("a\tb\rc\td", [["a", "b"], ["c", "d"]]),
      ("\u{FEFF}a,b\n", [["a", "b"]]), ("\"a,b\",c", [["a,b", "c"]]), ("\"a\r\nb\",c\n", [["a\r\nb", "c"]]),
      ("\"a\"\"b\",\"\"", [["a\"b", ""]]), ("a,,\n,,\n", [["a", "", ""]]),
      ("a,b\n\n\nc,d", [["a", "b"], ["c", "d"]]),
      ("sep=;\r\na;b,c\r\n", [["a", "b,c"]]), ("\"a;b\",c\n", [["a;b", "c"]]), ("a,\"b\" ,c", [["a", "b", "c"]]),
      ("", []), ("a", [["a"]]), ("a,", [["a", ""]]), ("ä,é\n", [["ä", "é"]]), ("a \"b\" c,d", [["a \"b\" c", "d"]]),
    ] as [(String, [[String]])])
  func rows(text: String, rows: [[String]]) {
    let result = read(text)
    #expect(result.rows == rows)
    #expect(result.faults.isEmpty)
  }

  @Test("Lines are counted as an editor does, line breaks in quotes included")
  func lines() {
    #expect(read("a\n\n\"b\nb\"\nc\r\nd\re").lines == [1, 3, 5, 6, 7])
    #expect(read("sep=,\r\na\r\nb").lines == [2, 3])
  }

  @Test(
    "What is no text file says what it is",
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "Excel"), ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0x61, 0x00], "not text"),
      ([0x61, 0x0A, 0xE9, 0x0A], "CSV UTF-8"), (Array("a\n\"b".utf8), "never closed"),
      (Array("\"a\"b,c".utf8), "after a closing"),
    ] as [([UInt8], String)])
  func flaws(bytes: [UInt8], words: String) throws {
    let faults = read(bytes).faults
    #expect(faults.count == 1)
    #expect(try #require(faults.first).words.english.contains(words))
  }

  @Test("A fault names the line it is on")
  func places() {
    #expect(read("a\nb\n\"c\nd").faults.map(\.place) == ["line 3"])
    #expect(read([0x61, 0x0A, 0xE9, 0x0A]).faults.map(\.place) == ["line 2"])
  }

  @Test(
    "Text that a spreadsheet would run gets an apostrophe, numbers and names do not",
    arguments: [
      ("=1+1", "'=1+1"), ("+62", "'+62"), ("-", "'-"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"), ("＝1", "'＝1"),
      ("Sri", "Sri"), ("a=b", "a=b"), ("'x", "'x"), ("", ""),
    ])
  func guarded(text: String, safe: String) {
    #expect(CSVWriter.guarded(text) == safe)
    #expect(CSVWriter.unguarded(safe) == text)
  }

  @Test("A negative number stays a number, an amount is digits alone")
  func cells() {
    var csv = CSVWriter(byteOrderMark: false)
    csv.row([.number(-5), .amount(Rupiah(1_250_000)), .day(Samples.day), .blank, .text("a;\"b\"")])
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "-5;1250000;2026-11-20;;\"a;\"\"b\"\"\"\r\n")
  }

  @Test("Whatever is written is read back, over seeded cells", arguments: [";", ",", "\t"] as [Character])
  func roundTrip(separator: Character) {
    let seed = Tool.seed
    var random = SeededRandom(seed: seed)
    let parts = ["a", "\"", ";", ",", "\t", "\r\n", "\n", " ", "=", "é", "'", "-", "1"]
    for _ in 0..<300 {
      var csv = CSVWriter(separator: separator)
      // A line of titles in front, by which the reader knows the separator.
      var rows = [["x", "y", "z"]]
      for _ in 0..<4 {
        rows.append((0..<3).map { _ in "k" + (0..<random.below(6)).map { _ in random.pick(parts) }.joined() })
      }
      for row in rows { csv.row(row) }
      #expect(read(csv.bytes).rows == rows, "seed \(seed)")
    }
  }
}
