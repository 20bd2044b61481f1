public import Vocabulary

/// What must be known to decide a JKM claim. Nothing here is law.
public struct JKMClaimFacts: Codable, Sendable, Hashable {
  public let segment: Segment
  public let bornOn: Day
  public let died: Day
  public let filed: Day
  /// The death came from a work accident: then it is a matter of JKK.
  public let fromWork: Bool
  public let cover: CoverFacts
  /// Months that were paid for, in all.
  public let contributedMonths: Int
  public let survivors: [Survivor]
  /// For whom a scholarship is asked.
  public let children: [Child]

  public init(
    segment: Segment, bornOn: Day, died: Day, filed: Day, fromWork: Bool = false, cover: CoverFacts,
    contributedMonths: Int, survivors: [Survivor], children: [Child] = []
  ) {
    self.segment = segment
    self.bornOn = bornOn
    self.died = died
    self.filed = filed
    self.fromWork = fromWork
    self.cover = cover
    self.contributedMonths = contributedMonths
    self.survivors = survivors
    self.children = children
  }

  /// Everything about these facts that cannot be. No claim with any is decided.
  public var impossibilities: [FactsError] {
    var errors: [FactsError] = []
    if segment == .migrant { errors.append(.claim(.migrantsOwnRules)) }
    if died < bornOn { errors.append(.claim(.deathBeforeBirth(died: died, born: bornOn))) }
    errors += cover.impossibilities(bornOn: bornOn, event: died)
    errors += scholarship.impossibilities
    return errors + Heirs.impossibilities(survivors, died: died)
  }

  var scholarship: ScholarshipFacts {
    ScholarshipFacts(
      ground: .death, event: died, filed: filed, contributedMonths: contributedMonths, children: children)
  }
}
