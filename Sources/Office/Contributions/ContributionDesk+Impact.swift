public import Law
import Programs
import Store
public import Vocabulary

extension ContributionDesk {
  /// Who would be touched, and by how much, if `month` were billed by `law` as it stands in `later` rather than by this
  /// office's law of the month. Bills nothing; answers totals and no person.
  ///
  /// Every membership and wage of the month is reckoned twice; everybody keeps the age they had in `month`. It is written
  /// down as a reading. Throws a `LawError` where either law has no answer.
  public func impact(
    in month: Month, of law: LawBook, at later: Month, by actor: Actor, why reason: String
  ) async throws -> LawImpact {
    try actor.require(.readContributions)
    let (before, after) = (try Tariff(month: month, law: office.law), try Tariff(month: later, law: law))
    let mine = office.law
    // Written down first and apart: the reading itself may take a while, and nobody shall wait for it.
    try await office.reading("contributions.impact", by: actor, why: reason) { act in
      act.detail = "\(month) by \(mine.hash.prefix(12)), \(later) by \(law.hash.prefix(12))"
    }
    return try await office.database.read { db in
      let tally = try db.impact(in: month, mine, before, law, after)
      return LawImpact(
        month: month, lawBefore: mine.hash, monthAfter: later, lawAfter: law.hash, memberships: tally.memberships,
        lines: tally.lines)
    }
  }
}

extension Connection {
  fileprivate func impact(
    in month: Month, _ mine: LawBook, _ before: Tariff, _ law: LawBook, _ after: Tariff
  ) throws -> ImpactTally {
    let employers = try billingEmployers()
    let lapsed = try lapsedMemberships()
    let ages = try [(mine, month), (law, after.month)].compactMap { book, month in
      try book.findInForce(JP.retirementAge, on: month.firstDay)?.value.count
    }
    let elders = try ages.min().map { try self.elders(bornUpTo: month.lastDay.adding(years: -$0)) } ?? [:]
    // By the law of another month, but of the same age: born as much later.
    let apart = month.months(until: after.month)
    let shifted = elders.mapValues { $0.adding(months: apart) }
    var tally = ImpactTally()
    try eachBillable(in: month) { row in
      if row.segment == .selfEmployed, lapsed.contains(row.kpj) { return }
      let old = try row.line(employers, before, elders).contribution
      let new = try row.line(employers, after, shifted).contribution
      tally.add(row.member, row.segment, old, new)
    }
    return tally
  }
}
