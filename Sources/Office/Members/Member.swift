public import Vocabulary

// The life of a member. A person is registered once, under her NIK, when an employer reports her (Formulir 1a) or she
// reports herself (BPU). Each membership has a number, the KPJ; a second job is a second membership of the same person. A
// membership is active until it ends: the employer reports her out, she stops her business, or, for the self-employed
// only, three unpaid months close it by themselves and the next payment opens it again. What is known of a person is kept
// version by version, so that a decision can be recomputed with what was known on its day.

public enum MemberMark {}
public typealias MemberID = Identifier<MemberMark>

/// Who somebody is.
public struct Person: Codable, Hashable, Sendable {
  public var nik: NIK
  public var name: String
  public var birthPlace: String
  public var bornOn: Day
  public var sex: Sex
  public var motherName: String
  public var address: String
  public var village: String
  public var phone: String
  public var email: String
  public var npwp: String
  public var bank: BankAccount

  public init(
    nik: NIK, name: String, birthPlace: String = "", bornOn: Day, sex: Sex, motherName: String = "",
    address: String = "",
    village: String = "", phone: String = "", email: String = "", npwp: String = "", bank: BankAccount = .none
  ) {
    self.nik = nik
    self.name = name
    self.birthPlace = birthPlace
    self.bornOn = bornOn
    self.sex = sex
    self.motherName = motherName
    self.address = address
    self.village = village
    self.phone = phone
    self.email = email
    self.npwp = npwp
    self.bank = bank
  }
}

/// Where a benefit is paid to. The holder must be the member or an heir; the bank checks the name.
public struct BankAccount: Codable, Hashable, Sendable {
  public var code: String
  public var number: String
  public var holder: String

  public init(code: String, number: String, holder: String) {
    self.code = code
    self.number = number
    self.holder = holder
  }

  public static let none = BankAccount(code: "", number: "", holder: "")
  public var isNone: Bool { number.isEmpty }
}

/// Why a membership ended.
public enum EndReason: String, Codable, Sendable, CaseIterable {
  case resigned
  case laidOff
  case contractEnded
  case retired
  case stoppedBusiness
  case died
  case other

  public var words: Words {
    switch self {
    case .resigned: Words("Mengundurkan diri", "Resigned")
    case .laidOff: Words("Di-PHK", "Laid off")
    case .contractEnded: Words("Kontrak kerja selesai", "Contract ended")
    case .retired: Words("Pensiun", "Retired")
    case .stoppedBusiness: Words("Berhenti usaha", "Stopped the business")
    case .died: Words("Meninggal dunia", "Died")
    case .other: Words("Alasan lain", "Another reason")
    }
  }
}

/// Whether a membership covers today, read from what happened to it.
public enum MembershipStatus: Hashable, Sendable, Codable {
  case active
  /// Closed by itself after unpaid months; the next payment opens it again.
  case lapsed(since: Month)
  case ended(on: Day, reason: EndReason)

  public var isActive: Bool { self == .active }
  public var isEnded: Bool { if case .ended = self { true } else { false } }

  public var words: Words {
    switch self {
    case .active: Words("Aktif", "Active")
    case .lapsed: Words("Nonaktif karena iuran belum dibayar", "Not active: unpaid")
    case .ended: Words("Berakhir", "Ended")
    }
  }
}

/// One membership: a number, what it covers, and who pays.
public struct Membership: Hashable, Sendable, Codable {
  public let memberID: MemberID
  public let kpj: KPJ
  public let segment: Segment
  public let employerID: EmployerID?
  public let programmes: ProgrammeSet
  public let occupation: String
  public let relief: String
  public let joinedOn: Day
  public let status: MembershipStatus
  /// The wage reported last, or the income of the self-employed; rupiah a month.
  public let wage: Rupiah
}

/// A member as the office knows her today.
public struct Member: Hashable, Sendable, Codable {
  public let id: MemberID
  public let person: Person
  /// When the member herself last confirmed her data (pengkinian data); claims on the phone ask for it.
  public let renewedAt: Instant?
  public let memberships: [Membership]
  /// Where she pays for herself; `nil` for those whose employer pays.
  public let va: VirtualAccount?

  public func membership(_ kpj: KPJ) -> Membership? { memberships.first { $0.kpj == kpj } }
}
