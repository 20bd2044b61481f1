internal import Law
internal import Vocabulary

extension WorkedExample {
  /// Given: route, contract months, extension months, JHT, signed. Expect: before, package, extension, JHT, total,
  /// cover months.
  func packageAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let route: PMI.Route? = given.choice("route", standing: .agency)
    let contract = given.number("contract months", standing: 24)
    let extra = given.number("extension months", standing: 0)
    let jht = given.find("JHT") == nil ? nil : given.rupiah("JHT")
    let signed = given.day("signed")
    let faults = given.finish()
    guard faults.isEmpty, let route, let contract, let extra, let signed else { return .unreadable(faults) }
    do throws(Undecidable) {
      let paid = try PMI.contribution(
        route: route, contractMonths: contract, extensionMonths: extra, jht: jht, on: signed, law: law)
      var texts = [
        "before": paid.before.description, "package": paid.package.description,
        "extension": paid.extended.description, "JHT": paid.jht.description, "total": paid.total.description,
        "confidence": paid.working.confidence.rawValue,
      ]
      texts["cover months"] = paid.coverMonths.map(String.init) ?? "not known"
      return Answers(texts: texts, touched: paid.working.parameters)
    } catch {
      return .undecidable(error)
    }
  }

  /// Given: event (death, rape, care abroad, or another benefit by name), on, route, born, joined, departed, work ends,
  /// arrived home, cost, host paid, filed, survivors. Expect: what an award has.
  func migrantAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let route: PMI.Route? = given.choice("route", standing: .agency)
    let born = given.day("born", standing: Day(1990, 1, 15))
    let joined = given.day("joined", standing: Day(2023, 3, 1))
    let departed = given.find("departed")?.text == "not yet" ? nil : given.day("departed", standing: Day(2023, 5, 1))
    let ends = given.day("work ends", standing: Day(2025, 4, 30))
    let home = given.findDay("arrived home")
    let name = given.value("event") { $0 }
    let on = given.day("on")
    let filed = given.day("filed", standing: on?.adding(days: 30))
    let cost = given.rupiah("cost", standing: .zero)
    let hostPaid = given.rupiah("host paid", standing: .zero)
    let survivors = given.survivors("survivors", standing: [.siti])
    let faults = given.finish()
    guard faults.isEmpty, let route, let born, let joined, let ends, let name, let on, let filed, let cost, let hostPaid
    else { return .unreadable(faults) }
    let event: PMIClaimFacts.Event =
      switch name {
      case "death": .death
      case "rape": .rape
      case "care abroad": .careAbroad(cost: cost, hostPaid: hostPaid)
      default: .other(name)
      }
    let facts = PMIClaimFacts(
      route: route, bornOn: born, joined: joined, departed: departed, workEnds: ends, arrivedHome: home, event: event,
      on: on, filed: filed, survivors: survivors)
    do throws(Undecidable) {
      let decision = try PMI.decide(facts, law: law)
      switch decision.outcome {
      case .payable(let award): return Answers(award, decision.working)
      case .refused(let reasons): return Answers(refused: reasons.map(\.code), decision.working)
      }
    } catch {
      return .undecidable(error)
    }
  }
}
