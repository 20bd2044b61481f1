public import Law
internal import Vocabulary

extension JKK {
  /// Decides a claim by the law, and the membership, as they stood on the day of the event.
  ///
  /// A refusal names every reason at once. Throws what is impossible about the facts, or the silence of the law.
  public static func decide(_ facts: JKKClaimFacts, law: LawBook) throws(Undecidable) -> JKKDecision {
    let impossible = facts.impossibilities
    guard impossible.isEmpty else { throw .facts(impossible) }
    var claim = JKKDeliberation(facts: facts, law: law)
    do throws(LawError) {
      try claim.checkCause()
      try claim.checkCover()
      try claim.checkTime()
      if claim.refusals.isEmpty { try claim.checkReports() }
      if claim.refusals.isEmpty { try claim.reckon() }
    } catch {
      throw .law(error)
    }
    guard claim.missing.isEmpty else { throw .facts(claim.missing) }
    let outcome: JKKDecision.Outcome =
      claim.refusals.isEmpty ? .payable(claim.award) : .refused(claim.refusals)
    return JKKDecision(outcome: outcome, working: claim.working, lawHash: law.hash)
  }
}

/// A claim on the table: the facts, the law, what was found so far.
struct JKKDeliberation {
  let facts: JKKClaimFacts
  let law: LawBook
  var working: Working = []
  var refusals: [JKKRefusal] = []
  /// Facts that the law turned out to need.
  var missing: [FactsError] = []
  /// Who pays for what rests on the reported wage.
  var payer = BenefitPayer.fund
  /// Nothing but care is guaranteed.
  var careOnly = false
  var items: [BenefitItem] = []
  var declined: [DeclinedLine] = []
  var helpsReturn = false

  var award: BenefitAward { BenefitAward(items: items, declined: declined, returnToWork: helpsReturn) }

  mutating func pay(_ kind: BenefitKind, _ amount: Rupiah, to payee: Payee, from other: BenefitPayer? = nil) {
    guard amount.isPositive else { return }
    items.append(BenefitItem(kind, amount, to: payee, from: other ?? payer))
  }

  mutating func decline(_ kind: BenefitKind, _ amount: Rupiah, _ reason: DeclinedLine.Reason) {
    declined.append(DeclinedLine(kind, amount, reason))
  }
}

extension JKKDeliberation {
  /// Does it count as a work accident?
  mutating func checkCause() throws(LawError) {
    let causes = try law.inForce(JKK.causes, on: facts.event)
    let counts = causes.value.contains { $0.cause == facts.cause }
    working.append(
      Step(
        "\(facts.cause.words.indonesian) pada \(facts.event.spelled(in: .indonesian)): "
          + (counts ? "termasuk kecelakaan kerja." : "tidak termasuk kecelakaan kerja."),
        "\(facts.cause.words.english) on \(facts.event.spelled(in: .english)): "
          + (counts ? "counts as a work accident." : "does not count as a work accident."), by: causes))
    if !counts { refusals.append(.causeNotCovered(facts.cause)) }
    switch facts.finding {
    case .confirmed: break
    case .notFromWork: try guaranteeCareUntilDecided()
    case .suspected:
      guard let rule = try law.findInForce(JKK.suspected, on: facts.event) else {
        refusals.append(.notDecidedYet)
        return
      }
      careOnly = true
      working.append(
        Step(
          "Masih dugaan: perawatan dan angkutan dijamin sampai dipastikan; santunan menunggu.",
          "Still a suspicion: care and transport are guaranteed until it is decided; grants wait.", by: rule))
    }
  }

  /// What turned out not to come from work is not paid, but for care while nobody knew.
  private mutating func guaranteeCareUntilDecided() throws(LawError) {
    guard let decided = facts.decided, let rule = try law.findInForce(JKK.suspected, on: facts.event),
      facts.costs.contains(where: { ($0.on ?? .init(number: .max)) <= decided })
    else {
      refusals.append(.notFromWork)
      return
    }
    careOnly = true
    working.append(
      Step(
        "Ditetapkan bukan kecelakaan kerja pada \(decided.spelled(in: .indonesian)); perawatan sampai hari itu dijamin.",
        "Found not to come from work on \(decided.spelled(in: .english)); care until that day is guaranteed.", by: rule)
    )
  }

