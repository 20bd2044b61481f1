public import Law
public import Vocabulary

extension JP {
  /// Until when contributions are due.
  public enum LastMonth: String, LawRule {
    case ofRetirementAge = "the month of the retirement age"
  }

  /// How wages of earlier years are brought to the money of the year in which a pension begins.
  public enum WageIndexing: String, LawRule {
    /// The wages of a year, and those before it, grow by that year's inflation into the next year.
    case yearByYear = "year by year into the next"
  }

  /// Where the bounds bite on a survivors' pension.
  public enum SurvivorBounds: String, LawRule {
    case afterShare = "after the share"
    case beforeShare = "before the share"
  }

  /// The least and the most that a pension is in a month.
  public struct Bounds: LawRowReadable, Hashable {
    public let least: Rupiah
    public let most: Rupiah

    public static let columns = [LawColumn("least", .rupiah), LawColumn("most", .rupiah)]

    public init(law row: LawRow) throws(WrongForm) {
      least = try row.cell("least")
      most = try row.cell("most")
      guard least <= most else {
        throw WrongForm(wanted: Words("Batas bawah tidak di atas batas atas.", "the least is not above the most"))
      }
    }

    func keep(_ amount: Rupiah) -> Rupiah { min(max(amount, least), most) }
  }

  public static let retirementAge = LawKey<Years>("jp/retirement_age")
  public static let lastMonth = LawKey<LastMonth>("jp/contribution/last_month")
  public static let accrual = LawKey<Rate>("jp/benefit/accrual")
  public static let bounds = LawKey<[Bounds]>("jp/benefit/bounds")
  public static let inflation = LawKey<Rate>("jp/benefit/inflation")
  public static let wageIndexing = LawKey<WageIndexing>("jp/benefit/wage_indexing")
  public static let indexMonth = LawKey<Int>("jp/benefit/index_month")
  public static let benefitRounding = LawKey<Rounding>("jp/benefit/rounding")
  public static let begins = LawKey<Wait>("jp/benefit/begins")
  public static let monthsForPension = LawKey<Months>("jp/old_age/months")
  public static let longestDeferral = LawKey<Years>("jp/old_age/longest_deferral")
  public static let disabilityAfter = LawKey<Wait>("jp/disability/after")
  public static let density = LawKey<Rate>("jp/density")
  public static let countedMonths = LawKey<Months>("jp/counted_months")
  public static let survivorMembership = LawKey<Years>("jp/survivors/membership")
  public static let spouseShare = LawKey<Rate>("jp/survivors/spouse_share")
  public static let childShare = LawKey<Rate>("jp/survivors/child_share")
  public static let parentShare = LawKey<Rate>("jp/survivors/parent_share")
  public static let childrenAtMost = LawKey<Int>("jp/survivors/children")
  public static let childAge = LawKey<Years>("jp/survivors/child_age")
  public static let survivorBounds = LawKey<SurvivorBounds>("jp/survivors/bounds")

  static let benefitKeys: [any AnyLawKey] = [
    retirementAge, lastMonth, accrual, bounds, inflation, wageIndexing, indexMonth, benefitRounding, begins,
    monthsForPension, longestDeferral, disabilityAfter, density, countedMonths, survivorMembership, spouseShare,
    childShare, parentShare, childrenAtMost, childAge, survivorBounds,
  ]
}

extension JP {
  /// Every retirement age that the law has set, the oldest first.
  static func retirementAges(_ law: LawBook) throws(LawError) -> [InForce<Years>] {
    let parameter = try law[retirementAge]
    var ages: [InForce<Years>] = []
    for entry in parameter.history where entry.value != nil { ages.append(try parameter.inForce(on: entry.from)) }
    return ages
  }

  /// The day on which somebody born on `day` reaches the retirement age, by the age in force on that very day.
  public static func retirementDay(
    bornOn day: Day, law: LawBook
  ) throws(LawError) -> (day: Day, age: InForce<Years>) {
    let ages = try retirementAges(law)
    guard let reached = reaching(day, ages) else {
      throw .silent(parameter: retirementAge.name, on: day, begins: ages.first?.from)
    }
    return reached
  }

  /// The age rises while people grow older, so the first age that is reached while it is in force counts.
  static func reaching(_ born: Day, _ ages: [InForce<Years>]) -> (day: Day, age: InForce<Years>)? {
    for (index, age) in ages.enumerated() {
      let reached = max(born.adding(years: age.value.count), age.from)
      if index + 1 == ages.count || reached < ages[index + 1].from { return (reached, age) }
    }
    return nil
  }
}
