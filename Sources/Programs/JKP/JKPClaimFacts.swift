public import Vocabulary

/// How work came to an end.
public enum JKPEnd: String, Codable, Sendable, CaseIterable {
  case laidOff = "laid off"
  case resigned, retired, died
  case totalDisability = "total disability"
  case contractEnded = "contract ended"

  public var words: Words {
    switch self {
    case .laidOff: Words("terkena PHK", "laid off")
    case .resigned: Words("mengundurkan diri", "resigned")
    case .retired: Words("pensiun", "retired")
    case .died: Words("meninggal dunia", "died")
    case .totalDisability: Words("cacat total tetap", "total permanent disability")
    case .contractEnded: Words("kontrak berakhir", "work contract ended")
    }
  }
}

/// What must be known to decide whether JKP is paid. Nothing here is law.
public struct JKPClaimFacts: Codable, Sendable, Hashable {
  public let worker: JKP.Worker
  public let end: JKPEnd
  /// The day on which work ended.
  public let ended: Day
  public let filed: Day
  /// The last wage that was reported.
  public let wage: Rupiah
  /// The months of which contributions are paid.
  public let paidMonths: Set<Month>
  /// The employer is bankrupt or has closed.
  public let employerFailed: Bool
  /// The days from which JKP was paid before.
  public let earlierBenefits: [Day]
  /// The first day of a new job; `nil` if there is none.
  public let newJob: Day?

  public init(
    worker: JKP.Worker, end: JKPEnd = .laidOff, ended: Day, filed: Day, wage: Rupiah, paidMonths: Set<Month>,
    employerFailed: Bool = false, earlierBenefits: [Day] = [], newJob: Day? = nil
  ) {
    self.worker = worker
    self.end = end
    self.ended = ended
    self.filed = filed
    self.wage = wage
    self.paidMonths = paidMonths
    self.employerFailed = employerFailed
    self.earlierBenefits = earlierBenefits
    self.newJob = newJob
  }
}

extension JKPClaimFacts {
  /// Everything about these facts that cannot be. No claim with any is decided.
  public var impossibilities: [FactsError] {
    var errors: [FactsError] = []
    if worker.bornOn >= worker.enrolledOn {
      errors.append(.bornAfterJoining(born: worker.bornOn, joined: worker.enrolledOn))
    }
    errors += [
      FactsError.outOfOrder(.workEnd, ended, before: .joining, worker.enrolledOn),
      FactsError.outOfOrder(.filing, filed, before: .workEnd, ended),
      newJob.flatMap { FactsError.outOfOrder(.newJob, $0, before: .workEnd, ended) },
    ].compactMap(\.self)
    errors += earlierBenefits.compactMap { FactsError.outOfOrder(.workEnd, ended, before: .earlierBenefit, $0) }
    if !wage.isPositive { errors.append(.days(.count(Words("upah", "the wage"), Int(wage.amount)))) }
    if wage > ContributionRules.largestAmount { errors.append(.implausibleAmount(wage)) }
    let early = paidMonths.filter { $0 < worker.enrolledOn.month }.count
    if early > 0 {
      errors.append(.days(.count(Words("bulan iuran sebelum terdaftar", "the months paid before enrolment"), early)))
    }
    return errors
  }
}

/// What the member did in the month before a payment.
public struct JKPMonthFacts: Codable, Sendable, Hashable {
  /// Of the benefit: the first is 1.
  public let number: Int
  /// The day on which the month is decided.
  public let on: Day
  public let assessedOneself: Bool
  public let applications: Int
  public let interviews: Int
  /// Hours of training given and attended; both zero where there was none.
  public let trainingGiven: Int
  public let trainingAttended: Int
  public let newJob: Day?
  public let died: Day?

  public init(
    number: Int, on: Day, assessedOneself: Bool = true, applications: Int = 0, interviews: Int = 0,
    trainingGiven: Int = 0, trainingAttended: Int = 0, newJob: Day? = nil, died: Day? = nil
  ) {
    self.number = number
    self.on = on
    self.assessedOneself = assessedOneself
    self.applications = applications
    self.interviews = interviews
    self.trainingGiven = trainingGiven
    self.trainingAttended = trainingAttended
    self.newJob = newJob
    self.died = died
  }

  /// Everything about these facts that cannot be.
  public var impossibilities: [FactsError] {
    var errors: [FactsError] = []
    func refuse(_ what: Words, _ count: Int) { errors.append(.days(.count(what, count))) }
    if number < 1 { refuse(Words("bulan manfaat", "the month of the benefit"), number) }
    if applications < 0 { refuse(Words("jumlah lamaran", "the applications"), applications) }
    if interviews < 0 { refuse(Words("jumlah wawancara", "the interviews"), interviews) }
    if trainingGiven < 0 { refuse(Words("jam pelatihan", "the hours of training"), trainingGiven) }
    if trainingAttended < 0 || trainingAttended > max(trainingGiven, 0) {
      refuse(Words("jam pelatihan yang diikuti", "the hours of training attended"), trainingAttended)
    }
    return errors
  }
}
