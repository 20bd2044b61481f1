public import Law
public import Vocabulary

/// What must be known to decide a claim of a migrant worker.
public struct PMIClaimFacts: Codable, Sendable, Hashable {
  public enum Event: Codable, Sendable, Hashable {
    case death
    /// Proven by the police or a court of the host country.
    case rape
    /// Care abroad after a work accident; `hostPaid` is what the insurance of the host country paid.
    case careAbroad(cost: Rupiah, hostPaid: Rupiah)
    /// Another of the benefits of pasal 27, by its name in `law/parameters/pmi/benefit/amounts.yaml`.
    case other(String)
  }

  public let route: PMI.Route
  public let bornOn: Day
  /// The day on which contributions were paid and cover began.
  public let joined: Day
  /// `nil` before departure.
  public let departed: Day?
  /// The last day of the contract, extensions included.
  public let workEnds: Day
  public let arrivedHome: Day?
  public let event: Event
  public let on: Day
  public let filed: Day
  public let survivors: [Survivor]

  public init(
    route: PMI.Route, bornOn: Day, joined: Day, departed: Day?, workEnds: Day, arrivedHome: Day? = nil, event: Event,
    on: Day, filed: Day, survivors: [Survivor] = []
  ) {
    self.route = route
    self.bornOn = bornOn
    self.joined = joined
    self.departed = departed
    self.workEnds = workEnds
    self.arrivedHome = arrivedHome
    self.event = event
    self.on = on
    self.filed = filed
    self.survivors = survivors
  }

  /// Everything about these facts that cannot be.
  public var impossibilities: [FactsError] {
    var errors: [FactsError] = []
    if bornOn >= joined { errors.append(.bornAfterJoining(born: bornOn, joined: joined)) }
    if on < bornOn { errors.append(.claim(.eventBeforeBirth(event: on, born: bornOn))) }
    if filed < on { errors.append(.claim(.filedBeforeEvent(filed: filed, event: on))) }
    if workEnds < joined { errors.append(.workEndedBeforeJoining(ended: workEnds, joined: joined)) }
    if case .careAbroad(let cost, let hostPaid) = event {
      for amount in [cost, hostPaid] {
        if amount.isNegative { errors.append(.negativeAmount(amount)) }
        if amount > ContributionRules.largestAmount { errors.append(.implausibleAmount(amount)) }
      }
      if hostPaid > cost { errors.append(.claim(.hostPaidMore(hostPaid, cost: cost))) }
    }
    return event == .death ? errors + Heirs.impossibilities(survivors, died: on) : errors
  }
}

/// The answer to a claim of a migrant worker.
public struct PMIDecision: Codable, Sendable, Hashable {
  public enum Outcome: Codable, Sendable, Hashable {
    case payable(BenefitAward)
    case refused([PMIRefusal])
  }

  public let outcome: Outcome
  public let working: Working
  public let lawHash: String

  public var confidence: Confidence { working.confidence }
}

/// Why nothing is paid to a migrant worker.
public enum PMIRefusal: Codable, Sendable, Hashable {
  case notCoveredYet(from: Day)
  /// After the last day of cover.
  case coverEnded(on: Day)
  case hostPaidAll

  public var code: String {
    switch self {
    case .notCoveredYet: "not-covered-yet"
    case .coverEnded: "cover-ended"
    case .hostPaidAll: "host-paid-all"
    }
  }

  public var words: Words {
    switch self {
    case .notCoveredYet(let day):
      Words(
        "Perlindungan baru mulai \(day.spelled(in: .indonesian)). Bila iuran dibayar lebih awal, bawa bukti bayarnya.",
        "Cover began on \(day.spelled(in: .english)). If contributions were paid earlier, bring the receipt.")
    case .coverEnded(let day):
      Words(
        "Perlindungan berakhir \(day.spelled(in: .indonesian)). Bila kontrak diperpanjang, bawa perjanjian dan bukti "
          + "bayarnya.",
        "Cover ended on \(day.spelled(in: .english)). If the contract was extended, bring it and the receipt.")
    case .hostPaidAll:
      Words(
        "Seluruh biaya sudah dibayar asuransi negara tempat bekerja. Simpan bukti bila ada tagihan susulan.",
        "The insurance of the host country paid all costs. Keep the papers in case of a later bill.")
    }
  }
}

extension PMI {
  /// Decides a claim by the law on the day of the event. Where an amount is not known, the law is silent and this
  /// throws.
  public static func decide(_ facts: PMIClaimFacts, law: LawBook) throws(Undecidable) -> PMIDecision {
    let impossible = facts.impossibilities
    guard impossible.isEmpty else { throw .facts(impossible) }
    do throws(LawError) {
      var claim = PMIDeliberation(facts: facts, law: law)
      let phase = try claim.checkCover()
      let items = claim.refusals.isEmpty ? try claim.items(phase) : []
      let outcome: PMIDecision.Outcome =
        claim.refusals.isEmpty
        ? .payable(BenefitAward(items: items, declined: claim.declined)) : .refused(claim.refusals)
      return PMIDecision(outcome: outcome, working: claim.working, lawHash: law.hash)
    } catch {
      throw .law(error)
    }
  }
}

