import Law
import Testing
import Vocabulary

@Suite("The forms of values")
struct ValueFormTests {
  /// Reads one value through a whole file, as the office does.
  private func read(_ unit: String, _ value: String) throws -> LawValue? {
    let page = LawFolder.parameter(unit, "  - { from: 2015-07-01, value: \"\(value)\", source: pp-1-2015 pasal 1 }")
    return try LawFolder.with(["parameters/a.yaml": page]) { folder in
      try? folder.load().get().find("a")?.entries.first?.value
    }
  }

  @Test(
    "A well-formed value is read exactly",
    arguments: [
      ("percent", "2%", LawValue.percent(.percent(2))), ("percent", "0,24%", .percent(.percent(24, over: 100))),
      ("percent", "0,30%", .percent(.percent(3, over: 10))),
      ("percent of the wage", "5/9%", .percent(Rate(5, over: 900))),
      ("percent", "0%", .percent(.zero)), ("percent", "100%", .percent(.one)),
      ("rupiah per month", "Rp 7.000.000", .rupiah(Rupiah(7_000_000))), ("rupiah", "Rp 0", .rupiah(.zero)),
      ("rupiah", "Rp 6.800", .rupiah(Rupiah(6_800))), ("months", "1 month", .months(1)),
      ("months", "12 months", .months(12)),
      ("months", "0 months", .months(0)), ("years", "10 years", .years(10)), ("years", "1 year", .years(1)),
      ("days", "15 days", .days(15)), ("count", "3", .count(3)), ("count, a day of the month", "0", .count(0)),
      ("wait", "none", .wait(.none)), ("wait", "1 month", .wait(.months(1))),
      ("wait", "first day of the next month", .wait(.firstDayOfNextMonth)), ("rule", "half up", .rule("half up")),
      ("text", "Anything, really.", .text("Anything, really.")),
    ])
  func good(_ unit: String, _ text: String, _ value: LawValue) throws {
    #expect(try read(unit, text) == value)
  }

  @Test(
    "Anything off-form is refused",
    arguments: [
      ("percent", "2"), ("percent", "2 %"), ("percent", "0.24%"), ("percent", ",24%"), ("percent", "0,%"),
      ("percent", "-2%"),
      ("percent", "02%"), ("percent", "5/0%"), ("percent", "5/9"), ("percent", "1/2/3%"), ("percent", "0,1234567%"),
      ("percent", "2,4/3%"), ("percent", ""), ("rupiah", "7000000"), ("rupiah", "Rp 7000000"),
      ("rupiah", "Rp7.000.000"),
      ("rupiah", "Rp 7,000,000"), ("rupiah", "Rp 7.000.00"), ("rupiah", "Rp 7.000,00"), ("rupiah", "-Rp 500"),
      ("rupiah", "Rp 184_500"), ("rupiah", "Rp 1.5e6"), ("months", "1 months"), ("months", "12 month"),
      ("months", "12"),
      ("months", "one month"), ("months", "1  month"), ("months", "-1 months"), ("years", "10 months"), ("days", "15"),
      ("count", "3.0"), ("count", "03"), ("count", "+3"), ("count", "1e3"), ("count", "1_000"), ("wait", "0 months"),
      ("wait", "None"), ("wait", "1 year"), ("rule", "Half up"), ("rule", "half_up"), ("rule", "half  up"),
      ("text", ""),
    ])
  func bad(_ unit: String, _ text: String) throws {
    #expect(try read(unit, text) == nil)
  }

  @Test("A refusal says what is wanted")
  func wanted() throws {
    let page = LawFolder.parameter("percent", "  - { from: 2015-07-01, value: 0.24%, source: pp-1-2015 }")
    let faults = try LawFolder.with(["parameters/a.yaml": page]) { $0.faults() }
    #expect(
      faults == ["law/parameters/a.yaml:5: \"0.24%\": a percentage is written 2% or 0,24% or 5/9%"])
  }

  @Test(
    "A value is printed as it is written", arguments: ["1 month", "12 months", "none", "first day of the next month"])
  func printed(_ text: String) throws {
    #expect(try read("wait", text)?.written() == text)
  }
}
