import Foundation
import Law
import Programs
import Testing
import Vocabulary

@Suite("Contributions")
struct TariffTests {
  static let months = [
    "2015-07", "2018-03", "2020-09", "2021-02", "2025-01", "2025-02", "2026-01", "2026-06", "2027-05",
  ]

  @Test("The fast path gives what exact fractions give", arguments: months)
  func fastAndSlow(_ name: String) throws {
    let tariff = try Tariff(month: try #require(Month(name)), law: projectLaw())
    var random = SeededRandom(seed: seed)
    for _ in 0..<1_500 {
      let facts = try randomFacts(&random)
      let fast = tariff.contribution(for: facts)
      let (slow, working) = tariff.explain(facts)
      #expect(fast == slow, "SEED=\(seed) \(facts)")
      #expect(working.isEmpty == false)
      #expect(Programme.allCases.map { fast[$0] }.sum() == fast.total)
      #expect(Programme.allCases.map { fast.net(of: $0) }.sum() == fast.total, "SEED=\(seed) \(facts)")
      #expect(fast.employerShare + fast.workerShare == fast.total)
      #expect(Programme.allCases.allSatisfy { !fast.net(of: $0).isNegative })
    }
  }

  private func randomFacts(_ random: inout SeededRandom) throws -> ContributionFacts {
    let segment = random.pick([Segment.wageEarner, .wageEarner, .selfEmployed, .construction])
    let open = try #require(ContributionFacts.programmes(of: segment))
    let programmes = open.programmes.filter { _ in random.chance(75) }
    let size = random.pick([100, 1_000_000, 12_000_000, 30_000_000, 900_000_000])
    return try ContributionFacts(
      segment: segment, programmes: programmes.reduce(into: ProgrammeSet()) { $0.formUnion(ProgrammeSet($1)) },
      base: Rupiah(Int64(random.below(size))), riskClass: random.pick(RiskClass.allCases),
      relief: random.pick(Relief.allCases), paidByBudget: random.chance(30))
  }

  @Test("Both agree with a third reckoning, of figures written out here")
  func third() throws {
    let tariff = try Tariff(month: Month(year: 2026, month: 4), law: projectLaw())
    var random = SeededRandom(seed: seed)
    let perTenThousand: [Int64] = [24, 54, 89, 127, 174]
    func halfUp(_ base: Int64, _ rate: Int64) -> Int64 { (base * rate * 2 + 10_000) / 20_000 }
    for _ in 0..<2_000 {
      let base = Int64(random.below(25_000_000))
      let risk = random.pick(RiskClass.allCases)
      let facts = try ContributionFacts(
        segment: .wageEarner, programmes: [.jkk, .jkm, .jht, .jp], base: Rupiah(base), riskClass: risk)
      let bill = tariff.contribution(for: facts)
      let capped = min(base, 11_086_300)
      #expect(bill.jkk.amount == halfUp(base, perTenThousand[risk.rawValue - 1]), "SEED=\(seed)")
      #expect(bill.jkm.amount == halfUp(base, 30))
      #expect(bill.jhtEmployer.amount == halfUp(base, 370))
      #expect(bill.jhtWorker.amount == halfUp(base, 200))
      #expect(bill.jpEmployer.amount == halfUp(capped, 200))
      #expect(bill.jpWorker.amount == halfUp(capped, 100))
    }
  }

  @Test("All 33 brackets charge what the annex prints")
  func brackets() throws {
    let law = try projectLaw()
    let tariff = try Tariff(month: Month(year: 2025, month: 12), law: law)
    let rows = try law.inForce(SelfEmployed.brackets, on: day("2025-12-01")).value
    #expect(rows.count == 33)
    for (row, next) in zip(rows, rows.dropFirst()) {
      #expect(tariff.bracketBase(of: row.from) == row.base)
      #expect(tariff.bracketBase(of: next.from - Rupiah(1)) == row.base)
      #expect(row.base >= row.from && row.base < next.from)
    }
  }

  @Test("Impossible facts are refused by name")
  func impossible() {
    #expect(throws: FactsError.negativeAmount(Rupiah(-1))) {
      try ContributionFacts(segment: .wageEarner, programmes: .jkk, base: Rupiah(-1))
    }
    #expect(throws: FactsError.implausibleAmount(Rupiah(10_000_000_000_001))) {
      try ContributionFacts(segment: .wageEarner, programmes: .jkk, base: Rupiah(10_000_000_000_001))
    }
    #expect(throws: FactsError.programmeNotForSegment(.jp, .construction)) {
      try ContributionFacts(segment: .construction, programmes: [.jkk, .jp], base: .zero)
    }
    #expect(throws: FactsError.segmentNotCovered(.migrant)) {
      try ContributionFacts(segment: .migrant, programmes: .jkk, base: .zero)
    }
  }

  @Test("The largest wage that is believed does not overflow")
  func largest() throws {
    let tariff = try Tariff(month: Month(year: 2025, month: 3), law: projectLaw())
    let facts = try ContributionFacts(
      segment: .wageEarner, programmes: [.jkk, .jkm, .jht, .jp, .jkp], base: Rupiah(10_000_000_000_000),
      riskClass: .veryHigh, relief: .labourIntensive)
    #expect(tariff.contribution(for: facts) == tariff.explain(facts).0)
  }

  @Test("Before July 2015 there is no tariff")
  func silent() throws {
    let law = try projectLaw()
    #expect(throws: LawError.self) { try Tariff(month: Month(year: 2015, month: 6), law: law) }
  }

  @Test("With the rule of the first day, JKP begins a month later")
  func firstDay() throws {
    let law = try projectLaw(
      "contribution/law_day", replacing: "value: last day of the month", with: "value: first day of the month")
    let facts = try ContributionFacts(segment: .wageEarner, programmes: [.jkk, .jkm, .jkp], base: Rupiah(4_000_000))
    let february = try Tariff(month: Month(year: 2021, month: 2), law: law).contribution(for: facts)
    let march = try Tariff(month: Month(year: 2021, month: 3), law: law).contribution(for: facts)
    #expect(february.net(of: .jkp) == .zero)
    #expect(march.net(of: .jkp) == Rupiah(9_600))
  }

  @Test("With the rule of proportion, half of JKK hands over half")
  func proportion() throws {
    let law = try projectLaw(
      "jkp/contribution/under_relief", replacing: "value: at most what is billed", with: "value: in proportion")
    let facts = try ContributionFacts(
      segment: .wageEarner, programmes: [.jkk, .jkm, .jkp], base: Rupiah(5_000_000), relief: .labourIntensive)
    let tariff = try Tariff(month: Month(year: 2025, month: 3), law: law)
    #expect(tariff.contribution(for: facts).jkkToJKP == Rupiah(3_500))
    #expect(tariff.explain(facts).0 == tariff.contribution(for: facts))
  }

  @Test("Rounding down charges less than half up", arguments: [("down", 20_000), ("up", 20_001), ("half up", 20_001)])
  func rounding(_ rule: String, _ share: Int64) throws {
    let law = try projectLaw("contribution/rounding", replacing: "value: half up", with: "value: \(rule)")
    let facts = try ContributionFacts(segment: .wageEarner, programmes: .jht, base: Rupiah(1_000_025))
    let tariff = try Tariff(month: Month(year: 2026, month: 3), law: law)
    #expect(tariff.contribution(for: facts).jhtWorker == Rupiah(share))
    #expect(tariff.explain(facts).0 == tariff.contribution(for: facts))
  }

  @Test("With the rule of months completed, a day late costs nothing yet")
  func monthsCompleted() throws {
    let law = try projectLaw(
      "arrears/months_late", replacing: "value: each month begun", with: "value: each month completed")
    let january = Month(year: 2026, month: 1)
    let early = try Arrears.fine(on: Rupiah(10_000_000), of: january, paid: day("2026-03-14"), law: law)
    let late = try Arrears.fine(on: Rupiah(10_000_000), of: january, paid: day("2026-03-15"), law: law)
    #expect(early.fine == .zero)
    #expect(late.fine == Rupiah(200_000))
  }

  @Test("A bill survives being written down and read back")
  func codable() throws {
    let facts = try ContributionFacts(segment: .wageEarner, programmes: [.jkk, .jkm, .jp], base: Rupiah(4_321_000))
    let (bill, working) = try Tariff(month: Month(year: 2026, month: 3), law: projectLaw()).explain(facts)
    let (encoder, decoder) = (JSONEncoder(), JSONDecoder())
    #expect(try decoder.decode(Contribution.self, from: encoder.encode(bill)) == bill)
    #expect(try decoder.decode(Working.self, from: encoder.encode(working)) == working)
  }
}
