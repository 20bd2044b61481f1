public import Law
public import Vocabulary

/// When contributions are due, and what paying late costs the employer.
public enum Arrears {
  /// How months of delay are counted.
  public enum MonthsLate: String, LawRule {
    case eachMonthBegun = "each month begun"
    case eachMonthCompleted = "each month completed"
  }

  public static let dueDay = LawKey<Int>("arrears/due_day")
  public static let fineRate = LawKey<Rate>("arrears/fine_rate")
  public static let monthsLate = LawKey<MonthsLate>("arrears/months_late")

  static let keys: [any AnyLawKey] = [dueDay, fineRate, monthsLate]

  /// A late fine with its working. Nothing is due to be fined if `fine` is zero.
  public struct Fine: Sendable, Hashable, Codable {
    public let due: Day
    public let monthsLate: Int
    public let fine: Rupiah
    public let working: Working
  }

  /// The last day on which the contributions of `month` are in time.
  public static func due(for month: Month, law: LawBook) throws(LawError) -> InForce<Day> {
    let lawDay = try law.inForce(ContributionRules.lawDay, on: month.firstDay)
    let day = try law.inForce(dueDay, on: lawDay.value.day(of: month))
    let next = month.next
    return day.map { next.day(max(1, min($0, next.length))) }
  }

  /// The fine on `contributions` of `month`, paid in full on `paid`: simple, by the rate of the contribution month.
  public static func fine(
    on contributions: Rupiah, of month: Month, paid: Day, law: LawBook
  ) throws(Undecidable) -> Fine {
    guard !contributions.isNegative else { throw .facts([.negativeAmount(contributions)]) }
    guard contributions <= ContributionRules.largestAmount else { throw .facts([.implausibleAmount(contributions)]) }
    do throws(LawError) {
      return try reckon(contributions, month, paid, law)
    } catch {
      throw .law(error)
    }
  }

  private static func reckon(
    _ contributions: Rupiah, _ month: Month, _ paid: Day, _ law: LawBook
  ) throws(LawError) -> Fine {
    let due = try due(for: month, law: law)
    let lawDay = try law.inForce(ContributionRules.lawDay, on: month.firstDay).value.day(of: month)
    let rule = try law.inForce(monthsLate, on: lawDay)
    let rate = try law.inForce(fineRate, on: lawDay)
    let rounding = try law.inForce(ContributionRules.rounding, on: lawDay)
    let late = paid <= due.value ? 0 : rule.value.count(from: due.value, to: paid)
    let fine = Rupiah(Rate(Int64(late)) * (rate.value * contributions), rounded: rounding.value)
    let working: Working = [
      Step(
        "Iuran \(month.spelled(in: .indonesian)) jatuh tempo \(due.value.spelled(in: .indonesian)).",
        "Contributions for \(month.spelled(in: .english)) are due on \(due.value.spelled(in: .english)).", by: due),
      Step(
        "Dibayar \(paid.spelled(in: .indonesian)): terlambat \(late) bulan.",
        "Paid on \(paid.spelled(in: .english)): \(late) months late.", by: rule),
      Step(
        "Denda \(rate.value) dari \(contributions) untuk tiap bulan.",
        "A fine of \(rate.value) of \(contributions) for each month.", amount: fine, by: rate),
    ]
    return Fine(due: due.value, monthsLate: late, fine: fine, working: working)
  }
}

extension Arrears.MonthsLate {
  /// Months of delay when what was due on `due` is paid later, on `paid`.
  func count(from due: Day, to paid: Day) -> Int {
    var months = 0
    switch self {
    case .eachMonthBegun: while due.adding(months: months) < paid { months += 1 }
    case .eachMonthCompleted: while due.adding(months: months + 1) <= paid { months += 1 }
    }
    return months
  }
}
