public import Law
public import Vocabulary

/// The answer to a request for scholarships.
public struct ScholarshipDecision: Codable, Sendable, Hashable {
  public enum Outcome: Codable, Sendable, Hashable {
    case payable(BenefitAward)
    case refused([ScholarshipRefusal])
  }

  public let outcome: Outcome
  /// The most that one child can receive in all.
  public let mostPerChild: Rupiah
  /// The most for all children who can receive.
  public let mostInAll: Rupiah
  public let working: Working
  public let lawHash: String

  public var confidence: Confidence { working.confidence }
}

/// Why no scholarship is paid now.
public enum ScholarshipRefusal: Codable, Sendable, Hashable {
  case contributionsTooShort(months: Int, wanted: Int)
  case noChildren
  /// There are children, and none of what was asked is due.
  case nothingDue([DeclinedLine])

  public var code: String {
    switch self {
    case .contributionsTooShort: "contributions-too-short"
    case .noChildren: "no-children"
    case .nothingDue: "nothing-due"
    }
  }

  public var words: Words {
    switch self {
    case .contributionsTooShort(let months, let wanted):
      Words(
        "Iuran baru dibayar \(months) bulan; beasiswa JKM perlu \(wanted) bulan. Bila ada kepesertaan lain, tulis semua "
          + "nomor KPJ.",
        "\(months) months were paid; the scholarship of JKM needs \(wanted). Name every KPJ if there are other "
          + "memberships.")
    case .noChildren:
      Words("Tidak ada anak yang dicantumkan. Tulis data anak.", "No child is named. Name the children.")
    case .nothingDue(let lines):
      Words(
        "Belum ada beasiswa yang dapat dibayar"
          + (lines.isEmpty ? ". " : ": " + lines.map(\.reason.words.indonesian).joined(separator: "; ") + ". ")
          + "Ajukan lagi bila anak mulai tahun ajaran baru.",
        "No scholarship is due now"
          + (lines.isEmpty ? ". " : ": " + lines.map(\.reason.words.english).joined(separator: "; ") + ". ")
          + "File again when a child begins a school year.")
    }
  }
}

extension Scholarship {
  /// Decides which school years of which children are paid.
  public static func decide(_ facts: ScholarshipFacts, law: LawBook) throws(Undecidable) -> ScholarshipDecision {
    let impossible = facts.impossibilities
    guard impossible.isEmpty else { throw .facts(impossible) }
    do throws(LawError) {
      var desk = ScholarshipDeliberation(facts: facts, law: law)
      let most = try mostPerChild(on: facts.event, law: law).value
      let receiving = min(facts.children.count, try law.inForce(children, on: facts.event).value)
      let award = try desk.award()
      let outcome: ScholarshipDecision.Outcome =
        desk.refusals.isEmpty ? .payable(award) : .refused(desk.refusals)
      return ScholarshipDecision(
        outcome: outcome, mostPerChild: most, mostInAll: most * Int64(receiving), working: desk.working,
        lawHash: law.hash)
    } catch {
      throw .law(error)
    }
  }
}

/// Scholarships on the table.
struct ScholarshipDeliberation {
  let facts: ScholarshipFacts
  let law: LawBook
  var working: Working = []
  var refusals: [ScholarshipRefusal] = []

  mutating func award() throws(LawError) -> BenefitAward {
    try checkContributions()
    let (chosen, others) = try chosenChildren()
    if facts.children.isEmpty { refusals.append(.noChildren) }
    var items: [BenefitItem] = []
    var declined = others.map { _ in DeclinedLine(.scholarship, .zero, .tooManyChildren) }
    if let lump = try law.findInForce(Scholarship.lump, on: facts.event) {
      for child in chosen {
        items.append(BenefitItem(.scholarship, lump.value, to: .child(name: child.name)))
        working.append(
          Step(
            "Beasiswa untuk \(child.name), dibayar sekali.", "Scholarship for \(child.name), paid once.",
            amount: lump.value, by: lump))
      }
    } else {
      for child in chosen {
        let (paid, refused) = try years(of: child)
        items += paid
        declined += refused
      }
    }
    if items.isEmpty, refusals.isEmpty { refusals.append(.nothingDue(declined)) }
    return BenefitAward(items: items, declined: declined)
  }

  private mutating func checkContributions() throws(LawError) {
    guard facts.ground == .death else { return }
    let years = try law.inForce(Scholarship.jkmContributions, on: facts.event)
    let wanted = years.value.count * 12
    working.append(
      Step(
        "Beasiswa JKM perlu iuran \(years.value.count) tahun (\(wanted) bulan); dibayar \(facts.contributedMonths) bulan.",
        "The scholarship of JKM needs \(years.value.count) years of contributions (\(wanted) months); paid: "
          + "\(facts.contributedMonths).", by: years))
    if facts.contributedMonths < wanted {
      refusals.append(.contributionsTooShort(months: facts.contributedMonths, wanted: wanted))
    }
  }