  /// Was there cover, and if not, does somebody else pay?
  mutating func checkCover() throws(LawError) {
    if let employer = facts.employer, !employer.registered {
      let rule = try law.inForce(JKK.unregistered, on: facts.event)
      payer = .employer
      working.append(
        Step(
          "Pekerja tidak didaftarkan: pemberi kerja membayar manfaat yang sama.",
          "The worker was not registered: the employer pays the same benefits.", by: rule))
      return
    }
    let gap = try facts.cover.gap(of: facts.segment, on: facts.event, law: law, &working)
    if facts.cause == .disease, case .ended(let ended)? = gap {
      let years = try law.inForce(JKK.diseaseAfterWork, on: facts.event)
      let until = ended.adding(years: years.value.count)
      working.append(
        Step(
          "Berhenti bekerja \(ended.spelled(in: .indonesian)); penyakit akibat kerja ditanggung sampai "
            + "\(until.spelled(in: .indonesian)).",
          "Work ended on \(ended.spelled(in: .english)); an occupational disease is covered until "
            + "\(until.spelled(in: .english)).", by: years))
      if facts.event > until { refusals.append(.tooLong(afterWork: ended, until: until)) }
    } else if let gap {
      refusals.append(.notCovered(gap))
    }
    try checkArrears()
  }

  private mutating func checkArrears() throws(LawError) {
    guard let employer = facts.employer, employer.arrearsMonths > 0 else { return }
    let months = try law.inForce(JKK.arrearsMonths, on: facts.event)
    let first = employer.arrearsMonths > months.value.count
    if first { payer = .employerFirst }
    working.append(
      Step(
        "Pemberi kerja menunggak \(employer.arrearsMonths) bulan; sampai \(months.value.count) bulan BPJS membayar. "
          + (first ? "Pemberi kerja membayar dahulu, diganti sesudah tunggakan dan denda lunas." : "BPJS membayar."),
        "The employer is \(employer.arrearsMonths) month(s) in arrears; up to \(months.value.count) BPJS pays. "
          + (first ? "The employer pays first, and is paid back once arrears and fine are settled." : "BPJS pays."),
        by: months))
  }

  /// Was the claim filed in time?
  mutating func checkTime() throws(LawError) {
    let rule = try law.inForce(JKK.expiryLaw, on: facts.event)
    let years = try law.inForce(JKK.expiry, on: rule.value == .dayOfEvent ? facts.event : facts.filed)
    let last = facts.event.adding(years: years.value.count)
    working.append(
      Step(
        "Klaim dapat diajukan \(years.value.count) tahun: sampai \(last.spelled(in: .indonesian)).",
        "A claim can be filed for \(years.value.count) years: until \(last.spelled(in: .english)).", by: years))
    working.append(
      Step(
        "Batas waktu menurut aturan pada hari \(rule.value == .dayOfEvent ? "kejadian" : "klaim diajukan").",
        "The limit is that of the law on the \(rule.value.rawValue).", by: rule))
    if facts.filed > last { refusals.append(.expired(on: last)) }
  }

  /// Were the reports in time? A late first report can make the employer liable.
  mutating func checkReports() throws(LawError) {
    if let employer = facts.employer, employer.registered {
      let days = try law.inForce(JKK.firstReport, on: facts.event)
      let last = facts.event.adding(days: days.value.count)
      let late = employer.reported.map { $0 > last } ?? (facts.filed > last)
      working.append(
        Step(
          "Laporan tahap I paling lambat \(last.spelled(in: .indonesian)): \(late ? "terlambat" : "tepat waktu").",
          "The report of stage I was due by \(last.spelled(in: .english)): \(late ? "late" : "in time").", by: days))
      if late {
        let rule = try law.inForce(JKK.lateReport, on: facts.event)
        if rule.value == .employerLiable { payer = .employer }
        working.append(
          Step(
            rule.value == .employerLiable
              ? "Karena terlambat, manfaat JKK menjadi tanggungan pemberi kerja."
              : "Keterlambatan tidak mengubah siapa yang membayar.",
            rule.value == .employerLiable
              ? "As the report was late, the benefits of JKK are the employer's liability."
              : "The delay does not change who pays.", by: rule))
      }
    }
    guard let ended = facts.ended, let reported = facts.endReported else { return }
    let days = try law.inForce(JKK.secondReport, on: ended)
    let last = ended.adding(days: days.value.count)
    working.append(
      Step(
        "Laporan tahap II paling lambat \(last.spelled(in: .indonesian)): "
          + (reported > last ? "terlambat." : "tepat waktu."),
        "The report of stage II was due by \(last.spelled(in: .english)): \(reported > last ? "late" : "in time").",
        by: days))
  }

  /// Every line that is due.
  mutating func reckon() throws(LawError) {
    try payCosts()
    if careOnly {
      let reason: DeclinedLine.Reason = facts.finding == .suspected ? .waitsForDecision : .notFromWork
      if !facts.timeOff.isEmpty { decline(.temporaryInability, .zero, reason) }
      if facts.condition == .died { decline(.death, .zero, reason) }
      if facts.condition == .partialDisability { decline(.partialDisability, .zero, reason) }
      if facts.condition == .totalDisability { decline(.totalDisability, .zero, reason) }
    } else {
      try payGrants()
    }
    if items.isEmpty, !helpsReturn, missing.isEmpty, refusals.isEmpty {
      refusals.append(careOnly ? .notDecidedYet : .nothingToPay(declined))
    }
  }
}
