import Foundation
import Law
import Programs
import Testing
import Vocabulary

@Suite("What holds of every JKK and JKM claim")
struct AccidentPropertyTests {
  static let days = ["2015-07-01", "2019-12-01", "2019-12-02", "2021-04-01", "2024-03-04", "2026-11-20"]

  @Test("More wage never means less, and no death grant is below the floor")
  func moreWage() throws {
    let law = try projectLaw()
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      let event = random.pick(Self.days)
      let wage = Int64(1 + random.below(30_000_000))
      let more = wage + Int64(random.below(5_000_000))
      let condition = random.pick([JKK.Condition.died, .totalDisability, .partialDisability])
      let losses = [JKK.Loss("thumb", side: .right, functionLost: 1 + random.below(100))]
      let segment = random.pick([Segment.wageEarner, .selfEmployed])
      let low = try AccidentSamples.award(
        AccidentSamples.accident(on: event, wage: wage, segment: segment, condition: condition, losses: losses), law)
      let high = try AccidentSamples.award(
        AccidentSamples.accident(on: event, wage: more, segment: segment, condition: condition, losses: losses), law)
      #expect(high.total >= low.total, "SEED=\(seed) \(event) \(wage) \(more) \(condition)")
      if condition == .died {
        let floor = try law.inForce(JKM.deathGrant, on: day(event)).value
        #expect(low.total(of: .death) >= floor, "SEED=\(seed)")
      }
    }
  }

  @Test("However many losses there are, the grant is at most that of total disability")
  func cap() throws {
    let law = try projectLaw()
    var random = SeededRandom(seed: seed)
    let parts = try law.inForce(JKK.bodyParts, on: day("2024-03-04")).value.filter { $0.per == .whole }
    for _ in 0..<300 {
      let losses = (0...random.below(4)).map { _ in
        let part = random.pick(parts)
        return JKK.Loss(
          part.part, side: part.side, functionLost: random.chance(50) ? 1 + random.below(100) : nil,
          share: part.most > part.least ? 10 + random.below(21) : nil)
      }
      let wage = Int64(100_000 + random.below(20_000_000))
      let award = try AccidentSamples.award(
        AccidentSamples.accident(wage: wage, condition: .partialDisability, losses: losses), law)
      #expect(award.total <= Rupiah(56 * wage), "SEED=\(seed) \(losses)")
      #expect(award.total > .zero)
      let one = try AccidentSamples.award(
        AccidentSamples.accident(wage: wage, condition: .partialDisability, losses: [losses[0]]), law)
      #expect(award.total >= one.total, "SEED=\(seed) \(losses)")
    }
  }

  @Test("Costs are paid or declined to the last rupiah, and never above their limits")
  func costs() throws {
    let law = try projectLaw()
    var random = SeededRandom(seed: seed)
    let kinds = JKK.CostKind.allCases.filter { $0 != .prosthesis }
    for _ in 0..<300 {
      let event = random.pick(Self.days)
      let costs = (0...random.below(6)).map { _ in
        JKK.Cost(
          random.pick(kinds), Rupiah(Int64(1 + random.below(30_000_000))),
          advancedBy: random.pick(JKK.AdvancedBy.allCases), on: day(event).adding(days: random.below(500)))
      }
      let decision = try JKK.decide(AccidentSamples.accident(on: event, costs: costs), law: law)
      guard case .payable(let award) = decision.outcome else {
        #expect(event < "2019-12-02", "SEED=\(seed)")
        continue
      }
      #expect(award.total + award.declined.map(\.amount).sum() == costs.map(\.amount).sum(), "SEED=\(seed) \(costs)")
      #expect(award.total(of: .homeCare) <= Rupiah(20_000_000))
      #expect(
        award.total(of: .transport) <= Rupiah(17_000_000)
          + costs.filter { $0.kind == .returnToWorkTransport }.map(\.amount).sum())
    }
  }

  @Test("Another day off work never means less, and no month is paid more than the wage")
  func timeOff() throws {
    let law = try projectLaw()
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      let event = random.pick(Self.days)
      let from = day(event).adding(days: random.below(60))
      let days = random.below(800)
      let wage = Int64(300_000 + random.below(20_000_000))
      func paid(_ days: Int) throws -> Rupiah {
        let spell = JKK.TimeOff(from: from, through: from.adding(days: days))
        return try AccidentSamples.award(AccidentSamples.accident(on: event, wage: wage, timeOff: [spell]), law).total
      }
      let (less, more) = (try paid(days), try paid(days + 1))
      #expect(more >= less, "SEED=\(seed) \(from) \(days)")
      #expect(less <= Rupiah(wage * Int64(days / 28 + 1)), "SEED=\(seed) \(from) \(days)")
    }
  }

  @Test("Heirs' shares add up to the whole, and differ by a rupiah at most")
  func shares() throws {
    let law = try projectLaw()
    var random = SeededRandom(seed: seed)
    for _ in 0..<500 {
      let survivors = AccidentSamples.survivors(&random)
      let amount = Rupiah(Int64(1 + random.below(400_000_000)))
      let decision = try Heirs.divide(
        [BenefitItem(.death, amount, to: .participant)], among: survivors, died: day("2024-05-10"), law: law)
      let shares = decision.items.map(\.amount)
      #expect(shares.sum() == amount, "SEED=\(seed) \(survivors)")
      #expect((shares.max() ?? .zero) - (shares.min() ?? .zero) <= Rupiah(1), "SEED=\(seed)")
      #expect(decision.items.isEmpty == false)
    }
  }

  @Test("The heirs of a death receive all of it, whoever they are")
  func deaths() throws {
    let law = try projectLaw()
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let survivors = AccidentSamples.survivors(&random)
      let died = random.pick(Self.days.dropFirst().map(\.self))
      let whole: Int64 = died < "2019-12-02" ? 24_000_000 : 42_000_000
      let death = try AccidentSamples.award(AccidentSamples.death(on: died, survivors: survivors), law)
      #expect(death.total == Rupiah(whole), "SEED=\(seed) \(survivors)")
      let alone = try AccidentSamples.award(AccidentSamples.accident(on: died, condition: .died), law)
      let shared = try AccidentSamples.award(
        AccidentSamples.accident(on: died, condition: .died, survivors: survivors), law)
      #expect(alone.total == shared.total, "SEED=\(seed) \(survivors)")
    }
  }

  @Test("No child receives more than all levels together")
  func scholarships() throws {
    let law = try projectLaw()
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let years = (0..<30).map { place in
        SchoolYear(
          level: random.pick(SchoolLevel.allCases), began: day("2020-07-13").adding(days: place * 40),
          paid: random.chance(20))
      }
      let child = Child(name: "Dewi", bornOn: day("2003-05-01"), years: years)
      let facts = ScholarshipFacts(
        ground: .death, event: day("2020-06-01"), filed: day("2024-01-01"), contributedMonths: 36, children: [child])
      let decision = try Scholarship.decide(facts, law: law)
      guard case .payable(let award) = decision.outcome else { continue }
      #expect(award.total <= decision.mostPerChild, "SEED=\(seed)")
      #expect(award.items.count + award.declined.count == years.count, "SEED=\(seed)")
    }
  }

  @Test("A decision survives being written down, and replays to the same bytes")
  func replay() throws {
    let law = try projectLaw()
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      let condition = random.pick(JKK.Condition.allCases)
      let facts = AccidentSamples.accident(
        on: random.pick(Self.days), wage: Int64(1 + random.below(9_000_000)),
        costs: [JKK.Cost(.treatment, Rupiah(Int64(random.below(2) * 5_000)))], condition: condition,
        losses: [JKK.Loss("scalp", share: 20)], survivors: AccidentSamples.survivors(&random))
      let again = try JSONDecoder().decode(JKKClaimFacts.self, from: try AccidentSamples.bytes(facts))
      #expect(again == facts)
      let (first, second) = (try JKK.decide(facts, law: law), try JKK.decide(again, law: law))
      let bytes = try AccidentSamples.bytes(first)
      #expect(try AccidentSamples.bytes(second) == bytes, "SEED=\(seed)")
      #expect(try JSONDecoder().decode(JKKDecision.self, from: bytes) == first)
      let death = AccidentSamples.death(survivors: AccidentSamples.survivors(&random))
      let decision = try JKM.decide(death, law: law)
      let written = try AccidentSamples.bytes(decision)
      #expect(try AccidentSamples.bytes(try JKM.decide(death, law: law)) == written)
      #expect(try JSONDecoder().decode(JKMDecision.self, from: written) == decision)
    }
  }
}
