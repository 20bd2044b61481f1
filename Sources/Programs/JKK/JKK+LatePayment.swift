public import Law
public import Vocabulary

extension JKK {
  /// What BPJS owes for paying late, with its working. Nothing is owed if `owed` is zero.
  public struct LatePayment: Codable, Sendable, Hashable {
    /// The last day on which payment is in time.
    public let due: Day
    public let daysLate: Int
    public let owed: Rupiah
    public let working: Working
  }

  /// Reckons what BPJS owes on `amount` when a file that was `complete` on one day was `paid` on a later one.
  ///
  /// - Parameter holidays: days that are no working days besides Saturdays and Sundays.
  public static func latePayment(
    of amount: Rupiah, complete: Day, paid: Day, holidays: Set<Day> = [], law: LawBook
  ) throws(Undecidable) -> LatePayment {
    var errors: [FactsError] = []
    if amount.isNegative { errors.append(.negativeAmount(amount)) }
    if amount > ContributionRules.largestAmount { errors.append(.implausibleAmount(amount)) }
    if paid < complete { errors.append(.claim(.paidBeforeComplete(paid: paid, complete: complete))) }
    guard errors.isEmpty else { throw .facts(errors) }
    do throws(LawError) {
      return try reckon(amount, complete, paid, holidays, law)
    } catch {
      throw .law(error)
    }
  }

  private static func reckon(
    _ amount: Rupiah, _ complete: Day, _ paid: Day, _ holidays: Set<Day>, _ law: LawBook
  ) throws(LawError) -> LatePayment {
    let within = try law.inForce(payWithin, on: complete)
    let rate = try law.inForce(lateRate, on: complete)
    let rule = try law.inForce(lateDays, on: complete)
    let rounding = try law.inForce(benefitRounding, on: complete)
    // 1970-01-01 was a Thursday.
    func isWorkingDay(_ day: Day) -> Bool {
      let weekday = (Int(day.number) % 7 + 7) % 7
      return weekday != 2 && weekday != 3 && !holidays.contains(day)
    }
    var due = complete
    var left = within.value.count
    while left > 0 {
      due = due.adding(days: 1)
      if isWorkingDay(due) { left -= 1 }
    }
    var late = max(0, due.days(until: paid))
    if rule.value == .workingDays, late > 0 {
      late = (1...late).count { isWorkingDay(due.adding(days: $0)) }
    }
    let owed = Rupiah(Rate(Int64(late)) * (rate.value * amount), rounded: rounding.value)
    let working: Working = [
      Step(
        "Berkas lengkap \(complete.spelled(in: .indonesian)); dibayar paling lambat \(within.value.count) hari kerja: "
          + "\(due.spelled(in: .indonesian)).",
        "The file was complete on \(complete.spelled(in: .english)); payment is due within \(within.value.count) "
          + "working days: \(due.spelled(in: .english)).", by: within),
      Step(
        "Dibayar \(paid.spelled(in: .indonesian)): terlambat \(late) hari.",
        "Paid on \(paid.spelled(in: .english)): \(late) day(s) late.", by: rule),
      Step(
        "Ganti rugi \(rate.value) dari \(amount) tiap hari.", "\(rate.value) of \(amount) is owed for each day.",
        amount: owed, by: rate),
      Step("Dibulatkan ke rupiah penuh.", "Rounded to whole rupiah.", by: rounding),
    ]
    return LatePayment(due: due, daysLate: late, owed: owed, working: working)
  }
}
