internal import Law
internal import Vocabulary

extension WorkedExample {
  /// Given: month, segment, programmes, wage or income, risk class, relief, paid by. Expect: every part of the bill.
  func contributionAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let month = given.month("month")
    let segment: Segment? = given.choice("segment", standing: .wageEarner)
    let programmes: [Programme] = given.choices("programmes", standing: [.jkk, .jkm])
    let base = given.rupiah(segment == .selfEmployed ? "income" : "wage")
    let riskClass = given.number("risk class", standing: 1).flatMap(RiskClass.init(rawValue:))
    if riskClass == nil { given.note(Words("risk class: 1 sampai 5.", "risk class is 1 to 5")) }
    let relief: Relief? = given.choice("relief", standing: Relief.none)
    let budget = given.either("paid by", "budget", "payer", standing: false)
    let born = given.findDay("born")
    let workers = given.find("workers") == nil ? nil : given.number("workers")
    let sector: String? = given.find("sector") == nil ? nil : given.value("sector") { $0 }
    let paidUpTo = given.find("JKK paid up to") == nil ? nil : given.month("JKK paid up to")
    let industry = workers.map { Industry(sector: sector ?? "", activeWorkers: $0, jkkPaidUpTo: paidUpTo) }
    let faults = given.finish()
    guard faults.isEmpty, let month, let segment, let base, let riskClass, let relief, let budget else {
      return .unreadable(faults)
    }
    let set = programmes.reduce(into: ProgrammeSet()) { $0.formUnion(ProgrammeSet($1)) }
    do throws(FactsError) {
      let facts = try ContributionFacts(
        segment: segment, programmes: set, base: base, riskClass: riskClass, relief: relief, paidByBudget: budget,
        bornOn: born,
        industry: industry)
      return bill(facts, month, law)
    } catch {
      return .undecidable(.facts([error]))
    }
  }

  private func bill(_ facts: ContributionFacts, _ month: Month, _ law: LawBook) -> Answers {
    do throws(LawError) {
      let tariff = try Tariff(month: month, law: law)
      let (bill, working) = tariff.explain(facts)
      var answers = Answers(texts: bill.named.mapValues(\.description), touched: working.parameters)
      if tariff.contribution(for: facts) != bill {
        answers.faults.append(
          Words("Jalur cepat dan jalur lambat berbeda.", "the fast path and the slow path differ"))
      }
      return answers
    } catch {
      return .undecidable(.law(error))
    }
  }

  /// Given: contract value, VAT, registered. Expect: base, JKK, JKM, total.
  func constructionAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let value = given.rupiah("contract value")
    let includesVAT = given.either("VAT", "included", "excluded", standing: false)
    let registered = given.day("registered")
    let faults = given.finish()
    guard faults.isEmpty, let value, let includesVAT, let registered else { return .unreadable(faults) }
    do throws(Undecidable) {
      let project = try Construction.contribution(
        contractValue: value, includesVAT: includesVAT, registered: registered, law: law)
      return Answers(
        texts: [
          "base": project.base.description, "JKK": project.jkk.description, "JKM": project.jkm.description,
          "total": project.total.description,
        ], touched: project.working.parameters)
    } catch {
      return .undecidable(error)
    }
  }

  /// Given: month, contributions, paid. Expect: due, months late, fine.
  func arrearsAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let month = given.month("month")
    let contributions = given.rupiah("contributions")
    let paid = given.day("paid")
    let faults = given.finish()
    guard faults.isEmpty, let month, let contributions, let paid else { return .unreadable(faults) }
    do throws(Undecidable) {
      let fine = try Arrears.fine(on: contributions, of: month, paid: paid, law: law)
      return Answers(
        texts: ["due": fine.due.description, "months late": String(fine.monthsLate), "fine": fine.fine.description],
        touched: fine.working.parameters)
    } catch {
      return .undecidable(error)
    }
  }
}

extension Contribution {
  /// Every part of the bill under the name that examples use.
  fileprivate var named: [String: Rupiah] {
    [
      "base": base, "JP base": jpBase, "JKK": jkk, "JKM": jkm, "JHT employer": jhtEmployer, "JHT worker": jhtWorker,
      "JHT": self[.jht], "JP employer": jpEmployer, "JP worker": jpWorker, "JP": self[.jp], "JKK to JKP": jkkToJKP,
      "JKM to JKP": jkmToJKP, "JKP from State": jkpFromState, "JKK net": net(of: .jkk), "JKM net": net(of: .jkm),
      "JKP net": net(of: .jkp), "employer": employerShare, "worker": workerShare, "total": total,
    ]
  }
}
