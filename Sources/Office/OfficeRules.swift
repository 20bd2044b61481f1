public import Law

/// What of the law the office itself goes by: deadlines and conditions that are no programme's.
public enum OfficeRules {
  /// A self-employed membership closes when so many months in a row are unpaid.
  public static let unpaidMonths = LawKey<Months>("membership/unpaid_months")
  /// Nobody younger is registered.
  public static let youngest = LawKey<Years>("membership/youngest")
  /// Nobody who has reached this age is newly registered as self-employed.
  public static let oldestSelfEmployed = LawKey<Years>("membership/oldest_self_employed")
  /// A claim is paid within so many working days of a complete file.
  public static let claimWorkingDays = LawKey<Days>("claim/working_days")

  public static let keys: [any AnyLawKey] = [unpaidMonths, youngest, oldestSelfEmployed, claimWorkingDays]
}
