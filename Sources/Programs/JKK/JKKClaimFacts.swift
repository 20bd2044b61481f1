public import Vocabulary

/// What must be known to decide a JKK claim. Nothing here is law.
public struct JKKClaimFacts: Codable, Sendable, Hashable {
  public let segment: Segment
  public let bornOn: Day
  /// The day of the accident, or of the diagnosis of an occupational disease.
  public let event: Day
  public let filed: Day
  public let cause: JKK.Cause
  public let finding: JKK.Finding
  /// When it was found not to come from work; care until then can be guaranteed.
  public let decided: Day?
  public let cover: CoverFacts
  /// `nil` for the self-employed.
  public let employer: JKKEmployerFacts?
  /// The last wage reported before the event; for the self-employed their income.
  public let reportedWage: JKK.Wage?
  /// What was truly earned, where it differs or nothing was reported.
  public let actualWage: JKK.Wage?
  /// Of the place, for builders whose wage was not reported.
  public let minimumWage: Rupiah?
  public let costs: [JKK.Cost]
  public let timeOff: [JKK.TimeOff]
  /// The employer went on paying the wage, and is paid in the worker's place.
  public let wageContinued: Bool
  public let condition: JKK.Condition
  /// When the case ended: recovered, disability fixed, or died.
  public let ended: Day?
  /// The report of stage II, if there was one.
  public let endReported: Day?
  public let losses: [JKK.Loss]
  public let leftHanded: Bool
  public let returnsToWork: Bool
  public let survivors: [Survivor]
  public let children: [Child]

  public init(
    segment: Segment, bornOn: Day, event: Day, filed: Day, cause: JKK.Cause = .workplace,
    finding: JKK.Finding = .confirmed, decided: Day? = nil, cover: CoverFacts, employer: JKKEmployerFacts?,
    reportedWage: JKK.Wage?,
    actualWage: JKK.Wage? = nil, minimumWage: Rupiah? = nil, costs: [JKK.Cost] = [], timeOff: [JKK.TimeOff] = [],
    wageContinued: Bool = false, condition: JKK.Condition, ended: Day? = nil, endReported: Day? = nil,
    losses: [JKK.Loss] = [], leftHanded: Bool = false, returnsToWork: Bool = false, survivors: [Survivor] = [],
    children: [Child] = []
  ) {
    self.segment = segment
    self.bornOn = bornOn
    self.event = event
    self.filed = filed
    self.cause = cause
    self.finding = finding
    self.decided = decided
    self.cover = cover
    self.employer = employer
    self.reportedWage = reportedWage
    self.actualWage = actualWage
    self.minimumWage = minimumWage
    self.costs = costs
    self.timeOff = timeOff
    self.wageContinued = wageContinued
    self.condition = condition
    self.ended = ended
    self.endReported = endReported
    self.losses = losses
    self.leftHanded = leftHanded
    self.returnsToWork = returnsToWork
    self.survivors = survivors
    self.children = children
  }
}

extension JKKClaimFacts {
  /// Everything about these facts that cannot be. No claim with any is decided.
  public var impossibilities: [FactsError] {
    var errors: [FactsError] = []
    if segment == .migrant { errors.append(.claim(.migrantsOwnRules)) }
    if event < bornOn { errors.append(.claim(.eventBeforeBirth(event: event, born: bornOn))) }
    if let decided, decided < event { errors.append(.claim(.endedBeforeEvent(ended: decided, event: event))) }
    if filed < event { errors.append(.claim(.filedBeforeEvent(filed: filed, event: event))) }
    errors += cover.impossibilities(bornOn: bornOn, event: event)
    errors += ending + wages + employers
    errors += costs.flatMap(impossibilities(of:)) + spells
    errors += condition == .partialDisability && losses.isEmpty ? [.claim(.lossMissing)] : []
    errors += losses.flatMap(impossibilities(of:)).map { .claim($0) }
    if condition == .died { errors += Heirs.impossibilities(survivors, died: died) }
    // The day of filing was told already.
    return errors + scholarship.impossibilities.filter { $0 != .claim(.filedBeforeEvent(filed: filed, event: event)) }
  }

  /// The day of death; the event's own where none is given.
  var died: Day { ended ?? event }

