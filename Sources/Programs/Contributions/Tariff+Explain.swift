internal import Law
internal import Vocabulary

extension Tariff {
  /// The same figures as `contribution(for:)`, reckoned with exact fractions and with the article of every step.
  public func explain(_ facts: ContributionFacts) -> (Contribution, Working) {
    var bill = ExplainedBill(facts: facts, law: law, month: month)
    let contribution =
      switch facts.segment {
      case .wageEarner: bill.wageEarner()
      case .selfEmployed: bill.selfEmployed(base: bracketBase(of: facts.base))
      case .construction, .migrant: bill.construction()
      }
    return (contribution, bill.working)
  }
}

/// The slow path: every share as an exact fraction, rounded once, each with its step.
private struct ExplainedBill {
  let facts: ContributionFacts
  let law: TariffLaw
  let month: Month
  var working: Working = []

  mutating func wageEarner() -> Contribution {
    begin()
    let base = facts.base
    sayRelief()
    let riskRate = law.riskRates.map { _ in law.rate(of: facts.riskClass) ?? .zero }
    let jkk = share(
      .jkk, Words("tingkat risiko \(facts.riskClass.words.indonesian)", "risk class \(facts.riskClass.words.english)"),
      riskRate, of: base)
    let jkm = share(.jkm, employer, law.jkm, of: base)
    let jhtEmployer = share(.jht, employer, law.jhtEmployer, of: base)
    let jhtWorker = share(.jht, worker, law.jhtWorker, of: base)
    let jpBase = pensionBase()
    let jpEmployer = share(.jp, employer, law.jpEmployer, of: jpBase)
    let jpWorker = share(.jp, worker, law.jpWorker, of: jpBase)
    let parts = facts.coversJKP ? recomposed(jkk: jkk, jkm: jkm) : (.zero, .zero, .zero)
    end()
    return Contribution(
      segment: .wageEarner, base: base, jpBase: jpBase, jkk: jkk, jkm: jkm, jhtEmployer: jhtEmployer,
      jhtWorker: jhtWorker, jpEmployer: jpEmployer, jpWorker: jpWorker, jkkToJKP: parts.jkk, jkmToJKP: parts.jkm,
      jkpFromState: parts.state)
  }

  mutating func selfEmployed(base: Rupiah) -> Contribution {
    begin()
    working.append(
      Step(
        "Penghasilan \(facts.base) masuk kelompok dengan dasar \(base).",
        "An income of \(facts.base) falls in the bracket that counts \(base).", amount: base, by: law.brackets))
    let oneself = Words("dibayar peserta", "paid by the member")
    let jkk = share(.jkk, oneself, law.bpuJKK, of: base)
    var jkm = Rupiah.zero
    if facts.programmes.contains(ProgrammeSet.jkm) {
      jkm = Rupiah(pays(.jkm) * law.bpuJKM.value, rounded: law.rounding.value)
      working.append(
        Step(
          "Iuran JKM, \(oneself.indonesian): \(law.bpuJKM.value) per bulan.",
          "JKM contribution, \(oneself.english): \(law.bpuJKM.value) a month.", amount: jkm, by: law.bpuJKM))
      appendReductions(.jkm)
    }
    let jht = share(.jht, oneself, law.bpuJHT, of: base)
    end()
    return Contribution(
      segment: .selfEmployed, base: base, jpBase: .zero, jkk: jkk, jkm: jkm, jhtEmployer: .zero, jhtWorker: jht,
      jpEmployer: .zero, jpWorker: .zero, jkkToJKP: .zero, jkmToJKP: .zero, jkpFromState: .zero)
  }

  mutating func construction() -> Contribution {
    begin()
    let contractor = Words("dibayar penyedia jasa", "paid by the contractor")
    let jkk = share(.jkk, contractor, law.jakonJKK, of: facts.base)
    let jkm = share(.jkm, contractor, law.jakonJKM, of: facts.base)
    end()
    return Contribution(
      segment: facts.segment, base: facts.base, jpBase: .zero, jkk: jkk, jkm: jkm, jhtEmployer: .zero, jhtWorker: .zero,
      jpEmployer: .zero, jpWorker: .zero, jkkToJKP: .zero, jkmToJKP: .zero, jkpFromState: .zero)
  }
}

extension ExplainedBill {
  private var employer: Words { Words("bagian pemberi kerja", "the employer's share") }
  private var worker: Words { Words("bagian pekerja", "the worker's share") }

  private mutating func begin() {
    working.append(
      Step(
        "Iuran \(month.spelled(in: .indonesian)) mengikuti hukum pada \(law.day.spelled(in: .indonesian)).",
        "Contributions for \(month.spelled(in: .english)) follow the law on \(law.day.spelled(in: .english)).",
        by: law.lawDay))
  }

  private mutating func end() {
    let rule: Words =
      switch law.rounding.value {
      case .down: Words("ke bawah", "down")
      case .halfUp: Words("ke rupiah terdekat, setengah ke atas", "to the nearest rupiah, halves up")
      case .up: Words("ke atas", "up")
      }
    working.append(
      Step(
        "Tiap bagian iuran dibulatkan \(rule.indonesian).", "Each share is rounded \(rule.english).", by: law.rounding))
  }

