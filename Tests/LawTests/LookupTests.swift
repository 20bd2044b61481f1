import Law
import Testing
import Vocabulary

@Suite("What was in force on which day")
struct LookupTests {
  static let history = """
      - { from: 2015-07-01, value: Rp 7.000.000, source: pp-1-2015 pasal 29 }
      - { from: 2016-03-01, value: Rp 7.335.300, source: pp-1-2015 pasal 30, confidence: draft }
      - { from: 2020-01-01, repealed: true, source: pp-1-2015 pasal 31 }
    """
  static let key = LawKey<Rupiah>("jp/ceiling")

  private func book<Answer>(_ ask: (LawBook) throws -> Answer) throws -> Answer {
    try LawFolder.with(["parameters/jp/ceiling.yaml": LawFolder.parameter("rupiah per month", Self.history)]) {
      try ask($0.load().get())
    }
  }

  @Test("The latest entry not after the day holds, with its article and its own confidence")
  func inForce() throws {
    try book { book in
      let parameter = try book[Self.key]
      #expect(parameter.unit == "rupiah per month" && parameter.checked == day("2026-11-20"))
      for (on, value, article, confidence) in [
        ("2015-07-01", 7_000_000, "pasal 29", Confidence.seen), ("2016-02-29", 7_000_000, "pasal 29", .seen),
        ("2016-03-01", 7_335_300, "pasal 30", .draft), ("2019-12-31", 7_335_300, "pasal 30", .draft),
      ] {
        for found in [try parameter.inForce(on: day(on)), try book.inForce(Self.key, on: day(on))] {
          #expect(found.value == Rupiah(Int64(value)) && found.source.article == article)
          #expect(found.confidence == confidence && found.parameter == "jp/ceiling")
        }
      }
    }
  }

  @Test("Before the first entry the law is silent, and silence is not zero")
  func silent() throws {
    try book { book in
      let error = LawError.silent(parameter: "jp/ceiling", on: day("2015-06-30"), begins: day("2015-07-01"))
      #expect(throws: error) { try book[Self.key].inForce(on: day("2015-06-30")) }
      #expect(throws: error) { try book.inForce(Self.key, on: day("2015-06-30")) }
      let found = try book.findInForce(Self.key, on: day("2015-06-30"))
      #expect(found == nil)
    }
  }

  @Test("A repeal is an entry, and says by whom")
  func repealed() throws {
    try book { book in
      let error = LawError.repealed(
        parameter: "jp/ceiling", on: day("2020-01-01"), by: Citation("pp-1-2015 pasal 31"))
      #expect(throws: error) { try book.inForce(Self.key, on: day("2020-01-01")) }
      let found = try book.findInForce(Self.key, on: day("2020-01-01"))
      #expect(found == nil)
    }
  }

  @Test("A key of another type, or of no file, is an error and never a value")
  func wrongKeys() throws {
    try book { book in
      #expect(throws: LawError.unknownParameter("jp/floor")) { try book[LawKey<Rupiah>("jp/floor")] }
      #expect(throws: LawError.self) { try book.inForce(LawKey<Rate>("jp/ceiling"), on: day("2016-01-01")) }
      #expect(throws: LawError.self) { try book.findInForce(LawKey<Rate>("jp/ceiling"), on: day("2016-01-01")) }
    }
  }

  @Test("A value declared for a year is for no other")
  func declared() throws {
    let page = LawFolder.parameter("percent", "  - { from: 2016-01-01, value: \"7,19%\", source: pp-1-2015 }")
    try LawFolder.with(["parameters/return.yaml": page]) { folder in
      let parameter = try folder.load().get()[LawKey<Rate>("return")]
      #expect(try parameter.declared(for: 2016).value == .percent(719, over: 100))
      #expect(throws: LawError.notDeclared(parameter: "return", year: 2017)) { try parameter.declared(for: 2017) }
    }
  }

  @Test("Every reason for no answer has its words")
  func words() {
    let errors: [LawError] = [
      .silent(parameter: "a", on: day("2015-06-30"), begins: nil),
      .silent(parameter: "a", on: day("2015-06-30"), begins: day("2015-07-01")),
      .repealed(parameter: "a", on: day("2020-01-01"), by: Citation("pp-1-2015")),
      .notDeclared(parameter: "a", year: 2026),
      .unknownParameter("a"), .wrongForm(parameter: "a", wanted: Words("Tulis teks.", "some text is wanted")),
      .noRow(parameter: "a", on: day("2020-01-01"), asked: "b"),
    ]
    #expect(Set(errors.map(\.words)).count == errors.count)
    #expect(errors[1].description == "no law on a on 2015-06-30; it begins on 2015-07-01")
  }

  @Test("A wait ends on the day the law means")
  func waits() {
    #expect(Wait.none.over(from: day("2024-01-31")) == day("2024-01-31"))
    #expect(Wait.months(1).over(from: day("2024-01-31")) == day("2024-02-29"))
    #expect(Wait.firstDayOfNextMonth.over(from: day("2024-12-01")) == day("2025-01-01"))
  }

  @Test("A parameter explains itself in both languages")
  func explain() throws {
    try book { book in
      #expect(
        try book.explain("jp/ceiling", on: day("2018-05-04"), in: .english) == """
          A value
          jp/ceiling · rupiah per month

          On 4 May 2018:
            Rp 7.335.300
            Government Regulation 1 of 2015, pasal 30
            DRAFT: to be checked by a legal officer

          History:
            2015-07-01  Rp 7.000.000  [pp-1-2015 pasal 29]
            2016-03-01  Rp 7.335.300  [pp-1-2015 pasal 30] (draft)
            2020-01-01  repealed  [pp-1-2015 pasal 31]

          Last checked: 20 November 2026

          """)
      let early = try book.explain("jp/ceiling", on: day("2015-01-01"), in: .indonesian)
      #expect(early.contains("\njp/ceiling · sesuatu\n"))
      #expect(early.contains("Pada 1 Januari 2015:\n  belum ada aturan\n"))
      #expect(try book.explain("jp/ceiling", on: day("2020-01-01"), in: .indonesian).contains("\n  dicabut\n"))
      #expect(throws: LawError.unknownParameter("x")) { try book.explain("x", on: day("2020-01-01"), in: .english) }
    }
  }
}
