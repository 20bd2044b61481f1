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
      #expect(Programme.allCases.map { fast.net(of: $0) }.sum() == fast.total, "SEED=\(seed) \(facts)")
      if facts.segment == .wageEarner { #expect(fast.workerShare == fast.jhtWorker + fast.jpWorker) }
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
      relief: random.pick(Relief.allCases), paidByBudget: random.chance(30),
      bornOn: random.chance(50) ? day("1955-01-01").adding(days: random.below(15_000)) : nil,
      industry: random.chance(50)
        ? Industry(
          sector: random.pick(["footwear", "banking"]), activeWorkers: 40 + random.below(20),
          jkkPaidUpTo: Month(year: 2024, month: 11).adding(random.below(5))) : nil)
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

  /// Lampiran II of PP 44/2015, written out: from which income, and the base, in thousands.
  static let annex: [(from: Int64, base: Int64)] = [
    (0, 1_000), (1_100, 1_200), (1_300, 1_400), (1_500, 1_600), (1_700, 1_800), (1_900, 2_000), (2_100, 2_200),
    (2_300, 2_400), (2_500, 2_600), (2_700, 2_950), (3_200, 3_450), (3_700, 3_950), (4_200, 4_450), (4_700, 4_950),
    (5_200, 5_450), (5_700, 5_950), (6_200, 6_450), (6_700, 6_950), (7_200, 7_450), (7_700, 7_950), (8_200, 8_700),
    (9_200, 9_700), (10_200, 10_700), (11_200, 11_700), (12_200, 12_700), (13_200, 13_700), (14_200, 14_700),
    (15_200, 15_700), (16_200, 16_700), (17_200, 17_700), (18_200, 18_700), (19_200, 19_700), (20_200, 20_700),
  ]

  @Test("All 33 brackets charge what the annex prints, from their first rupiah to their last")
  func brackets() throws {
    let tariff = try Tariff(month: Month(year: 2025, month: 12), law: projectLaw())
    #expect(Self.annex.count == 33)
    for (index, row) in Self.annex.enumerated() {
      let last = index + 1 < 33 ? Self.annex[index + 1].from * 1_000 - 1 : 900_000_000
      for income in [row.from * 1_000, last] {
        let facts = try ContributionFacts(
          segment: .selfEmployed, programmes: [.jkk, .jkm, .jht], base: Rupiah(income))
        let bill = tariff.contribution(for: facts)
        #expect(bill.jkk == Rupiah(row.base * 10) && bill.jhtWorker == Rupiah(row.base * 20), "\(income)")
        #expect(bill.jkm == Rupiah(6_800))
      }
    }
  }

  @Test("Relief, JKP and the retirement age come out as reckoned here by hand")
  func byHand() throws {
    let law = try projectLaw()
    let tariff = try Tariff(month: Month(year: 2025, month: 3), law: law)
    let industry = Industry(sector: "leather", activeWorkers: 50, jkkPaidUpTo: Month(year: 2025, month: 1))
    let facts = try ContributionFacts(
      segment: .wageEarner, programmes: [.jkk, .jkm, .jht, .jp, .jkp], base: Rupiah(6_000_000), riskClass: .veryHigh,
      relief: .labourIntensive, bornOn: day("1966-02-28"), industry: industry)
    let bill = tariff.contribution(for: facts)
    #expect(bill.jkk == Rupiah(52_200) && bill.jkm == Rupiah(18_000))
    #expect(bill.jhtEmployer == Rupiah(222_000) && bill.jhtWorker == Rupiah(120_000))
    #expect(bill[.jp] == .zero && bill.jkkToJKP == Rupiah(7_000) && bill.jkpFromState == Rupiah(11_000))
    #expect(bill.employerShare == Rupiah(292_200) && bill.workerShare == Rupiah(120_000))
    #expect(tariff.explain(facts).0 == bill)
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
