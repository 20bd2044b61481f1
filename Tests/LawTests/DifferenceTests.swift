import Law
import Testing
import Vocabulary

@Suite("What of the law differs")
struct DifferenceTests {
  private static let files = [
    "parameters/jp/ceiling.yaml": LawFolder.parameter("rupiah per month", LookupTests.history),
    "parameters/jkk/rates.yaml": LawFolder.parameter(
      "table, of the wage\ncolumns: { class: count, rate: percent }",
      """
        - from: 2015-07-01
          source: pp-1-2015 pasal 16
          rows:
            - { class: 1, rate: "0,24%" }
            - { class: 2, rate: "0,54%" }
            - { class: 3, rate: "0,89%" }
        - from: 2019-12-02
          source: pp-1-2015 pasal 17
          rows:
            - { class: 1, rate: "0,24%" }
            - { class: 2, rate: "0,60%" }
            - { class: 4, rate: "1,27%" }
      """),
  ]

  private static func book(_ change: (String) -> String = { $0 }) throws -> LawBook {
    try LawFolder.with(files.mapValues(change)) { try $0.load().get() }
  }

  private static func changes(_ from: String, _ to: String, prefix: String = "") throws -> [ParameterChange] {
    let book = try book()
    return LawBook.parameterChanges(
      from: Edition(book, on: day(from)), to: Edition(book, on: day(to)), prefix: prefix)
  }

  @Test("A value is told before and after, since which day, by which article and how sure")
  func value() throws {
    let found = try Self.changes("2016-02-29", "2016-03-01")
    #expect(found.map(\.name) == ["jp/ceiling"])
    let change = try #require(found.first)
    #expect(change.kind == .changed && change.title.english == "A value")
    #expect(change.before?.value == .rupiah(Rupiah(7_000_000)) && change.before?.confidence == .seen)
    #expect(change.after?.value == .rupiah(Rupiah(7_335_300)) && change.after?.confidence == .draft)
    #expect(change.after?.from == day("2016-03-01") && change.after?.source.article == "pasal 30")
    #expect(change.after?.cited.english == "Government Regulation 1 of 2015, pasal 30")
  }

  @Test("A rule that began came, one that was repealed went, and the article says so")
  func cameAndWent() throws {
    let came = try Self.changes("2015-06-30", "2015-07-01", prefix: "jp")
    #expect(came.map(\.kind) == [.came] && came.first?.before == nil)
    let went = try Self.changes("2019-12-31", "2020-01-01")
    let table = try #require(try Self.changes("2015-06-30", "2015-07-01", prefix: "jkk").first)
    #expect(table.rows.count == 3 && table.rows.allSatisfy { $0.before == nil && $0.after != nil })
    #expect(went.map(\.kind) == [.went] && went.first?.after == nil)
    #expect(went.first?.repeal?.source == Citation("pp-1-2015 pasal 31"))
    #expect(went.first?.repeal?.from == day("2020-01-01"))
  }

  @Test("Of a table only the rows that came, went or changed are told, matched by what tells rows apart")
  func rows() throws {
    let change = try #require(try Self.changes("2019-12-01", "2019-12-02").first)
    #expect(change.name == "jkk/rates" && change.rows.count == 3)
    let changed = change.rows[0]
    #expect(changed.before?.cells["rate"]?.written() == "0,54%" && changed.after?.cells["rate"]?.written() == "0,6%")
    #expect(changed.changed.map(\.name) == ["rate"])
    #expect(change.rows[1].before?.cells["class"] == .count(3) && change.rows[1].after == nil)
    #expect(change.rows[2].after?.cells["class"] == .count(4) && change.rows[2].before == nil)
  }

  @Test("Two days under the same entries do not differ, and the prefix leaves out the rest")
  func nothing() throws {
    #expect(try Self.changes("2016-03-01", "2019-12-01").isEmpty)
    #expect(try Self.changes("2015-06-30", "2026-01-01", prefix: "jht").isEmpty)
  }

