public import Vocabulary

/// The days that claims speak of.
public enum FactDay: String, Codable, Sendable, CaseIterable {
  case birth, joining, letter, filing, payment, death, disability, stopping
  case earlierPayment = "earlier payment"
  case workEnd = "end of work"
  case today = "the day decided for"
  case childBirth = "birth of a child"
  case childEnd = "end of a child's right"
  case spouseEnd = "end of the spouse's right"
  case newJob = "new job"
  case earlierBenefit = "earlier benefit"

  public var words: Words {
    switch self {
    case .birth: Words("tanggal lahir", "the birth")
    case .joining: Words("mulai peserta", "joining")
    case .letter: Words("tanggal surat", "the letter")
    case .filing: Words("tanggal pengajuan", "filing")
    case .payment: Words("tanggal pembayaran", "payment")
    case .death: Words("tanggal meninggal", "the death")
    case .disability: Words("tanggal cacat", "the disability")
    case .stopping: Words("tanggal berhenti bekerja", "stopping work")
    case .earlierPayment: Words("pembayaran terdahulu", "the earlier payment")
    case .workEnd: Words("tanggal berhenti bekerja", "the end of work")
    case .today: Words("tanggal penetapan", "the day decided for")
    case .childBirth: Words("tanggal lahir anak", "the birth of a child")
    case .childEnd: Words("berakhirnya hak anak", "the end of a child's right")
    case .spouseEnd: Words("berakhirnya hak janda atau duda", "the end of the spouse's right")
    case .newJob: Words("mulai kerja baru", "the new job")
    case .earlierBenefit: Words("manfaat terdahulu", "the earlier benefit")
    }
  }
}

/// What cannot be about days and numbers of a claim.
public enum DayFault: Error, Hashable, Sendable, Codable {
  case before(FactDay, Day, FactDay, Day)
  case missing(FactDay)
  /// More months, years or times than can be.
  case count(Words, Int)

  public var words: Words {
    switch self {
    case .before(let one, let day, let other, let than):
      Words(
        "Periksa tanggalnya: \(one.words.indonesian) \(day.spelled(in: .indonesian)) mendahului "
          + "\(other.words.indonesian) \(than.spelled(in: .indonesian)).",
        "\(one.words.english) on \(day) is before \(other.words.english) on \(than)")
    case .missing(let day):
      Words("Isi \(day.words.indonesian).", "the day of \(day.words.english) is missing")
    case .count(let what, let count):
      Words("Periksa \(what.indonesian): \(count).", "\(what.english) cannot be \(count)")
    }
  }
}

extension FactsError {
  /// The fault of two days in the wrong order; `nil` if `day` is not before `than`.
  static func outOfOrder(_ one: FactDay, _ day: Day, before other: FactDay, _ than: Day) -> FactsError? {
    day < than ? .days(.before(one, day, other, than)) : nil
  }
}
