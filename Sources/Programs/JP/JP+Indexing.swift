public import Law
public import Vocabulary

extension JP {
  /// One month of the payment table, and why it is this much.
  public struct PaymentMonth: Codable, Sendable, Hashable {
    public let month: Month
    public let amount: Rupiah
  }

  /// What a pension is in each month from `from` through `through`: indexed once a year by the inflation of the year
  /// before, and kept to the bounds of the month.
  ///
  /// Throws where the inflation of a year is not on the book yet, or the bounds are silent.
  public static func payments(
    of first: Rupiah, from: Month, through: Month, law: LawBook
  ) throws(Undecidable) -> (months: [PaymentMonth], working: Working) {
    var errors: [FactsError] = []
    if first.isNegative { errors.append(.negativeAmount(first)) }
    if first > ContributionRules.largestAmount { errors.append(.implausibleAmount(first)) }
    guard errors.isEmpty else { throw .facts(errors) }
    do throws(LawError) {
      return try table(first, from, through, law)
    } catch {
      throw .law(error)
    }
  }

  private static func table(
    _ first: Rupiah, _ from: Month, _ through: Month, _ law: LawBook
  ) throws(LawError) -> (months: [PaymentMonth], working: Working) {
    let inflation = try law[inflation]
    var (months, working): ([PaymentMonth], Working) = ([], [])
    var (amount, month) = (first, from)
    while month <= through {
      let rounding = try law.inForce(benefitRounding, on: month.firstDay)
      let day = try law.inForce(indexMonth, on: month.firstDay)
      if month > from, month.monthOfYear == day.value {
        let growth = try inflation.declared(for: month.year - 1)
        amount = Rupiah((.one + growth.value) * amount, rounded: rounding.value)
        working.append(
          Step(
            "Mulai \(month.spelled(in: .indonesian)) pensiun naik \(growth.value), inflasi tahun sebelumnya.",
            "From \(month.spelled(in: .english)) the pension rises by \(growth.value), last year's inflation.",
            amount: amount, by: growth))
        working.append(
          Step("Naik sekali setahun.", "It rises once a year.", amount: amount, by: day))
      }
      let bounds = try bounds(on: month.firstDay, law)
      let kept = bounds.value.keep(amount)
      if kept != amount {
        working.append(
          Step(
            "\(month.spelled(in: .indonesian)): dijaga dalam batas.",
            "\(month.spelled(in: .english)): kept to the bounds.",
            amount: kept, by: bounds))
        amount = kept
      }
      months.append(PaymentMonth(month: month, amount: amount))
      month = month.next
    }
    return (months, working)
  }
}