  @Test("Two books are held against each other: another value is a change, another article a restatement")
  func books() throws {
    let (mine, theirs) = (try Self.book(), try Self.book { $0.replacing("Rp 7.000.000", "Rp 7.100.000") })
    let on = day("2016-01-01")
    let changes = LawBook.parameterChanges(from: Edition(mine, on: on), to: Edition(theirs, on: on))
    #expect(changes.map(\.name) == ["jp/ceiling"] && changes.first?.kind == .changed && mine.hash != theirs.hash)
    let restated = try Self.book { $0.replacing("pasal 29", "pasal 28") }
    let same = LawBook.parameterChanges(from: Edition(mine, on: on), to: Edition(restated, on: on))
    #expect(same.map(\.kind) == [.restated] && same.first?.after?.source.article == "pasal 28")
    #expect(LawBook.parameterChanges(from: Edition(mine, on: on), to: Edition(mine, on: on)).isEmpty)
  }

  @Test("What if: one value replaced from a day on, as a draft reading, in a book with another hash")
  func replaced() throws {
    let book = try Self.book()
    let other = try book.replacing("jp/ceiling", from: day("2016-01-01"), value: "Rp 8.000.000")
    let before = try other.inForce(LookupTests.key, on: day("2015-12-31"))
    #expect(before.value == Rupiah(7_000_000) && before.confidence == .seen)
    // Neither the entry of March 2016 nor the repeal of 2020 stands after it.
    let after = try other.inForce(LookupTests.key, on: day("2026-01-01"))
    #expect(after.value == Rupiah(8_000_000) && after.confidence == .draft && after.from == day("2016-01-01"))
    #expect(after.source == Citation("office-reading") && other.hash != book.hash && other.hash.count == 64)
    let unchanged = try book.inForce(LookupTests.key, on: day("2016-02-01"))
    #expect(unchanged.value == Rupiah(7_000_000))
  }

  @Test(
    "What if refuses by name: no such parameter, a table, a value off its form, one nobody can mean",
    arguments: [
      ("jp/nothing", "Rp 1", "no parameter jp/nothing in the law"), ("jkk/rates", "1%", "this is a table"),
      ("jp/ceiling", "8.000.000", "an amount is written Rp"), ("jp/ceiling", "Rp 8,5", "an amount is written Rp"),
      ("jp/ceiling", "", "an amount is written Rp"), ("jp/ceiling", "Rp 10.000.000.001", "at most 100%"),
    ])
  func refused(_ name: String, _ value: String, _ words: String) throws {
    let book = try Self.book()
    let error = #expect(throws: LawError.self) { try book.replacing(name, from: day("2016-01-01"), value: value) }
    #expect(error?.words.english.contains(words) == true, "\(String(describing: error))")
  }

  @Test("What a claim asks for is told by fact: new, gone, or shown otherwise")
  func requirements() throws {
    let asks = """
            - { fact: Who, fakta: Siapa, documents: [ktp] }
            - { fact: Why, fakta: Mengapa, documents: [letter], grounds: [b] }
      """
    let later = """
        - from: 2020-01-01
          source: pp-1-2015 pasal 2
          confidence: draft
          asks:
            - { fact: Who, fakta: Siapa, holder: registry }
            - { fact: Wage, fakta: Upah, holder: employer }
      """
    let files = [
      "requirements/documents.yaml": RequirementTests.documents,
      "requirements/x.yaml": RequirementTests.list(asks, more: later),
    ]
    let book = try LawFolder.with(files) { try $0.load().get() }
    func changes(_ from: String, _ to: String, _ prefix: String = "") -> [RequirementChange] {
      LawBook.requirementChanges(from: Edition(book, on: day(from)), to: Edition(book, on: day(to)), prefix: prefix)
    }
    let change = try #require(changes("2019-12-31", "2020-01-01").first)
    #expect(change.claim == "x" && change.from == day("2020-01-01"))
    #expect(change.came.map(\.requirement.fact.english) == ["Wage"])
    #expect(change.went.map(\.requirement.fact.english) == ["Why"] && change.went.first?.grounds == ["b"])
    #expect(change.went.first?.only.map { $0.map(\.english) } == [["B"]] && change.came.first?.only == [])
    #expect(change.changed.map(\.after.requirement.holder) == [.registry])
    #expect(changes("2015-07-01", "2019-12-31").isEmpty && changes("2019-12-31", "2020-01-01", "jht").isEmpty)
    #expect(changes("2019-12-31", "2020-01-01", "requirements/").count == 1)
  }
}

extension String {
  fileprivate func replacing(_ old: String, _ new: String) -> String { split(separator: old).joined(separator: new) }
}