  private mutating func chosenChildren() throws(LawError) -> (chosen: [Child], others: [Child]) {
    let most = try law.inForce(Scholarship.children, on: facts.event)
    working.append(
      Step(
        "Beasiswa untuk paling banyak \(most.value) anak.", "A scholarship for at most \(most.value) child(ren).",
        by: most))
    guard facts.children.count > most.value else { return (facts.children, []) }
    let rule = try law.inForce(Scholarship.selection, on: facts.event)
    let chosen = Array(facts.children.prefix(most.value))
    working.append(
      Step(
        "Dipilih menurut urutan: \(chosen.map(\.name).joined(separator: ", ")).",
        "Chosen in the order named: \(chosen.map(\.name).joined(separator: ", ")).", by: rule))
    return (chosen, Array(facts.children.dropFirst(most.value)))
  }

  /// The school years of a child that are paid, and those that are not.
  private mutating func years(of child: Child) throws(LawError) -> ([BenefitItem], [DeclinedLine]) {
    let levels = try law.inForce(Scholarship.levels, on: facts.event)
    let age = try law.inForce(Scholarship.endsAt, on: facts.event)
    let tooOld = child.bornOn.adding(years: age.value.count)
    let stopped = try endOfRight(of: child)
    let oldest = try oldestYear()
    var used: [SchoolLevel: Int] = [:]
    var items: [BenefitItem] = []
    var declined: [DeclinedLine] = []
    for year in child.years.sorted(by: { $0.began < $1.began }) {
      guard let rule = levels.value.first(where: { $0.level == year.level }) else {
        throw .noRow(parameter: levels.parameter, on: facts.event, asked: year.level.rawValue)
      }
      func decline(_ reason: DeclinedLine.Reason) { declined.append(DeclinedLine(.scholarship, rule.amount, reason)) }
      if used[year.level, default: 0] >= rule.mostYears {
        decline(.levelUsedUp)
      } else if year.paid {
        used[year.level, default: 0] += 1
        decline(.alreadyPaid)
      } else if year.began >= tooOld {
        decline(.tooOld)
      } else if let stopped, year.began >= stopped.day {
        decline(stopped.reason)
      } else if year.began.adding(years: 1) <= facts.event {
        decline(.beforeTheEvent)
      } else if let oldest, year.began < oldest {
        decline(.tooLate)
      } else {
        used[year.level, default: 0] += 1
        items.append(BenefitItem(.scholarship, rule.amount, to: .child(name: child.name)))
      }
    }
    state(child, items, levels, age, tooOld)
    return (items, declined)
  }

  private mutating func state(
    _ child: Child, _ items: [BenefitItem], _ levels: InForce<[SchoolLevelRule]>, _ age: InForce<Years>, _ tooOld: Day
  ) {
    working.append(
      Step(
        "\(child.name) berusia \(age.value.count) tahun pada \(tooOld.spelled(in: .indonesian)); sampai saat itu berhak.",
        "\(child.name) turns \(age.value.count) on \(tooOld.spelled(in: .english)), and has the right until then.",
        by: age))
    let most = levels.value.map { $0.amount * Int64($0.mostYears) }.sum()
    working.append(
      Step(
        "Seluruh jenjang paling banyak \(most) untuk seorang anak; diajukan tiap tahun ajaran.",
        "All levels together come to at most \(most) for a child; it is asked for each school year.", by: levels))
    working.append(
      Step(
        "\(child.name): \(items.count) tahun ajaran dibayar menurut jenjangnya.",
        "\(child.name): \(items.count) school year(s) paid by level.", amount: items.map(\.amount).sum(), by: levels))
  }

  /// The day on which marriage or work ended the right, if either did.
  private mutating func endOfRight(of child: Child) throws(LawError) -> (day: Day, reason: DeclinedLine.Reason)? {
    var ends: [(day: Day, reason: DeclinedLine.Reason)] = child.married.map { [($0, .married)] } ?? []
    if !child.work.isEmpty {
      let rules = try law.inForce(Scholarship.work, on: max(facts.event, facts.filed))
      for spell in child.work {
        guard let rule = rules.value.first(where: { $0.work == spell.kind }) else {
          throw .noRow(parameter: rules.parameter, on: facts.filed, asked: spell.kind.rawValue)
        }
        let ended =
          switch rule.ends {
          case .atOnce: true
          case .after: spell.months > rule.months
          case .never: false
          }
        working.append(
          Step(
            "\(child.name) bekerja \(spell.months) bulan (\(spell.kind.words.indonesian)): hak "
              + (ended ? "berakhir." : "tetap."),
            "\(child.name) worked for \(spell.months) month(s) as \(spell.kind.words.english): the right "
              + (ended ? "ends." : "goes on."), by: rules))
        if ended { ends.append((spell.from, .works)) }
      }
    }
    return ends.min { $0.day < $1.day }
  }

  /// The first day of the oldest school year that is still paid, if there is a limit.
  private mutating func oldestYear() throws(LawError) -> Day? {
    guard let back = try law.findInForce(Scholarship.backPay, on: facts.filed) else { return nil }
    let day = facts.filed.adding(years: -back.value.count)
    working.append(
      Step(
        "Dibayar surut paling lama \(back.value.count) tahun: sejak \(day.spelled(in: .indonesian)).",
        "Paid back at most \(back.value.count) years: since \(day.spelled(in: .english)).", by: back))
    return day
  }
}
