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
  /// For so many days a change of name, birth date or account is shown to whoever checks a claim.
  public static let recentChange = LawKey<Days>("claim/recent_change")

  public static let keys: [any AnyLawKey] = [
    unpaidMonths, youngest, oldestSelfEmployed, claimWorkingDays, recentChange,
  ]
}
