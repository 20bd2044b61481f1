public import Law
public import Vocabulary

/// Facts that cannot be true, or that no rule knows. They are refused by name, before any rule is asked.
public enum FactsError: Error, Hashable, Sendable, Codable {
  case negativeAmount(Rupiah)
  /// Above what any wage or contract can be, so most likely a slip of the keyboard.
  case implausibleAmount(Rupiah)
  case programmeNotForSegment(Programme, Segment)
  case segmentNotCovered(Segment)
  case noSegment
  /// Of a claim for a pension, for unemployment, or for savings.
  case days(DayFault)
  case bornAfterJoining(born: Day, joined: Day)
  case joinedAfterFiling(joined: Day, filed: Day)
  case workEndedBeforeJoining(ended: Day, joined: Day)
  case filedBeforeWorkEnded(filed: Day, ended: Day)
  case workEndMissing(JHTGround)
  case earlierPaymentAfterFiling(paid: Day, filed: Day)
  case taxAboveEarlierPayment(paid: Day)
  /// Of a claim under JKK, JKM, PMI or the scholarship.
  case claim(ClaimFactsError)
}

extension FactsError {
  public var words: Words {
    switch self {
    case .negativeAmount(let amount):
      Words("Jumlah tidak boleh kurang dari nol: \(amount).", "an amount is below zero: \(amount)")
    case .implausibleAmount(let amount):
      Words(
        "\(amount) terlalu besar. Periksa lagi angkanya.", "\(amount) is more than can be: look again at the figure")
    case .programmeNotForSegment(let programme, let segment):
      Words(
        "\(programme.rawValue) tidak ada untuk peserta \(segment.rawValue).",
        "\(programme.rawValue) is not open to members of \(segment.rawValue)")
    case .segmentNotCovered(let segment):
      Words(
        "Iuran \(segment.rawValue) belum dapat dihitung di sini.",
        "contributions of \(segment.rawValue) cannot be reckoned here yet")
    case .noSegment:
      Words("Pilih paling sedikit satu kepesertaan.", "choose at least one membership")
    case .days(let fault): fault.words
    case .bornAfterJoining(let born, let joined):
      Words(
        "Tanggal lahir \(born.spelled(in: .indonesian)) sesudah tanggal mulai peserta "
          + "\(joined.spelled(in: .indonesian)). Periksa lagi.",
        "born on \(born), after joining on \(joined)")
    case .joinedAfterFiling(let joined, let filed):
      Words(
        "Mulai peserta \(joined.spelled(in: .indonesian)) sesudah klaim diajukan \(filed.spelled(in: .indonesian)).",
        "joined on \(joined), after filing on \(filed)")
    case .workEndedBeforeJoining(let ended, let joined):
      Words(
        "Berhenti bekerja \(ended.spelled(in: .indonesian)) sebelum mulai peserta "
          + "\(joined.spelled(in: .indonesian)). Periksa lagi.",
        "work ended on \(ended), before joining on \(joined)")
    case .filedBeforeWorkEnded(let filed, let ended):
      Words(
        "Klaim diajukan \(filed.spelled(in: .indonesian)), sebelum berhenti bekerja "
          + "\(ended.spelled(in: .indonesian)). Ajukan sesudah berhenti bekerja.",
        "filed on \(filed), before work ended on \(ended)")
    case .workEndMissing(let ground):
      Words(
        "Isi tanggal berhenti bekerja untuk sebab klaim ini: \(ground.words.indonesian).",
        "the day on which work ended is missing; ground: \(ground.words.english)")
    case .earlierPaymentAfterFiling(let paid, let filed):
      Words(
        "Pembayaran terdahulu \(paid.spelled(in: .indonesian)) sesudah klaim diajukan "
          + "\(filed.spelled(in: .indonesian)).",
        "an earlier payment on \(paid) is after filing on \(filed)")
    case .taxAboveEarlierPayment(let paid):
      Words(
        "Pajak pembayaran \(paid.spelled(in: .indonesian)) lebih besar dari pembayarannya.",
        "the tax of the payment on \(paid) is more than the payment")
    case .claim(let error): error.words
    }
  }
}

/// Why no decision could be made: the facts cannot be, or the law gives no answer for them.
public enum Undecidable: Error, Hashable, Sendable {
  /// Everything impossible about the facts, at once.
  case facts([FactsError])
  case law(LawError)

  /// One sentence for each thing that stands in the way.
  public var words: [Words] {
    switch self {
    case .facts(let errors): errors.map(\.words)
    case .law(let error): [error.words]
    }
  }
}
