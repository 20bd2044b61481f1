public import Law
internal import Vocabulary

extension JHT {
  /// Decides a claim by the law in force: on the day work ended for the waiting time, on the day of filing for all
  /// else.
  ///
  /// A refusal names every reason at once. Throws what is impossible about the facts, or the silence of the law.
  public static func decide(_ facts: JHTClaimFacts, law: LawBook) throws(Undecidable) -> JHTDecision {
    let impossible = facts.impossibilities
    guard impossible.isEmpty else { throw .facts(impossible) }
    do throws(LawError) {
      var claim = JHTDeliberation(facts: facts, law: law)
      try claim.checkGround()
      try claim.checkHeirs()
      try claim.checkTime()
      try claim.checkPartial()
      try claim.checkChannel()
      let gross = try claim.gross()
      if gross.isZero { claim.refusals.append(.nothingToPay) }
      let outcome: JHTDecision.Outcome =
        claim.refusals.isEmpty ? .payable(try claim.pay(gross)) : .refused(claim.refusals)
      return JHTDecision(outcome: outcome, working: claim.working, lawHash: law.hash)
    } catch {
      throw .law(error)
    }
  }
}

/// A claim on the table: the facts, the law, what was found so far.
struct JHTDeliberation {
  let facts: JHTClaimFacts
  let law: LawBook
  var working: Working = []
  var refusals: [JHTRefusal] = []
}

extension JHTDeliberation {
  /// Is the ground open to these memberships, and must they have ended?
  mutating func checkGround() throws(LawError) {
    let grounds = try law.inForce(JHT.grounds, on: facts.filed)
    guard let rule = grounds.value.first(where: { $0.ground == facts.ground }) else {
      throw .noRow(parameter: grounds.parameter, on: facts.filed, asked: facts.ground.rawValue)
    }
    let open = facts.segments.contains(where: rule.segments.contains)
    let status = facts.nonActive ? Words("sudah berakhir", "ended") : Words("masih aktif", "still active")
    working.append(
      Step(
        "Sebab klaim: \(facts.ground.words.indonesian); kepesertaan \(status.indonesian).",
        "Ground of the claim: \(facts.ground.words.english); membership \(status.english).", by: grounds))
    if !open { refusals.append(.groundNotForSegment(facts.ground, facts.segments)) }
    if rule.membership == .ended, !facts.nonActive { refusals.append(.stillActive) }
  }

  /// After a death somebody must be left who inherits.
  mutating func checkHeirs() throws(LawError) {
    guard facts.ground == .death else { return }
    let rule = try law.inForce(JHT.withoutHeirs, on: facts.filed)
    working.append(
      Step(
        facts.hasHeir ? "Dibayar kepada ahli waris." : "Tidak ada ahli waris; saldo ke Balai Harta Peninggalan.",
        facts.hasHeir ? "Paid to the heirs." : "There is no heir; the savings go to the estates office.", by: rule))
    if !facts.hasHeir { refusals.append(.noHeir) }
  }

  /// Has the member reached the age, and is the wait over?
  mutating func checkTime() throws(LawError) {
    if facts.ground == .retirementAge56 { try checkAge() }
    guard let key = facts.ground.waiting, facts.ground != .retirementAge56 else { return }
    let ended = facts.workEnded ?? facts.filed
    let wait = try waitInForce(key, ended)
    if facts.ground == .resigned { return try checkResigning(wait, ended) }
    let payableFrom = wait.value.over(from: ended)
    working.append(
      Step(
        "Berhenti bekerja \(ended.spelled(in: .indonesian)), \(wait.value.words.indonesian): dapat dibayar mulai "
          + "\(payableFrom.spelled(in: .indonesian)).",
        "Work ended on \(ended.spelled(in: .english)), \(wait.value.words.english): payable from "
          + "\(payableFrom.spelled(in: .english)).", by: wait))
    if facts.filed < payableFrom { refusals.append(.tooEarly(payableFrom: payableFrom)) }
  }

  /// After resigning the wait runs from the employer's letter, or as the law of the day says; nobody is paid before
  /// work has ended.
  private mutating func checkResigning(_ wait: InForce<Wait>, _ ended: Day) throws(LawError) {
    let key = facts.letterDated == nil ? JHT.resignedWithoutLetter : JHT.resignedFrom
    let rules = try law[key]
    let rule = try rules.inForce(on: max(ended, rules.history.first?.from ?? ended))
    let start = rule.value == .letter ? facts.letterDated ?? ended : ended
    let payableFrom = max(wait.value.over(from: start), ended)
    let what = rule.value == .letter ? FactDay.letter.words : FactDay.workEnd.words
    working.append(
      Step(
        "Masa tunggu dihitung dari \(what.indonesian), \(start.spelled(in: .indonesian)).",
        "The wait is counted from \(what.english), \(start.spelled(in: .english)).", by: rule))
    working.append(
      Step(
        "Mengundurkan diri, \(wait.value.words.indonesian): dapat dibayar mulai "
          + "\(payableFrom.spelled(in: .indonesian)).",
        "Resigned, \(wait.value.words.english): payable from \(payableFrom.spelled(in: .english)).", by: wait))
    if facts.filed < payableFrom { refusals.append(.tooEarly(payableFrom: payableFrom)) }
  }

