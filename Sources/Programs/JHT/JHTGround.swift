public import Law
public import Vocabulary

/// Why JHT is claimed. The raw values are the words of `law/parameters/jht/grounds.yaml`.
public enum JHTGround: String, Codable, Sendable, CaseIterable {
  case retirementAge56 = "retirement age 56"
  /// Retirement under a work contract, company rule or collective agreement.
  case retirementByAgreement = "retirement by agreement"
  case resigned
  /// Pemutusan hubungan kerja (PHK).
  case laidOff = "laid off"
  /// A fixed-term contract (PKWT) has run out.
  case contractEnded = "contract ended"
  /// A self-employed member no longer works.
  case stoppedBusiness = "stopped business"
  case leftIndonesia = "left Indonesia"
  case totalDisability = "total disability"
  case death
  /// A tenth of the balance, to prepare for retirement.
  case partial10 = "partial 10"
  /// Up to three tenths, for a house.
  case partialHousing30 = "partial housing 30"

  public var words: Words {
    switch self {
    case .retirementAge56: Words("mencapai usia pensiun", "reached the retirement age")
    case .retirementByAgreement: Words("pensiun menurut perjanjian kerja", "retired under the work agreement")
    case .resigned: Words("mengundurkan diri", "resigned")
    case .laidOff: Words("terkena PHK", "laid off")
    case .contractEnded: Words("kontrak kerja berakhir", "work contract ended")
    case .stoppedBusiness: Words("berhenti berusaha", "stopped business")
    case .leftIndonesia: Words("meninggalkan Indonesia selamanya", "left Indonesia for good")
    case .totalDisability: Words("cacat total tetap", "total permanent disability")
    case .death: Words("peserta meninggal dunia", "the member died")
    case .partial10: Words("sebagian saldo untuk persiapan pensiun", "a part, to prepare for retirement")
    case .partialHousing30: Words("sebagian saldo untuk perumahan", "a part, for a house")
    }
  }

  public var isPartial: Bool { self == .partial10 || self == .partialHousing30 }

  /// The waiting time of this ground; a partial payment has none.
  public var waiting: LawKey<Wait>? {
    switch self {
    case .retirementAge56: Self.waitAt56
    case .retirementByAgreement: Self.waitAfterRetiring
    case .resigned: Self.waitAfterResigning
    case .laidOff: Self.waitAfterLayOff
    case .contractEnded: Self.waitAfterContract
    case .stoppedBusiness: Self.waitAfterBusiness
    case .leftIndonesia: Self.waitAfterLeaving
    case .totalDisability: Self.waitAfterDisability
    case .death: Self.waitAfterDeath
    case .partial10, .partialHousing30: nil
    }
  }

  private static let waitAt56 = LawKey<Wait>("jht/waiting/retirement_age")
  private static let waitAfterRetiring = LawKey<Wait>("jht/waiting/retirement_by_agreement")
  private static let waitAfterResigning = LawKey<Wait>("jht/waiting/resigned")
  private static let waitAfterLayOff = LawKey<Wait>("jht/waiting/laid_off")
  private static let waitAfterContract = LawKey<Wait>("jht/waiting/contract_ended")
  private static let waitAfterBusiness = LawKey<Wait>("jht/waiting/stopped_business")
  private static let waitAfterLeaving = LawKey<Wait>("jht/waiting/left_indonesia")
  private static let waitAfterDisability = LawKey<Wait>("jht/waiting/total_disability")
  private static let waitAfterDeath = LawKey<Wait>("jht/waiting/death")
}

/// Whether memberships must have ended.
public enum MembershipCondition: String, Sendable, CaseIterable {
  case ended, any
}

/// A row of the grounds: for whom, and whether all memberships must have ended.
public struct JHTGroundRule: LawRowReadable, Hashable {
  public let ground: JHTGround
  public let segments: [Segment]
  public let membership: MembershipCondition

  public static let columns = [
    LawColumn("ground", .text), LawColumn("segments", .text), LawColumn("membership", .text),
  ]

  public init(law row: LawRow) throws(WrongForm) {
    ground = try row.choice("ground")
    membership = try row.choice("membership")
    var segments: [Segment] = []
    for name in try row.text("segments").split(separator: ",") {
      guard let segment = Segment(rawValue: name.trimmed) else {
        throw WrongForm(wanted: Words("Pilihan: PU, BPU, JAKON, PMI.", "segments are PU, BPU, JAKON, PMI"))
      }
      segments.append(segment)
    }
    self.segments = segments
  }
}

/// Through which door a claim comes.
public enum ClaimChannel: String, Codable, Sendable, CaseIterable {
  /// The mobile application.
  case jmo
  /// The web channel (Lapak Asik).
  case web
  case branch

  public var words: Words {
    switch self {
    case .jmo: Words("aplikasi JMO", "the JMO application")
    case .web: Words("Lapak Asik", "Lapak Asik (web)")
    case .branch: Words("kantor cabang", "a branch office")
    }
  }
}

/// A row of the channels: what each asks of a member.
public struct ChannelRule: LawRowReadable, Hashable {
  public enum DataCondition: String, Sendable, CaseIterable {
    case renewed, any
  }

  public let channel: ClaimChannel
  public let membership: MembershipCondition
  public let data: DataCondition

  public static let columns = [
    LawColumn("channel", .text), LawColumn("membership", .text), LawColumn("data", .text),
  ]

  public init(law row: LawRow) throws(WrongForm) {
    channel = try row.choice("channel")
    membership = try row.choice("membership")
    data = try row.choice("data")
  }
}
