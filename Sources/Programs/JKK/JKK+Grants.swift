internal import Law
internal import Vocabulary

extension JKKDeliberation {
  /// Whatever rests on the wage, and what goes with death and total disability.
  mutating func payGrants() throws(LawError) {
    let needsWage = !facts.timeOff.isEmpty || ![.recovering, .recovered].contains(facts.condition)
    guard needsWage, let wages = try wages() else { return }
    try payTimeOff(wages)
    switch facts.condition {
    case .recovering, .recovered: break
    case .partialDisability:
      guard let share = try partialShare() else { return }
      try payShare(.partialDisability, share, wages, floor: .zero, to: .participant)
    case .totalDisability:
      let share = try law.inForce(JKK.totalShare, on: facts.event)
      try payShare(.totalDisability, share, wages, floor: .zero, to: .participant)
      let periodic = try periodic()
      pay(.periodic, periodic, to: .participant)
    case .died: try payDeath(wages)
    }
    if facts.condition == .died || facts.condition == .totalDisability { try payScholarships() }
  }

  /// `share` of so many months of wage. The employer owes what a wage that was not reported would have added.
  private mutating func payShare(
    _ kind: BenefitKind, _ share: InForce<Rate>, _ wages: JKKWages, floor: Rupiah, to payee: Payee
  ) throws(LawError) {
    let months = try law.inForce(JKK.wageMonths, on: facts.event)
    let rounding = try law.inForce(JKK.benefitRounding, on: facts.event)
    func amount(_ wage: Rupiah) -> Rupiah {
      max(floor, Rupiah(share.value * (Rate(Int64(months.value)) * wage), rounded: rounding.value))
    }
    let due = amount(wages.base)
    pay(kind, due, to: payee)
    working += [
      Step(
        "\(kind.words.indonesian): \(share.value) × \(months.value) × \(wages.base)"
          + (floor.isPositive ? ", paling sedikit \(floor)." : "."),
        "\(kind.words.english): \(share.value) × \(months.value) × \(wages.base)"
          + (floor.isPositive ? ", at least \(floor)." : "."), amount: due, by: share),
      Step(
        "Dasar santunan \(months.value) bulan upah.", "The grant is a share of \(months.value) months of wage.",
        by: months),
      Step("Dibulatkan ke rupiah penuh.", "Rounded to whole rupiah.", by: rounding),
    ]
    if let actual = wages.actual { owe(kind, amount(actual) - due, to: payee) }
  }

  /// The employer owes a difference.
  private mutating func owe(_ kind: BenefitKind, _ amount: Rupiah, to payee: Payee) {
    pay(kind, amount, to: payee, from: .employer)
  }

  private mutating func periodic() throws(LawError) -> Rupiah {
    let monthly = try law.inForce(JKK.periodicAmount, on: facts.event)
    let months = try law.inForce(JKK.periodicMonths, on: facts.event)
    let periodic = monthly.value * Int64(months.value.count)
    working += [
      Step("Santunan berkala sebulan.", "Periodic grant for a month.", amount: monthly.value, by: monthly),
      Step(
        "Santunan berkala \(months.value.count) bulan, dibayar sekaligus.",
        "Periodic grant of \(months.value.count) months, paid at once.", amount: periodic, by: months),
    ]
    return periodic
  }

  private mutating func payDeath(_ wages: JKKWages) throws(LawError) {
    let share = try law.inForce(JKK.deathShare, on: facts.event)
    let rule = try law.inForce(JKK.deathFloor, on: facts.event)
    let floor = try law.inForce(JKM.deathGrant, on: facts.event)
    working.append(
      Step(
        "Santunan kematian paling sedikit sebesar santunan kematian JKM.",
        "The death grant is at least that of JKM.", by: rule))
    working.append(Step("Santunan kematian JKM.", "The death grant of JKM.", amount: floor.value, by: floor))
    // What was due to the member goes to the heirs as well.
    let others = items.filter { $0.payee != .participant }
    items = items.filter { $0.payee == .participant }
    try payShare(.death, share, wages, floor: floor.value, to: .participant)
    let periodic = try periodic()
    pay(.periodic, periodic, to: .participant)
    let burial = try law.inForce(JKK.burial, on: facts.event)
    working.append(Step("Biaya pemakaman.", "Burial money.", amount: burial.value, by: burial))
    pay(.burial, burial.value, to: .participant)
    items = others + (try Heirs.split(items, among: facts.survivors, died: facts.died, law: law, &working))
  }

  private mutating func payScholarships() throws(LawError) {
    guard !facts.children.isEmpty else { return }
    var desk = ScholarshipDeliberation(facts: facts.scholarship, law: law)
    let scholarship = try desk.award()
    working += desk.working
    for item in scholarship.items { pay(item.kind, item.amount, to: item.payee) }
    declined += scholarship.declined
  }

  /// STMB: a share of the wage, month by month off work.
  private mutating func payTimeOff(_ wages: JKKWages) throws(LawError) {
    guard !facts.timeOff.isEmpty else { return }
    let rates = try law.inForce(JKK.temporaryRates, on: facts.event)
    let rule = try law.inForce(JKK.temporaryDays, on: facts.event)
    let rounding = try law.inForce(JKK.benefitRounding, on: facts.event)
    let thirtieths = facts.timeOff.map { rule.value.thirtieths(of: $0) }.reduce(0, +)
    let months = rates.value.months(in: thirtieths)
    func amount(_ wage: Rupiah) -> Rupiah { Rupiah(months * wage, rounded: rounding.value) }
    let due = amount(wages.base)
    let payee: Payee = facts.wageContinued ? .employer : .participant
    pay(.temporaryInability, due, to: payee)
    let (whole, days) = thirtieths.quotientAndRemainder(dividingBy: 30)
    working += [
      Step(
        "Tidak bekerja \(whole) bulan \(days) hari.", "Off work for \(whole) month(s) and \(days) day(s).", by: rule),
      Step(
        "STMB bertingkat menurut bulan, dari upah \(wages.base).",
        "The grant for time off work steps by months, on a wage of \(wages.base).", amount: due, by: rates),
      Step("Dibulatkan ke rupiah penuh.", "Rounded to whole rupiah.", by: rounding),
    ]
    if let actual = wages.actual { owe(.temporaryInability, amount(actual) - due, to: .participant) }
  }
}

extension JKK.TemporaryDays {
  /// How many thirtieths of a month a time off work lasts.
  func thirtieths(of spell: JKK.TimeOff) -> Int {
    let end = spell.through.adding(days: 1)
    switch self {
    case .thirtieths: return spell.from.days(until: end)
    case .calendarMonths:
      var months = max(0, spell.from.month.months(until: end.month))
      while months > 0, spell.from.adding(months: months) > end { months -= 1 }
      return months * 30 + min(30, spell.from.adding(months: months).days(until: end))
    }
  }
}

extension [JKK.TemporaryRate] {
  /// Months of wage for so many thirtieths of a month off work; exact.
  func months(in thirtieths: Int) -> Rate {
    var sum = Rate.zero
    for (place, step) in enumerated() {
      let from = (step.fromMonth - 1) * 30
      let to = place + 1 < count ? (self[place + 1].fromMonth - 1) * 30 : Int.max
      let within = Swift.min(thirtieths, to) - from
      if within > 0 { sum = sum + step.rate * Rate(Int64(within), over: 30) }
    }
    return sum
  }
}
