import Law
import Programs
import Vocabulary

/// Lines of contribution a second by the tariff alone: no row is read, none is written.
struct TariffBenchmark {
  let law: LawBook

  func run(rounds: Int) throws {
    let tariff = try Tariff(month: Month(year: 2024, month: 6), law: law)
    let facts = try people(1_000_000)
    var speeds: [Double] = []
    var sum = Rupiah.zero
    for _ in 0..<max(rounds, 3) {
      let watch = Stopwatch()
      for one in facts { sum += tariff.contribution(for: one).total }
      speeds.append(Double(facts.count) / watch.elapsed.wall)
    }
    guard sum.isPositive else { throw Halt("the tariff billed nothing") }
    say(
      "tariff alone: \(grouped(speeds.median)) lines/s (median of \(speeds.count) times \(grouped(Double(facts.count))))"
    )
    try runExplained(tariff, facts.prefix(20_000), fast: speeds.median)
  }

  /// The slow path beside it: the same figures with their working and articles.
  private func runExplained(_ tariff: Tariff, _ facts: ArraySlice<ContributionFacts>, fast: Double) throws {
    let watch = Stopwatch()
    var differing = 0
    for one in facts where tariff.explain(one).0 != tariff.contribution(for: one) { differing += 1 }
    let speed = Double(facts.count) / watch.elapsed.wall
    guard differing == 0 else { throw Halt("the tariff and its explanation differ in \(differing) lines") }
    say("tariff with its working: \(grouped(speed)) lines/s; alone it is \(grouped(fast / speed)) times as fast")
  }

  private func people(_ count: Int) throws -> [ContributionFacts] {
    var random = SeededRandom(seed: 3)
    return try (0..<count).map { _ in
      let lot = random.below(100)
      let wage = Rupiah(Int64(1_000_000 + random.below(9_000) * 1_000))
      if lot < 17 {
        return try ContributionFacts(
          segment: .selfEmployed, programmes: [.jkk, .jkm, .jht], base: wage, relief: .nonTransport)
      }
      if lot < 52 { return try ContributionFacts(segment: .construction, programmes: [.jkk, .jkm], base: wage) }
      let riskClass = RiskClass(rawValue: 1 + random.below(5)) ?? .veryLow
      return try ContributionFacts(
        segment: .wageEarner, programmes: [.jkk, .jkm, .jht, .jp, .jkp], base: wage, riskClass: riskClass)
    }
  }
}
