public import Law
public import Vocabulary

extension JKK {
  /// A row that says what counts as the wage of a segment.
  public struct BaseRule: LawRowReadable, Hashable {
    public enum Base: String, Sendable, CaseIterable {
      case reportedWage = "reported wage"
      case bracketBase = "bracket base"
      case reportedOrMinimum = "reported or minimum wage"
    }

    public let segment: Segment
    public let base: Base

    public static let columns = [LawColumn("segment", .text), LawColumn("base", .text)]

    public init(law row: LawRow) throws(WrongForm) {
      segment = try row.choice("segment")
      base = try row.choice("base")
    }
  }

  /// A row that turns a daily wage into a monthly one.
  public struct DailyWageRule: LawRowReadable, Hashable {
    public let daysAWeek: Int
    public let days: Int

    public static let columns = [LawColumn("days_a_week", .count), LawColumn("days", .count)]

    public init(law row: LawRow) throws(WrongForm) {
      daysAWeek = try row.cell("days_a_week")
      days = try row.cell("days")
    }
  }

  /// A row of the costs that are paid as needed.
  public struct CareRule: LawRowReadable, Hashable {
    /// How far it is paid.
    public enum Extent: String, Sendable, CaseIterable {
      case classOne = "class one of a public hospital"
      case asNeeded = "as needed"

      public var words: Words {
        switch self {
        case .classOne:
          Words(
            "sesuai kebutuhan, di kelas I rumah sakit pemerintah atau setara",
            "as needed, in class one of a public hospital or the like")
        case .asNeeded: Words("sesuai kebutuhan", "as needed")
        }
      }
    }

    public let cost: CostKind
    public let extent: Extent

    public static let columns = [LawColumn("cost", .text), LawColumn("extent", .text)]

    public init(law row: LawRow) throws(WrongForm) {
      cost = try row.choice("cost")
      extent = try row.choice("extent")
    }
  }

  /// A row of the costs that are paid up to a limit.
  public struct CostLimit: LawRowReadable, Hashable {
    public let cost: CostKind
    public let most: Rupiah

    public static let columns = [LawColumn("cost", .text), LawColumn("most", .rupiah)]

    public init(law row: LawRow) throws(WrongForm) {
      cost = try row.choice("cost")
      most = try row.cell("most")
    }
  }

  /// A row of the share of the wage, from a month off work.
  public struct TemporaryRate: LawRowReadable, Hashable {
    public let fromMonth: Int
    public let rate: Rate

    public static let columns = [LawColumn("from_month", .count), LawColumn("rate", .percent)]

    public init(law row: LawRow) throws(WrongForm) {
      fromMonth = try row.cell("from_month")
      rate = try row.cell("rate")
      if fromMonth < 1 { throw WrongForm(wanted: Words("Bulan mulai dari 1.", "months begin at 1")) }
    }
  }

  /// A row that names a cause that counts as a work accident.
  public struct CauseRule: LawRowReadable, Hashable {
    public let cause: Cause

    public static let columns = [LawColumn("cause", .text)]

    public init(law row: LawRow) throws(WrongForm) { cause = try row.choice("cause") }
  }

  /// A row of the table of lasting partial disabilities.
  public struct BodyPart: LawRowReadable, Hashable {
    public enum Side: String, Codable, Sendable, CaseIterable {
      case right, left
      /// The side does not matter.
      case either
    }

    /// What the share is for: the whole loss, or each ten decibels or percent of it.
    public enum Per: String, Sendable, CaseIterable {
      case whole, ten
    }

    public let part: String
    public let indonesian: String
    public let side: Side
    public let least: Rate
    /// Above `least` where the doctor chooses between the two.
    public let most: Rate
    public let per: Per
    public let confidence: Confidence

    public static let columns = [
      LawColumn("part", .text), LawColumn("bagian", .text), LawColumn("side", .text), LawColumn("least", .percent),
      LawColumn("most", .percent), LawColumn("per", .text), LawColumn("confidence", .text),
    ]

    public init(law row: LawRow) throws(WrongForm) {
      part = try row.text("part")
      indonesian = try row.text("bagian")
      side = try row.choice("side")
      least = try row.cell("least")
      most = try row.cell("most")
      per = try row.choice("per")
      confidence = try row.choice("confidence")
      if most < least { throw WrongForm(wanted: Words("most tidak boleh di bawah least.", "most is not below least")) }
    }

    public var words: Words { Words(indonesian, side == .either ? part : "\(side.rawValue) \(part)") }
  }
}
