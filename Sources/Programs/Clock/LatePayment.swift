public import Law
public import Vocabulary

/// By when the body pays once a file is complete, and what it owes where it pays later.
public struct LatePayment: Codable, Sendable, Hashable {
  /// The last day on which payment is in time.
  public let due: Day
  public let daysLate: Int
  /// What is owed for the delay; zero where the law of the programme sets nothing.
  public let owed: Rupiah
  public let working: Working
}

extension LatePayment {
  public static let withinJHT = LawKey<Days>("jht/payment/within")
  public static let withinJP = LawKey<Days>("jp/payment/within")
  public static let workingWeek = LawKey<Int>("payment/working_week")

  static let keys: [any AnyLawKey] = [withinJHT, withinJP, workingWeek]

  /// Reckons the last day in time for a file that was `complete`, and the delay of a payment on `paid`.
  ///
  /// - Parameters:
  ///   - within: the working days that the programme allows, such as `LatePayment.withinJHT`.
  ///   - perDay: what is owed for each day of delay; `nil` where the programme's law sets nothing.
  ///   - holidays: days that are no working days besides the end of the week.
  public static func reckon(
    _ amount: Rupiah, complete: Day, paid: Day, within: LawKey<Days>, perDay: LawKey<Rate>? = nil,
    holidays: Set<Day> = [], law: LawBook
  ) throws(Undecidable) -> LatePayment {
    var errors: [FactsError] = []
    if amount.isNegative { errors.append(.negativeAmount(amount)) }
    if amount > ContributionRules.largestAmount { errors.append(.implausibleAmount(amount)) }
    errors += [FactsError.outOfOrder(.payment, paid, before: .filing, complete)].compactMap(\.self)
    guard errors.isEmpty else { throw .facts(errors) }
    do throws(LawError) {
      let allowed = try law.inForce(within, on: complete)
      let week = try law.inForce(workingWeek, on: complete)
      let rate = try perDay.map { key throws(LawError) in try law.inForce(key, on: complete) }
      let due = complete.adding(workingDays: allowed.value.count, aWeek: week.value, holidays)
      let late = max(0, due.days(until: paid))
      return LatePayment(amount, due, late, allowed, week, rate)
    } catch {
      throw .law(error)
    }
  }

  private init(
    _ amount: Rupiah, _ due: Day, _ late: Int, _ allowed: InForce<Days>, _ week: InForce<Int>, _ rate: InForce<Rate>?
  ) {
    // The delay is counted in days of the calendar; part of a rupiah is not owed.
    let owed = rate.map { Rupiah(Rate(Int64(late)) * ($0.value * amount), rounded: .down) } ?? .zero
    self.due = due
    daysLate = late
    self.owed = owed
    var working: Working = [
      Step(
        "Dibayar paling lambat \(allowed.value.count) hari kerja sesudah berkas lengkap: "
          + "\(due.spelled(in: .indonesian)).",
        "Payment is due within \(allowed.value.count) working days of a complete file: \(due.spelled(in: .english)).",
        by: allowed),
      Step("Seminggu \(week.value) hari kerja.", "A week has \(week.value) working days.", by: week),
    ]
    if let rate {
      working.append(
        Step(
          "Terlambat \(late) hari: \(rate.value) dari \(amount) tiap hari.",
          "\(late) day(s) late: \(rate.value) of \(amount) for each.", amount: owed, by: rate))
    }
    self.working = working
  }
}

extension Day {
  /// The last of `count` working days after this one, in a week that has so many from Monday on.
  func adding(workingDays count: Int, aWeek: Int, _ holidays: Set<Day>) -> Day {
    precondition((1...7).contains(aWeek), "a week has one to seven working days")
    var (day, left) = (self, count)
    while left > 0 {
      day = day.adding(days: 1)
      // 1970-01-01, day 0, was a Thursday: the fourth of a week that begins with Monday.
      let weekday = (Int(day.number) % 7 + 7 + 3) % 7
      if weekday < aWeek, !holidays.contains(day) { left -= 1 }
    }
    return day
  }
}
