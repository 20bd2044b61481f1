public import Law
internal import Vocabulary

extension JKM {
  /// Decides a claim by the law, and the membership, as they stood on the day of death.
  ///
  /// A refusal names every reason at once. Throws what is impossible about the facts, or the silence of the law.
  public static func decide(_ facts: JKMClaimFacts, law: LawBook) throws(Undecidable) -> JKMDecision {
    let impossible = facts.impossibilities
    guard impossible.isEmpty else { throw .facts(impossible) }
    do throws(LawError) {
      var claim = JKMDeliberation(facts: facts, law: law)
      try claim.checkCover()
      guard claim.refusals.isEmpty else {
        return JKMDecision(outcome: .refused(claim.refusals), working: claim.working, lawHash: law.hash)
      }
      let award = try claim.award()
      return JKMDecision(outcome: .payable(award), working: claim.working, lawHash: law.hash)
    } catch {
      throw .law(error)
    }
  }
}

/// A claim on the table.
struct JKMDeliberation {
  let facts: JKMClaimFacts
  let law: LawBook
  var working: Working = []
  var refusals: [JKMRefusal] = []

  mutating func checkCover() throws(LawError) {
    let rule = try law.inForce(JKM.cover, on: facts.died)
    let gap = try facts.cover.gap(of: facts.segment, on: facts.died, law: law, &working)
    let status = gap == nil ? Words("aktif", "active") : Words("tidak aktif", "not active")
    working.append(
      Step(
        "Meninggal \(facts.died.spelled(in: .indonesian)); kepesertaan \(status.indonesian) pada hari itu.",
        "Died on \(facts.died.spelled(in: .english)); the membership was \(status.english) on that day.", by: rule))
    if let gap { refusals.append(.notCovered(gap)) }
    if facts.fromWork { refusals.append(.workAccident) }
  }

  mutating func award() throws(LawError) -> BenefitAward {
    let benefits = try isEarly() ? earlyBenefits() : fullBenefits()
    var items = try Heirs.split(
      benefits, among: facts.survivors, died: facts.died, law: law, &working)
    guard !facts.children.isEmpty else { return BenefitAward(items: items) }
    var desk = ScholarshipDeliberation(facts: facts.scholarship, law: law)
    let scholarship = try desk.award()
    working += desk.working
    let granted = desk.refusals.isEmpty
    if granted { items += scholarship.items }
    let declined = granted ? scholarship.declined : desk.declined(scholarship)
    return BenefitAward(items: items, declined: declined)
  }

  /// Did a self-employed member die in the first months?
  private mutating func isEarly() throws(LawError) -> Bool {
    guard facts.segment == .selfEmployed,
      let months = try law.findInForce(JKM.firstMonths, on: facts.died)
    else { return false }
    let clock = try law.inForce(JKM.clock, on: facts.died)
    let start = clock.value.start(facts.cover)
    let full = start.adding(months: months.value.count)
    if facts.cover.reactivated != nil {
      working.append(
        Step(
          "Masa awal BPU dihitung sejak \(start.spelled(in: .indonesian)).",
          "The first months of a self-employed member count from \(start.spelled(in: .english)).", by: clock))
    } else {
      working.append(
        Step(
          "Masa awal BPU dihitung sejak mulai peserta, \(start.spelled(in: .indonesian)).",
          "The first months of a self-employed member count from joining, \(start.spelled(in: .english)).", by: clock))
    }
    working.append(
      Step(
        "Manfaat penuh mulai \(full.spelled(in: .indonesian)), sesudah \(months.value.count) bulan.",
        "Full benefits from \(full.spelled(in: .english)), after \(months.value.count) months.", by: months))
    return facts.died < full
  }

  private mutating func earlyBenefits() throws(LawError) -> [BenefitItem] {
    let rows = try law.inForce(JKM.earlyBenefit, on: facts.died)
    let items = rows.value.map { BenefitItem($0.benefit, $0.amount, to: .participant) }
    working.append(
      Step(
        "Meninggal pada bulan-bulan pertama: hanya manfaat awal.",
        "A death in the first months: the early benefit only.",
        amount: items.map(\.amount).sum(), by: rows))
    return items
  }

  private mutating func fullBenefits() throws(LawError) -> [BenefitItem] {
    let death = try law.inForce(JKM.deathGrant, on: facts.died)
    let monthly = try law.inForce(JKM.periodicAmount, on: facts.died)
    let months = try law.inForce(JKM.periodicMonths, on: facts.died)
    let burial = try law.inForce(JKM.burial, on: facts.died)
    let periodic = monthly.value * Int64(months.value.count)
    working += [
      Step("Santunan kematian.", "Death grant.", amount: death.value, by: death),
      Step("Santunan berkala sebulan.", "Periodic grant for a month.", amount: monthly.value, by: monthly),
      Step(
        "Santunan berkala \(months.value.count) bulan, dibayar sekaligus.",
        "Periodic grant of \(months.value.count) months, paid at once.", amount: periodic, by: months),
      Step("Biaya pemakaman.", "Burial money.", amount: burial.value, by: burial),
    ]
    return [
      BenefitItem(.death, death.value, to: .participant), BenefitItem(.periodic, periodic, to: .participant),
      BenefitItem(.burial, burial.value, to: .participant),
    ]
  }
}

extension ScholarshipDeliberation {
  /// What was asked for, once none of it is due.
  func declined(_ award: BenefitAward) -> [DeclinedLine] {
    award.declined + award.items.map { DeclinedLine($0.kind, $0.amount, .contributionsTooShort) }
  }
}
