import Law
import Programs
import Testing
import Vocabulary

@Suite("The yearly return of JHT")
struct JHTReturnTests {
  @Test("More months and more contributions never lower a balance", arguments: [2016, 2017, 2019, 2020])
  func monotonic(_ year: Int) throws {
    let rule = try JHTReturnRule(year: year, law: projectLaw())
    var random = SeededRandom(seed: seed)
    for _ in 0..<2_000 {
      let opening = Rupiah(Int64(random.below(800_000_000)))
      let changes = (0..<12).map { _ in Rupiah(random.chance(70) ? Int64(random.below(3_000_000)) : 0) }
      let balances = (0...12).map { rule.balance(opening: opening, changes: changes, throughMonth: $0) }
      #expect(zip(balances, balances.dropFirst()).allSatisfy { $0 <= $1 }, "SEED=\(seed)")
      let more = changes.map { $0 + Rupiah(Int64(random.below(2))) }
      #expect(rule.balance(opening: opening, changes: more, throughMonth: 12) >= balances[12], "SEED=\(seed)")
      let exact = exactReturn(rule.rate, opening, changes)
      #expect(rule.earned(opening: opening, changes: changes, throughMonth: 12) == Rupiah(exact, rounded: .down))
    }
  }

  /// The same by fractions: each month a twelfth of the rate on the balance with which it begins.
  private func exactReturn(_ rate: Rate, _ opening: Rupiah, _ changes: [Rupiah]) -> Rate {
    var (balance, sum) = (opening, Rupiah.zero)
    for change in changes {
      sum += balance
      balance += change
    }
    return rate * Rate(1, over: 12) * sum
  }

  @Test("A part taken in the year earns nothing from the month after")
  func withdrawal() throws {
    let rule = try JHTReturnRule(year: 2019, law: projectLaw())
    let whole = rule.earned(opening: Rupiah(12_000_000), changes: [], throughMonth: 12)
    let changes = Array(repeating: Rupiah.zero, count: 5) + [Rupiah(-12_000_000)]
    #expect(whole == Rupiah(727_200))
    #expect(rule.earned(opening: Rupiah(12_000_000), changes: changes, throughMonth: 12) == Rupiah(363_600))
  }

  @Test("The largest balance that is believed does not overflow")
  func largest() throws {
    let rule = try JHTReturnRule(year: 2016, law: projectLaw())
    #expect(
      rule.earned(opening: Rupiah(10_000_000_000_000), changes: [], throughMonth: 12) == Rupiah(719_000_000_000))
  }

  @Test("No year after the last letter seen has a rate to post", arguments: 2021...2026)
  func undeclared(_ year: Int) throws {
    let law = try projectLaw()
    #expect(throws: LawError.notDeclared(parameter: "jht/return/declared", year: year)) {
      try JHTReturnRule(year: year, law: law)
    }
    #expect(try JHTReturnRule.interim(on: day("\(year)-12-31"), law: law).confidence == .draft)
  }

  @Test("A letter that comes in takes the place of the interim rate, and of no other year's")
  func letter() throws {
    let entry = "  - { from: 2021-01-01, value: \"5,61%\", source: bpjstk-jht-return 2021 }\nnote: An entry"
    let law = try projectLaw("jht/return/declared", replacing: "note: An entry", with: entry)
    let own = try JHTReturnRule(year: 2021, law: law)
    #expect(own.rate == .percent(561, over: 100) && own.isInterim == false)
    let next = try JHTReturnRule.interim(on: day("2022-12-31"), law: law)
    #expect(next.rate == .percent(55, over: 10) && next.isInterim)
  }

  @Test("With the old rule the last declared rate stands in")
  func lastDeclared() throws {
    let law = try projectLaw(
      "jht/return/interim", replacing: "value: the interim rate", with: "value: last declared rate")
    let rule = try JHTReturnRule.interim(on: day("2026-07-10"), law: law)
    #expect(rule.rate == .percent(559, over: 100) && rule.isInterim)
  }

  @Test("With the rule of nothing, years before the book earn nothing")
  func beforeTheBook() throws {
    let law = try projectLaw(
      "jht/return/before_book", replacing: "value: the first declared rate", with: "value: nothing is earned")
    #expect(try JHTReturnRule.interim(on: day("2015-12-31"), law: law).rate == .zero)
    #expect(try JHTReturnRule.interim(on: day("2014-12-31"), law: projectLaw()).rate == .percent(719, over: 100))
    #expect(try JHTReturnRule.interim(on: day("2013-12-31"), law: projectLaw()).rate == .zero)
  }

  @Test("A year that is not declared has no rule, and a claim within it a stand-in that says so")
  func interim() throws {
    let law = try projectLaw()
    #expect(throws: LawError.notDeclared(parameter: "jht/return/declared", year: 2026)) {
      try JHTReturnRule(year: 2026, law: law)
    }
    let rule = try JHTReturnRule.interim(on: day("2026-07-10"), law: law)
    #expect(rule.isInterim && rule.year == 2026)
    let working = rule.working(opening: Rupiah(12_000_000), changes: [], throughMonth: 6)
    #expect(working.first?.parameter == "jht/return/interim")
    #expect(working.last?.amount == Rupiah(330_000))
    #expect(try JHTReturnRule.interim(on: day("2020-07-10"), law: law).isInterim == false)
  }
}
