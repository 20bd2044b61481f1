internal import Law
internal import Vocabulary

extension JPDeliberation {
  /// The pension by the formula, before its bounds: a hundredth of the average wage for each twelve counted months.
  ///
  /// The wages of all years, brought to the money of the year of `day`, divided by the months paid are the average
  /// wage of a month.
  mutating func formula(counted months: Int, on day: Day) throws(LawError) -> Rupiah {
    let accrual = try law.inForce(JP.accrual, on: day)
    let rounding = try law.inForce(JP.benefitRounding, on: day)
    let paid = facts.months
    guard paid > 0 else { return .zero }
    let wages = try revalued(to: day, rounding)
    let average = Rupiah(Rate(wages.amount, over: Int64(paid)), rounded: rounding.value)
    working.append(
      Step(
        "Rata-rata upah tertimbang sebulan dari \(paid) bulan iuran.",
        "The weighted average wage of a month, over \(paid) months paid.", amount: average, by: accrual))
    let exact = accrual.value * Rate(Int64(months), over: Int64(12 * paid)) * wages
    let pension = Rupiah(exact, rounded: rounding.value)
    working.append(
      Step(
        "\(accrual.value) × \(months) bulan / 12 × rata-rata upah.",
        "\(accrual.value) × \(months) months / 12 × the average wage.", amount: pension, by: accrual))
    working.append(
      Step(
        "Dibulatkan \(rounding.value.words.indonesian).", "Rounded \(rounding.value.words.english).", amount: pension,
        by: rounding))
    return pension
  }

  /// All wages in the money of the year of `day`: each year's sum grows by the year's inflation into the next.
  private mutating func revalued(to day: Day, _ rounding: InForce<Rounding>) throws(LawError) -> Rupiah {
    let rule = try law.inForce(JP.wageIndexing, on: day)
    let inflation = try law[JP.inflation]
    let wages = Dictionary(facts.years.map { ($0.year, $0.wages) }, uniquingKeysWith: +)
    guard let first = wages.keys.min() else { return .zero }
    var sum = Rupiah.zero
    switch rule.value {
    case .yearByYear:
      for year in first..<max(first, day.year) {
        let own = wages[year] ?? .zero
        let growth = try inflation.declared(for: year)
        sum = Rupiah((.one + growth.value) * (sum + own), rounded: rounding.value)
        working.append(
          Step(
            "Upah \(year): \(own); dengan inflasi \(growth.value) semua upah sampai tahun itu menjadi \(sum).",
            "Wages of \(year): \(own); with inflation of \(growth.value) all wages so far become \(sum).",
            amount: sum, by: growth))
      }
    }
    sum += wages[max(first, day.year)] ?? .zero
    working.append(
      Step(
        "Semua upah menurut nilai tahun \(day.year).", "All wages in the money of \(day.year).", amount: sum, by: rule))
    return sum
  }

  /// `amount` kept to the bounds in force on `day`.
  mutating func bounded(_ amount: Rupiah, on day: Day) throws(LawError) -> Rupiah {
    let bounds = try JP.bounds(on: day, law)
    let kept = bounds.value.keep(amount)
    working.append(
      Step(
        "Pensiun sebulan paling sedikit \(bounds.value.least), paling banyak \(bounds.value.most).",
        "A month's pension is at least \(bounds.value.least), at most \(bounds.value.most).", amount: kept, by: bounds))
    return kept
  }
}

extension JP {
  static func bounds(on day: Day, _ law: LawBook) throws(LawError) -> InForce<Bounds> {
    let table = try law.inForce(bounds, on: day)
    guard let row = table.value.first else { throw .noRow(parameter: table.parameter, on: day, asked: "bounds") }
    return table.map { _ in row }
  }
}
