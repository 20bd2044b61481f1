internal import Law
internal import Vocabulary

extension WorkedExample {
  /// Given: benefit, born, joined, claim filed, stopped, deferred, event, years (or months and wage), balance, last
  /// pension, the survivors, decided for. Expect: pension, from, receiver, shares; lump sum; or refused with its day.
  func pensionAnswers(_ law: LawBook) -> Answers {
    if given.find("pension") != nil { return paymentAnswers(law) }
    var given = Given(self.given)
    let benefit: JPBenefit? = given.choice("benefit", standing: .oldAge)
    let born = given.day("born", standing: Day(1970, 1, 15))
    let joined = given.day("joined", standing: Day(2015, 7, 1))
    let filed = given.day("claim filed")
    let stopped = given.findDay("stopped")
    let deferred = given.either("deferred", standing: false)
    let event = given.findDay("event")
    let on = given.findDay("decided for")
    let years = contributionYears(&given, joined)
    let balance = given.rupiah("balance", standing: .zero)
    let last = given.find("last pension") == nil ? nil : given.rupiah("last pension")
    let family = survivors(&given)
    let faults = given.finish()
    guard faults.isEmpty, let benefit, let born, let joined, let filed, let deferred, let balance else {
      return .unreadable(faults)
    }
    let facts = JPClaimFacts(
      benefit: benefit, bornOn: born, joined: joined, filed: filed, stopped: stopped, deferred: deferred, event: event,
      years: years, balance: balance, lastPension: last, survivors: family, on: on)
    do throws(Undecidable) {
      return Answers(try JP.decide(facts, law: law))
    } catch {
      return .undecidable(error)
    }
  }

  /// `years: [ { year: 2015, months: 6, wages: Rp 12.000.000 } ]`, or `months` at one `wage` from joining on.
  private func contributionYears(_ given: inout Given, _ joined: Day?) -> [JPYear] {
    if let piece = given.find("years") {
      return (piece.list ?? []).compactMap { item in
        var row = Given(item)
        let (year, months, wages) = (row.number("year"), row.number("months"), row.rupiah("wages"))
        row.finish().forEach { given.note($0) }
        guard let year, let months, let wages else { return nil }
        return JPYear(year: year, months: months, wages: wages)
      }
    }
    guard let months = given.number("months", standing: 0), let wage = given.rupiah("wage", standing: .zero),
      let joined, months >= 0
    else { return [] }
    let paid = Dictionary(grouping: (0..<months).map { joined.month.adding($0) }, by: \.year)
    return paid.sorted { $0.key < $1.key }.map {
      JPYear(year: $0.key, months: $0.value.count, wages: wage * Int64($0.value.count))
    }
  }

  private func survivors(_ given: inout Given) -> JPSurvivors {
    let spouse = given.either("spouse", standing: false) ?? false
    let spouseEnded = given.findDay("spouse ended")
    var children: [JPSurvivors.Child] = []
    for item in given.find("children")?.list ?? [] {
      var row = Given(item)
      let (born, ended) = (row.day("born"), row.findDay("ended"))
      row.finish().forEach { given.note($0) }
      if let born { children.append(JPSurvivors.Child(bornOn: born, ended: ended)) }
    }
    let parent = given.either("parent", standing: false) ?? false
    return JPSurvivors(hasSpouse: spouse, spouseEnded: spouseEnded, children: children, hasParent: parent)
  }

  /// Given: pension, from, month. Expect: amount.
  private func paymentAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let (pension, from, month) = (given.rupiah("pension"), given.month("from"), given.month("month"))
    let faults = given.finish()
    guard faults.isEmpty, let pension, let from, let month else { return .unreadable(faults) }
    do throws(Undecidable) {
      let (months, working) = try JP.payments(of: pension, from: from, through: month, law: law)
      return Answers(
        texts: ["amount": months.last?.amount.description ?? "nothing", "months": String(months.count)],
        touched: working.parameters)
    } catch {
      return .undecidable(error)
    }
  }
}

extension Answers {
  fileprivate init(_ decision: JPDecision) {
    touched = decision.working.parameters
    switch decision.outcome {
    case .pension(let pension):
      texts = [
        "pension": pension.monthly.description, "from": pension.from.description,
        "receiver": pension.receiver.rawValue, "shares": pension.shares.map(\.description).joined(separator: ", "),
      ]
    case .lumpSum(let amount): texts = ["lump sum": amount.description]
    case .refused(let refusals):
      texts = ["refused": refusals.map { $0.code.replacing("-", with: " ") }.joined(separator: ", ")]
      for refusal in refusals {
        switch refusal {
        case .ageNotReached(let day), .disabledAfterRetirementAge(let day):
          texts["age reached on"] = day.description
        case .stillWorking(let day): texts["latest"] = day.description
        case .noSurvivor: break
        }
      }
    }
    texts["confidence"] = decision.confidence.rawValue
  }
}
