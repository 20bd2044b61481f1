public import Gateways
public import Office
public import Vocabulary

/// What every page stands on: the office, and what the program puts beside it.
///
/// Web has no line to a bank: people carry its files. Where this is a sample branch, the program hands in closures that
/// play one.
public struct WebDesk: Sendable {
  /// Plays the payer's bank: pays `amount` into an account, once per key.
  public typealias Pay =
    @Sendable (_ va: VirtualAccount, _ amount: Rupiah, _ key: ActKey) async throws -> SandboxReceipt
  /// Plays the paying bank: sends every released payment file that is unanswered and records the answers. Answers how
  /// many payments were answered anew.
  public typealias SendPayouts = @Sendable () async throws -> Int

  /// Our side of the collecting bank's interface: it checks the signature over the bytes as they came, and answers.
  /// Names of headers come in any case.
  public typealias BankDoor =
    @Sendable (
      _ method: String, _ path: String, _ headers: [String: String], _ body: [UInt8]
    ) async -> (status: Int, headers: [String: String], body: [UInt8])

  public let office: Office
  /// `nil` on a real branch: there is no button that pays.
  public var pay: Pay?
  /// `nil` on a real branch: files go to the bank by their own way.
  public var sendPayouts: SendPayouts?
  /// Shown on the sign-in page of a sample branch.
  public var sampleLogins: [SampleLogin]
  /// `nil` where no bank is connected.
  public var bankDoor: BankDoor?
  /// The files for and from the bank that pays benefits; `nil` where none was agreed with.
  public var files: BankFiles?
  /// Banks that collect, as payers know them, by the digits that begin their virtual accounts.
  public var collectors: [String: String] = [:]
  /// The yearly returns that are being posted right now, wherever they were started.
  let postings = Postings()
  /// Checking the audit trail, one at a time.
  let auditCheck = AuditCheck()

  public init(
    _ office: Office, pay: Pay? = nil, sendPayouts: SendPayouts? = nil, sampleLogins: [SampleLogin] = []
  ) {
    self.office = office
    self.pay = pay
    self.sendPayouts = sendPayouts
    self.sampleLogins = sampleLogins
    files = BankFiles(office: office, bank: .sandbox(of: office))
  }

  /// Whose virtual account it is: `Bank Contoh`; `nil` where no bank is connected.
  func collector(of va: VirtualAccount) -> String? { collectors.first { va.digits.hasPrefix($0.key) }?.value }

  /// Whether somebody plays the bank here.
  public var sandbox: Bool { pay != nil }
}

/// What the sandbox's bank says of a payment.
public struct SandboxReceipt: Hashable, Sendable {
  /// The bank's own reference.
  public let reference: String
  public let isAccepted: Bool
  /// One sentence for the payer.
  public let words: Words

  public init(reference: String, isAccepted: Bool, words: Words) {
    self.reference = reference
    self.isAccepted = isAccepted
    self.words = words
  }
}

/// An account of the sample branch that anybody may try.
public struct SampleLogin: Hashable, Sendable {
  /// Who it is: `Sri Wahyuni, peserta mandiri`.
  public let who: Words
  public let login: String
  public let password: String

  public init(_ who: Words, login: String, password: String) {
    self.who = who
    self.login = login
    self.password = password
  }
}
