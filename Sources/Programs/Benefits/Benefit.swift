public import Vocabulary

/// What is paid for: the kinds of lines that a decision of JKK, JKM, the scholarship or PMI can have.
public enum BenefitKind: String, Codable, Sendable, CaseIterable {
  case care
  case transport
  case rehabilitation
  case aid
  case homeCare = "home care"
  /// Santunan sementara tidak mampu bekerja (STMB).
  case temporaryInability = "temporary inability"
  case partialDisability = "partial disability"
  case totalDisability = "total disability"
  case death
  case periodic
  case burial
  case scholarship
  case rape

  public var words: Words {
    switch self {
    case .care: Words("biaya perawatan", "care")
    case .transport: Words("biaya angkut", "transport")
    case .rehabilitation: Words("rehabilitasi medik", "medical rehabilitation")
    case .aid: Words("alat bantu", "aids")
    case .homeCare: Words("perawatan di rumah", "care at home")
    case .temporaryInability: Words("santunan sementara tidak mampu bekerja", "grant for temporary inability to work")
    case .partialDisability: Words("santunan cacat sebagian tetap", "grant for lasting partial disability")
    case .totalDisability: Words("santunan cacat total tetap", "grant for lasting total disability")
    case .death: Words("santunan kematian", "death grant")
    case .periodic: Words("santunan berkala", "periodic grant")
    case .burial: Words("biaya pemakaman", "burial money")
    case .scholarship: Words("beasiswa", "scholarship")
    case .rape: Words("santunan korban pemerkosaan", "grant for proven rape")
    }
  }
}

/// Who receives a line.
public enum Payee: Codable, Sendable, Hashable {
  case participant
  case facility
  case employer
  /// `guardian`: the heir is a minor, so a guardian (wali) receives for them.
  case heir(name: String, relation: HeirRelation, guardian: Bool)
  case child(name: String)
  case funeralArranger
  /// Dana Jaminan Sosial.
  case socialSecurityFund

  public var words: Words {
    switch self {
    case .participant: Words("peserta", "the participant")
    case .facility: Words("fasilitas kesehatan", "the health facility")
    case .employer: Words("pemberi kerja", "the employer")
    case .heir(let name, let relation, let guardian):
      Words(
        "\(name) (\(relation.words.indonesian)\(guardian ? ", melalui wali" : ""))",
        "\(name) (\(relation.words.english)\(guardian ? ", through a guardian" : ""))")
    case .child(let name): Words("\(name) (anak)", "\(name) (child)")
    case .funeralArranger: Words("yang mengurus pemakaman", "whoever arranged the funeral")
    case .socialSecurityFund: Words("Dana Jaminan Sosial", "the social security fund")
    }
  }
}

/// Whose money a line is.
public enum BenefitPayer: String, Codable, Sendable, CaseIterable {
  /// BPJS Ketenagakerjaan.
  case fund
  case employer
  /// The employer first; BPJS pays back once arrears and fine are settled.
  case employerFirst = "employer first"

  public var words: Words {
    switch self {
    case .fund: Words("dibayar BPJS Ketenagakerjaan", "paid by BPJS Ketenagakerjaan")
    case .employer: Words("dibayar pemberi kerja", "paid by the employer")
    case .employerFirst:
      Words(
        "dibayar pemberi kerja dahulu, diganti BPJS sesudah tunggakan dan denda lunas",
        "paid by the employer first, paid back once arrears and fine are settled")
    }
  }
}

/// One line of a decision: what, how much, to whom, from whom. Whole rupiah.
public struct BenefitItem: Codable, Sendable, Hashable {
  public let kind: BenefitKind
  public let amount: Rupiah
  public let payee: Payee
  public let payer: BenefitPayer

  public init(_ kind: BenefitKind, _ amount: Rupiah, to payee: Payee, from payer: BenefitPayer = .fund) {
    self.kind = kind
    self.amount = amount
    self.payee = payee
    self.payer = payer
  }

  /// `Santunan kematian Rp 20.000.000 untuk …, dibayar BPJS Ketenagakerjaan.`
  public var words: Words {
    Words(
      "\(kind.words.indonesian) \(amount) untuk \(payee.words.indonesian), \(payer.words.indonesian)",
      "\(kind.words.english) of \(amount) to \(payee.words.english), \(payer.words.english)")
  }
}

/// What was asked for and is not paid, wholly or in part, and why.
public struct DeclinedLine: Codable, Sendable, Hashable {
  public let kind: BenefitKind
  /// Above a cap, or all of it; zero where no amount was asked.
  public let amount: Rupiah
  public let reason: Reason

  public enum Reason: String, Codable, Sendable, CaseIterable {
    case overTheLimit = "over the limit"
    case notCoveredThen = "not covered then"
    case tooLate = "too late"
    case waitsForDecision = "waits for the decision"
    case notFromWork = "not from work"
    case levelUsedUp = "level used up"
    case tooOld = "too old"
    case married
    case works
    case beforeTheEvent = "before the event"
    case alreadyPaid = "already paid"
    case tooManyChildren = "too many children"
    case contributionsTooShort = "contributions too short"

    public var words: Words {
      switch self {
      case .overTheLimit: Words("melebihi batas", "above the limit")
      case .notCoveredThen: Words("belum ditanggung pada hari itu", "not covered on that day")
      case .tooLate: Words("lewat masa yang ditanggung", "after the time that is covered")
      case .waitsForDecision: Words("menunggu kepastian kecelakaan kerja", "waits until the case is decided")
      case .notFromWork: Words("bukan kecelakaan kerja", "not from work")
      case .levelUsedUp: Words("jatah jenjang ini sudah habis", "the years of this level are used up")
      case .tooOld: Words("anak sudah melewati batas umur", "the child has passed the age limit")
      case .married: Words("anak sudah menikah", "the child is married")
      case .works: Words("anak sudah bekerja", "the child works")
      case .beforeTheEvent: Words("tahun ajaran sebelum kejadian", "a school year before the event")
      case .alreadyPaid: Words("sudah dibayar", "already paid")
      case .tooManyChildren: Words("melebihi jumlah anak penerima", "more children than can receive")
      case .contributionsTooShort: Words("masa iur belum cukup", "too few contributions")
      }
    }
  }

  public init(_ kind: BenefitKind, _ amount: Rupiah, _ reason: Reason) {
    self.kind = kind
    self.amount = amount
    self.reason = reason
  }
}

/// What a claim comes to: every line, and what was not granted.
public struct BenefitAward: Codable, Sendable, Hashable {
  public let items: [BenefitItem]
  public let declined: [DeclinedLine]
  /// A companion on the way back to work, and training (return to work).
  public let returnToWork: Bool

  public init(items: [BenefitItem], declined: [DeclinedLine] = [], returnToWork: Bool = false) {
    self.items = items
    self.declined = declined
    self.returnToWork = returnToWork
  }

  public var total: Rupiah { items.map(\.amount).sum() }

  public func total(of kind: BenefitKind) -> Rupiah { items.filter { $0.kind == kind }.map(\.amount).sum() }

  public func total(from payer: BenefitPayer) -> Rupiah { items.filter { $0.payer == payer }.map(\.amount).sum() }
}
