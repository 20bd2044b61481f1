public import Law
internal import Vocabulary

extension JKP {
  /// Decides whether JKP is paid, and how much in each month, by the law in force on the day work ended.
  ///
  /// A refusal names every reason at once. Throws what is impossible about the facts, or the silence of the law.
  public static func decide(_ facts: JKPClaimFacts, law: LawBook) throws(Undecidable) -> JKPDecision {
    let impossible = facts.impossibilities
    guard impossible.isEmpty else { throw .facts(impossible) }
    do throws(LawError) {
      var claim = JKPDeliberation(facts: facts, law: law)
      try claim.checkWorker()
      try claim.checkTime()
      try claim.checkMonths()
      try claim.checkEarlier()
      let amounts = try claim.amounts()
      let outcome: JKPDecision.Outcome =
        claim.refusals.isEmpty ? .payable(amounts) : .refused(claim.refusals)
      return JKPDecision(outcome: outcome, working: claim.working, lawHash: law.hash)
    } catch {
      throw .law(error)
    }
  }
}

/// A claim on the table: the facts, the law, what was found so far.
struct JKPDeliberation {
  let facts: JKPClaimFacts
  let law: LawBook
  var working: Working = []
  var refusals: [JKPRefusal] = []
}

extension JKPDeliberation {
  mutating func checkWorker() throws(LawError) {
    if facts.end != .laidOff { refusals.append(.endNotCovered(facts.end)) }
    let (missing, steps) = try JKP.covers(facts.worker, law: law, on: facts.ended)
    working += steps
    refusals += missing.map(JKPRefusal.notCovered)
    if let newJob = facts.newJob, newJob <= facts.filed { refusals.append(.hasNewJob(newJob)) }
  }

  mutating func checkTime() throws(LawError) {
    let taken = try law.inForce(JKP.claims, on: facts.filed)
    let window = try law.inForce(JKP.window, on: facts.ended)
    let last = facts.ended.adding(months: window.value.count)
    working.append(
      Step(
        "Diajukan \(facts.filed.spelled(in: .indonesian)).", "Filed on \(facts.filed.spelled(in: .english)).", by: taken
      )
    )
    working.append(
      Step(
        "PHK \(facts.ended.spelled(in: .indonesian)), batas pengajuan \(window.value.count) bulan: "
          + "\(last.spelled(in: .indonesian)).",
        "Laid off on \(facts.ended.spelled(in: .english)), to be filed within \(window.value.count) months: by "
          + "\(last.spelled(in: .english)).", by: window))
    if facts.filed > last { refusals.append(.tooLate(lastDay: last)) }
  }

  /// Enough months of contributions, and under the first regime the last of them without a gap.
  mutating func checkMonths() throws(LawError) {
    let least = try law.inForce(JKP.leastMonths, on: facts.ended)
    let within = try law.inForce(JKP.withinMonths, on: facts.ended)
    let rule = try law.inForce(JKP.countedMonths, on: facts.ended)
    let last = rule.value == .beforeTheMonth ? facts.ended.month.previous : facts.ended.month
    let forgiven = try forgivenMonths(through: last, within.value.count)
    func isPaid(_ back: Int) -> Bool {
      let month = last.adding(-back)
      return facts.paidMonths.contains(month) || forgiven.contains(month)
    }
    let paid = (0..<within.value.count).count(where: isPaid)
    working.append(
      Step(
        "Bulan yang dihitung sampai \(last.spelled(in: .indonesian)).",
        "Months are counted through \(last.spelled(in: .english)).", by: rule))
    working.append(
      Step(
        "Dari \(within.value.count) bulan terakhir dibayar \(paid) bulan.",
        "Of the last \(within.value.count) months \(paid) are paid.", by: within))
    working.append(
      Step("Paling sedikit \(least.value.count) bulan.", "At least \(least.value.count) months are needed.", by: least))
    if paid < least.value.count { refusals.append(.tooFewMonths(paid: paid, least: least.value.count)) }
    guard let run = try law.findInForce(JKP.consecutiveMonths, on: facts.ended) else { return }
    working.append(
      Step(
        "\(run.value.count) bulan terakhir harus berturut-turut.",
        "The last \(run.value.count) months must be without a gap.", by: run))
    if !(0..<run.value.count).allSatisfy(isPaid) { refusals.append(.notConsecutive(least: run.value.count)) }
  }

  /// Months that an employer who failed left unpaid, as far as the law lets them count.
  private mutating func forgivenMonths(through last: Month, _ within: Int) throws(LawError) -> Set<Month> {
    guard facts.employerFailed, let most = try law.findInForce(JKP.failedEmployer, on: facts.ended) else { return [] }
    let start = max(facts.worker.enrolledOn.month, last.adding(1 - within))
    guard start <= last else { return [] }
    let owed = (start...last).filter { !facts.paidMonths.contains($0) }
    let counts = owed.count <= most.value.count
    working.append(
      Step(
        "Pemberi kerja pailit atau tutup dan menunggak \(owed.count) bulan; dihitung paling banyak "
          + "\(most.value.count) bulan.",
        "The employer failed, owing \(owed.count) months; they count up to \(most.value.count).", by: most))
    return counts ? Set(owed) : []
  }

  /// Not more often in a working life than the law says, and not too soon after the last time.
  mutating func checkEarlier() throws(LawError) {
    let times = try law.inForce(JKP.times, on: facts.ended)
    let apart = try law.inForce(JKP.apart, on: facts.ended)
    let taken = facts.earlierBenefits.count
    working.append(
      Step(
        "Paling banyak \(times.value) kali selama bekerja; sudah \(taken) kali.",
        "At most \(times.value) times in a working life; so far \(taken).", by: times))
    if taken >= times.value { refusals.append(.takenTooOften(times: times.value)) }
    working.append(
      Step(
        "Jarak antara dua manfaat paling sedikit \(apart.value.count) tahun.",
        "Benefits are \(apart.value.count) years apart at least.", by: apart))
    if let last = facts.earlierBenefits.max() {
      let from = last.adding(years: apart.value.count)
      if facts.ended < from { refusals.append(.tooSoonAfterLast(from: from)) }
    }
  }

  /// What each month pays.
  mutating func amounts() throws(LawError) -> [Rupiah] {
    let ceiling = try law.inForce(JKP.wageCeiling, on: facts.ended)
    let rows = try law.inForce(JKP.cash, on: facts.ended)
    let rounding = try law.inForce(JKP.benefitRounding, on: facts.ended)
    let wage = min(facts.wage, ceiling.value)
    working.append(
      Step(
        "Upah terakhir \(facts.wage), dihitung paling tinggi \(ceiling.value).",
        "The last wage of \(facts.wage) counts up to \(ceiling.value).", amount: wage, by: ceiling))
    var amounts: [Rupiah] = []
    for row in rows.value.sorted(by: { $0.from < $1.from }) {
      let amount = Rupiah(row.share * wage, rounded: rounding.value)
      working.append(
        Step(
          "Bulan \(row.from) sampai \(row.through): \(row.share) dari \(wage).",
          "Months \(row.from) to \(row.through): \(row.share) of \(wage).", amount: amount, by: rows))
      amounts += Array(repeating: amount, count: row.through - row.from + 1)
    }
    working.append(
      Step(
        "Dibulatkan \(rounding.value.words.indonesian).", "Rounded \(rounding.value.words.english).",
        amount: amounts.sum(), by: rounding))
    return amounts
  }
}
