public import Law
public import Vocabulary

/// How benefits are divided among heirs, with the working.
public struct HeirsDecision: Codable, Sendable, Hashable {
  /// For each benefit one line per receiver; the lines of a benefit add up to it.
  public let items: [BenefitItem]
  public let working: Working
  public let lawHash: String

  public var confidence: Confidence { working.confidence }
}

extension Heirs {
  /// Divides `benefits` of someone who `died` among those left behind, by the law on that day.
  ///
  /// The first rank with anybody in it receives; without anybody, the burial money goes to whoever arranged the funeral
  /// and the rest to the social security fund. Payees in `benefits` are replaced, payers kept.
  public static func divide(
    _ benefits: [BenefitItem], among survivors: [Survivor], died: Day, law: LawBook
  ) throws(Undecidable) -> HeirsDecision {
    let impossible =
      impossibilities(survivors, died: died)
      + benefits.map(\.amount).filter(\.isNegative).map {
        .negativeAmount($0)
      }
    guard impossible.isEmpty else { throw .facts(impossible) }
    do throws(LawError) {
      var working: Working = []
      let items = try split(benefits, among: survivors, died: died, law: law, &working)
      return HeirsDecision(items: items, working: working, lawHash: law.hash)
    } catch {
      throw .law(error)
    }
  }

  /// Everything about the people left behind that cannot be. A child may be born after its parent's death.
  static func impossibilities(_ survivors: [Survivor], died: Day) -> [FactsError] {
    var seen: Set<String> = []
    return survivors.flatMap { survivor -> [FactsError] in
      var errors: [FactsError] = []
      if survivor.name.trimmed.isEmpty {
        errors.append(.claim(.nameMissing))
      } else if !seen.insert(survivor.name).inserted {
        errors.append(.claim(.nameTwice(survivor.name)))
      }
      if survivor.bornOn > died, survivor.relation != .child || survivor.bornOn > died.adding(months: 10) {
        errors.append(.claim(.heirBornAfterDeath(name: survivor.name, born: survivor.bornOn)))
      }
      return errors
    }
  }

  static func split(
    _ benefits: [BenefitItem], among survivors: [Survivor], died: Day, law: LawBook, _ working: inout Working
  ) throws(LawError) -> [BenefitItem] {
    let heirs = try receivers(among: survivors, died: died, law: law, &working)
    guard !heirs.isEmpty else { return try withoutHeirs(benefits, died: died, law: law, &working) }
    let adult = try law.inForce(minorAge, on: died)
    if heirs.contains(where: { isMinor($0, adult.value, died) }) {
      working.append(
        Step(
          "Ahli waris di bawah \(adult.value.count) tahun menerima melalui wali.",
          "Heirs under \(adult.value.count) receive through a guardian.", by: adult))
    }
    var rest: InForce<Remainder>?
    if heirs.count > 1 { rest = try law.inForce(remainder, on: died) }
    var items: [BenefitItem] = []
    for benefit in benefits {
      let (share, left) = benefit.amount.amount.quotientAndRemainder(dividingBy: Int64(heirs.count))
      if left > 0, let rest {
        working.append(
          Step(
            "\(benefit.kind.words.indonesian) dibagi \(heirs.count); sisa Rp \(left) untuk yang tertua, satu rupiah "
              + "seorang.",
            "\(benefit.kind.words.english) divided by \(heirs.count); the remaining Rp \(left) to the eldest, one rupiah "
              + "each.", amount: benefit.amount, by: rest))
      }
      for (place, heir) in heirs.enumerated() {
        let payee = Payee.heir(
          name: heir.name, relation: heir.relation, guardian: isMinor(heir, adult.value, died))
        items.append(
          BenefitItem(benefit.kind, Rupiah(share + (place < left ? 1 : 0)), to: payee, from: benefit.payer))
      }
    }
    return items.filter { !$0.amount.isZero }
  }

  /// The heirs who receive, the eldest first.
  private static func receivers(
    among survivors: [Survivor], died: Day, law: LawBook, _ working: inout Working
  ) throws(LawError) -> [Survivor] {
    let ranks = try law.inForce(order, on: died)
    func rank(_ relation: HeirRelation) -> Int? { ranks.value.first { $0.relation == relation }?.rank }
    guard let first = survivors.compactMap({ rank($0.relation) }).min() else { return [] }
    var heirs = survivors.filter { rank($0.relation) == first }
    let relations = HeirRelation.allCases.filter { relation in heirs.contains { $0.relation == relation } }
    working.append(
      Step(
        "Ahli waris urutan \(first): \(relations.map(\.words.indonesian).joined(separator: ", ")).",
        "Heirs of rank \(first): \(relations.map(\.words.english).joined(separator: ", ")).", by: ranks))
    if heirs.count > 1 {
      let rule = try law.inForce(division, on: died)
      let spouses = heirs.filter { $0.relation == .spouse }
      if rule.value == .spouseFirst, !spouses.isEmpty { heirs = spouses }
      working.append(
        Step(
          "Dibagi sama rata untuk \(heirs.count) orang.", "Divided in equal shares among \(heirs.count).", by: rule))
    }
    return heirs.sorted { ($0.bornOn, $0.name) < ($1.bornOn, $1.name) }
  }

  private static func isMinor(_ heir: Survivor, _ adult: Years, _ died: Day) -> Bool {
    heir.bornOn.completedYears(on: died) < adult.count
  }

  private static func withoutHeirs(
    _ benefits: [BenefitItem], died: Day, law: LawBook, _ working: inout Working
  ) throws(LawError) -> [BenefitItem] {
    let rules = try law.inForce(none, on: died)
    working.append(
      Step(
        "Tidak ada ahli waris dan wasiat: biaya pemakaman untuk yang mengurus pemakaman, lainnya ke Dana Jaminan Sosial.",
        "There is no heir and no will: burial money to whoever arranged the funeral, the rest to the social security "
          + "fund.", by: rules))
    var items: [BenefitItem] = []
    for benefit in benefits {
      let own = rules.value.first { $0.benefit == benefit.kind } ?? rules.value.first { $0.benefit == nil }
      guard let rule = own else {
        throw .noRow(parameter: rules.parameter, on: died, asked: benefit.kind.rawValue)
      }
      items.append(BenefitItem(benefit.kind, benefit.amount, to: rule.receiver.payee, from: benefit.payer))
    }
    return items
  }
}
