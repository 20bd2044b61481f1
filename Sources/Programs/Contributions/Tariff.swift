public import Law
public import Vocabulary

/// The contributions of one month, resolved from the law once into plain integers.
///
/// Make one per month and ask it for every member: `contribution(for:)` neither allocates nor throws. `explain(_:)`
/// gives the same figures, reckoned the slow way, with their articles.
public struct Tariff: Sendable {
  public let month: Month
  let law: TariffLaw

  // One entry per relief and payer (`slot`); rates of wage earners' JKK also by risk class.
  private let wageJKK: [Share]
  private let wageJKM: [Share]
  private let selfJKK: [Share]
  private let selfJKM: [Rupiah]
  private let jakonJKK: [Share]
  private let jakonJKM: [Share]
  private let toJKPFromJKK: [Share]
  private let toJKPFromJKM: [Share]

  private let jhtEmployer: Share
  private let jhtWorker: Share
  private let jpEmployer: Share
  private let jpWorker: Share
  private let jpCeiling: Rupiah
  private let selfJHT: Share
  private let jkpState: Share
  private let jkpCeiling: Rupiah

  /// Throws where the law has no answer for `month`: before 1 July 2015, or where a file of `law/` is missing.
  public init(month: Month, law: LawBook) throws(LawError) {
    let law = try TariffLaw(month, law)
    (self.month, self.law) = (month, law)
    let rounding = law.rounding.value
    let slots = Relief.allCases.flatMap { [($0, false), ($0, true)] }
    func pays(_ programme: Programme, _ segment: Segment) -> [Rate] {
      slots.map { law.pays(programme, segment, $0.0, paidByBudget: $0.1) }
    }
    func shares(_ rate: Rate, _ programme: Programme, _ segment: Segment) -> [Share] {
      pays(programme, segment).map { Share(rate * $0, rounded: rounding) }
    }
    wageJKK = pays(.jkk, .wageEarner).flatMap { pays in
      RiskClass.allCases.map { Share((law.rate(of: $0) ?? .zero) * pays, rounded: rounding) }
    }
    wageJKM = shares(law.jkm.value, .jkm, .wageEarner)
    selfJKK = shares(law.bpuJKK.value, .jkk, .selfEmployed)
    selfJKM = pays(.jkm, .selfEmployed).map { Rupiah($0 * law.bpuJKM.value, rounded: rounding) }
    jakonJKK = shares(law.jakonJKK.value, .jkk, .construction)
    jakonJKM = shares(law.jakonJKM.value, .jkm, .construction)
    func handedOver(_ rate: Rate?, _ programme: Programme) -> [Share] {
      pays(programme, .wageEarner).map {
        Share((rate ?? .zero) * (law.jkp?.underRelief.value == .inProportion ? $0 : .one), rounded: rounding)
      }
    }
    toJKPFromJKK = handedOver(law.jkp?.fromJKK.value, .jkk)
    toJKPFromJKM = handedOver(law.jkp?.fromJKM?.value, .jkm)
    jhtEmployer = Share(law.jhtEmployer.value, rounded: rounding)
    jhtWorker = Share(law.jhtWorker.value, rounded: rounding)
    jpEmployer = Share(law.jpEmployer.value, rounded: rounding)
    jpWorker = Share(law.jpWorker.value, rounded: rounding)
    jpCeiling = law.jpCeiling.value
    selfJHT = Share(law.bpuJHT.value, rounded: rounding)
    jkpState = Share(law.jkp?.state.value ?? .zero, rounded: rounding)
    jkpCeiling = law.jkp?.ceiling.value ?? .zero
  }

  /// What is due for one member in this month.
  public func contribution(for facts: ContributionFacts) -> Contribution {
    let slot = law.relief(of: facts).slot * 2 + (facts.paidByBudget ? 1 : 0)
    return switch facts.segment {
    case .wageEarner: wageEarner(facts, slot)
    case .selfEmployed: selfEmployed(facts, slot)
    case .construction, .migrant: construction(facts, slot)
    }
  }

  private func wageEarner(_ facts: ContributionFacts, _ slot: Int) -> Contribution {
    let (base, programmes) = (facts.base, facts.programmes)
    let jkk =
      programmes.contains(ProgrammeSet.jkk) ? wageJKK[slot * 5 + facts.riskClass.rawValue - 1].of(base) : .zero
    let jkm = programmes.contains(ProgrammeSet.jkm) ? wageJKM[slot].of(base) : .zero
    let hasJHT = programmes.contains(ProgrammeSet.jht)
    let hasJP = programmes.contains(ProgrammeSet.jp) && !law.isPastPension(facts.bornOn, in: month)
    let jpBase = hasJP ? min(base, jpCeiling) : .zero
    let jkpBase = facts.coversJKP ? min(base, jkpCeiling) : .zero
    return Contribution(
      segment: .wageEarner, base: base, jpBase: jpBase, jkk: jkk, jkm: jkm,
      jhtEmployer: hasJHT ? jhtEmployer.of(base) : .zero, jhtWorker: hasJHT ? jhtWorker.of(base) : .zero,
      jpEmployer: jpEmployer.of(jpBase), jpWorker: jpWorker.of(jpBase),
      // Whatever the rule, a fund can hand over no more than it was paid.
      jkkToJKP: min(toJKPFromJKK[slot].of(jkpBase), jkk), jkmToJKP: min(toJKPFromJKM[slot].of(jkpBase), jkm),
      jkpFromState: jkpState.of(jkpBase))
  }

  private func selfEmployed(_ facts: ContributionFacts, _ slot: Int) -> Contribution {
    let base = bracketBase(of: facts.base)
    return Contribution(
      segment: .selfEmployed, base: base, jpBase: .zero,
      jkk: facts.programmes.contains(ProgrammeSet.jkk) ? selfJKK[slot].of(base) : .zero,
      jkm: facts.programmes.contains(ProgrammeSet.jkm) ? selfJKM[slot] : .zero, jhtEmployer: .zero,
      jhtWorker: facts.programmes.contains(ProgrammeSet.jht) ? selfJHT.of(base) : .zero, jpEmployer: .zero,
      jpWorker: .zero, jkkToJKP: .zero, jkmToJKP: .zero, jkpFromState: .zero)
  }

  private func construction(_ facts: ContributionFacts, _ slot: Int) -> Contribution {
    Contribution(
      segment: facts.segment, base: facts.base, jpBase: .zero,
      jkk: facts.programmes.contains(ProgrammeSet.jkk) ? jakonJKK[slot].of(facts.base) : .zero,
      jkm: facts.programmes.contains(ProgrammeSet.jkm) ? jakonJKM[slot].of(facts.base) : .zero, jhtEmployer: .zero,
      jhtWorker: .zero, jpEmployer: .zero, jpWorker: .zero, jkkToJKP: .zero, jkmToJKP: .zero, jkpFromState: .zero)
  }

  /// The income that counts for a self-employed member who earns `income`: a bracket reaches to where the next begins.
  public func bracketBase(of income: Rupiah) -> Rupiah {
    let brackets = law.brackets.value
    var (low, high) = (0, brackets.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if brackets[middle].from <= income { low = middle } else { high = middle }
    }
    return brackets[low].base
  }
}

extension Relief {
  /// The place in `Relief.allCases`.
  var slot: Int {
    switch self {
    case .none: 0
    case .labourIntensive: 1
    case .transport: 2
    case .nonTransport: 3
    }
  }
}