/// A claim of a migrant worker on the table.
struct PMIDeliberation {
  enum Phase: String {
    case before = "before departure"
    case during
    case after = "after work"
  }

  let facts: PMIClaimFacts
  let law: LawBook
  var working: Working = []
  var refusals: [PMIRefusal] = []
  var declined: [DeclinedLine] = []

  /// The phase in which the event fell; refuses what no cover reaches.
  mutating func checkCover() throws(LawError) -> Phase {
    if facts.on < facts.joined { refusals.append(.notCoveredYet(from: facts.joined)) }
    guard let departed = facts.departed, facts.on >= departed else {
      let last = facts.joined.adding(months: try monthsBefore())
      if facts.on > last { refusals.append(.coverEnded(on: last)) }
      return .before
    }
    guard facts.on > facts.workEnds else { return .during }
    let days = try law.inForce(PMI.homeDays, on: facts.on)
    let start = facts.event == .death ? facts.arrivedHome ?? facts.workEnds : facts.workEnds
    let last = start.adding(days: days.value.count)
    working.append(
      Step(
        "Sesudah bekerja dilindungi \(days.value.count) hari: sampai \(last.spelled(in: .indonesian)).",
        "After work there is cover for \(days.value.count) days: until \(last.spelled(in: .english)).", by: days))
    if facts.on > last { refusals.append(.coverEnded(on: last)) }
    return .after
  }

  private mutating func monthsBefore() throws(LawError) -> Int {
    if facts.route == .individual {
      let months = try law.inForce(PMI.individualBefore, on: facts.on)
      state(months.value.count, months)
      return months.value.count
    }
    let phases = try law.inForce(PMI.coverMonths, on: facts.on)
    guard let months = phases.value.first(where: { $0.phase == .beforeDeparture })?.months else {
      throw .noRow(parameter: phases.parameter, on: facts.on, asked: "before departure")
    }
    state(months, phases)
    return months
  }

  private mutating func state<Value>(_ months: Int, _ law: InForce<Value>) {
    working.append(
      Step(
        "Sebelum berangkat dilindungi \(months) bulan sejak \(facts.joined.spelled(in: .indonesian)).",
        "Before departure there is cover for \(months) month(s) from \(facts.joined.spelled(in: .english)).", by: law))
  }

  mutating func items(_ phase: Phase) throws(LawError) -> [BenefitItem] {
    let place = phase == .during ? "" : " \(phase.rawValue)"
    switch facts.event {
    case .death:
      let item = BenefitItem(.death, try known("death" + place), to: .participant)
      return try Heirs.split([item], among: facts.survivors, died: facts.on, law: law, &working)
    case .rape: return [BenefitItem(.rape, try known("rape" + place), to: .participant)]
    case .other(let name): return [BenefitItem(.care, try known(name + place), to: .participant)]
    case .careAbroad(let cost, let hostPaid): return try care(cost, hostPaid)
    }
  }

  /// The amount of a benefit in the table of known ones. No row, no answer.
  private mutating func known(_ benefit: String) throws(LawError) -> Rupiah {
    let table = try law.inForce(PMI.amounts, on: facts.on)
    guard let row = table.value.first(where: { $0.benefit == benefit }) else {
      throw .noRow(parameter: table.parameter, on: facts.on, asked: benefit)
    }
    working.append(
      Step(
        "Manfaat pekerja migran: \(row.amount).", "Benefit of migrant workers: \(row.amount).", amount: row.amount,
        by: table))
    return row.amount
  }

  private mutating func care(_ cost: Rupiah, _ hostPaid: Rupiah) throws(LawError) -> [BenefitItem] {
    let most = try law.inForce(PMI.overseasCare, on: facts.on)
    let rule = try law.inForce(PMI.hostInsurance, on: facts.on)
    let left = cost - hostPaid
    let paid = min(left, most.value)
    working += [
      Step(
        "Asuransi setempat membayar dahulu \(hostPaid) dari \(cost).",
        "The insurance of the host country pays first: \(hostPaid) of \(cost).", amount: left, by: rule),
      Step(
        "Perawatan di luar negeri paling banyak \(most.value).", "Care abroad is paid up to \(most.value).",
        amount: paid, by: most),
    ]
    if left.isZero { refusals.append(.hostPaidAll) }
    if left > most.value { declined.append(DeclinedLine(.care, left - most.value, .overTheLimit)) }
    return paid.isPositive ? [BenefitItem(.care, paid, to: .facility)] : []
  }
}
