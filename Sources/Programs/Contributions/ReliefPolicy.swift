public import Law
public import Vocabulary

/// The relief that a member or an employer qualifies for. Who qualifies is a fact; whether it bites in a month is law.
public enum Relief: String, Codable, Sendable, CaseIterable {
  case none
  /// Industri padat karya: the employer qualifies, for its wage earners.
  case labourIntensive = "labour intensive"
  /// Self-employed drivers and couriers.
  case transport
  /// All other self-employed members.
  case nonTransport = "non-transport"

  public var words: Words {
    switch self {
    case .none: Words("tanpa keringanan", "no relief")
    case .labourIntensive: Words("keringanan industri padat karya", "relief for labour-intensive industry")
    case .transport: Words("keringanan pengemudi dan kurir", "relief for drivers and couriers")
    case .nonTransport: Words("keringanan peserta mandiri", "relief for self-employed members")
    }
  }
}

/// What a relief asks of an employer, as it stands on the employer's evidence.
public struct Industry: Codable, Sendable, Hashable {
  /// As named in the column `sectors` of the relief.
  public let sector: String
  public let activeWorkers: Int
  /// The last month of which JKK is paid, without a gap before it; `nil` if none is.
  public let jkkPaidUpTo: Month?

  public init(sector: String, activeWorkers: Int, jkkPaidUpTo: Month?) {
    self.sector = sector
    self.activeWorkers = activeWorkers
    self.jkkPaidUpTo = jkkPaidUpTo
  }
}

/// A dated reduction of contributions: for whom, of what, how much is still paid, and on which conditions.
public struct ReliefPolicy: LawRowReadable, Hashable {
  /// Whose money may pay for the reduction to hold.
  public enum Payer: String, Sendable, CaseIterable {
    case any
    /// Not where the state budget (APBN) or a regional budget (APBD) pays.
    case notBudget = "not the budget"
  }

  public let segment: Segment
  public let programme: Programme
  /// What of the contribution is still paid.
  public let pays: Rate
  public let payer: Payer
  /// The active workers that an employer must have at least; 0 where that does not matter.
  public let leastWorkers: Int
  /// Industries that qualify, in words, or `any`.
  public let sectors: String

  public static let columns = [
    LawColumn("segment", .text), LawColumn("programme", .text), LawColumn("pays", .percent),
    LawColumn("payer", .text), LawColumn("least_workers", .count), LawColumn("sectors", .text),
  ]

  public init(law row: LawRow) throws(WrongForm) {
    segment = try row.choice("segment")
    programme = try row.choice("programme")
    pays = try row.cell("pays")
    payer = try row.choice("payer")
    leastWorkers = try row.cell("least_workers")
    sectors = try row.text("sectors")
  }

  /// Whether an employer of `industry` qualifies: the sector is among those named, and the workers are enough.
  public func admits(_ industry: Industry) -> Bool {
    let named = sectors.split(separator: ";").map { $0.trimmed }
    return (sectors == "any" || named.contains(industry.sector)) && industry.activeWorkers >= leastWorkers
  }

  /// How many months before the relief JKK must be paid up.
  public static let labourIntensivePaid = LawKey<Months>("relief/labour_intensive_paid")

  /// Holds for everybody, without anybody having to qualify.
  public static let covid = LawKey<[ReliefPolicy]>("relief/covid")
  public static let labourIntensive = LawKey<[ReliefPolicy]>("relief/labour_intensive")
  public static let transport = LawKey<[ReliefPolicy]>("relief/bpu_transport")
  public static let nonTransport = LawKey<[ReliefPolicy]>("relief/bpu_other")

  static let keys: [any AnyLawKey] = [covid, labourIntensive, labourIntensivePaid, transport, nonTransport]

  /// The policies under which `relief` is granted on `day`: none before they begin and none after they are repealed.
  public static func inForce(
    _ relief: Relief, on day: Day, law: LawBook
  ) throws(LawError) -> InForce<[ReliefPolicy]>? {
    switch relief {
    case .none: nil
    case .labourIntensive: try law.findInForce(labourIntensive, on: day)
    case .transport: try law.findInForce(transport, on: day)
    case .nonTransport: try law.findInForce(nonTransport, on: day)
    }
  }
}
