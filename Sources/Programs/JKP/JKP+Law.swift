public import Law
public import Vocabulary

extension JKP {
  /// Months of benefit and what of the wage is paid in each.
  public struct CashRow: LawRowReadable, Hashable {
    public let from: Int
    public let through: Int
    public let share: Rate

    public static let columns = [
      LawColumn("from_month", .count), LawColumn("through_month", .count), LawColumn("share", .percent),
    ]

    public init(law row: LawRow) throws(WrongForm) {
      from = try row.cell("from_month")
      through = try row.cell("through_month")
      share = try row.cell("share")
      guard (1...12).contains(from), from <= through, through <= 12 else {
        throw WrongForm(wanted: Words("Bulan 1 sampai 12, berurutan.", "months are 1 to 12, in order"))
      }
    }
  }

  /// Which months count as those before the loss of work.
  public enum CountedMonths: String, LawRule {
    case beforeTheMonth = "the months before the one in which work ended"
    case withTheMonth = "with the month in which work ended"
  }

  /// Whether claims for cash are taken yet.
  public enum Claims: String, LawRule {
    case taken = "claims are taken"
  }

  public static let cash = LawKey<[CashRow]>("jkp/benefit/cash")
  public static let benefitRounding = LawKey<Rounding>("jkp/benefit/rounding")
  public static let claims = LawKey<Claims>("jkp/claim/taken")
  public static let window = LawKey<Months>("jkp/claim/window")
  public static let times = LawKey<Int>("jkp/claim/times")
  public static let apart = LawKey<Years>("jkp/claim/apart")
  public static let leastMonths = LawKey<Months>("jkp/months/least")
  public static let withinMonths = LawKey<Months>("jkp/months/within")
  public static let consecutiveMonths = LawKey<Months>("jkp/months/consecutive")
  public static let countedMonths = LawKey<CountedMonths>("jkp/months/counted")
  public static let failedEmployer = LawKey<Months>("jkp/failed_employer/arrears")
  public static let conditionsFrom = LawKey<Int>("jkp/month/conditions_from")
  public static let applications = LawKey<Int>("jkp/month/applications")
  public static let interviews = LawKey<Int>("jkp/month/interviews")
  public static let attendance = LawKey<Rate>("jkp/month/attendance")

  static let benefitKeys: [any AnyLawKey] = [
    cash, benefitRounding, claims, window, times, apart, leastMonths, withinMonths, consecutiveMonths, countedMonths,
    failedEmployer, conditionsFrom, applications, interviews, attendance,
  ]
}
