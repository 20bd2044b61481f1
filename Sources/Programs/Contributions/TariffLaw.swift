internal import Law
internal import Vocabulary

/// The law of one month of contributions, with its articles. `Tariff` makes plain integers of it.
struct TariffLaw: Sendable {
  struct JKPLaw: Sendable {
    let state: InForce<Rate>
    let fromJKK: InForce<Rate>
    /// `nil` where nothing of JKM goes to JKP.
    let fromJKM: InForce<Rate>?
    let ceiling: InForce<Rupiah>
    let underRelief: InForce<JKP.UnderRelief>
  }

  let lawDay: InForce<LawDay>
  let day: Day
  let rounding: InForce<Rounding>
  let riskRates: InForce<[RiskRate]>
  let jkm: InForce<Rate>
  let jhtEmployer: InForce<Rate>
  let jhtWorker: InForce<Rate>
  let jpEmployer: InForce<Rate>
  let jpWorker: InForce<Rate>
  let jpCeiling: InForce<Rupiah>
  let brackets: InForce<[SelfEmployed.Bracket]>
  let bpuJKK: InForce<Rate>
  let bpuJKM: InForce<Rupiah>
  let bpuJHT: InForce<Rate>
  let jakonJKK: InForce<Rate>
  let jakonJKM: InForce<Rate>
  /// `nil` before JKP began.
  let jkp: JKPLaw?
  /// How long before the relief of labour-intensive industry began JKK must be paid up.
  let industryPaid: InForce<Months>?
  /// The retirement ages of JP: who reaches one is billed for the month of it, and no longer.
  let pensionAges: [InForce<Years>]
  let lastPensionMonth: InForce<JP.LastMonth>
  /// What holds for everybody in this month, if anything does.
  let general: InForce<[ReliefPolicy]>?
  /// In the order of `Relief.allCases`.
  let reliefs: [InForce<[ReliefPolicy]>?]

  init(_ month: Month, _ law: LawBook) throws(LawError) {
    let lawDay = try law.inForce(ContributionRules.lawDay, on: month.firstDay)
    let day = lawDay.value.day(of: month)
    (self.lawDay, self.day) = (lawDay, day)
    rounding = try law.inForce(ContributionRules.rounding, on: day)
    riskRates = try law.inForce(JKK.contributionRates, on: day)
    jkm = try law.inForce(JKM.contributionRate, on: day)
    jhtEmployer = try law.inForce(JHT.employerRate, on: day)
    jhtWorker = try law.inForce(JHT.workerRate, on: day)
    jpEmployer = try law.inForce(JP.employerRate, on: day)
    jpWorker = try law.inForce(JP.workerRate, on: day)
    jpCeiling = try law.inForce(JP.wageCeiling, on: day)
    brackets = try law.inForce(SelfEmployed.brackets, on: day)
    bpuJKK = try law.inForce(SelfEmployed.jkkRate, on: day)
    bpuJKM = try law.inForce(SelfEmployed.jkmAmount, on: day)
    bpuJHT = try law.inForce(SelfEmployed.jhtRate, on: day)
    jakonJKK = try law.inForce(Construction.wageRateJKK, on: day)
    jakonJKM = try law.inForce(Construction.wageRateJKM, on: day)
    jkp = try JKPLaw(on: day, law)
    industryPaid = try law.findInForce(ReliefPolicy.labourIntensivePaid, on: day)
    pensionAges = try JP.retirementAges(law)
    lastPensionMonth = try law.inForce(JP.lastMonth, on: day)
    general = try law.findInForce(ReliefPolicy.covid, on: day)
    var reliefs: [InForce<[ReliefPolicy]>?] = []
    for relief in Relief.allCases { reliefs.append(try ReliefPolicy.inForce(relief, on: day, law: law)) }
    self.reliefs = reliefs
    try checkTables()
  }

  /// The tables must answer every question that the figures can ask.
  private func checkTables() throws(LawError) {
    for riskClass in RiskClass.allCases where rate(of: riskClass) == nil {
      throw .noRow(parameter: riskRates.parameter, on: day, asked: "class \(riskClass.rawValue)")
    }
    let froms = brackets.value.map(\.from)
    guard froms.first == .zero, zip(froms, froms.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .wrongForm(
        parameter: brackets.parameter,
        wanted: Words("Kelompok mulai dari Rp 0 dan berurutan.", "brackets begin at Rp 0 and ascend"))
    }
  }

  func rate(of riskClass: RiskClass) -> Rate? { riskRates.value.first { $0.riskClass == riskClass }?.rate }

  /// The reductions that hold for one programme of one member, with what is still paid under each.
  func reductions(
    _ programme: Programme, _ segment: Segment, _ relief: Relief, paidByBudget: Bool
  ) -> [InForce<Rate>] {
    let particular = zip(Relief.allCases, reliefs).first { $0.0 == relief }?.1
    return [general, particular].compactMap(\.self).compactMap { policies in
      let policy = policies.value.first {
        $0.segment == segment && $0.programme == programme && !(paidByBudget && $0.payer == .notBudget)
      }
      return policy.map { policy in policies.map { _ in policy.pays } }
    }
  }

  /// The relief that holds for these facts: an employer who does not meet its conditions has none.
  func relief(of facts: ContributionFacts) -> Relief {
    guard facts.relief == .labourIntensive, let industry = facts.industry,
      let policies = zip(Relief.allCases, reliefs).first(where: { $0.0 == .labourIntensive })?.1
    else { return facts.relief }
    let paidUpTo = policies.from.month.adding(-(industryPaid?.value.count ?? 0))
    let paid = industry.jkkPaidUpTo.map { $0 >= paidUpTo } ?? false
    return paid && policies.value.contains { $0.admits(industry) } ? .labourIntensive : .none
  }

  /// Whether the retirement age of JP lies before `month`.
  func isPastPension(_ bornOn: Day?, in month: Month) -> Bool {
    guard let bornOn, let reached = JP.reaching(bornOn, pensionAges) else { return false }
    switch lastPensionMonth.value {
    case .ofRetirementAge: return reached.day.month < month
    }
  }

  /// What of the contribution is still paid once all reductions are taken.
  func pays(_ programme: Programme, _ segment: Segment, _ relief: Relief, paidByBudget: Bool) -> Rate {
    reductions(programme, segment, relief, paidByBudget: paidByBudget).reduce(.one) { $0 * $1.value }
  }
}

extension TariffLaw.JKPLaw {
  fileprivate init?(on day: Day, _ law: LawBook) throws(LawError) {
    guard let state = try law.findInForce(JKP.stateRate, on: day) else { return nil }
    self.state = state
    fromJKK = try law.inForce(JKP.rateFromJKK, on: day)
    fromJKM = try law.findInForce(JKP.rateFromJKM, on: day)
    ceiling = try law.inForce(JKP.wageCeiling, on: day)
    underRelief = try law.inForce(JKP.underRelief, on: day)
  }
}
