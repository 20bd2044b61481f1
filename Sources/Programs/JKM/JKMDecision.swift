public import Law
public import Vocabulary

/// The answer to a JKM claim, with its working and the fingerprint of the law it rests on.
public struct JKMDecision: Codable, Sendable, Hashable {
  public enum Outcome: Codable, Sendable, Hashable {
    case payable(BenefitAward)
    /// Every reason at once.
    case refused([JKMRefusal])
  }

  public let outcome: Outcome
  public let working: Working
  public let lawHash: String

  public var confidence: Confidence { working.confidence }
}

/// Why JKM does not pay.
public enum JKMRefusal: Codable, Sendable, Hashable {
  case notCovered(CoverFacts.Gap)
  case workAccident

  public var code: String {
    switch self {
    case .notCovered(let gap): gap.code
    case .workAccident: "work-accident"
    }
  }

  public var words: Words {
    switch self {
    case .notCovered(let gap): gap.words
    case .workAccident:
      Words(
        "Kematian karena kecelakaan kerja dibayar JKK, bukan JKM. Ajukan klaim JKK dengan formulir 3.",
        "A death by a work accident is paid under JKK, not JKM. File a JKK claim with form 3.")
    }
  }
}
