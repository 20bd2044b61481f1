internal import Law
internal import Vocabulary

extension WorkedExample {
  /// Given: ground, born, joined, work ended, claim filed, JHT balance and the rest; `law/README.md` lists what stands
  /// where an example leaves it out. Expect: payable, tax, rounding, net; or refused with its days and amounts.
  func claimAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let ground: JHTGround? = given.choice("ground", standing: .resigned)
    let segments: [Segment] = given.choices("segments", standing: [.wageEarner])
    let joined = given.day("joined", standing: Day(2015, 8, 1))
    let born = given.day("born", standing: Day(1985, 1, 15))
    let ended = given.findDay("work ended")
    let heirs = given.either("heirs", "left", "none", standing: true)
    let letter = given.findDay("letter dated")
    let paidOn = given.findDay("paid on")
    let filed = given.day("claim filed")
    let balance = given.rupiah("JHT balance")
    let channel: ClaimChannel? = given.choice("channel", standing: .branch)
    let nonActive = given.either("memberships", "ended", "active", standing: true)
    let renewed = given.either("data", "renewed", "old", standing: true)
    let hasNPWP = given.either("NPWP", standing: true)
    let earlier = earlierPayments(&given)
    let faults = given.finish()
    guard faults.isEmpty, let ground, let joined, let born, let filed, let balance, let channel, let nonActive,
      let renewed, let hasNPWP
    else { return .unreadable(faults) }
    let facts = JHTClaimFacts(
      ground: ground, segments: segments, joined: joined, bornOn: born, workEnded: ended, filed: filed,
      balance: balance, channel: channel, nonActive: nonActive, dataRenewed: renewed, hasNPWP: hasNPWP,
      earlierPayments: earlier, letterDated: letter, paidOn: paidOn, hasHeir: heirs ?? true)
    do throws(Undecidable) {
      return Answers(try JHT.decide(facts, law: law))
    } catch {
      return .undecidable(error)
    }
  }

  /// `earlier payments: [ { paid: 2020-05-01, gross: Rp 1.000.000, tax: Rp 0, partial: yes } ]`
  private func earlierPayments(_ given: inout Given) -> [JHTClaimFacts.EarlierPayment] {
    guard let piece = given.find("earlier payments") else { return [] }
    var payments: [JHTClaimFacts.EarlierPayment] = []
    for item in piece.list ?? [] {
      var row = Given(item)
      let paid = row.day("paid")
      let (gross, tax) = (row.rupiah("gross"), row.rupiah("tax", standing: .zero))
      let partial = row.either("partial", standing: false)
      let same = row.either("same membership", standing: true)
      row.finish().forEach { given.note($0) }
      guard let paid, let gross, let tax, let partial, let same else { continue }
      payments.append(
        JHTClaimFacts.EarlierPayment(paid: paid, gross: gross, tax: tax, partial: partial, sameMembership: same))
    }
    return payments
  }

  /// Given: year, or claim on; opening, contributions or each month, through month; assumed rate. Expect: rate, earned,
  /// balance, interim.
  func returnAnswers(_ law: LawBook) -> Answers {
    var given = Given(self.given)
    let day = given.findDay("claim on")
    let year = day?.year ?? given.number("year") ?? 0
    let opening = given.rupiah("opening")
    let through = given.number("through month", standing: 12)
    let eachMonth = given.rupiah("each month", standing: .zero)
    let assumed = given.find("assumed percent") == nil ? nil : given.number("assumed percent")
    if let through, !(0...12).contains(through) {
      given.note(Words("through month: 0 sampai 12.", "months are 0 to 12"))
    }
    let faults = given.finish()
    guard faults.isEmpty, let opening, let through, let eachMonth else { return .unreadable(faults) }
    do throws(LawError) {
      var rule = try day.map { day throws(LawError) in try JHTReturnRule.interim(on: day, law: law) }
      if rule == nil { rule = try JHTReturnRule(year: year, law: law) }
      guard var rule else { return .unreadable([]) }
      if let assumed { rule = try rule.assuming(.percent(Int64(assumed)), law: law) }
      return Answers(rule, opening: opening, changes: Array(repeating: eachMonth, count: 12), through: through)
    } catch {
      return .undecidable(.law(error))
    }
  }
}

extension JHTReturnRule {
  /// The same rule with another rate, for cases whose published figures assume one.
  fileprivate func assuming(_ rate: Rate, law: LawBook) throws(LawError) -> JHTReturnRule {
    let office = Citation(instrument: "office-reading", article: "")
    let assumed = InForce(
      value: rate, source: office, confidence: .draft, from: Month(year: year, month: 1).firstDay,
      parameter: JHT.declaredReturn.name)
    return try JHTReturnRule(year: year, declared: assumed, standsIn: nil, law: law)
  }
}

extension Answers {
  fileprivate init(_ decision: JHTDecision) {
    touched = decision.working.parameters
    switch decision.outcome {
    case .payable(let payable):
      texts = [
        "payable": payable.gross.description, "tax": payable.tax.description,
        "rounding": payable.rounding.description, "net": payable.net.description,
      ]
    case .refused(let refusals):
      texts = ["refused": refusals.map { $0.code.replacing("-", with: " ") }.joined(separator: ", ")]
      for refusal in refusals { texts.merge(refusal.named) { first, _ in first } }
    }
    texts["confidence"] = decision.confidence.rawValue
  }

  fileprivate init(_ rule: JHTReturnRule, opening: Rupiah, changes: [Rupiah], through month: Int) {
    texts = [
      "rate": rule.rate.description, "interim": rule.isInterim ? "yes" : "no",
      "earned": rule.earned(opening: opening, changes: changes, throughMonth: month).description,
      "balance": rule.balance(opening: opening, changes: changes, throughMonth: month).description,
      "confidence": rule.confidence.rawValue,
    ]
    touched = rule.working(opening: opening, changes: changes, throughMonth: month).parameters
  }
}

extension JHTRefusal {
  /// The facts of a refusal under the names that examples use.
  fileprivate var named: [String: String] {
    switch self {
    case .groundNotForSegment, .stillActive, .channelNeedsEndedMembership, .dataNotRenewed, .nothingToPay, .noHeir: [:]
    case .ageNotReached(let day): ["age reached on": day.description]
    case .tooEarly(let day): ["payable from": day.description]
    case .membershipTooShort(let day): ["eligible from": day.description]
    case .partialAlreadyTaken(let day): ["taken on": day.description]
    case .balanceOverChannelLimit(let limit, _): ["limit": limit.description]
    }
  }
}
