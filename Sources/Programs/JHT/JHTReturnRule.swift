public import Law
public import Vocabulary

/// How the balance of a JHT account grows in one year.
///
/// Made once per year from the law, then asked for every account: `earned(opening:changes:throughMonth:)` works in
/// integers and allocates nothing.
public struct JHTReturnRule: Sendable {
  /// How a year of return is reckoned from balance and contributions.
  public enum Crediting: String, LawRule {
    /// Each month earns a twelfth of the yearly rate on the balance with which it begins; nothing earned within the
    /// year earns again before the year's end.
    case monthlyBalances = "monthly balances"
  }

  /// The rate for a year that is not yet declared.
  public enum Interim: String, LawRule {
    case lastDeclared = "last declared rate"
    /// A rate of its own, `jht/return/interim_rate`.
    case interimRate = "the interim rate"
  }

  /// The rate for years that are over and before the first one of which a rate is on the book.
  public enum Before: String, LawRule {
    case firstDeclared = "the first declared rate"
    case nothing = "nothing is earned"
  }

  public let year: Int
  public let rate: Rate
  /// Where the rate stands.
  public let citation: Citation
  /// The least of all that the rule rests on.
  public let confidence: Confidence
  /// How sure the rate alone is.
  public var rateConfidence: Confidence { declared.confidence }
  /// The rate is not the year's own but stands in for it.
  public let isInterim: Bool

  private let declared: InForce<Rate>
  private let crediting: InForce<Crediting>
  private let rounding: InForce<Rounding>
  private let standsIn: Step?

  /// The rule of a year whose rate is declared; throws `.notDeclared` for any other.
  public init(year: Int, law: LawBook) throws(LawError) {
    try self.init(year: year, declared: try law[JHT.declaredReturn].declared(for: year), standsIn: nil, law: law)
  }

  /// The rule for a claim on `day`: the year's own rate if it is declared, otherwise what the law says stands in for
  /// it.
  public static func interim(on day: Day, law: LawBook) throws(LawError) -> JHTReturnRule {
    let rates = try law[JHT.declaredReturn]
    if rates.history.contains(where: { $0.from == Month(year: day.year, month: 1).firstDay }) {
      return try JHTReturnRule(year: day.year, law: law)
    }
    if let first = rates.history.first, day < first.from { return try before(first.from, on: day, law: law) }
    let rule = try law.inForce(JHT.interimReturn, on: day)
    let rate: InForce<Rate> =
      switch rule.value {
      case .lastDeclared: try rates.inForce(on: day)
      case .interimRate: try law.inForce(JHT.interimRate, on: day)
      }
    let standsIn = Step(
      "Hasil pengembangan \(day.year) belum ditetapkan; untuk sementara dipakai \(rate.value).",
      "The return for \(day.year) is not declared yet; \(rate.value) stands in for it.", by: rule)
    return try JHTReturnRule(year: day.year, declared: rate, standsIn: standsIn, law: law)
  }

  /// The rule of a year before the first on the book. Whatever was earned before the first year of the return stands in
  /// the opening balance that was taken over.
  private static func before(_ begins: Day, on day: Day, law: LawBook) throws(LawError) -> JHTReturnRule {
    let rule = try law.inForce(JHT.returnBeforeBook, on: day)
    let first = try law.inForce(JHT.firstReturnYear, on: day)
    let none = day.year < first.value || rule.value == .nothing
    let rate =
      none
      ? rule.map { _ in Rate.zero } : try law[JHT.declaredReturn].inForce(on: begins)
    let standsIn = Step(
      "Hasil pengembangan \(day.year) tidak ada dalam buku; dipakai \(rate.value).",
      "The return for \(day.year) is not on the book; \(rate.value) is used.",
      by: none ? first.map { _ in rule.value } : rule)
    return try JHTReturnRule(year: day.year, declared: rate, standsIn: standsIn, law: law)
  }

  init(year: Int, declared: InForce<Rate>, standsIn: Step?, law: LawBook) throws(LawError) {
    let end = Month(year: year, month: 12).lastDay
    self.year = year
    self.declared = declared
    self.standsIn = standsIn
    isInterim = standsIn != nil
    crediting = try law.inForce(JHT.crediting, on: end)
    rounding = try law.inForce(JHT.returnRounding, on: end)
    rate = declared.value
    citation = declared.source
    let marks =
      [declared.confidence, crediting.confidence, rounding.confidence] + (standsIn.map { [$0.confidence] } ?? [])
    confidence = .least(marks)
  }
}

extension JHTReturnRule {
  /// What an account earns from January through `month`.
  ///
  /// - Parameters:
  ///   - opening: the balance at the beginning of the year.
  ///   - changes: the net change credited in each month from January on; months beyond its end have none.
  ///   - month: 0 to 12; 12 for the whole year.
  public func earned(opening: Rupiah, changes: [Rupiah], throughMonth month: Int) -> Rupiah {
    precondition((0...12).contains(month), "a year has twelve months")
    precondition(changes.count <= 12, "a year has twelve months")
    switch crediting.value {
    case .monthlyBalances:
      var (balance, sum) = (opening.amount, Int64(0))
      for index in 0..<month {
        sum += balance
        if index < changes.count { balance += changes[index].amount }
      }
      return rounded(sum, over: rate.denominator * 12)
    }
  }

  /// The balance at the end of `month`, with what it earned.
  public func balance(opening: Rupiah, changes: [Rupiah], throughMonth month: Int) -> Rupiah {
    changes.prefix(month).reduce(opening, +) + earned(opening: opening, changes: changes, throughMonth: month)
  }

  // Rounding by hand: sum × rate may pass 64 bits where the quotient does not.
  private func rounded(_ sum: Int64, over denominator: Int64) -> Rupiah {
    guard sum >= 0 else { return -rounded(-sum, over: denominator) }
    let (quotient, remainder) = denominator.dividingFullWidth(sum.multipliedFullWidth(by: rate.numerator))
    switch rounding.value {
    case .down: return Rupiah(quotient)
    case .halfUp: return Rupiah(remainder * 2 >= denominator ? quotient + 1 : quotient)
    case .up: return Rupiah(remainder > 0 ? quotient + 1 : quotient)
    }
  }

  /// The same figures with their articles.
  public func working(opening: Rupiah, changes: [Rupiah], throughMonth month: Int) -> Working {
    let earned = earned(opening: opening, changes: changes, throughMonth: month)
    var working: Working = []
    if let standsIn { working.append(standsIn) }
    working.append(
      Step(
        "Hasil pengembangan \(year): \(rate) setahun.", "The return of \(year): \(rate) a year.", by: declared))
    working.append(
      Step(
        "Tiap bulan seperdua belas dari tingkat itu atas saldo awal bulan, \(month) bulan dari saldo \(opening).",
        "Each month a twelfth of it on the balance with which the month begins: \(month) months from \(opening).",
        amount: earned, by: crediting))
    working.append(
      Step(
        "Dibulatkan \(rounding.value.words.indonesian).", "Rounded \(rounding.value.words.english).",
        amount: earned, by: rounding))
    return working
  }
}