  private mutating func checkAge() throws(LawError) {
    let age = try law.inForce(JHT.retirementAge, on: facts.filed)
    let reached = facts.bornOn.adding(years: age.value.count)
    working.append(
      Step(
        "Berusia \(age.value.count) tahun pada \(reached.spelled(in: .indonesian)).",
        "\(age.value.count) years old on \(reached.spelled(in: .english)).", by: age))
    guard facts.filed >= reached else { return refusals.append(.ageNotReached(on: reached)) }
    // Whoever goes on working is paid all the same, so the wait runs from the birthday and speaks of nothing else.
    guard let key = facts.ground.waiting else { return }
    let wait = try waitInForce(key, max(reached, try law[key].history.first?.from ?? reached))
    let payableFrom = wait.value.over(from: reached)
    working.append(
      Step(
        "Sesudah usia itu \(wait.value.words.indonesian): dapat dibayar mulai "
          + "\(payableFrom.spelled(in: .indonesian)), juga bagi yang masih bekerja.",
        "After that age \(wait.value.words.english): payable from \(payableFrom.spelled(in: .english)), also to those "
          + "who go on working.", by: wait))
    if facts.filed < payableFrom { refusals.append(.tooEarly(payableFrom: payableFrom)) }
  }

  /// The wait in force when work ended. For work that ended before there were rules on it, a rule of its own says
  /// which.
  private mutating func waitInForce(_ key: LawKey<Wait>, _ ended: Day) throws(LawError) -> InForce<Wait> {
    let waits = try law[key]
    guard let first = waits.history.first, ended < first.from else { return try waits.inForce(on: ended) }
    let early = try law.inForce(JHT.workEndedBefore, on: facts.filed)
    switch early.value {
    case .firstRules:
      working.append(
        Step(
          "Berhenti bekerja sebelum ada aturan masa tunggu; dipakai aturan pertama, mulai "
            + "\(first.from.spelled(in: .indonesian)).",
          "Work ended before there were rules on waiting; the first rules are used, of "
            + "\(first.from.spelled(in: .english)).", by: early))
      return try waits.inForce(on: first.from)
    }
  }

  /// For a part of the balance: long enough a member, and not taken before?
  mutating func checkPartial() throws(LawError) {
    guard facts.ground.isPartial else { return }
    let years = try law.inForce(JHT.partialMembership, on: facts.filed)
    let counted = try law.inForce(JHT.partialCounting, on: facts.filed)
    let eligibleFrom = facts.joined.adding(years: years.value.count)
    working.append(
      Step(
        "Peserta sejak \(facts.joined.spelled(in: .indonesian)); \(years.value.count) tahun genap pada "
          + "\(eligibleFrom.spelled(in: .indonesian)).",
        "A member since \(facts.joined.spelled(in: .english)); \(years.value.count) years are complete on "
          + "\(eligibleFrom.spelled(in: .english)).", by: years))
    working.append(
      Step(
        "Masa kepesertaan dihitung sejak kepesertaan pertama; masa kosong tidak dikurangi.",
        "Membership is counted from the first one; gaps are not taken off.", by: counted))
    if facts.filed < eligibleFrom { refusals.append(.membershipTooShort(eligibleFrom: eligibleFrom)) }

    let times = try law.inForce(JHT.partialTimes, on: facts.filed)
    let taken = facts.earlierPayments.filter(\.partial).map(\.paid).sorted()
    working.append(
      Step(
        "Pengambilan sebagian paling banyak \(times.value) kali; sudah \(taken.count) kali.",
        "A part can be taken at most \(times.value) time(s); taken so far: \(taken.count).", by: times))
    if taken.count >= times.value, let last = taken.last { refusals.append(.partialAlreadyTaken(on: last)) }
  }

  /// Does the channel take this claim?
  mutating func checkChannel() throws(LawError) {
    let channels = try law.inForce(JHT.channels, on: facts.filed)
    guard let rule = channels.value.first(where: { $0.channel == facts.channel }) else {
      throw .noRow(parameter: channels.parameter, on: facts.filed, asked: facts.channel.rawValue)
    }
    working.append(
      Step(
        "Diajukan lewat \(facts.channel.words.indonesian).", "Filed through \(facts.channel.words.english).",
        by: channels))
    if facts.channelAccepted { return }
    if rule.membership == .ended, !facts.nonActive, !refusals.contains(.stillActive) {
      refusals.append(.channelNeedsEndedMembership(facts.channel))
    }
    if rule.data == .renewed, !facts.dataRenewed { refusals.append(.dataNotRenewed(facts.channel)) }
    guard facts.channel == .jmo else { return }
    let limit = try law.inForce(JHT.jmoBalanceLimit, on: facts.filed)
    working.append(
      Step(
        "Saldo untuk aplikasi JMO paling tinggi \(limit.value).", "JMO takes balances up to \(limit.value).",
        amount: limit.value, by: limit))
    if facts.balance > limit.value {
      refusals.append(.balanceOverChannelLimit(limit: limit.value, balance: facts.balance))
    }
  }
}
