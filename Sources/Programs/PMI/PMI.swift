public import Law
public import Vocabulary

/// Indonesians who work abroad (pekerja migran Indonesia): contributions by package, benefits by the list of their own
/// regulation. Amounts that are not known have no row in `law/`, and asking for them finds the law silent.
public enum PMI {
  public static let beforeWork = LawKey<Rupiah>("pmi/contribution/before_work")
  public static let packages = LawKey<[Package]>("pmi/contribution/packages")
  public static let individual = LawKey<Rupiah>("pmi/contribution/individual")
  public static let extensionMonth = LawKey<Rupiah>("pmi/contribution/extension")
  public static let jhtChoices = LawKey<[JHTChoice]>("pmi/contribution/jht_choices")
  public static let coverMonths = LawKey<[CoverPhase]>("pmi/cover/months")
  public static let individualBefore = LawKey<Months>("pmi/cover/individual_before")
  public static let homeDays = LawKey<Days>("pmi/cover/home_days")
  public static let amounts = LawKey<[KnownAmount]>("pmi/benefit/amounts")
  public static let overseasCare = LawKey<Rupiah>("pmi/benefit/overseas_care")
  public static let hostInsurance = LawKey<HostInsurance>("pmi/benefit/host_insurance")

  static let keys: [any AnyLawKey] = [
    beforeWork, packages, individual, extensionMonth, jhtChoices, coverMonths, individualBefore, homeDays, amounts,
    overseasCare, hostInsurance,
  ]

  /// How somebody went abroad.
  public enum Route: String, Codable, Sendable, CaseIterable {
    /// Through a placement agency (P3MI).
    case agency
    /// Perseorangan.
    case individual
  }

  public enum HostInsurance: String, LawRule {
    case hostFirst = "insurance of the host country first"
  }

  /// A row of the packages: months of contract and what they cost.
  public struct Package: LawRowReadable, Hashable {
    public let months: Int
    public let amount: Rupiah

    public static let columns = [LawColumn("months", .count), LawColumn("amount", .rupiah)]

    public init(law row: LawRow) throws(WrongForm) {
      months = try row.cell("months")
      amount = try row.cell("amount")
    }
  }

  /// A row of the amounts of JHT that can be chosen.
  public struct JHTChoice: LawRowReadable, Hashable {
    public let amount: Rupiah

    public static let columns = [LawColumn("amount", .rupiah)]

    public init(law row: LawRow) throws(WrongForm) { amount = try row.cell("amount") }
  }

  /// A row of the months of cover besides the contract.
  public struct CoverPhase: LawRowReadable, Hashable {
    public enum Phase: String, Sendable, CaseIterable {
      case beforeDeparture = "before departure"
      case journeyHome = "journey home"
      case afterArrival = "after arrival"
    }

    public let phase: Phase
    public let months: Int

    public static let columns = [LawColumn("phase", .text), LawColumn("months", .count)]

    public init(law row: LawRow) throws(WrongForm) {
      phase = try row.choice("phase")
      months = try row.cell("months")
    }
  }

  /// A row of the benefits whose amount is known.
  public struct KnownAmount: LawRowReadable, Hashable {
    public let benefit: String
    public let amount: Rupiah

    public static let columns = [LawColumn("benefit", .text), LawColumn("amount", .rupiah)]

    public init(law row: LawRow) throws(WrongForm) {
      benefit = try row.text("benefit")
      amount = try row.cell("amount")
    }
  }
}
