public import Vocabulary

/// One thing that happened to a claim.
public struct ClaimEvent: Codable, Hashable, Sendable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case submitted, verified, refused, approved, sentToBank, paid, returned, accountMended, withdrawn
  }

  public let kind: Kind
  public let at: Instant
  public let actor: String
  /// What the next reader must know: the documents seen, the reason, the bank's words.
  public let detail: String
}

/// How far a claim has come.
public enum ClaimStatus: String, Codable, Sendable, CaseIterable {
  case submitted, verified, refused, approved, inPayment, paid, returned, withdrawn

  /// What may happen next. Anything else is refused.
  public static let mayFollow: [ClaimStatus: Set<ClaimEvent.Kind>] = [
    .submitted: [.verified, .refused, .withdrawn],
    .verified: [.approved, .refused],
    .refused: [],
    // Paid: where the bank made the payment after all that it had rejected.
    .approved: [.sentToBank, .paid],
    .inPayment: [.paid, .returned],
    .paid: [.returned],
    .returned: [.accountMended, .paid],
    .withdrawn: [],
  ]

  /// The status after `events`, oldest first.
  public init(_ events: [ClaimEvent]) {
    self = events.last.map { ClaimStatus(after: $0.kind) } ?? .submitted
  }

  private init(after kind: ClaimEvent.Kind) {
    self =
      switch kind {
      case .submitted: .submitted
      case .verified: .verified
      case .refused: .refused
      case .approved, .accountMended: .approved
      case .sentToBank: .inPayment
      case .paid: .paid
      case .returned: .returned
      case .withdrawn: .withdrawn
      }
  }

  public var isFinal: Bool { self == .refused || self == .paid || self == .withdrawn }

  public var words: Words {
    switch self {
    case .submitted: Words("Diajukan, menunggu diperiksa", "Submitted, waiting to be verified")
    case .verified: Words("Diperiksa, menunggu disetujui", "Verified, waiting for approval")
    case .refused: Words("Ditolak", "Refused")
    case .approved: Words("Disetujui, menunggu dikirim ke bank", "Approved, waiting to go to the bank")
    case .inPayment: Words("Sedang dikirim bank", "On its way through the bank")
    case .paid: Words("Sudah dibayar", "Paid")
    case .returned:
      Words("Dikembalikan bank, rekening perlu diperbaiki", "Returned by the bank: the account needs mending")
    case .withdrawn: Words("Dibatalkan pemohon", "Withdrawn by the claimant")
    }
  }
}
