public import Vocabulary

/// Which of the benefits of JP is claimed.
public enum JPBenefit: String, Codable, Sendable, CaseIterable {
  case oldAge = "old age"
  case disability
  case survivors

  public var words: Words {
    switch self {
    case .oldAge: Words("pensiun hari tua", "old-age pension")
    case .disability: Words("pensiun cacat", "disability pension")
    case .survivors: Words("pensiun ahli waris", "survivors' pension")
    }
  }
}

/// A year of contributions: the months paid, and the wages of those months as far as they counted for JP.
public struct JPYear: Codable, Sendable, Hashable {
  public let year: Int
  public let months: Int
  public let wages: Rupiah

  public init(year: Int, months: Int, wages: Rupiah) {
    self.year = year
    self.months = months
    self.wages = wages
  }
}

/// Those whom a member leaves behind.
public struct JPSurvivors: Codable, Sendable, Hashable {
  public struct Child: Codable, Sendable, Hashable {
    public let bornOn: Day
    /// The day on which the child began to work, married or died, whichever came first.
    public let ended: Day?

    public init(bornOn: Day, ended: Day? = nil) {
      self.bornOn = bornOn
      self.ended = ended
    }
  }

  public let hasSpouse: Bool
  /// The day on which the spouse died or married again.
  public let spouseEnded: Day?
  public let children: [Child]
  public let hasParent: Bool

  public init(hasSpouse: Bool = false, spouseEnded: Day? = nil, children: [Child] = [], hasParent: Bool = false) {
    self.hasSpouse = hasSpouse
    self.spouseEnded = spouseEnded
    self.children = children
    self.hasParent = hasParent
  }
}

/// What must be known to decide a claim for JP. Nothing here is law.
public struct JPClaimFacts: Codable, Sendable, Hashable {
  public let benefit: JPBenefit
  public let bornOn: Day
  public let joined: Day
  public let filed: Day
  /// The last day of work; `nil` while still working.
  public let stopped: Day?
  /// Chose to be paid on stopping instead of at the age.
  public let deferred: Bool
  /// The day of the total permanent disability, or of the death.
  public let event: Day?
  /// One row a year, in any order.
  public let years: [JPYear]
  /// Contributions and what they earned: what a lump sum is made of.
  public let balance: Rupiah
  /// The pension of the month of death, where a pensioner died.
  public let lastPension: Rupiah?
  public let survivors: JPSurvivors
  /// The day for which survivors are looked at: the event where none is given, later for a conversion.
  public let on: Day?

  public init(
    benefit: JPBenefit, bornOn: Day, joined: Day, filed: Day, stopped: Day? = nil, deferred: Bool = false,
    event: Day? = nil, years: [JPYear], balance: Rupiah, lastPension: Rupiah? = nil,
    survivors: JPSurvivors = JPSurvivors(), on: Day? = nil
  ) {
    self.benefit = benefit
    self.bornOn = bornOn
    self.joined = joined
    self.filed = filed
    self.stopped = stopped
    self.deferred = deferred
    self.event = event
    self.years = years
    self.balance = balance
    self.lastPension = lastPension
    self.survivors = survivors
    self.on = on
  }

  /// Months of contributions (masa iur).
  public var months: Int { years.map(\.months).reduce(0, +) }
}

extension JPClaimFacts {
  /// Everything about these facts that cannot be. No claim with any is decided.
  public var impossibilities: [FactsError] {
    var errors: [FactsError] = []
    if bornOn >= joined { errors.append(.bornAfterJoining(born: bornOn, joined: joined)) }
    errors += [.outOfOrder(.filing, filed, before: .joining, joined)].compactMap(\.self)
    if let stopped { errors += [.outOfOrder(.stopping, stopped, before: .joining, joined)].compactMap(\.self) }
    let what: FactDay = benefit == .survivors ? .death : .disability
    if let event {
      errors += [
        FactsError.outOfOrder(what, event, before: .joining, joined),
        FactsError.outOfOrder(.filing, filed, before: what, event),
        on.flatMap { FactsError.outOfOrder(.today, $0, before: what, event) },
      ].compactMap(\.self)
    } else if benefit != .oldAge {
      errors.append(.days(.missing(what)))
    }
    errors += ([balance, lastPension].compactMap(\.self) + years.map(\.wages)).flatMap(impossible)
    errors += impossibleYears
    for child in survivors.children {
      if let ended = child.ended {
        errors += [.outOfOrder(.childEnd, ended, before: .childBirth, child.bornOn)].compactMap(\.self)
      }
    }
    return errors
  }

  private func impossible(_ amount: Rupiah) -> [FactsError] {
    if amount.isNegative { return [.negativeAmount(amount)] }
    return amount > ContributionRules.largestAmount ? [.implausibleAmount(amount)] : []
  }

  /// No month before joining or after filing, no year twice, no wages without months.
  private var impossibleYears: [FactsError] {
    var errors: [FactsError] = []
    let last = event ?? filed
    for year in years {
      let from = year.year == joined.year ? joined.monthOfYear : 1
      let through = year.year == last.year ? last.monthOfYear : 12
      let outside = year.year < joined.year || year.year > last.year
      if outside || year.months < 0 || year.months > through - from + 1 {
        errors.append(
          .days(.count(Words("bulan iuran \(year.year)", "the months paid in \(year.year)"), year.months)))
      }
      if year.months == 0, year.wages.isPositive { errors.append(.implausibleAmount(year.wages)) }
    }
    for (year, times) in Dictionary(grouping: years, by: \.year).sorted(by: { $0.key < $1.key }) where times.count > 1 {
      errors.append(.days(.count(Words("baris tahun \(year)", "the rows of \(year)"), times.count)))
    }
    return errors
  }
}
