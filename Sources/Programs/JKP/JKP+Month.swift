public import Law
internal import Vocabulary

extension JKP {
  /// Decides one month of a benefit that was granted: the first on the strength of the claim alone, the later ones if
  /// the member looks for work and learns.
  public static func month(
    _ month: JKPMonthFacts, of facts: JKPClaimFacts, law: LawBook
  ) throws(Undecidable) -> JKPMonthDecision {
    let whole = try decide(facts, law: law)
    var impossible = month.impossibilities
    impossible += [FactsError.outOfOrder(.today, month.on, before: .filing, facts.filed)].compactMap(\.self)
    guard impossible.isEmpty else { throw .facts(impossible) }
    guard case .payable(let amounts) = whole.outcome else {
      guard case .refused(let refusals) = whole.outcome else { throw .facts(impossible) }
      return JKPMonthDecision(outcome: .refused(refusals), working: whole.working, lawHash: law.hash)
    }
    do throws(LawError) {
      var working = whole.working
      let refusals = try refusals(month, facts, months: amounts.count, law, &working)
      guard refusals.isEmpty, month.number <= amounts.count else {
        return JKPMonthDecision(outcome: .refused(refusals), working: working, lawHash: law.hash)
      }
      let amount = amounts[month.number - 1]
      let rows = try law.inForce(cash, on: facts.ended)
      working.append(
        Step("Manfaat bulan ke-\(month.number).", "The benefit of month \(month.number).", amount: amount, by: rows))
      return JKPMonthDecision(outcome: .payable(amount), working: working, lawHash: law.hash)
    } catch {
      throw .law(error)
    }
  }

  private static func refusals(
    _ month: JKPMonthFacts, _ facts: JKPClaimFacts, months: Int, _ law: LawBook, _ working: inout Working
  ) throws(LawError) -> [JKPRefusal] {
    var refusals: [JKPRefusal] = []
    if month.number > months { refusals.append(.noSuchMonth(last: months)) }
    if let job = month.newJob ?? facts.newJob, job <= month.on { refusals.append(.hasNewJob(job)) }
    if let died = month.died, died <= month.on { refusals.append(.diedOn(died)) }
    let from = try law.inForce(conditionsFrom, on: facts.ended)
    guard month.number >= from.value else { return refusals }
    working.append(
      Step(
        "Mulai bulan ke-\(from.value) peserta mencari kerja dan belajar.",
        "From month \(from.value) the member looks for work and learns.", by: from))
    if !month.assessedOneself { refusals.append(.notAssessed) }
    let least = try law.inForce(applications, on: facts.ended)
    let interviews = try law.inForce(interviews, on: facts.ended)
    working.append(
      Step(
        "Lamaran \(month.applications), paling sedikit \(least.value).",
        "\(month.applications) applications, \(least.value) at least.", by: least))
    working.append(
      Step(
        "Atau wawancara \(month.interviews), paling sedikit \(interviews.value).",
        "Or \(month.interviews) interviews, \(interviews.value) at least.", by: interviews))
    if month.applications < least.value, month.interviews < interviews.value {
      refusals.append(.tooFewApplications(made: month.applications, least: least.value))
    }
    let attendance = try law.inForce(attendance, on: facts.ended)
    if month.trainingGiven > 0 {
      let share = Rate(Int64(month.trainingAttended), over: Int64(month.trainingGiven))
      working.append(
        Step(
          "Pelatihan diikuti \(month.trainingAttended) dari \(month.trainingGiven) jam, paling sedikit "
            + "\(attendance.value).",
          "\(month.trainingAttended) of \(month.trainingGiven) hours of training attended, \(attendance.value) at least.",
          by: attendance))
      if share < attendance.value { refusals.append(.tooLittleTraining) }
    }
    return refusals
  }
}
