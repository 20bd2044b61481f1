public import Vocabulary

/// What must be known of a member to reckon one month of contributions.
public struct ContributionFacts: Sendable, Hashable {
  public let segment: Segment
  /// What the member is enrolled in. `.jkp` has no bill of its own: it says that parts of JKK and JKM go to JKP.
  public let programmes: ProgrammeSet
  /// The reported wage of the month; for self-employed members their income.
  public let base: Rupiah
  /// Of the employer; without meaning for self-employed members and construction.
  public let riskClass: RiskClass
  public let relief: Relief
  /// Paid by the state budget or a regional budget, as for vulnerable workers.
  public let paidByBudget: Bool
  /// JP is not billed past the retirement age; `nil` where the birthday is not known, and then it is billed.
  public let bornOn: Day?
  /// What a relief asks of the employer; `nil` where an officer has granted the relief on evidence.
  public let industry: Industry?

  /// Refuses a negative or impossibly large `base`, programmes that the segment does not have, and migrant workers,
  /// whose contributions go by package.
  public init(
    segment: Segment, programmes: ProgrammeSet, base: Rupiah, riskClass: RiskClass = .veryLow, relief: Relief = .none,
    paidByBudget: Bool = false, bornOn: Day? = nil, industry: Industry? = nil
  ) throws(FactsError) {
    guard !base.isNegative else { throw .negativeAmount(base) }
    guard base <= ContributionRules.largestAmount else { throw .implausibleAmount(base) }
    guard let open = Self.programmes(of: segment) else { throw .segmentNotCovered(segment) }
    guard programmes.isSubset(of: open) else {
      let strange = programmes.subtracting(open).programmes
      throw strange.first.map { .programmeNotForSegment($0, segment) } ?? .segmentNotCovered(segment)
    }
    self.segment = segment
    self.programmes = programmes
    self.base = base
    self.riskClass = riskClass
    self.relief = relief
    self.paidByBudget = paidByBudget
    self.bornOn = bornOn
    self.industry = industry
  }

  public var coversJKP: Bool { programmes.contains(ProgrammeSet.jkp) }

  /// The programmes open to a segment whose contributions are reckoned here; `nil` for the others.
  public static func programmes(of segment: Segment) -> ProgrammeSet? {
    switch segment {
    case .wageEarner: [.jkk, .jkm, .jht, .jp, .jkp]
    case .selfEmployed: [.jkk, .jkm, .jht]
    case .construction: [.jkk, .jkm]
    case .migrant: nil
    }
  }
}
