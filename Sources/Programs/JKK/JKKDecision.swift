public import Law
public import Vocabulary

/// The answer to a JKK claim, with its working and the fingerprint of the law it rests on.
public struct JKKDecision: Codable, Sendable, Hashable {
  public enum Outcome: Codable, Sendable, Hashable {
    case payable(BenefitAward)
    /// Every reason at once.
    case refused([JKKRefusal])
  }

  public let outcome: Outcome
  public let working: Working
  public let lawHash: String

  public var confidence: Confidence { working.confidence }
}

/// Why JKK does not pay. A refusal is an answer: its words say what to do next.
public enum JKKRefusal: Codable, Sendable, Hashable {
  case notCovered(CoverFacts.Gap)
  case causeNotCovered(JKK.Cause)
  case notFromWork
  /// Only suspected, under a law that waits for the finding, or with nothing that is guaranteed meanwhile.
  case notDecidedYet
  case tooLong(afterWork: Day, until: Day)
  case expired(on: Day)
  case nothingToPay([DeclinedLine])

  public var code: String {
    switch self {
    case .notCovered(let gap): gap.code
    case .causeNotCovered: "cause-not-covered"
    case .notFromWork: "not-from-work"
    case .notDecidedYet: "not-decided-yet"
    case .tooLong: "too-long-after-work"
    case .expired: "expired"
    case .nothingToPay: "nothing-to-pay"
    }
  }

  public var words: Words {
    switch self {
    case .notCovered(let gap): gap.words
    case .causeNotCovered(let cause):
      Words(
        "\(cause.words.indonesian) belum termasuk kecelakaan kerja pada hari itu. Gunakan jaminan kesehatan (JKN).",
        "\(cause.words.english) did not count as a work accident on that day. Use the national health insurance (JKN).")
    case .notFromWork:
      Words(
        "Hasil penetapan: bukan kecelakaan kerja. Bila tidak setuju, mintalah penetapan pengawas ketenagakerjaan.",
        "It was found not to come from work. If you disagree, ask the labour inspector for a ruling.")
    case .notDecidedYet:
      Words(
        "Belum dipastikan kecelakaan kerja. Ajukan lagi sesudah ada penetapan.",
        "It is not decided yet whether this comes from work. File again once it is.")
    case .tooLong(let ended, let until):
      Words(
        "Penyakit akibat kerja sesudah berhenti bekerja \(ended.spelled(in: .indonesian)) ditanggung sampai "
          + "\(until.spelled(in: .indonesian)). Bila diagnosis pertama lebih awal, bawa suratnya.",
        "After work ended on \(ended.spelled(in: .english)) an occupational disease is covered until "
          + "\(until.spelled(in: .english)). If it was found earlier, bring the letter.")
    case .expired(let day):
      Words(
        "Batas mengajukan klaim \(day.spelled(in: .indonesian)) sudah lewat. Bila pernah melapor sebelumnya, bawa "
          + "buktinya.",
        "The last day to file was \(day.spelled(in: .english)). If it was reported before then, bring proof.")
    case .nothingToPay(let lines):
      Words(
        "Belum ada yang dapat dibayar"
          + (lines.isEmpty ? ". " : ": " + lines.map { words($0).indonesian }.joined(separator: "; ") + ". ")
          + "Tulis biaya, masa tidak bekerja, atau keadaan akhirnya.",
        "There is nothing to pay yet"
          + (lines.isEmpty ? ". " : ": " + lines.map { words($0).english }.joined(separator: "; ") + ". ")
          + "Give the costs, the time off work, or how it ended.")
    }
  }

  private func words(_ line: DeclinedLine) -> Words {
    Words(
      "\(line.kind.words.indonesian) \(line.reason.words.indonesian)",
      "\(line.kind.words.english) \(line.reason.words.english)")
  }
}
