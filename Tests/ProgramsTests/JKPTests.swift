import Foundation
import Law
import Programs
import Testing
import Vocabulary

@Suite("Unemployment")
struct JKPTests {
  static func facts(
    ended: String = "2025-06-10", filed: String? = nil, wage: Int64 = 4_000_000, paid: Set<Int> = Set(1...24),
    end: JKPEnd = .laidOff, earlier: [Day] = []
  ) -> JKPClaimFacts {
    let month = day(ended).month
    return JKPClaimFacts(
      worker: JKP.Worker(
        bornOn: day("1990-05-20"), enrolledOn: day("2019-01-02"), indonesian: true, scale: .large,
        programmes: [.jkk, .jkm, .jht, .jp], healthInsured: true),
      end: end, ended: day(ended), filed: day(filed ?? ended), wage: Rupiah(wage),
      paidMonths: Set(paid.map { month.adding(-$0) }), earlierBenefits: earlier)
  }

  @Test(
    "What is paid never passes the ceiling, never falls with a higher wage, and needs twelve months",
    arguments: [
      "2024-06-10", "2025-06-10",
    ])
  func seeded(_ ended: String) throws {
    let law = try projectLaw()
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      let wage = Int64(random.below(9_000_000) + 1)
      let paid = Set((1...24).filter { _ in random.chance(60) })
      let decision = try JKP.decide(Self.facts(ended: ended, wage: wage, paid: paid), law: law)
      let run = (1...6).allSatisfy(paid.contains)
      let open = paid.count >= 12 && (ended > "2025" || run)
      guard case .payable(let amounts) = decision.outcome else {
        #expect(!open, "SEED=\(seed) \(paid)")
        continue
      }
      #expect(open && amounts.count == 6, "SEED=\(seed)")
      #expect(amounts.allSatisfy { $0 <= Rupiah(3_000_000) })
      let more = try JKP.decide(Self.facts(ended: ended, wage: wage + 10_000, paid: paid), law: law)
      guard case .payable(let higher) = more.outcome else { continue }
      #expect(zip(amounts, higher).allSatisfy { $0 <= $1 })
    }
  }

  @Test("All reasons for refusing are told at once, each under its own code and in both languages")
  func refusals() throws {
    let earlier = ["2020-01-10", "2021-01-10", "2022-01-10"].map(day)
    let facts = Self.facts(filed: "2026-01-10", paid: [1], end: .resigned, earlier: earlier)
    guard case .refused(let refusals) = try JKP.decide(facts, law: projectLaw()).outcome else {
      throw NotThere(text: "refused", page: "")
    }
    #expect(
      refusals.map(\.code) == [
        "end-not-covered", "filed-too-late", "too-few-months", "taken-too-often", "too-soon-after-last",
      ])
    #expect(refusals.allSatisfy { !$0.words.indonesian.isEmpty && !$0.words.english.isEmpty })
  }

  @Test("A decision is written the same way every time, and survives it")
  func replay() throws {
    let law = try projectLaw()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    for facts in [Self.facts(), Self.facts(paid: [1])] {
      let decision = try JKP.decide(facts, law: law)
      let data = try encoder.encode(decision)
      let again = try encoder.encode(try JKP.decide(facts, law: law))
      #expect(again == data)
      #expect(try JSONDecoder().decode(JKPDecision.self, from: data) == decision)
    }
  }

  @Test("With the month of the loss counted, its own contribution is one of them")
  func withTheMonth() throws {
    let law = try projectLaw(
      "jkp/months/counted", replacing: "value: the months before the one in which work ended",
      with: "value: with the month in which work ended")
    let paid = Set(0...11)
    #expect(try isPaid(Self.facts(paid: paid), law))
    #expect(try isPaid(Self.facts(paid: paid), projectLaw()) == false)
  }

  private func isPaid(_ facts: JKPClaimFacts, _ law: LawBook) throws -> Bool {
    guard case .payable = try JKP.decide(facts, law: law).outcome else { return false }
    return true
  }

  @Test("A refused claim has no months")
  func noMonths() throws {
    let month = JKPMonthFacts(number: 1, on: day("2025-07-10"))
    let decision = try JKP.month(month, of: Self.facts(paid: [1]), law: projectLaw())
    #expect(decision.outcome == .refused([.tooFewMonths(paid: 1, least: 12)]))
  }
}
