import Foundation
import Law
import Programs
import Testing
import Vocabulary

@Suite("Pensions")
struct JPTests {
  static func facts(
    _ benefit: JPBenefit = .disability, months: Int = 12, wage: Int64 = 4_000_000, joined: String = "2024-01-02",
    event: String? = "2025-01-10", filed: String = "2025-02-01", born: String = "1990-05-20",
    survivors: JPSurvivors = JPSurvivors(), last: Int64? = nil, on: String? = nil
  ) -> JPClaimFacts {
    let start = day(joined).month
    let years = Dictionary(grouping: (0..<months).map { start.adding($0) }, by: \.year).map {
      JPYear(year: $0.key, months: $0.value.count, wages: Rupiah(wage * Int64($0.value.count)))
    }
    return JPClaimFacts(
      benefit: benefit, bornOn: day(born), joined: day(joined), filed: day(filed), event: event.map(day), years: years,
      balance: Rupiah(1_440_000), lastPension: last.map { Rupiah($0) }, survivors: survivors, on: on.map(day))
  }

  private func pension(_ facts: JPClaimFacts, _ law: LawBook) throws -> JPPension {
    guard case .pension(let pension) = try JP.decide(facts, law: law).outcome else {
      throw NotThere(text: "pension", page: "\(facts)")
    }
    return pension
  }

  @Test("More months, and higher wages, never lower a pension, and it is never outside its bounds")
  func monotonic() throws {
    let law = try projectLaw()
    let row = try #require(try law.inForce(JP.bounds, on: day("2026-10-15")).value.first)
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      let wage = Int64(random.below(11_086_300) + 1)
      let months = 110 + random.below(20)
      func at(_ months: Int, _ wage: Int64) throws -> Rupiah {
        try pension(
          Self.facts(
            months: months, wage: wage, joined: "2015-07-01", event: "2026-10-15", filed: "2026-11-01"), law
        ).monthly
      }
      let (one, richer) = (try at(months, wage), try at(months, wage + 50_000))
      #expect(richer >= one, "SEED=\(seed) \(months) \(wage)")
      #expect(one >= row.least && one <= row.most, "SEED=\(seed)")
    }
  }

  @Test("The formula equals exact fractions to within a rupiah for each year carried")
  func exact() throws {
    let law = try projectLaw()
    // 24 months at Rp 6.000.000 from January 2024, in the money of 2026: 1,57% on 2024, 2,92% on both years.
    let wages = 72_000_000.0
    let sum = (wages * 1.0157 + wages) * 1.0292
    let facts = Self.facts(months: 24, wage: 6_000_000, event: "2026-01-10", filed: "2026-02-01")
    let found = try pension(facts, law).monthly
    #expect(abs(Double(found.amount) - sum / 24 * 0.15) < 3)
  }

  @Test("A decision is written the same way every time, and survives it")
  func replay() throws {
    let law = try projectLaw()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let family = JPSurvivors(children: [.init(bornOn: day("2015-01-01"))])
    for facts in [Self.facts(), Self.facts(.survivors, survivors: family), Self.facts(.oldAge, event: nil)] {
      let decision = try JP.decide(facts, law: law)
      let data = try encoder.encode(decision)
      let again = try encoder.encode(try JP.decide(facts, law: law))
      let read = try JSONDecoder().decode(JPDecision.self, from: data)
      #expect(again == data && read == decision && decision.lawHash == law.hash)
    }
  }

  @Test("Shares of children add up to the whole, whatever their number")
  func shares() throws {
    let law = try projectLaw()
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let children = (0..<1 + random.below(5)).map { _ in
        JPSurvivors.Child(bornOn: day("2004-01-01").adding(days: random.below(7_000)))
      }
      let wage = Int64(random.below(10_000_000) + 1)
      let facts = Self.facts(
        .survivors, wage: wage, event: "2025-01-10", survivors: JPSurvivors(children: children))
      let found = try pension(facts, law)
      #expect(found.shares.sum() == found.monthly && found.shares.count == min(children.count, 2), "SEED=\(seed)")
    }
  }

  @Test("With the bounds before the share, half of the least is paid")
  func boundsBefore() throws {
    let law = try projectLaw(
      "jp/survivors/bounds", replacing: "value: after the share", with: "value: before the share")
    let facts = Self.facts(.survivors, wage: 1_000_000, survivors: JPSurvivors(hasSpouse: true))
    #expect(try pension(facts, law).monthly == Rupiah(196_750))
    #expect(try pension(facts, projectLaw()).monthly == Rupiah(393_500))
  }

  @Test("Everything impossible is told at once")
  func impossible() throws {
    let law = try projectLaw()
    let facts = JPClaimFacts(
      benefit: .survivors, bornOn: day("2024-02-01"), joined: day("2024-01-02"), filed: day("2024-01-01"),
      years: [
        JPYear(year: 2023, months: 1, wages: Rupiah(1)), JPYear(year: 2024, months: -1, wages: Rupiah(-5)),
      ], balance: Rupiah(-1))
    #expect {
      try JP.decide(facts, law: law)
    } throws: { error in
      guard case .facts(let errors) = error as? Undecidable else { return false }
      return errors == facts.impossibilities && errors.count == 7
    }
  }

  @Test("Everybody reaches the retirement age once, between 56 and 65, and never before somebody older")
  func ages() throws {
    let law = try projectLaw()
    var last = day("2015-07-01")
    for offset in 0..<900 {
      let born = day("1960-01-01").adding(days: offset * 15)
      let (reached, age) = try JP.retirementDay(bornOn: born, law: law)
      #expect(reached >= last && reached == born.adding(years: age.value.count))
      #expect(try law.inForce(JP.retirementAge, on: reached).value == age.value)
      last = reached
    }
  }
}
