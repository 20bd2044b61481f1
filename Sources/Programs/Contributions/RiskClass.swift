public import Law
public import Vocabulary

/// The risk class of a business, I to V, which sets its JKK rate. BPJS sets it from the list of businesses.
public enum RiskClass: Int, Codable, Sendable, CaseIterable {
  case veryLow = 1
  case low = 2
  case medium = 3
  case high = 4
  case veryHigh = 5

  public var words: Words {
    switch self {
    case .veryLow: Words("sangat rendah (I)", "very low (I)")
    case .low: Words("rendah (II)", "low (II)")
    case .medium: Words("sedang (III)", "medium (III)")
    case .high: Words("tinggi (IV)", "high (IV)")
    case .veryHigh: Words("sangat tinggi (V)", "very high (V)")
    }
  }
}

/// A row of the JKK rates.
public struct RiskRate: LawRowReadable, Hashable {
  public let riskClass: RiskClass
  public let rate: Rate

  public static let columns = [LawColumn("class", .count), LawColumn("rate", .percent)]

  public init(law row: LawRow) throws(WrongForm) {
    guard let riskClass = RiskClass(rawValue: try row.cell("class", as: Int.self)) else {
      throw WrongForm(wanted: Words("Tingkat risiko: 1 sampai 5.", "a risk class is 1 to 5"))
    }
    self.riskClass = riskClass
    rate = try row.cell("rate")
  }
}
