public import Law
public import Vocabulary

/// To whom a pension is paid.
public enum JPReceiver: String, Codable, Sendable, CaseIterable {
  case member, spouse, children, parent

  public var words: Words {
    switch self {
    case .member: Words("peserta", "the member")
    case .spouse: Words("janda atau duda", "the spouse")
    case .children: Words("anak", "the children")
    case .parent: Words("orang tua", "a parent")
    }
  }
}

/// A pension as it begins.
public struct JPPension: Codable, Sendable, Hashable {
  public let receiver: JPReceiver
  /// For a month, all receivers together.
  public let monthly: Rupiah
  /// The first month that is paid.
  public let from: Month
  /// Of each receiver; they add up to `monthly`.
  public let shares: [Rupiah]
}

/// Why no benefit of JP is paid now. A refusal is an answer: its words say what to do next.
public enum JPRefusal: Codable, Sendable, Hashable {
  case ageNotReached(on: Day)
  /// The member chose to be paid on stopping, and still works.
  case stillWorking(until: Day)
  case disabledAfterRetirementAge(on: Day)
  case noSurvivor

  public var code: String {
    switch self {
    case .ageNotReached: "age-not-reached"
    case .stillWorking: "still-working"
    case .disabledAfterRetirementAge: "disabled-after-retirement-age"
    case .noSurvivor: "no-survivor"
    }
  }

  public var words: Words {
    switch self {
    case .ageNotReached(let day):
      Words(
        "Usia pensiun belum tercapai. Ajukan lagi mulai \(day.spelled(in: .indonesian)).",
        "The retirement age is not reached. File again from \(day.spelled(in: .english)).")
    case .stillWorking(let day):
      Words(
        "Anda memilih dibayar saat berhenti bekerja. Ajukan setelah berhenti, paling lambat "
          + "\(day.spelled(in: .indonesian)).",
        "You chose to be paid on stopping work. File once you stop, at the latest on \(day.spelled(in: .english)).")
    case .disabledAfterRetirementAge(let day):
      Words(
        "Usia pensiun sudah tercapai \(day.spelled(in: .indonesian)). Ajukan pensiun hari tua.",
        "The retirement age was reached on \(day.spelled(in: .english)). File for the old-age pension.")
    case .noSurvivor:
      Words(
        "Tidak ada penerima pensiun: janda atau duda, anak, atau orang tua. Bawa bukti keluarga kalau ada.",
        "Nobody is left who receives the pension: no spouse, child or parent. Bring proof if there is one.")
    }
  }
}

/// The answer to a claim, with its working and the fingerprint of the law it rests on.
public struct JPDecision: Codable, Sendable, Hashable {
  public enum Outcome: Codable, Sendable, Hashable {
    case pension(JPPension)
    /// Contributions and what they earned, once.
    case lumpSum(Rupiah)
    case refused([JPRefusal])
  }

  public let outcome: Outcome
  public let working: Working
  public let lawHash: String

  /// `draft` as soon as one step of the working is.
  public var confidence: Confidence { working.confidence }
}
