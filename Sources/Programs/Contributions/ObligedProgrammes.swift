public import Law
public import Vocabulary

/// The size of a business, by which the law binds it to programmes. A construction project is bound by its contract.
public enum EmployerScale: String, Codable, Sendable, CaseIterable {
  case micro, small, medium, large, construction
}

/// The programmes that bind an employer.
public enum ObligedProgrammes {
  /// A row of the table: a scale and what it must join.
  public struct Row: LawRowReadable, Hashable {
    public let scale: EmployerScale
    public let programmes: ProgrammeSet

    public static let columns = [LawColumn("scale", .text), LawColumn("programmes", .text)]

    public init(law row: LawRow) throws(WrongForm) {
      scale = try row.choice("scale")
      var programmes = ProgrammeSet()
      for name in try row.text("programmes").split(separator: ",") {
        guard let programme = Programme(rawValue: name.trimmed) else {
          throw WrongForm(wanted: Words("Pilihan: JKK, JKM, JHT, JP.", "programmes are JKK, JKM, JHT, JP"))
        }
        programmes.formUnion(ProgrammeSet(programme))
      }
      self.programmes = programmes
    }
  }

  public static let byScale = LawKey<[Row]>("membership/programmes_by_scale")

  static let keys: [any AnyLawKey] = [byScale, JKP.oldestAtEnrolment]

  /// What an employer of `scale` must join by the law of `day` (Perpres 109/2013 pasal 6). JKP is not among them: it
  /// follows from the worker, see `JKP.covers`.
  public static func of(
    _ scale: EmployerScale, law: LawBook, on day: Day
  ) throws(LawError) -> InForce<ProgrammeSet> {
    let table = try law.inForce(byScale, on: day)
    guard let row = table.value.first(where: { $0.scale == scale }) else {
      throw .noRow(parameter: table.parameter, on: day, asked: scale.rawValue)
    }
    return table.map { _ in row.programmes }
  }
}

extension JKP {
  public static let oldestAtEnrolment = LawKey<Years>("jkp/oldest_at_enrolment")

  /// Who a worker is, as far as JKP asks.
  public struct Worker: Codable, Sendable, Hashable {
    public let bornOn: Day
    public let enrolledOn: Day
    public let indonesian: Bool
    public let scale: EmployerScale
    public let programmes: ProgrammeSet
    /// Enrolled in the national health insurance (JKN).
    public let healthInsured: Bool

    public init(
      bornOn: Day, enrolledOn: Day, indonesian: Bool, scale: EmployerScale, programmes: ProgrammeSet,
      healthInsured: Bool
    ) {
      self.bornOn = bornOn
      self.enrolledOn = enrolledOn
      self.indonesian = indonesian
      self.scale = scale
      self.programmes = programmes
      self.healthInsured = healthInsured
    }
  }

  /// Why a worker has no JKP.
  public enum NotCovered: String, Codable, Sendable, CaseIterable {
    case notIndonesian = "not indonesian"
    case tooOld = "too old at enrolment"
    case programmesMissing = "obliged programmes missing"
    case noHealthInsurance = "no health insurance"

    public var words: Words {
      switch self {
      case .notIndonesian: Words("JKP hanya untuk warga negara Indonesia.", "JKP is for Indonesian citizens only.")
      case .tooOld:
        Words(
          "Usia sudah melewati batas saat didaftarkan. Peserta tetap mempunyai program lainnya.",
          "The worker was past the age limit when enrolled. The other programmes hold.")
      case .programmesMissing:
        Words(
          "Program yang wajib menurut skala usaha belum lengkap. Minta pemberi kerja mendaftarkannya.",
          "Not all programmes that the scale obliges to are there. Ask the employer to join them.")
      case .noHealthInsurance:
        Words("Belum terdaftar dalam JKN. Daftarkan dulu ke BPJS Kesehatan.", "Not in JKN. Enrol with BPJS Kesehatan.")
      }
    }
  }

  /// Everything that keeps `worker` from JKP by the law of `day`, with its working; an empty list is cover.
  public static func covers(
    _ worker: Worker, law: LawBook, on day: Day
  ) throws(LawError) -> (missing: [NotCovered], working: Working) {
    let oldest = try law.inForce(oldestAtEnrolment, on: day)
    let obliged = try ObligedProgrammes.of(worker.scale, law: law, on: day)
    let until = worker.bornOn.adding(years: oldest.value.count)
    var missing: [NotCovered] = []
    if !worker.indonesian { missing.append(.notIndonesian) }
    if worker.enrolledOn >= until { missing.append(.tooOld) }
    if !obliged.value.isSubset(of: worker.programmes) { missing.append(.programmesMissing) }
    if !worker.healthInsured { missing.append(.noHealthInsurance) }
    let names = obliged.value.programmes.map(\.rawValue).joined(separator: ", ")
    let working: Working = [
      Step(
        "Harus terdaftar sebelum \(until.spelled(in: .indonesian)) (usia \(oldest.value.count) tahun).",
        "To be enrolled before \(until.spelled(in: .english)) (the age of \(oldest.value.count)).", by: oldest),
      Step("Program wajib menurut skala usaha: \(names).", "Obliged by the scale: \(names).", by: obliged),
    ]
    return (missing, working)
  }
}
