public import Law
public import Vocabulary

/// Why JKP is not paid. A refusal is an answer: its words say what to do next.
public enum JKPRefusal: Codable, Sendable, Hashable {
  case endNotCovered(JKPEnd)
  case notCovered(JKP.NotCovered)
  case tooFewMonths(paid: Int, least: Int)
  case notConsecutive(least: Int)
  case tooLate(lastDay: Day)
  case takenTooOften(times: Int)
  case tooSoonAfterLast(from: Day)
  case hasNewJob(Day)
  case diedOn(Day)
  case noSuchMonth(last: Int)
  case notAssessed
  case tooFewApplications(made: Int, least: Int)
  case tooLittleTraining

  public var code: String {
    switch self {
    case .endNotCovered: "end-not-covered"
    case .notCovered(let why): why.rawValue.replacing(" ", with: "-")
    case .tooFewMonths: "too-few-months"
    case .notConsecutive: "not-consecutive"
    case .tooLate: "filed-too-late"
    case .takenTooOften: "taken-too-often"
    case .tooSoonAfterLast: "too-soon-after-last"
    case .hasNewJob: "has-new-job"
    case .diedOn: "died"
    case .noSuchMonth: "no-such-month"
    case .notAssessed: "not-assessed"
    case .tooFewApplications: "too-few-applications"
    case .tooLittleTraining: "too-little-training"
    }
  }
}

extension JKPRefusal {
  public var words: Words {
    switch self {
    case .endNotCovered(let end):
      Words(
        "JKP hanya untuk PHK, bukan untuk yang \(end.words.indonesian). Periksa manfaat JHT Anda.",
        "JKP is for those laid off, not for who \(end.words.english). Look at your JHT.")
    case .notCovered(let why): why.words
    case .tooFewMonths(let paid, let least):
      Words(
        "Iuran baru \(paid) bulan, syaratnya \(least) bulan. Minta pemberi kerja melunasi tunggakan.",
        "Only \(paid) months are paid, \(least) are needed. Ask the employer to settle what is owed.")
    case .notConsecutive(let least):
      Words(
        "Iuran \(least) bulan terakhir harus berturut-turut. Minta pemberi kerja melunasi tunggakan.",
        "The last \(least) months must be paid without a gap. Ask the employer to settle what is owed.")
    case .tooLate(let day):
      Words(
        "Batas pengajuan \(day.spelled(in: .indonesian)) sudah lewat. JHT tetap dapat diajukan.",
        "The last day to file was \(day.spelled(in: .english)). JHT can still be claimed.")
    case .takenTooOften(let times):
      Words(
        "JKP sudah diterima \(times) kali, batasnya. JHT tetap dapat diajukan.",
        "JKP was paid \(times) times already, which is the limit. JHT can still be claimed.")
    case .tooSoonAfterLast(let day):
      Words(
        "JKP berikutnya untuk PHK mulai \(day.spelled(in: .indonesian)).",
        "JKP is paid again for work that ends from \(day.spelled(in: .english)).")
    case .hasNewJob(let day):
      Words(
        "Anda sudah bekerja lagi mulai \(day.spelled(in: .indonesian)), maka JKP berhenti. Selamat bekerja.",
        "You work again since \(day.spelled(in: .english)), so JKP ends. We wish you well.")
    case .diedOn(let day):
      Words(
        "Peserta meninggal \(day.spelled(in: .indonesian)). Ahli waris dapat mengajukan JKM dan JHT.",
        "The member died on \(day.spelled(in: .english)). The heirs may claim JKM and JHT.")
    case .noSuchMonth(let last):
      Words("Manfaat hanya sampai bulan ke-\(last).", "The benefit ends with month \(last).")
    case .notAssessed:
      Words("Isi dulu asesmen diri di SIAPkerja.", "First fill in the self-assessment in SIAPkerja.")
    case .tooFewApplications(let made, let least):
      Words(
        "Baru \(made) lamaran. Lamar ke paling sedikit \(least) perusahaan, atau ikuti wawancara.",
        "Only \(made) applications. Apply to \(least) employers at least, or go to an interview.")
    case .tooLittleTraining:
      Words(
        "Kehadiran pelatihan belum cukup. Ikuti pelatihan sampai batasnya, lalu ajukan lagi.",
        "Too little of the training was attended. Attend enough of it, then file again.")
    }
  }
}

/// The answer on JKP as a whole.
public struct JKPDecision: Codable, Sendable, Hashable {
  public enum Outcome: Codable, Sendable, Hashable {
    /// What is paid in each month, as long as its conditions are met.
    case payable([Rupiah])
    case refused([JKPRefusal])
  }

  public let outcome: Outcome
  public let working: Working
  public let lawHash: String

  /// `draft` as soon as one step of the working is.
  public var confidence: Confidence { working.confidence }
}

/// The answer for one month.
public struct JKPMonthDecision: Codable, Sendable, Hashable {
  public enum Outcome: Codable, Sendable, Hashable {
    case payable(Rupiah)
    case refused([JKPRefusal])
  }

  public let outcome: Outcome
  public let working: Working
  public let lawHash: String

  /// `draft` as soon as one step of the working is.
  public var confidence: Confidence { working.confidence }
}
