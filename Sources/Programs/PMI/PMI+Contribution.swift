public import Law
public import Vocabulary

/// What a migrant worker pays, once, with its working.
public struct PMIContribution: Codable, Sendable, Hashable {
  /// Before work, through an agency.
  public let before: Rupiah
  /// During and after work.
  public let package: Rupiah
  public let extended: Rupiah
  /// JHT over all months of contract and extension, where it was chosen.
  public let jht: Rupiah
  /// Months of cover in all; known for agencies only.
  public let coverMonths: Int?
  public let working: Working

  public var total: Rupiah { before + package + extended + jht }
}

extension PMI {
  /// Reckons the contribution for a contract of so many months, signed on `day`.
  ///
  /// - Parameter jht: what is paid for JHT each month; one of the amounts that can be chosen.
  public static func contribution(
    route: Route, contractMonths: Int, extensionMonths: Int = 0, jht: Rupiah? = nil, on day: Day, law: LawBook
  ) throws(Undecidable) -> PMIContribution {
    var errors: [FactsError] = []
    if contractMonths < 1 { errors.append(.claim(.contractMonths(contractMonths))) }
    if !(0...600).contains(extensionMonths) { errors.append(.claim(.contractMonths(extensionMonths))) }
    if let jht, jht.isNegative { errors.append(.negativeAmount(jht)) }
    guard errors.isEmpty else { throw .facts(errors) }
    do throws(LawError) {
      return try reckon(route, contractMonths, extensionMonths, jht, day, law)
    } catch {
      throw .law(error)
    }
  }

  private static func reckon(
    _ route: Route, _ contract: Int, _ extra: Int, _ jht: Rupiah?, _ day: Day, _ law: LawBook
  ) throws(LawError) -> PMIContribution {
    var working: Working = []
    var before = Rupiah.zero
    let table = try law.inForce(packages, on: day)
    guard let row = table.value.first(where: { $0.months == contract }) else {
      throw .noRow(parameter: table.parameter, on: day, asked: "\(contract) months")
    }
    var package = row.amount
    var cover: Int?
    switch route {
    case .agency:
      let first = try law.inForce(beforeWork, on: day)
      let phases = try law.inForce(coverMonths, on: day)
      before = first.value
      cover = phases.value.map(\.months).reduce(contract, +)
      working += [
        Step("Iuran sebelum bekerja.", "Contribution before work.", amount: before, by: first),
        Step(
          "Iuran selama dan sesudah bekerja, perjanjian \(contract) bulan.",
          "Contribution during and after work, a contract of \(contract) months.", amount: package, by: table),
        Step(
          "Dilindungi \(cover ?? contract) bulan.", "Covered for \(cover ?? contract) months.", by: phases),
      ]
    case .individual:
      let whole = try law.inForce(individual, on: day)
      // The amount that was seen is that of the longest package; others are not known.
      guard contract == table.value.map(\.months).max() else {
        throw .noRow(parameter: whole.parameter, on: day, asked: "\(contract) months")
      }
      package = whole.value
      working.append(
        Step("Iuran pekerja perseorangan.", "Contribution without an agency.", amount: package, by: whole))
    }
    let extended = try prolonged(extra, day, law, &working)
    let saved = try savings(jht, months: contract + extra, day, law, &working)
    return PMIContribution(
      before: before, package: package, extended: extended, jht: saved, coverMonths: cover.map { $0 + extra },
      working: working)
  }

  private static func prolonged(
    _ months: Int, _ day: Day, _ law: LawBook, _ working: inout Working
  ) throws(LawError) -> Rupiah {
    guard months > 0 else { return .zero }
    let monthly = try law.inForce(extensionMonth, on: day)
    let amount = monthly.value * Int64(months)
    working.append(
      Step(
        "Perpanjangan \(months) bulan × \(monthly.value).", "An extension of \(months) month(s) × \(monthly.value).",
        amount: amount, by: monthly))
    return amount
  }

  private static func savings(
    _ monthly: Rupiah?, months: Int, _ day: Day, _ law: LawBook, _ working: inout Working
  ) throws(LawError) -> Rupiah {
    guard let monthly, monthly.isPositive else { return .zero }
    let choices = try law.inForce(jhtChoices, on: day)
    guard choices.value.contains(where: { $0.amount == monthly }) else {
      throw .noRow(parameter: choices.parameter, on: day, asked: monthly.description)
    }
    let amount = monthly * Int64(months)
    working.append(
      Step("JHT \(monthly) × \(months) bulan.", "JHT of \(monthly) × \(months) months.", amount: amount, by: choices))
    return amount
  }
}
