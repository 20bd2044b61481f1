public import Law
public import Vocabulary

extension JKM {
  public static let deathGrant = LawKey<Rupiah>("jkm/benefit/death")
  public static let periodicAmount = LawKey<Rupiah>("jkm/periodic/amount")
  public static let periodicMonths = LawKey<Months>("jkm/periodic/months")
  public static let burial = LawKey<Rupiah>("jkm/benefit/burial")
  public static let cover = LawKey<Cover>("jkm/cover")
  public static let firstMonths = LawKey<Months>("jkm/bpu/first_months")
  public static let earlyBenefit = LawKey<[EarlyBenefit]>("jkm/bpu/early_benefit")
  public static let clock = LawKey<Clock>("jkm/bpu/clock")

  static let benefitKeys: [any AnyLawKey] = [
    deathGrant, periodicAmount, periodicMonths, burial, cover, firstMonths, earlyBenefit, clock,
  ]

  /// Who is covered.
  public enum Cover: String, LawRule {
    case activeMembership = "active membership"
  }

  /// From which day the first months of a self-employed member count.
  public enum Clock: String, LawRule {
    case lastReactivation = "last reactivation"
    case firstJoining = "first joining"

    func start(_ cover: CoverFacts) -> Day {
      self == .lastReactivation ? cover.reactivated ?? cover.joined : cover.joined
    }
  }

  /// A row of what is paid for a self-employed member who dies in the first months.
  public struct EarlyBenefit: LawRowReadable, Hashable {
    public let benefit: BenefitKind
    public let amount: Rupiah

    public static let columns = [LawColumn("benefit", .text), LawColumn("amount", .rupiah)]

    public init(law row: LawRow) throws(WrongForm) {
      benefit = try row.choice("benefit")
      amount = try row.cell("amount")
    }
  }
}
