internal import Law
internal import Vocabulary

extension WorkedExample {
  /// The folders of JKK, JKM, PMI, the scholarship and the heirs.
  func benefitAnswers(_ law: LawBook) -> Answers {
    switch kind {
    case "jkk": given.find("file complete") == nil ? accidentAnswers(law) : accidentLatePaymentAnswers(law)
    case "jkm": deathAnswers(law)
    case "scholarship": scholarshipAnswers(law)
    case "heirs": heirAnswers(law)
    default: given.find("event") == nil ? packageAnswers(law) : migrantAnswers(law)
    }
  }

  /// Given: died, burial, death, survivors. Expect: to NAME, and what else an award has.
  private func heirAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let died = given.day("died")
    let death = given.rupiah("death", standing: .zero)
    let burial = given.rupiah("burial", standing: .zero)
    let survivors = given.survivors("survivors", standing: [])
    let faults = given.finish()
    guard faults.isEmpty, let died, let death, let burial else { return .unreadable(faults) }
    let benefits = [BenefitItem(.death, death, to: .participant), BenefitItem(.burial, burial, to: .participant)]
    do throws(Undecidable) {
      let decision = try Heirs.divide(
        benefits.filter { !$0.amount.isZero }, among: survivors, died: died, law: law)
      return Answers(BenefitAward(items: decision.items), decision.working)
    } catch {
      return .undecidable(error)
    }
  }

  /// Given: ground, event, filed, months paid, children. Expect: what an award has, and most for a child.
  private func scholarshipAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let ground: Scholarship.Ground? = given.choice("ground", standing: .death)
    let event = given.day("event")
    let filed = given.day("filed", standing: event?.adding(days: 30))
    let months = given.number("months paid", standing: 36)
    let children = given.children("children")
    let faults = given.finish()
    guard faults.isEmpty, let ground, let event, let filed, let months else { return .unreadable(faults) }
    let facts = ScholarshipFacts(
      ground: ground, event: event, filed: filed, contributedMonths: months, children: children)
    do throws(Undecidable) {
      let decision = try Scholarship.decide(facts, law: law)
      var answers: Answers
      switch decision.outcome {
      case .payable(let award): answers = Answers(award, decision.working)
      case .refused(let reasons): answers = Answers(refused: reasons.map(\.code), decision.working)
      }
      if case .refused(let reasons) = decision.outcome {
        for case .nothingDue(let lines) in reasons { answers.texts["declined"] = Answers.text(lines) }
      }
      answers.texts["most for a child"] = decision.mostPerChild.description
      answers.texts["most in all"] = decision.mostInAll.description
      return answers
    } catch {
      return .undecidable(error)
    }
  }

  /// Given: segment, born, joined, died, filed, months paid, paid through, reactivated, membership ended, from work,
  /// survivors, children. Expect: what an award has.
  private func deathAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let segment: Segment? = given.choice("segment", standing: .wageEarner)
    let born = given.day("born", standing: Day(1980, 1, 15))
    let died = given.day("died")
    let filed = given.day("filed", standing: died?.adding(days: 30))
    let fromWork = given.either("from work", standing: false)
    let cover = given.cover()
    let months = given.number("months paid", standing: 36)
    let survivors = given.survivors("survivors", standing: [.siti])
    let children = given.find("children") == nil ? [] : given.children("children")
    let faults = given.finish()
    guard faults.isEmpty, let segment, let born, let died, let filed, let fromWork, let cover, let months else {
      return .unreadable(faults)
    }
    let facts = JKMClaimFacts(
      segment: segment, bornOn: born, died: died, filed: filed, fromWork: fromWork, cover: cover,
      contributedMonths: months, survivors: survivors, children: children)
    do throws(Undecidable) {
      let decision = try JKM.decide(facts, law: law)
      switch decision.outcome {
      case .payable(let award): return Answers(award, decision.working)
      case .refused(let reasons): return Answers(refused: reasons.map(\.code), decision.working)
      }
    } catch {
      return .undecidable(error)
    }
  }
}

extension Survivor {
  /// Who is left behind where an example does not say.
  static let siti = Survivor(name: "Siti", relation: .spouse, bornOn: Day(number: 5_000))
}

extension Given {
  /// joined, membership ended, paid through, reactivated.
  mutating func cover() -> CoverFacts? {
    let joined = day("joined", standing: Day(2015, 8, 1))
    let ended = findDay("membership ended")
    let paidThrough = find("paid through") == nil ? nil : month("paid through")
    let reactivated = findDay("reactivated")
    return joined.map { CoverFacts(joined: $0, ended: ended, paidThrough: paidThrough, reactivated: reactivated) }
  }

