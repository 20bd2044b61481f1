internal import Law
internal import Vocabulary

extension WorkedExample {
  /// Given: segment, born, accident, filed, cause, finding, wage and the rest; `law/README.md` lists what stands where an
  /// example leaves it out. Expect: what an award has, or refused.
  func accidentAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let segment: Segment? = given.choice("segment", standing: .wageEarner)
    let born = given.day("born", standing: Day(1985, 1, 15))
    let event = given.day("accident")
    let filed = given.day("filed", standing: event?.adding(days: 30))
    let cause: JKK.Cause? = given.choice("cause", standing: .workplace)
    let finding: JKK.Finding? = given.choice("finding", standing: .confirmed)
    let decided = given.findDay("decided")
    let cover = given.cover()
    let employer = given.employer(of: segment, event)
    let wages = given.wages(of: segment)
    let costs = given.costs()
    let timeOff = given.timeOff()
    let continued = given.either("wage continued", standing: false)
    let condition: JKK.Condition? = given.choice("condition", standing: .recovering)
    let (ended, endReported) = (given.findDay("ended"), given.findDay("end reported"))
    let losses = given.losses()
    let leftHanded = given.either("left-handed", standing: false)
    let returns = given.either("returns to work", standing: false)
    let survivors = given.survivors("survivors", standing: [.siti])
    let children = given.find("children") == nil ? [] : given.children("children")
    let faults = given.finish()
    guard faults.isEmpty, let segment, let born, let event, let filed, let cause, let finding, let cover, let continued,
      let condition, let leftHanded, let returns
    else { return .unreadable(faults) }
    let facts = JKKClaimFacts(
      segment: segment, bornOn: born, event: event, filed: filed, cause: cause, finding: finding, decided: decided,
      cover: cover,
      employer: employer, reportedWage: wages.reported, actualWage: wages.actual, minimumWage: wages.minimum,
      costs: costs, timeOff: timeOff, wageContinued: continued, condition: condition, ended: ended,
      endReported: endReported, losses: losses, leftHanded: leftHanded, returnsToWork: returns, survivors: survivors,
      children: children)
    return answers(to: facts, law)
  }

  private func answers(to facts: JKKClaimFacts, _ law: LawBook) -> Answers {
    do throws(Undecidable) {
      let decision = try JKK.decide(facts, law: law)
      switch decision.outcome {
      case .payable(let award): return Answers(award, decision.working)
      case .refused(let reasons): return Answers(refused: reasons.map(\.code), decision.working)
      }
    } catch {
      return .undecidable(error)
    }
  }

  /// Given: amount, file complete, paid, holidays. Expect: due, days late, owed.
  func accidentLatePaymentAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let amount = given.rupiah("amount")
    let (complete, paid) = (given.day("file complete"), given.day("paid"))
    let texts = given.find("holidays")?.list?.compactMap(\.text) ?? []
    let holidays = texts.compactMap { Day($0) }
    if holidays.count != texts.count { given.note(Words("holidays: tulis tanggal.", "holidays are days")) }
    let faults = given.finish()
    guard faults.isEmpty, let amount, let complete, let paid else { return .unreadable(faults) }
    do throws(Undecidable) {
      let late = try JKK.latePayment(
        of: amount, complete: complete, paid: paid, holidays: Set(holidays), law: law)
      return Answers(
        texts: [
          "due": late.due.description, "days late": String(late.daysLate), "owed": late.owed.description,
        ], touched: late.working.parameters)
    } catch {
      return .undecidable(error)
    }
  }
}

extension Given {
  /// registered, arrears months, reported; nobody for the self-employed.
  fileprivate mutating func employer(of segment: Segment?, _ event: Day?) -> JKKEmployerFacts? {
    guard segment != .selfEmployed else { return nil }
    let registered = either("registered", standing: true)
    let arrears = number("arrears months", standing: 0)
    let never = find("reported")?.text == "never"
    let reported = never ? nil : day("reported", standing: event?.adding(days: 1))
    guard let registered, let arrears else { return nil }
    return JKKEmployerFacts(registered: registered, arrearsMonths: arrears, reported: reported)
  }

  /// wage (income for the self-employed), or daily wage and days a week; actual wage; minimum wage.
  fileprivate mutating func wages(
    of segment: Segment?
  ) -> (reported: JKK.Wage?, actual: JKK.Wage?, minimum: Rupiah?) {
    let name = segment == .selfEmployed ? "income" : "wage"
    var reported: JKK.Wage?
    if find(name) != nil {
      reported = rupiah(name).map { .monthly($0) }
    } else if find("daily wage") != nil {
      let (daily, days) = (rupiah("daily wage"), number("days a week", standing: 6))
      if let daily, let days { reported = .daily(daily, daysAWeek: days) }
    }
    let actual = find("actual wage") == nil ? nil : rupiah("actual wage").map { JKK.Wage.monthly($0) }
    let minimum = find("minimum wage") == nil ? nil : rupiah("minimum wage")
    return (reported, actual, minimum)
  }

  /// `costs: [ { for: treatment, amount: Rp 1.000.000, advanced by: facility } ]`
  fileprivate mutating func costs() -> [JKK.Cost] {
    rows("costs") { row in
      let kind: JKK.CostKind? = row.choice("for")
      let amount = row.rupiah("amount")
      let advancedBy: JKK.AdvancedBy? = row.choice("advanced by", standing: .facility)
      let on = row.findDay("on")
      let reference = row.find("reference price") == nil ? nil : row.rupiah("reference price")
      guard let kind, let amount, let advancedBy else { return nil }
      return JKK.Cost(kind, amount, advancedBy: advancedBy, on: on, referencePrice: reference)
    }
  }

  /// `off work: [ { from: 2024-01-01, through: 2024-01-31 } ]`
  fileprivate mutating func timeOff() -> [JKK.TimeOff] {
    rows("off work") { row in
      let (from, through) = (row.day("from"), row.day("through"))
      guard let from, let through else { return nil }
      return JKK.TimeOff(from: from, through: through)
    }
  }

  /// `losses: [ { part: thumb, side: right, function lost: 50 } ]`
  fileprivate mutating func losses() -> [JKK.Loss] {
    rows("losses") { row in
      let part = row.value("part") { $0 }
      let side: JKK.BodyPart.Side? = row.choice("side", standing: .either)
      let count = row.number("count", standing: 1)
      let lost = row.find("function lost") == nil ? nil : row.number("function lost")
      let measure = row.find("measure") == nil ? nil : row.number("measure")
      let share = row.find("doctor says") == nil ? nil : row.number("doctor says")
      var eyes: JKK.Loss.Eyes?
      if row.find("better eye") != nil {
        let (better, worse) = (row.number("better eye"), row.number("worse eye"))
        if let better, let worse { eyes = JKK.Loss.Eyes(better: better, worse: worse) }
      }
      guard let part, let side, let count else { return nil }
      return JKK.Loss(
        part, side: side, count: count, functionLost: lost, measure: measure, eyes: eyes, share: share)
    }
  }
}
