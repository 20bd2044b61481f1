public import Law
internal import Vocabulary

extension JP {
  /// Decides a claim by the law in force on the day on which the right arose: the retirement age (or the day that was
  /// chosen after it), the disability, the death.
  ///
  /// Throws what is impossible about the facts, or the silence of the law.
  public static func decide(_ facts: JPClaimFacts, law: LawBook) throws(Undecidable) -> JPDecision {
    let impossible = facts.impossibilities
    guard impossible.isEmpty else { throw .facts(impossible) }
    do throws(LawError) {
      var claim = JPDeliberation(facts: facts, law: law)
      let outcome: JPDecision.Outcome =
        switch facts.benefit {
        case .oldAge: try claim.oldAge()
        case .disability: try claim.disability()
        case .survivors: try claim.survivors()
        }
      return JPDecision(outcome: outcome, working: claim.working, lawHash: law.hash)
    } catch {
      throw .law(error)
    }
  }
}

/// A claim on the table: the facts, the law, what was found so far.
struct JPDeliberation {
  let facts: JPClaimFacts
  let law: LawBook
  var working: Working = []
}

extension JPDeliberation {
  /// At the retirement age, or on stopping within a few years of it.
  mutating func oldAge() throws(LawError) -> JPDecision.Outcome {
    let reached = try reachedAge()
    guard facts.filed >= reached else { return .refused([.ageNotReached(on: reached)]) }
    var day = reached
    if facts.deferred {
      let longest = try law.inForce(JP.longestDeferral, on: reached)
      let latest = reached.adding(years: longest.value.count)
      working.append(
        Step(
          "Boleh dibayar saat berhenti bekerja, paling lama \(longest.value.count) tahun: "
            + "\(latest.spelled(in: .indonesian)).",
          "May be paid on stopping work, \(longest.value.count) years after at most: \(latest.spelled(in: .english)).",
          by: longest))
      let stopped = facts.stopped.map { max(reached, $0) } ?? latest
      day = min(stopped, latest)
      if facts.filed < day { return .refused([.stillWorking(until: latest)]) }
    }
    return try pensionOrLumpSum(on: day)
  }

  private mutating func pensionOrLumpSum(on day: Day) throws(LawError) -> JPDecision.Outcome {
    let least = try law.inForce(JP.monthsForPension, on: day)
    let enough = facts.months >= least.value.count
    working.append(
      Step(
        "Masa iur \(facts.months) bulan; pensiun bulanan mulai \(least.value.count) bulan.",
        "\(facts.months) months of contributions; a monthly pension takes \(least.value.count).", by: least))
    guard enough else { return lumpSum(by: least) }
    let pension = try bounded(try formula(counted: facts.months, on: day), on: day)
    return try begin(.member, pension, [pension], from: day)
  }

  /// Total permanent disability before the retirement age.
  mutating func disability() throws(LawError) -> JPDecision.Outcome {
    guard let event = facts.event else { return .refused([]) }
    let reached = try reachedAge()
    guard event < reached else { return .refused([.disabledAfterRetirementAge(on: reached)]) }
    let after = try law.inForce(JP.disabilityAfter, on: event)
    let from = after.value.over(from: facts.joined)
    working.append(
      Step(
        "Cacat total tetap \(event.spelled(in: .indonesian)); dijamin mulai \(from.spelled(in: .indonesian)).",
        "Totally disabled on \(event.spelled(in: .english)); covered from \(from.spelled(in: .english)).", by: after))
    let dense = try isDense(until: event)
    guard event >= from, dense else { return lumpSum(by: after) }
    let counted = try countedMonths(on: event)
    let pension = try bounded(try formula(counted: counted, on: event), on: event)
    return try begin(.member, pension, [pension], from: event)
  }

  mutating func reachedAge() throws(LawError) -> Day {
    let (reached, age) = try JP.retirementDay(bornOn: facts.bornOn, law: law)
    working.append(
      Step(
        "Usia pensiun \(age.value.count) tahun tercapai \(reached.spelled(in: .indonesian)).",
        "The retirement age of \(age.value.count) is reached on \(reached.spelled(in: .english)).", by: age))
    return reached
  }

  /// Whether enough of the months since joining were paid.
  mutating func isDense(until event: Day) throws(LawError) -> Bool {
    let density = try law.inForce(JP.density, on: event)
    // The month of the event counts once it is paid, so that nobody loses by dying before the bill.
    let elapsed = max(facts.joined.month.months(until: event.month), 1)
    let months = min(facts.months, elapsed)
    let dense = Rate(Int64(months), over: Int64(elapsed)) >= density.value
    working.append(
      Step(
        "Iuran dibayar \(months) dari \(elapsed) bulan; paling sedikit \(density.value).",
        "Paid \(months) of \(elapsed) months; at least \(density.value) is needed.", by: density))
    return dense
  }

  /// Months of contributions, brought up to fifteen years.
  mutating func countedMonths(on event: Day) throws(LawError) -> Int {
    let least = try law.inForce(JP.countedMonths, on: event)
    working.append(
      Step(
        "Masa iur \(facts.months) bulan, dihitung paling sedikit \(least.value.count) bulan.",
        "\(facts.months) months of contributions, counted as \(least.value.count) at least.", by: least))
    return max(facts.months, least.value.count)
  }

  mutating func lumpSum<Value>(by rule: InForce<Value>) -> JPDecision.Outcome {
    working.append(
      Step(
        "Dibayar sekaligus: seluruh iuran dan hasil pengembangannya.",
        "Paid at once: all contributions and what they earned.", amount: facts.balance, by: rule))
    return .lumpSum(facts.balance)
  }

  mutating func begin(
    _ receiver: JPReceiver, _ monthly: Rupiah, _ shares: [Rupiah], from day: Day
  ) throws(LawError) -> JPDecision.Outcome {
    let begins = try law.inForce(JP.begins, on: day)
    let month = begins.value.over(from: day).month
    working.append(
      Step(
        "Dibayar kepada \(receiver.words.indonesian) tiap bulan mulai \(month.spelled(in: .indonesian)).",
        "Paid to \(receiver.words.english) every month from \(month.spelled(in: .english)).", amount: monthly,
        by: begins))
    return .pension(JPPension(receiver: receiver, monthly: monthly, from: month, shares: shares))
  }
}
