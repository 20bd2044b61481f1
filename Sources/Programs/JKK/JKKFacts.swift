public import Vocabulary

extension JKK {
  /// How it came about. The raw values are the words of `law/parameters/jkk/claim/causes.yaml`.
  public enum Cause: String, Codable, Sendable, CaseIterable {
    case workplace
    /// On the usual way to or from work.
    case commute
    /// On duty elsewhere.
    case duty
    /// An occupational disease (penyakit akibat kerja, PAK); its day is that of the diagnosis.
    case disease
    /// Physical violence or rape at the place of work.
    case violence
    case other

    public var words: Words {
      switch self {
      case .workplace: Words("kecelakaan di tempat kerja", "an accident at the place of work")
      case .commute: Words("kecelakaan di jalan berangkat atau pulang kerja", "an accident on the way to or from work")
      case .duty: Words("kecelakaan saat dinas", "an accident on duty")
      case .disease: Words("penyakit akibat kerja", "an occupational disease")
      case .violence: Words("kekerasan di tempat kerja", "violence at the place of work")
      case .other: Words("sebab lain", "another cause")
      }
    }
  }

  /// Whether it is known to be a work accident.
  public enum Finding: String, Codable, Sendable, CaseIterable {
    case confirmed
    case suspected
    case notFromWork = "not from work"
  }

  /// What a cost is for. The raw values are the words of `law/parameters/jkk/benefit/`.
  public enum CostKind: String, Codable, Sendable, CaseIterable {
    case treatment
    /// Of illnesses that come with it, and complications.
    case complication
    /// Finding out an occupational disease.
    case diseaseDiagnosis = "disease diagnosis"
    case rehabilitation
    /// To clinic and training on the way back to work.
    case returnToWorkTransport = "return to work transport"
    /// By land, river or lake.
    case landTransport = "land transport"
    case seaTransport = "sea transport"
    case airTransport = "air transport"
    case dentures
    case hearingAid = "hearing aid"
    case glasses
    /// An artificial limb or a brace.
    case prosthesis
    case homeCare = "home care"

    var benefit: BenefitKind {
      switch self {
      case .treatment, .complication, .diseaseDiagnosis: .care
      case .rehabilitation: .rehabilitation
      case .landTransport, .seaTransport, .airTransport, .returnToWorkTransport: .transport
      case .dentures, .hearingAid, .glasses, .prosthesis: .aid
      case .homeCare: .homeCare
      }
    }

    public var words: Words {
      switch self {
      case .treatment: Words("pengobatan", "treatment")
      case .complication: Words("penyakit penyerta dan komplikasi", "complications")
      case .diseaseDiagnosis: Words("diagnosis penyakit akibat kerja", "finding out an occupational disease")
      case .rehabilitation: Words("rehabilitasi medik", "medical rehabilitation")
      case .returnToWorkTransport: Words("ongkos ke klinik dan pelatihan", "going to clinic and training")
      case .landTransport: Words("angkutan darat, sungai, atau danau", "transport by land, river or lake")
      case .seaTransport: Words("angkutan laut", "transport by sea")
      case .airTransport: Words("angkutan udara", "transport by air")
      case .dentures: Words("gigi tiruan", "dentures")
      case .hearingAid: Words("alat bantu dengar", "a hearing aid")
      case .glasses: Words("kacamata", "glasses")
      case .prosthesis: Words("kaki, tangan, atau penyangga tiruan", "an artificial limb or brace")
      case .homeCare: Words("perawatan di rumah", "care at home")
      }
    }
  }

  /// Who paid a cost so far, and is therefore paid.
  public enum AdvancedBy: String, Codable, Sendable, CaseIterable {
    case facility, participant, employer

    var payee: Payee {
      switch self {
      case .facility: .facility
      case .participant: .participant
      case .employer: .employer
      }
    }
  }

  /// A cost as billed.
  public struct Cost: Codable, Sendable, Hashable {
    public let kind: CostKind
    public let amount: Rupiah
    public let advancedBy: AdvancedBy
    /// Needed for care at home, whose time is limited.
    public let on: Day?
    /// Needed for artificial limbs and braces: the price of the reference hospital.
    public let referencePrice: Rupiah?

    public init(
      _ kind: CostKind, _ amount: Rupiah, advancedBy: AdvancedBy = .facility, on: Day? = nil,
      referencePrice: Rupiah? = nil
    ) {
      self.kind = kind
      self.amount = amount
      self.advancedBy = advancedBy
      self.on = on
      self.referencePrice = referencePrice
    }
  }

  /// Days off work by the doctor's word, both ends included.
  public struct TimeOff: Codable, Sendable, Hashable {
    public let from: Day
    public let through: Day

    public init(from: Day, through: Day) {
      self.from = from
      self.through = through
    }
  }

  /// A lasting loss, in the words of the table of disabilities.
  public struct Loss: Codable, Sendable, Hashable {
    public let part: String
    public let side: BodyPart.Side
    /// How many of them: other fingers, toes.
    public let count: Int
    /// Percent of function lost; `nil` where the part itself is lost.
    public let functionLost: Int?
    /// Decibels or percent, where the share is for each ten of them.
    public let measure: Int?
    /// What is left of sight in either eye, in percent: in place of `measure` for visual efficiency.
    public let eyes: Eyes?
    /// The doctor's choice, where the table gives a range.
    public let share: Int?

    public struct Eyes: Codable, Sendable, Hashable {
      public let better: Int
      public let worse: Int

      public init(better: Int, worse: Int) {
        self.better = better
        self.worse = worse
      }
    }

    public init(
      _ part: String, side: BodyPart.Side = .either, count: Int = 1, functionLost: Int? = nil, measure: Int? = nil,
      eyes: Eyes? = nil, share: Int? = nil
    ) {
      self.part = part
      self.side = side
      self.count = count
      self.functionLost = functionLost
      self.measure = measure
      self.eyes = eyes
      self.share = share
    }
  }

  /// How the case stands.
  public enum Condition: String, Codable, Sendable, CaseIterable {
    case recovering
    case recovered
    case partialDisability = "partial disability"
    case totalDisability = "total disability"
    case died
  }

  /// A wage as it was agreed: by the month, or by the day.
  public enum Wage: Codable, Sendable, Hashable {
    case monthly(Rupiah)
    case daily(Rupiah, daysAWeek: Int)

    var amount: Rupiah {
      switch self {
      case .monthly(let amount), .daily(let amount, _): amount
      }
    }
  }
}

/// What is known of the employer; none for the self-employed.
public struct JKKEmployerFacts: Codable, Sendable, Hashable {
  /// The worker was registered with JKK.
  public let registered: Bool
  /// Months in arrears on the day of the event.
  public let arrearsMonths: Int
  /// The report of stage I, if there was one; first notice by telephone or message counts.
  public let reported: Day?

  public init(registered: Bool = true, arrearsMonths: Int = 0, reported: Day?) {
    self.registered = registered
    self.arrearsMonths = arrearsMonths
    self.reported = reported
  }
}