  /// Reads each item of a list of named fields.
  mutating func rows<Row>(_ name: String, _ read: (inout Given) -> Row?) -> [Row] {
    guard let piece = find(name) else { return [] }
    guard let list = piece.list else {
      note(Words("given: \(name) harus daftar.", "given: \(name) is a list"))
      return []
    }
    var rows: [Row] = []
    for item in list {
      var row = Given(item)
      let value = read(&row)
      row.finish().forEach { note($0) }
      if let value { rows.append(value) }
    }
    return rows
  }

  /// `survivors: [ { name: Sari, relation: child, born: 2010-05-01 } ]`
  mutating func survivors(_ name: String, standing: [Survivor]) -> [Survivor] {
    guard find(name) != nil else { return standing }
    return rows(name) { row in
      let name = row.value("name") { $0 }
      let relation: HeirRelation? = row.choice("relation")
      let born = row.day("born", standing: Day(1980, 5, 1))
      guard let name, let relation, let born else { return nil }
      return Survivor(name: name, relation: relation, bornOn: born)
    }
  }

  /// `children: [ { name: Sari, born: 2010-05-01, years: [ { level: SD, began: 2020-07-13 } ] } ]`
  mutating func children(_ name: String) -> [Child] {
    rows(name) { row in
      let name = row.value("name") { $0 }
      let born = row.day("born")
      let married = row.findDay("married")
      let work = row.rows("work") { spell -> ChildWork? in
        let kind: ChildWork.Kind? = spell.choice("as")
        let (from, months) = (spell.day("from"), spell.number("months"))
        guard let kind, let from, let months else { return nil }
        return ChildWork(kind: kind, from: from, months: months)
      }
      let years = row.rows("years") { year -> [SchoolYear]? in
        let level: SchoolLevel? = year.choice("level")
        let began = year.day("began")
        let count = year.number("years", standing: 1)
        let paid = year.either("paid", standing: false)
        guard let level, let began, let count, let paid else { return nil }
        return (0..<max(0, count)).map { SchoolYear(level: level, began: began.adding(years: $0), paid: paid) }
      }
      guard let name, let born else { return nil }
      return Child(name: name, bornOn: born, married: married, work: work, years: years.flatMap(\.self))
    }
  }
}

extension Answers {
  /// What an award comes to: each kind of benefit, each payee, each payer, and what was declined.
  init(_ award: BenefitAward, _ working: Working) {
    touched = working.parameters
    texts = ["total": award.total.description, "confidence": working.confidence.rawValue]
    for kind in BenefitKind.allCases where award.items.contains(where: { $0.kind == kind }) {
      texts[kind.rawValue] = award.total(of: kind).description
    }
    for payer in BenefitPayer.allCases { texts["from \(payer.rawValue)"] = award.total(from: payer).description }
    for payee in Set(award.items.map(\.payee)) {
      texts["to \(payee.name)"] = award.items.filter { $0.payee == payee }.map(\.amount).sum().description
    }
    texts["guardian"] = award.items.map(\.payee).compactMap(\.ward).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }.joined(separator: ", ")
    if !award.declined.isEmpty { texts["declined"] = Answers.text(award.declined) }
    texts["return to work"] = award.returnToWork ? "yes" : "no"
  }

  init(refused codes: [String], _ working: Working) {
    touched = working.parameters
    texts = [
      "refused": codes.map { $0.replacing("-", with: " ") }.joined(separator: ", "),
      "confidence": working.confidence.rawValue,
    ]
  }

  /// `home care Rp 5.000.000: over the limit; …`
  static func text(_ lines: [DeclinedLine]) -> String {
    lines.map { "\($0.kind.rawValue) \($0.amount): \($0.reason.rawValue)" }.joined(separator: "; ")
  }
}

extension Payee {
  /// The name that examples use.
  fileprivate var name: String {
    switch self {
    case .participant: "participant"
    case .facility: "facility"
    case .employer: "employer"
    case .heir(let name, _, _), .child(let name): name
    case .funeralArranger: "funeral arranger"
    case .socialSecurityFund: "social security fund"
    }
  }

  /// The heir for whom a guardian receives.
  fileprivate var ward: String? {
    if case .heir(let name, _, true) = self { name } else { nil }
  }
}
