internal import Law
internal import Vocabulary

/// The monthly wages that a claim rests on.
struct JKKWages {
  /// Benefits rest on this.
  let base: Rupiah
  /// What was truly earned, where that is more and the employer owes the difference.
  let actual: Rupiah?
}

extension JKKDeliberation {
  /// The wage that counts, or `nil` with what is missing noted.
  mutating func wages() throws(LawError) -> JKKWages? {
    let rules = try law.inForce(JKK.benefitBase, on: facts.event)
    guard let rule = rules.value.first(where: { $0.segment == facts.segment }) else {
      throw .noRow(parameter: rules.parameter, on: facts.event, asked: facts.segment.rawValue)
    }
    let reported = try facts.reportedWage.map { wage throws(LawError) in try monthly(wage) }
    let actual = try facts.actualWage.map { wage throws(LawError) in try monthly(wage) }
    let unregistered = facts.employer?.registered == false
    var base: Rupiah?
    switch rule.base {
    case .bracketBase: if let reported { base = try bracketBase(reported) }
    case .reportedWage: base = unregistered ? max(reported ?? .zero, actual ?? .zero) : reported
    case .reportedOrMinimum: base = reported ?? facts.minimumWage
    }
    guard let base, base.isPositive else {
      missing.append(.claim(.wageMissing))
      return nil
    }
    working.append(
      Step(
        "Upah yang dipakai: \(base) sebulan.", "The wage that counts: \(base) a month.", amount: base, by: rules))
    guard facts.employer != nil, let actual, actual > base else { return JKKWages(base: base, actual: nil) }
    let difference = try law.inForce(JKK.underReported, on: facts.event)
    working.append(
      Step(
        "Upah sebenarnya \(actual), dilaporkan \(base): pemberi kerja membayar selisih manfaatnya.",
        "The true wage was \(actual), reported \(base): the employer pays the difference in benefits.",
        amount: actual - base, by: difference))
    return JKKWages(base: base, actual: actual)
  }

  private mutating func monthly(_ wage: JKK.Wage) throws(LawError) -> Rupiah {
    switch wage {
    case .monthly(let amount): return amount
    case .daily(let amount, let daysAWeek):
      let rules = try law.inForce(JKK.dailyWage, on: facts.event)
      guard let rule = rules.value.first(where: { $0.daysAWeek == daysAWeek }) else {
        throw .noRow(parameter: rules.parameter, on: facts.event, asked: "\(daysAWeek) days a week")
      }
      let monthly = amount * Int64(rule.days)
      working.append(
        Step(
          "Upah harian \(amount) × \(rule.days).", "A daily wage of \(amount) × \(rule.days).", amount: monthly,
          by: rules))
      return monthly
    }
  }

  private mutating func bracketBase(_ income: Rupiah) throws(LawError) -> Rupiah? {
    let brackets = try law.inForce(SelfEmployed.brackets, on: facts.event)
    let base = brackets.value.last { $0.from <= income }?.base
    working.append(
      Step(
        "Penghasilan \(income) masuk kelompok dengan dasar \(base ?? .zero).",
        "An income of \(income) falls in the bracket with a base of \(base ?? .zero).", amount: base, by: brackets))
    return base
  }
}
