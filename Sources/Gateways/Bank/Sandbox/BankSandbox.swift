import Formats
public import Office
import Vocabulary

// The twin of the bank, for practice, demonstration and tests. As the payer's bank it makes the same signed calls that
// a real one makes, through the same door. As our paying bank it reads our payment files and answers them. It keeps
// nothing: what it answers depends on what it is asked alone, so that the same file always gets the same answer.

/// A bank that is not one. Off in production.
public struct BankSandbox: Sendable {
  let partner: BankPartner
  let collectingAccount: String
  let payoutAccount: String
  let door: @Sendable (SNAPCall) async -> SNAPAnswer

  /// - Parameters:
  ///   - takes: as agreed with `BankPartner.sandbox(of:takes:)`, which the door must have among its partners.
  ///   - door: hands a call to our own door: in the process, or over HTTP.
  public init(
    _ gate: SandboxGate, office: Office, takes: BankPartner.Amounts = .any,
    door: @escaping @Sendable (SNAPCall) async -> SNAPAnswer
  ) {
    partner = .sandbox(of: office, takes: takes)
    collectingAccount = "\(office.branch.bankPrefix)00000001"
    payoutAccount = office.branch.payoutAccount
    self.door = door
  }

  /// A number that is the same for the same words: the bank's own numbering.
  func number(_ words: String..., length: Int) -> String {
    let digits = Sodium.sha256(Array(words.joined(separator: "|").utf8)).utf8.map { String(UInt8($0) % 10) }
    return digits.prefix(length).joined()
  }
}

/// Accounts that the sandbox treats as a bank treats real ones that have something wrong with them: by their last four
/// digits. Every other account is paid at once.
public enum MagicAccount: String, CaseIterable, Sendable {
  case wrongNumber = "9901"
  case closed = "9904"
  case blocked = "9906"
  case otherName = "9913"
  /// On its way at first, paid in `BankSandbox.later(_:)`.
  case pending = "9977"
  /// Paid at first, sent back in `BankSandbox.later(_:)`.
  case comesBack = "9990"

  init?(account: String) { self.init(rawValue: String(account.suffix(4))) }

  /// Why it is rejected at once, where it is.
  var rejection: StatusReason? {
    switch self {
    case .wrongNumber: .wrongAccount
    case .closed: .closedAccount
    case .blocked: .blockedAccount
    case .otherName: .nameMismatch
    case .pending, .comesBack: nil
    }
  }
}
