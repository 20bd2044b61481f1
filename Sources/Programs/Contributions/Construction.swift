public import Law
public import Vocabulary

/// Contributions of construction work (jasa konstruksi): by wages, as `Tariff` reckons them, or by the contract's
/// value.
public enum Construction {
  /// A row of the contract tariff: the rates on the part of the value above a bound.
  public struct ContractBand: LawRowReadable, Hashable {
    public let over: Rupiah
    public let jkk: Rate
    public let jkm: Rate

    public static let columns = [
      LawColumn("over", .rupiah), LawColumn("jkk", .percent), LawColumn("jkm", .percent),
    ]

    public init(law row: LawRow) throws(WrongForm) {
      over = try row.cell("over")
      jkk = try row.cell("jkk")
      jkm = try row.cell("jkm")
    }
  }

  public static let wageRateJKK = LawKey<Rate>("jakon/contribution/wage_jkk")
  public static let wageRateJKM = LawKey<Rate>("jakon/contribution/wage_jkm")
  public static let contractBands = LawKey<[ContractBand]>("jakon/contribution/contract_bands")
  public static let valueAddedTax = LawKey<Rate>("jakon/contribution/vat")

  static let keys: [any AnyLawKey] = [wageRateJKK, wageRateJKM, contractBands, valueAddedTax]

  /// What a project owes, once, for all its workers.
  public struct ProjectContribution: Sendable, Hashable, Codable {
    /// The contract's value without value added tax, in whole rupiah.
    public let base: Rupiah
    public let jkk: Rupiah
    public let jkm: Rupiah
    public let working: Working

    public var total: Rupiah { jkk + jkm }
  }

  /// Reckons the contribution of a project whose wages are not known, by the law on the day it was `registered`.
  public static func contribution(
    contractValue: Rupiah, includesVAT: Bool, registered day: Day, law: LawBook
  ) throws(Undecidable) -> ProjectContribution {
    guard !contractValue.isNegative else { throw .facts([.negativeAmount(contractValue)]) }
    guard contractValue <= ContributionRules.largestAmount else { throw .facts([.implausibleAmount(contractValue)]) }
    do throws(LawError) {
      return try reckon(contractValue, includesVAT, day, law)
    } catch {
      throw .law(error)
    }
  }

  private static func reckon(
    _ value: Rupiah, _ includesVAT: Bool, _ day: Day, _ law: LawBook
  ) throws(LawError) -> ProjectContribution {
    let rounding = try law.inForce(ContributionRules.rounding, on: day)
    let bands = try law.inForce(contractBands, on: day)
    var working: Working = []
    var base = value
    if includesVAT {
      let tax = try law.inForce(valueAddedTax, on: day)
      let whole = Rate.one + tax.value
      base = Rupiah(Rate(whole.denominator, over: whole.numerator) * value, rounded: rounding.value)
      working.append(
        Step(
          "PPN \(tax.value) dikeluarkan dari nilai kontrak \(value).",
          "Value added tax of \(tax.value) is taken out of the contract value \(value).", amount: base, by: tax))
    }
    let relief = try law.findInForce(ReliefPolicy.covid, on: day)
    func share(_ programme: Programme, _ rate: (ContractBand) -> Rate) -> Rupiah {
      let tariff = bands.value.map { Band(over: $0.over, rate: rate($0)) }
      let policy = relief?.value.first { $0.segment == .construction && $0.programme == programme }
      let amount = Rupiah(tariff.apply(to: base) * (policy?.pays ?? .one), rounded: rounding.value)
      working.append(
        Step(
          "Iuran \(programme.rawValue) dari nilai kontrak \(base), bertingkat.",
          "\(programme.rawValue) contribution on a contract value of \(base), band by band.", amount: amount, by: bands)
      )
      if let relief, let policy {
        working.append(
          Step(
            "Karena keringanan, hanya \(policy.pays) dari iuran \(programme.rawValue) yang dibayar.",
            "Under the relief only \(policy.pays) of the \(programme.rawValue) contribution is paid.", amount: amount,
            by: relief))
      }
      return amount
    }
    let (jkk, jkm) = (share(.jkk, \.jkk), share(.jkm, \.jkm))
    working.append(Step("Dibulatkan ke rupiah penuh.", "Rounded to whole rupiah.", by: rounding))
    return ProjectContribution(base: base, jkk: jkk, jkm: jkm, working: working)
  }
}
