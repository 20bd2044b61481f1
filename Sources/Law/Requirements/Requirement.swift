public import Vocabulary

// What a claim asks for is law like any number: it changes on a day, by an article, and is the same wherever one asks.
// `law/requirements/documents.yaml` lists the papers; each other file there is a kind of claim with its questions and, from
// a day on, which fact is proved by which of them. Page, message, printed sheet and desk read this one list.

/// A paper, or a thing as good as one.
public struct Document: Hashable, Sendable, Codable {
  public let id: String
  public let title: Words
  /// Who gives it out.
  public let issuer: Words
  /// How long it may be used, or how it must look; `nil` where nothing is asked.
  public let validity: Words?
}

/// One fact that a claim must show, and what shows it.
public struct Requirement: Hashable, Sendable, Codable {
  /// Where the office has it already, and must not ask for it.
  public enum Holder: String, Hashable, Sendable, Codable, CaseIterable {
    case registry, employer, office, bank, facility

    public var words: Words {
      switch self {
      case .registry: Words("Kami cek sendiri di catatan sipil", "We look it up in the civil registry")
      case .employer: Words("Kami minta dari perusahaan", "We ask the employer for it")
      case .office: Words("Sudah ada di catatan kami", "We have it already")
      case .bank: Words("Kami cek sendiri ke bank", "We check with the bank")
      case .facility: Words("Kami minta dari rumah sakit atau dokter", "We ask the hospital or doctor for it")
      }
    }
  }

  public let fact: Words
  /// Any one of them will do.
  public let documents: [Document]
  /// `nil` where the claimant must bring it.
  public let holder: Holder?
  public let note: Words?
  public let citation: Citation
  public let confidence: Confidence
}

/// What a kind of claim asks for, through the years.
public struct RequirementList: Hashable, Sendable {
  /// One answer to one of the three questions.
  public struct Choice: Hashable, Sendable, Codable {
    public let value: String
    public let words: Words
  }

  struct Ask: Hashable, Sendable {
    let requirement: Requirement
    let grounds: Set<String>
    let claimants: Set<String>
    let channels: Set<String>
  }

  struct Entry: Hashable, Sendable {
    let from: Day
    let asks: [Ask]
  }

  /// The file's name: `jht`.
  public let claim: String
  public let title: Words
  /// The questions; a list of one answer is no question.
  public let grounds: [Choice]
  public let claimants: [Choice]
  public let channels: [Choice]
  let entries: [Entry]
  let file: String

  /// Who claims, why, and through which door.
  public struct Situation: Hashable, Sendable, Codable {
    public let ground: String
    public let claimant: String
    public let channel: String

    public init(ground: String, claimant: String, channel: String) {
      self.ground = ground
      self.claimant = claimant
      self.channel = channel
    }
  }

  /// What is asked on a day. Throws `.silent` before the first entry, `.noRow` for an answer that is not on the list.
  public func requirements(for situation: Situation, on day: Day) throws(LawError) -> [Requirement] {
    let name = "requirements/\(claim)"
    for (choices, value) in [
      (grounds, situation.ground), (claimants, situation.claimant), (channels, situation.channel),
    ] where !choices.contains(where: { $0.value == value }) {
      throw .noRow(parameter: name, on: day, asked: value)
    }
    guard let entry = entries.last(where: { $0.from <= day }) else {
      throw .silent(parameter: name, on: day, begins: entries.first?.from)
    }
    return entry.asks.filter {
      $0.grounds.contains(situation.ground) && $0.claimants.contains(situation.claimant)
        && $0.channels.contains(situation.channel)
    }.map(\.requirement)
  }

  /// The days on which the list changed, oldest first.
  public var changes: [Day] { entries.map(\.from) }
}