  var scholarship: ScholarshipFacts {
    ScholarshipFacts(
      ground: condition == .died ? .workDeath : .workDisability, event: event, filed: filed, contributedMonths: 0,
      children: children)
  }

  private var ending: [FactsError] {
    guard let ended else { return condition == .died ? [.claim(.deathDayMissing)] : [] }
    var errors: [ClaimFactsError] = []
    if condition == .died {
      if ended < bornOn { errors.append(.deathBeforeBirth(died: ended, born: bornOn)) }
      if event > ended { errors.append(.eventAfterDeath(event: event, died: ended)) }
      if filed < ended, filed >= event { errors.append(.filedBeforeEvent(filed: filed, event: ended)) }
    } else if ended < event {
      errors.append(.endedBeforeEvent(ended: ended, event: event))
    }
    if let endReported, endReported < ended {
      errors.append(.reportedBeforeEvent(reported: endReported, event: ended))
    }
    return errors.map { .claim($0) }
  }

  /// The largest wage of a month that is believed: ten billion rupiah. Beyond it shares of eighty months could overflow.
  private static let largestWage = Rupiah(10_000_000_000)

  private var wages: [FactsError] {
    var errors: [FactsError] = []
    let all = [reportedWage?.amount, actualWage?.amount, minimumWage].compactMap(\.self)
    if all.isEmpty { errors.append(.claim(.wageMissing)) }
    for wage in all {
      if !wage.isPositive { errors.append(.claim(.wageNotAboveZero(wage))) }
      if wage > Self.largestWage { errors.append(.implausibleAmount(wage)) }
    }
    for case .daily(_, let days)? in [reportedWage, actualWage] where !(1...7).contains(days) {
      errors.append(.claim(.daysAWeek(days)))
    }
    return errors
  }

  private var employers: [FactsError] {
    guard let employer else { return [] }
    var errors: [FactsError] = []
    if employer.arrearsMonths < 0 { errors.append(.claim(.monthsBelowZero(employer.arrearsMonths))) }
    if let reported = employer.reported, reported < event {
      errors.append(.claim(.reportedBeforeEvent(reported: reported, event: event)))
    }
    return errors
  }

  private func impossibilities(of cost: JKK.Cost) -> [FactsError] {
    var errors: [FactsError] = []
    for amount in [cost.amount, cost.referencePrice].compactMap(\.self) {
      if amount.isNegative { errors.append(.negativeAmount(amount)) }
      if amount > ContributionRules.largestAmount { errors.append(.implausibleAmount(amount)) }
    }
    if cost.kind == .prosthesis, cost.referencePrice == nil { errors.append(.claim(.referencePriceMissing)) }
    if cost.kind == .homeCare, cost.on == nil { errors.append(.claim(.costDayMissing)) }
    if let on = cost.on, on < event { errors.append(.claim(.costBeforeEvent(on, event: event))) }
    return errors
  }

  private var spells: [FactsError] {
    var errors: [ClaimFactsError] = []
    for spell in timeOff {
      if spell.through < spell.from { errors.append(.spellReversed(from: spell.from, through: spell.through)) }
      if spell.from < event { errors.append(.spellBeforeEvent(from: spell.from, event: event)) }
      if condition == .died, let ended, spell.through > ended {
        errors.append(.spellAfterDeath(through: spell.through, died: ended))
      }
    }
    let sorted = timeOff.sorted { $0.from < $1.from }
    for (earlier, later) in zip(sorted, sorted.dropFirst()) where later.from <= earlier.through {
      errors.append(.spellsOverlap(later.from))
    }
    return errors.map { .claim($0) }
  }

  private func impossibilities(of loss: JKK.Loss) -> [ClaimFactsError] {
    var errors: [ClaimFactsError] = []
    if loss.count < 1 || loss.count > 10 { errors.append(.measureMissing(loss.part)) }
    if let lost = loss.functionLost, !(1...100).contains(lost) { errors.append(.lossPercent(lost)) }
    if let measure = loss.measure, !(1...200).contains(measure) { errors.append(.measureMissing(loss.part)) }
    if let eyes = loss.eyes, !(0...100).contains(eyes.better) || !(0...eyes.better).contains(eyes.worse) {
      errors.append(.measureMissing(loss.part))
    }
    return errors
  }
}
