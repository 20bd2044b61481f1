internal import Law
internal import Vocabulary

extension WorkedExample {
  /// Given: work ended, claim filed, wage, months paid (of the last ones) or the gaps among them, and the worker; for
  /// one month also month, decided on, applications and so on. Expect: months, total, first, last; or refused.
  func unemploymentAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let end: JKPEnd? = given.choice("end", standing: .laidOff)
    let ended = given.day("work ended")
    let filed = given.day("claim filed")
    let wage = given.rupiah("wage")
    let worker = worker(&given)
    let paid = given.number("months paid", standing: 24)
    let gaps = given.find("unpaid")?.list?.compactMap { $0.text.flatMap { Month($0) } } ?? []
    let failed = given.either("employer failed", standing: false)
    let earlier = given.find("earlier benefits")?.list?.compactMap { $0.text.flatMap { Day($0) } } ?? []
    let newJob = given.findDay("new job")
    let month = given.find("month") == nil ? nil : monthFacts(&given)
    let faults = given.finish()
    guard faults.isEmpty, let end, let ended, let filed, let wage, let worker, let paid, let failed else {
      return .unreadable(faults)
    }
    // The months just before the one in which work ended, less the gaps.
    let months = Set((0..<paid).map { ended.month.adding(-1 - $0) }).subtracting(gaps)
    let facts = JKPClaimFacts(
      worker: worker, end: end, ended: ended, filed: filed, wage: wage, paidMonths: months, employerFailed: failed,
      earlierBenefits: earlier, newJob: newJob)
    do throws(Undecidable) {
      if let month { return Answers(try JKP.month(month, of: facts, law: law)) }
      return Answers(try JKP.decide(facts, law: law))
    } catch {
      return .undecidable(error)
    }
  }

  private func worker(_ given: inout Given) -> JKP.Worker? {
    let born = given.day("born", standing: Day(1990, 5, 20))
    let enrolled = given.day("enrolled", standing: Day(2019, 1, 2))
    let citizen = given.either("citizen", "Indonesia", "other", standing: true)
    let scale: EmployerScale? = given.choice("scale", standing: .medium)
    let programmes: [Programme] = given.choices("programmes", standing: [.jkk, .jkm, .jht, .jp])
    let insured = given.either("JKN", standing: true)
    guard let born, let enrolled, let citizen, let scale, let insured else { return nil }
    let set = programmes.reduce(into: ProgrammeSet()) { $0.formUnion(ProgrammeSet($1)) }
    return JKP.Worker(
      bornOn: born, enrolledOn: enrolled, indonesian: citizen, scale: scale, programmes: set, healthInsured: insured)
  }

  private func monthFacts(_ given: inout Given) -> JKPMonthFacts? {
    let (number, on) = (given.number("month"), given.day("decided on"))
    let assessed = given.either("self-assessment", standing: true)
    let applications = given.number("applications", standing: 0)
    let interviews = given.number("interviews", standing: 0)
    let (hours, attended) = (given.number("training", standing: 0), given.number("attended", standing: 0))
    let died = given.findDay("died")
    guard let number, let on, let assessed, let applications, let interviews, let hours, let attended else {
      return nil
    }
    return JKPMonthFacts(
      number: number, on: on, assessedOneself: assessed, applications: applications, interviews: interviews,
      trainingGiven: hours, trainingAttended: attended, died: died)
  }

  /// Given: programme (JHT), complete, paid, amount. Expect: due, days late, owed.
  func latePaymentAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let programme: Programme? = given.choice("programme", standing: .jht)
    let (complete, paid, amount) = (given.day("complete"), given.day("paid"), given.rupiah("amount"))
    let faults = given.finish()
    guard faults.isEmpty, let programme, let complete, let paid, let amount else { return .unreadable(faults) }
    do throws(Undecidable) {
      let late = try LatePayment.reckon(
        amount, complete: complete, paid: paid,
        within: programme == .jp ? LatePayment.withinJP : LatePayment.withinJHT, law: law)
      return Answers(
        texts: [
          "due": late.due.description, "days late": String(late.daysLate), "owed": late.owed.description,
        ], touched: late.working.parameters)
    } catch {
      return .undecidable(error)
    }
  }

  /// Given: scale, on. Expect: programmes.
  func obligationAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let scale: EmployerScale? = given.choice("scale")
    let on = given.day("on")
    let faults = given.finish()
    guard faults.isEmpty, let scale, let on else { return .unreadable(faults) }
    do throws(LawError) {
      let programmes = try ObligedProgrammes.of(scale, law: law, on: on)
      return Answers(
        texts: ["programmes": programmes.value.programmes.map(\.rawValue).joined(separator: ", ")],
        touched: [programmes.parameter])
    } catch {
      return .undecidable(.law(error))
    }
  }
}

extension Answers {
  fileprivate init(_ decision: JKPDecision) {
    touched = decision.working.parameters
    switch decision.outcome {
    case .payable(let amounts):
      texts = [
        "months": String(amounts.count), "total": amounts.sum().description,
        "first": amounts.first?.description ?? "", "last": amounts.last?.description ?? "",
      ]
    case .refused(let refusals): refuse(refusals)
    }
    texts["confidence"] = decision.confidence.rawValue
  }

  fileprivate init(_ decision: JKPMonthDecision) {
    touched = decision.working.parameters
    switch decision.outcome {
    case .payable(let amount): texts = ["amount": amount.description]
    case .refused(let refusals): refuse(refusals)
    }
    texts["confidence"] = decision.confidence.rawValue
  }

  private mutating func refuse(_ refusals: [JKPRefusal]) {
    texts["refused"] = refusals.map { $0.code.replacing("-", with: " ") }.joined(separator: ", ")
    for case .tooLate(let day) in refusals { texts["last day"] = day.description }
    for case .tooSoonAfterLast(let day) in refusals { texts["again from"] = day.description }
    for case .tooFewMonths(let paid, _) in refusals { texts["paid"] = String(paid) }
  }
}
