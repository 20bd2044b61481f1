public import Law
public import Vocabulary

/// Scholarships for the children of those who died or can never work again: under JKK from the first day, under JKM
/// after some years of contributions.
///
/// The law of the day of the event sets amounts, years and conditions; the law of the day of filing says which work ends
/// the right and how far back it is paid.
public enum Scholarship {
  public static let levels = LawKey<[SchoolLevelRule]>("scholarship/levels")
  public static let lump = LawKey<Rupiah>("scholarship/lump")
  public static let children = LawKey<Int>("scholarship/children")
  public static let selection = LawKey<Selection>("scholarship/selection")
  public static let endsAt = LawKey<Years>("scholarship/ends_at")
  public static let jkmContributions = LawKey<Years>("scholarship/jkm_contributions")
  public static let work = LawKey<[ChildWorkRule]>("scholarship/work")
  public static let backPay = LawKey<Years>("scholarship/back_pay")

  static let keys: [any AnyLawKey] = [
    levels, lump, children, selection, endsAt, jkmContributions, work, backPay,
  ]

  /// Which children receive where there are more than may.
  public enum Selection: String, LawRule {
    case asNamed = "in the order named"
  }

  /// Why there is a scholarship.
  public enum Ground: String, Codable, Sendable, CaseIterable {
    case workDeath = "death under JKK"
    case workDisability = "total disability under JKK"
    case death = "death under JKM"
  }

  /// The most that one child can receive over all levels, by the law on `day`: Rp 87.000.000 since December 2019.
  public static func mostPerChild(on day: Day, law: LawBook) throws(LawError) -> InForce<Rupiah> {
    if let lump = try law.findInForce(lump, on: day) { return lump }
    return try law.inForce(levels, on: day).map { $0.map { $0.amount * Int64($0.mostYears) }.sum() }
  }
}

/// The levels of school. PT is at most a first degree, or training.
public enum SchoolLevel: String, Codable, Sendable, CaseIterable {
  case kindergarten = "TK"
  case primary = "SD"
  case lowerSecondary = "SMP"
  case upperSecondary = "SMA"
  case university = "PT"
}

/// A row of the levels: how much a year, for how many years.
public struct SchoolLevelRule: LawRowReadable, Hashable {
  public let level: SchoolLevel
  public let amount: Rupiah
  public let mostYears: Int

  public static let columns = [
    LawColumn("level", .text), LawColumn("amount", .rupiah), LawColumn("most_years", .count),
  ]

  public init(law row: LawRow) throws(WrongForm) {
    level = try row.choice("level")
    amount = try row.cell("amount")
    mostYears = try row.cell("most_years")
  }
}

/// A row that says whether a kind of work ends a child's right.
public struct ChildWorkRule: LawRowReadable, Hashable {
  public enum Ends: String, Sendable, CaseIterable {
    case atOnce = "at once"
    /// After more than so many months in a row.
    case after
    case never
  }

  public let work: ChildWork.Kind
  public let ends: Ends
  public let months: Int

  public static let columns = [LawColumn("work", .text), LawColumn("ends", .text), LawColumn("months", .count)]

  public init(law row: LawRow) throws(WrongForm) {
    work = try row.choice("work")
    ends = try row.choice("ends")
    months = try row.cell("months")
  }
}

/// A spell of work of a child.
public struct ChildWork: Codable, Sendable, Hashable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case wageEarner = "wage earner"
    case selfEmployed = "self-employed"
    case internship

    public var words: Words {
      switch self {
      case .wageEarner: Words("penerima upah", "wage earner")
      case .selfEmployed: Words("mandiri", "self-employed")
      case .internship: Words("magang", "internship")
      }
    }
  }

  public let kind: Kind
  public let from: Day
  /// In a row.
  public let months: Int

  public init(kind: Kind, from: Day, months: Int) {
    self.kind = kind
    self.from = from
    self.months = months
  }
}

/// A school year that is asked for.
public struct SchoolYear: Codable, Sendable, Hashable {
  public let level: SchoolLevel
  public let began: Day
  /// The scholarship of this year was paid before.
  public let paid: Bool

  public init(level: SchoolLevel, began: Day, paid: Bool = false) {
    self.level = level
    self.began = began
    self.paid = paid
  }
}

/// A child and its school years so far. A child not yet of school age has none, and keeps its place.
public struct Child: Codable, Sendable, Hashable {
  public let name: String
  public let bornOn: Day
  public let married: Day?
  public let work: [ChildWork]
  public let years: [SchoolYear]

  public init(name: String, bornOn: Day, married: Day? = nil, work: [ChildWork] = [], years: [SchoolYear] = []) {
    self.name = name
    self.bornOn = bornOn
    self.married = married
    self.work = work
    self.years = years
  }
}

/// What must be known to decide on scholarships.
public struct ScholarshipFacts: Codable, Sendable, Hashable {
  public let ground: Scholarship.Ground
  /// The day of the accident or death.
  public let event: Day
  public let filed: Day
  /// Months that were paid for, in all; without meaning under JKK.
  public let contributedMonths: Int
  public let children: [Child]

  public init(ground: Scholarship.Ground, event: Day, filed: Day, contributedMonths: Int, children: [Child]) {
    self.ground = ground
    self.event = event
    self.filed = filed
    self.contributedMonths = contributedMonths
    self.children = children
  }

  /// Everything about these facts that cannot be.
  public var impossibilities: [FactsError] {
    var errors: [ClaimFactsError] = []
    if filed < event { errors.append(.filedBeforeEvent(filed: filed, event: event)) }
    if contributedMonths < 0 { errors.append(.monthsBelowZero(contributedMonths)) }
    var names: Set<String> = []
    for child in children {
      if child.name.trimmed.isEmpty {
        errors.append(.nameMissing)
      } else if !names.insert(child.name).inserted {
        errors.append(.nameTwice(child.name))
      }
      errors += child.work.filter { $0.months < 0 }.map { .monthsBelowZero($0.months) }
      var began: Set<Day> = []
      for year in child.years {
        if !began.insert(year.began).inserted { errors.append(.schoolYearTwice(name: child.name, began: year.began)) }
        if year.began < child.bornOn { errors.append(.childBornAfterSchool(name: child.name, born: child.bornOn)) }
        if year.began > filed { errors.append(.schoolYearAfterFiling(began: year.began, filed: filed)) }
      }
    }
    return errors.map { .claim($0) }
  }
}
