public import Programs
public import Vocabulary

// The life of a claim. A member asks what she would get: the law is applied to what the office knows, and either an amount
// or every reason against it comes back. Nothing is recorded yet. When she submits, the claim gets a number, her
// memberships are held so that no second claim takes the same money, and an officer finds it in the work list. He looks at
// the documents and verifies it, or refuses it with a reason. A second officer, never the same, approves: the decision is
// made again on that day's balance, kept with its working, and the money moves from the member's account to benefits
// payable. Finance gathers approved claims into a payment file, which the branch head releases to the bank. The bank
// answers for each payment: paid, or returned, and then the account is mended and it is sent again. Every step is a row;
// the status is read from the rows.

public enum ClaimMark {}
public typealias ClaimID = Identifier<ClaimMark>

/// A printed claim number: `JHT-26-4F7Q2K`. Not the identifier, and not to be counted from.
public struct ClaimNumber: PrintedNumber {
  public let text: String

  public init?(_ text: String) {
    let kept = text.trimmed.uppercased()
    let parts = kept.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].count == 2, parts[1].allSatisfy(\.isDigit), parts[2].utf8.count == 6,
      parts[2].utf8.allSatisfy({ Self.alphabet.contains($0) }), Programme(rawValue: String(parts[0])) != nil
    else { return nil }
    self.text = kept
  }

  public var description: String { text }

  /// Crockford's: no I, L, O or U, which are misread.
  static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// A number drawn from `id`; `attempt` draws another when one is taken.
  static func drawn(from id: ClaimID, _ programme: Programme, year: Int, attempt: Int) -> ClaimNumber? {
    let digest = Sodium.hash(Array("\(id) \(attempt)".utf8)).utf8.prefix(12)
    let letters = stride(from: 0, to: 12, by: 2).map { at -> UInt8 in
      let pair = digest.dropFirst(at).prefix(2).reduce(0) {
        $0 * 16 + (Character(UnicodeScalar($1)).hexDigitValue ?? 0)
      }
      return alphabet[pair % 32]
    }
    return ClaimNumber("\(programme.rawValue)-\(zeroPadded(year % 100, 2))-\(String(decoding: letters, as: UTF8.self))")
  }
}

/// What a claimant asks for.
public struct JHTClaimForm: Codable, Hashable, Sendable {
  public var ground: JHTGround
  public var channel: ClaimChannel
  /// The memberships whose savings are claimed.
  public var kpjs: [KPJ]
  /// Where to pay; `nil` takes the account on record.
  public var bank: BankAccount?
  /// When work ended, where the office does not know it from the employer.
  public var workEndedOn: Day?

  public init(ground: JHTGround, channel: ClaimChannel, kpjs: [KPJ], bank: BankAccount? = nil, workEndedOn: Day? = nil)
  {
    self.ground = ground
    self.channel = channel
    self.kpjs = kpjs
    self.bank = bank
    self.workEndedOn = workEndedOn
  }
}

/// A claim on record.
public struct Claim: Codable, Hashable, Sendable {
  public let id: ClaimID
  public let memberID: MemberID
  public let number: ClaimNumber
  public let programme: Programme
  public let form: JHTClaimForm
  public let bank: BankAccount
  public let filedOn: Day
  public let submittedBy: String
  public let events: [ClaimEvent]
  public let approval: ClaimApproval?

  public var status: ClaimStatus { ClaimStatus(events) }

  /// The officer who verified last, if any.
  public var verifiedBy: String? { events.last { $0.kind == .verified }?.actor }
}

/// A decision that bound the office: what is paid, and how it was reckoned.
public struct ClaimApproval: Codable, Hashable, Sendable {
  public let payable: JHTPayable
  public let decision: JHTDecision
  public let approvedAt: Instant
  public let approvedBy: String
}

/// What came of asking or submitting: an amount with its working, or every reason against it.
public struct ClaimAnswer: Codable, Hashable, Sendable {
  public let facts: JHTClaimFacts
  public let decision: JHTDecision
  /// Set once submitted.
  public let number: ClaimNumber?

  public var payable: JHTPayable? { if case .payable(let amount) = decision.outcome { amount } else { nil } }
  public var refusals: [JHTRefusal] { if case .refused(let reasons) = decision.outcome { reasons } else { [] } }
}