  private func pays(_ programme: Programme) -> Rate {
    law.pays(programme, facts.segment, law.relief(of: facts), paidByBudget: facts.paidByBudget)
  }

  private mutating func share(
    _ programme: Programme, _ whose: Words, _ rate: InForce<Rate>, of base: Rupiah
  ) -> Rupiah {
    guard facts.programmes.contains(programme) else { return .zero }
    let amount = Rupiah(rate.value * pays(programme) * base, rounded: law.rounding.value)
    working.append(
      Step(
        "Iuran \(programme.rawValue), \(whose.indonesian): \(rate.value) dari \(base).",
        "\(programme.rawValue) contribution, \(whose.english): \(rate.value) of \(base).", amount: amount, by: rate))
    appendReductions(programme)
    return amount
  }

  /// Says why a relief that was asked for does not hold.
  private mutating func sayRelief() {
    guard facts.relief != .none, facts.industry != nil, let paid = law.industryPaid else { return }
    let holds = law.relief(of: facts) == facts.relief
    working.append(
      Step(
        holds
          ? "Syarat keringanan terpenuhi." : "Syarat keringanan (industri, jumlah pekerja, JKK lunas) tidak terpenuhi.",
        holds
          ? "The conditions of the relief are met."
          : "The conditions of the relief (industry, workers, JKK paid up) are not met.", by: paid))
  }

  private mutating func appendReductions(_ programme: Programme) {
    let reductions = law.reductions(programme, facts.segment, law.relief(of: facts), paidByBudget: facts.paidByBudget)
    for reduction in reductions {
      working.append(
        Step(
          "Karena keringanan, hanya \(reduction.value) dari iuran \(programme.rawValue) yang dibayar.",
          "Under the relief only \(reduction.value) of the \(programme.rawValue) contribution is paid.", by: reduction))
    }
  }

  private mutating func pensionBase() -> Rupiah {
    guard facts.programmes.contains(ProgrammeSet.jp) else { return .zero }
    if law.isPastPension(facts.bornOn, in: month) {
      working.append(
        Step(
          "Usia pensiun JP sudah lewat; JP tidak ditagih lagi.",
          "The retirement age of JP is past; JP is no longer billed.", amount: .zero, by: law.lastPensionMonth))
      if let bornOn = facts.bornOn, let reached = JP.reaching(bornOn, law.pensionAges) {
        working.append(
          Step(
            "Usia pensiun \(reached.age.value.count) tahun tercapai \(reached.day.spelled(in: .indonesian)).",
            "The retirement age of \(reached.age.value.count) was reached on \(reached.day.spelled(in: .english)).",
            by: reached.age))
      }
      return .zero
    }
    let ceiling = law.jpCeiling
    working.append(
      Step(
        "Upah untuk JP paling tinggi \(ceiling.value).", "The wage counts for JP up to \(ceiling.value).",
        amount: min(facts.base, ceiling.value), by: ceiling))
    return min(facts.base, ceiling.value)
  }

  private mutating func recomposed(jkk: Rupiah, jkm: Rupiah) -> (jkk: Rupiah, jkm: Rupiah, state: Rupiah) {
    guard let jkp = law.jkp else {
      working.append(
        Step(
          Words("Program JKP belum ada pada bulan ini.", "There was no JKP in this month."),
          citation: law.lawDay.source, confidence: law.lawDay.confidence))
      return (.zero, .zero, .zero)
    }
    let base = min(facts.base, jkp.ceiling.value)
    working.append(
      Step(
        "Upah untuk JKP paling tinggi \(jkp.ceiling.value).", "The wage counts for JKP up to \(jkp.ceiling.value).",
        amount: base, by: jkp.ceiling))
    let fromJKK = handedOver(.jkk, jkp.fromJKK, of: base, billed: jkk, under: jkp.underRelief)
    let fromJKM = jkp.fromJKM.map { handedOver(.jkm, $0, of: base, billed: jkm, under: jkp.underRelief) } ?? .zero
    let state = Rupiah(jkp.state.value * base, rounded: law.rounding.value)
    working.append(
      Step(
        "Bagian Pemerintah untuk JKP: \(jkp.state.value) dari \(base), tidak ditagihkan.",
        "The State's share of JKP: \(jkp.state.value) of \(base), on nobody's bill.", amount: state, by: jkp.state))
    return (fromJKK, fromJKM, state)
  }

  private mutating func handedOver(
    _ programme: Programme, _ rate: InForce<Rate>, of base: Rupiah, billed: Rupiah, under rule: InForce<JKP.UnderRelief>
  ) -> Rupiah {
    let factor: Rate = rule.value == .inProportion ? pays(programme) : .one
    let meant = Rupiah(rate.value * factor * base, rounded: law.rounding.value)
    working.append(
      Step(
        "Dari iuran \(programme.rawValue), \(rate.value) dari \(base) dialihkan ke JKP.",
        "Of the \(programme.rawValue) contribution, \(rate.value) of \(base) goes to JKP.", amount: min(meant, billed),
        by: rate))
    if meant > billed || factor != .one {
      working.append(
        Step(
          "Yang dialihkan ke JKP tidak lebih dari iuran \(programme.rawValue) yang ditagihkan.",
          "No more goes to JKP than is billed for \(programme.rawValue).", amount: min(meant, billed), by: rule))
    }
    return min(meant, billed)
  }
}
