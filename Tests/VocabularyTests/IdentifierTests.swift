import Testing
import Vocabulary

@Suite("Identifiers")
struct IdentifierTests {
  private enum Mark {}

  private func made(_ count: Int, seed: UInt64, at start: Instant, step: Int64) -> [Identifier<Mark>] {
    let source = IdentifierSource(random: SeededRandom(seed: seed))
    return (0..<count).map { source.next(at: start.adding(milliseconds: Int64($0) * step)) }
  }

  static let starts = [Day(2026, 11, 20), Day(2020, 1, 1), Day(2015, 7, 1), Day(1970, 1, 1), Day(2080, 1, 1)].compactMap
  { $0 }

  @Test("They are above zero, in order and never twice, whatever the clock says", arguments: starts)
  func ordered(_ day: Day) {
    for step: Int64 in [0, 1, 7, -3] {
      let ids = made(5_000, seed: seed, at: Instant(day), step: step)
      #expect(ids.allSatisfy { $0.value > 0 && Identifier<Mark>($0.value) == $0 }, "SEED=\(seed) \(day) \(step)")
      #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 }, "SEED=\(seed) \(day) \(step)")
    }
  }

  @Test("The same seed and clock make the same ones; another seed makes others")
  func deterministic() throws {
    let start = Instant(try #require(Day("2026-11-20")))
    #expect(made(100, seed: 7, at: start, step: 1) == made(100, seed: 7, at: start, step: 1))
    #expect(Set(made(100, seed: 7, at: start, step: 1)).isDisjoint(with: made(100, seed: 8, at: start, step: 1)))
  }

  @Test("Five million in one millisecond are still in order")
  func overflow() throws {
    let source = IdentifierSource(random: SeededRandom(seed: seed))
    let now = Instant(try #require(Day("2026-11-20")))
    var last: Identifier<Mark> = source.next(at: now)
    var disorder = 0
    for _ in 0..<5_000_000 {
      let next: Identifier<Mark> = source.next(at: now)
      if next <= last { disorder += 1 }
      last = next
    }
    #expect(disorder == 0)
  }

  @Test("Many at once from one source never meet")
  func concurrent() async throws {
    let source = IdentifierSource(random: SeededRandom(seed: seed))
    let now = Instant(try #require(Day("2026-11-20")))
    let all = await withTaskGroup(of: [Int64].self) { group in
      for _ in 0..<8 { group.addTask { (0..<2_000).map { _ in source.next(at: now, Mark.self).value } } }
      return await group.reduce(into: [Int64]()) { $0 += $1 }
    }
    #expect(Set(all).count == 16_000)
  }

  @Test("Seeded randomness is the same on every machine")
  func seeded() {
    // The first numbers of SplitMix64 from seed 1234567, as its author published them.
    var random = SeededRandom(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }
}
