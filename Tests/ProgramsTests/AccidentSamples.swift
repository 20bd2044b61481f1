import Foundation
import Law
import Programs
import Vocabulary

/// Facts to begin from, each of which may be changed.
enum AccidentSamples {
  static let siti = Survivor(name: "Siti", relation: .spouse, bornOn: day("1986-02-01"))

  static func accident(
    on event: String = "2024-03-04", wage: Int64 = 4_000_000, actual: Int64? = nil, segment: Segment = .wageEarner,
    costs: [JKK.Cost] = [], timeOff: [JKK.TimeOff] = [], condition: JKK.Condition = .recovering,
    ended: Day? = nil, losses: [JKK.Loss] = [], survivors: [Survivor] = [siti], children: [Child] = [],
    filed: Day? = nil
  ) -> JKKClaimFacts {
    let event = day(event)
    return JKKClaimFacts(
      segment: segment, bornOn: day("1985-01-15"), event: event, filed: filed ?? event.adding(years: 1),
      cover: CoverFacts(joined: day("2010-01-04")),
      employer: segment == .selfEmployed ? nil : JKKEmployerFacts(reported: event.adding(days: 1)),
      reportedWage: .monthly(Rupiah(wage)), actualWage: actual.map { .monthly(Rupiah($0)) }, costs: costs,
      timeOff: timeOff, condition: condition, ended: ended ?? (condition == .died ? event.adding(days: 40) : nil),
      losses: losses, survivors: survivors, children: children)
  }

  static func death(
    on died: String = "2024-05-10", segment: Segment = .wageEarner, months: Int = 40,
    survivors: [Survivor] = [siti], children: [Child] = []
  ) -> JKMClaimFacts {
    JKMClaimFacts(
      segment: segment, bornOn: day("1980-01-15"), died: day(died), filed: day(died).adding(days: 30),
      cover: CoverFacts(joined: day("2010-01-04")), contributedMonths: months, survivors: survivors,
      children: children)
  }

  static func award(_ facts: JKKClaimFacts, _ law: LawBook) throws -> BenefitAward {
    guard case .payable(let award) = try JKK.decide(facts, law: law).outcome else {
      throw NotThere(text: "payable", page: "\(facts)")
    }
    return award
  }

  static func award(_ facts: JKMClaimFacts, _ law: LawBook) throws -> BenefitAward {
    guard case .payable(let award) = try JKM.decide(facts, law: law).outcome else {
      throw NotThere(text: "payable", page: "\(facts)")
    }
    return award
  }

  /// Survivors of any relations and ages.
  static func survivors(_ random: inout SeededRandom) -> [Survivor] {
    (0..<random.below(7)).map { place in
      Survivor(
        name: "Ahli \(place)", relation: random.pick(HeirRelation.allCases),
        bornOn: day("1950-01-01").adding(days: random.below(25_000)))
    }
  }

  /// As it is stored: the same keys in the same order.
  static func bytes(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try encoder.encode(value)
  }
}
