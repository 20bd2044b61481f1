public import Law
public import Vocabulary

/// The day whose law decides a month of contributions.
public enum LawDay: String, LawRule {
  case firstDay = "first day of the month"
  case lastDay = "last day of the month"

  public func day(of month: Month) -> Day { self == .firstDay ? month.firstDay : month.lastDay }
}

/// Rules that all contributions share.
public enum ContributionRules {
  public static let lawDay = LawKey<LawDay>("contribution/law_day")
  public static let rounding = LawKey<Rounding>("contribution/rounding")

  static let keys: [any AnyLawKey] = [lawDay, rounding]

  /// The largest wage, balance or contract that is believed: ten trillion rupiah. Beyond it sums could overflow.
  static let largestAmount = Rupiah(10_000_000_000_000)
}

/// Jaminan Kecelakaan Kerja: work accidents.
public enum JKK {
  public static let contributionRates = LawKey<[RiskRate]>("jkk/contribution/rates")

  static let keys: [any AnyLawKey] = [contributionRates]
}

/// Jaminan Kematian: death.
public enum JKM {
  public static let contributionRate = LawKey<Rate>("jkm/contribution/rate")

  static let keys: [any AnyLawKey] = [contributionRate]
}

/// Jaminan Pensiun: pensions.
public enum JP {
  public static let employerRate = LawKey<Rate>("jp/contribution/employer")
  public static let workerRate = LawKey<Rate>("jp/contribution/worker")
  public static let wageCeiling = LawKey<Rupiah>("jp/contribution/wage_ceiling")

  static let keys: [any AnyLawKey] = [employerRate, workerRate, wageCeiling]
}

/// Jaminan Kehilangan Pekerjaan: unemployment. Paid by the State and by what JKK and JKM hand over.
public enum JKP {
  /// What is handed over in a month for which the JKK or JKM contribution is reduced.
  public enum UnderRelief: String, LawRule {
    case atMostBilled = "at most what is billed"
    case inProportion = "in proportion"
  }

  public static let stateRate = LawKey<Rate>("jkp/contribution/state")
  public static let rateFromJKK = LawKey<Rate>("jkp/contribution/from_jkk")
  public static let rateFromJKM = LawKey<Rate>("jkp/contribution/from_jkm")
  public static let wageCeiling = LawKey<Rupiah>("jkp/contribution/wage_ceiling")
  public static let underRelief = LawKey<UnderRelief>("jkp/contribution/under_relief")

  static let keys: [any AnyLawKey] = [stateRate, rateFromJKK, rateFromJKM, wageCeiling, underRelief]
}

/// Contributions of self-employed members (BPU).
public enum SelfEmployed {
  /// A row of the income brackets: from which income, and what counts as income in it.
  public struct Bracket: LawRowReadable, Hashable {
    public let from: Rupiah
    public let base: Rupiah

    public static let columns = [LawColumn("from", .rupiah), LawColumn("base", .rupiah)]

    public init(law row: LawRow) throws(WrongForm) {
      from = try row.cell("from")
      base = try row.cell("base")
    }
  }

  public static let brackets = LawKey<[Bracket]>("bpu/contribution/brackets")
  public static let jkkRate = LawKey<Rate>("bpu/contribution/jkk")
  public static let jkmAmount = LawKey<Rupiah>("bpu/contribution/jkm")
  public static let jhtRate = LawKey<Rate>("bpu/contribution/jht")

  static let keys: [any AnyLawKey] = [brackets, jkkRate, jkmAmount, jhtRate]
}
