public import Formats
public import Office
public import Vocabulary

// A payment file is released in the office by a second person. From there the courier has it: it writes the order as
// pain.001, hands it to the bank, reads what the bank says of each payment, and has the office record it. It keeps
// nothing of its own. Killed at any moment it is simply started again: the order of a file is always the same bytes
// under the same message identification, which the bank knows, and the office counts each word of the bank's once.

/// Carries released payment files to the bank, and the bank's words back.
public struct PayoutCourier: Sendable {
  let files: BankFiles
  let bank: @Sendable (_ order: [UInt8]) async throws -> BankReply

  private var office: Office { files.office }

  /// - Parameters:
  ///   - paying: the bank that keeps the payout account; the sandbox's where none is named.
  ///   - bank: hands a pain.001 to the bank and brings back what it answers at once; may be nothing yet. Called again
  ///     with the same bytes until every payment is answered.
  public init(
    office: Office, paying: PayingBank? = nil, limits: RailLimits = .bankIndonesia,
    bank: @escaping @Sendable (_ order: [UInt8]) async throws -> BankReply
  ) {
    files = BankFiles(office: office, bank: paying ?? .sandbox(of: office), limits: limits)
    self.bank = bank
  }

  /// Takes every released file to the bank of which some payment has no answer. Safe to call at any time.
  public func carry(by actor: Actor) async throws -> [CarriedBatch] {
    var carried: [CarriedBatch] = []
    for batch in try await office.claims.payoutsAwaitingBank(by: actor) {
      let heard: Heard
      do {
        heard = try await hear(bank(order(for: batch).xml()), by: actor)
      } catch let error as FormatError {
        // A file that cannot be written must not keep the next one from being paid.
        heard = Heard(recorded: 0, left: error.faults)
      } catch let error as OfficeError {
        // Nor one whose answer the office cannot follow.
        heard = Heard(recorded: 0, left: [Fault(batch.message, error.words)])
      }
      _ = try await office.claims.note(left: heard.left, of: batch.message, by: actor)
      carried.append(CarriedBatch(message: batch.message, payments: batch.payouts.count, heard: heard))
    }
    return carried
  }

  /// Records what the bank says, now or days later: in any order, twice, or in pieces.
  public func hear(_ reply: BankReply, by actor: Actor) async throws -> Heard {
    var heard = Heard(recorded: 0, left: [])
    for report in reply.reports { heard += try await files.hear(report: report, by: actor).1 }
    for notification in reply.notifications {
      let taken = try await files.statements.take(notification, by: actor)
      heard += Heard(recorded: taken.payouts, left: taken.left)
    }
    return heard
  }

  /// The order of a released file. Always the same for the same file.
  public func order(for batch: PayoutBatch) -> PaymentOrder { files.order(for: batch) }
}

/// What became of one file on one errand.
public struct CarriedBatch: Hashable, Sendable {
  public let message: String
  public let payments: Int
  public let heard: Heard
}

/// What was understood of the bank's files.
public struct Heard: Hashable, Sendable {
  /// Words on payments that were new to the office.
  public internal(set) var recorded: Int
  /// Contributions that came in by the same file; `nil` when there were none.
  public internal(set) var received: Receipt?
  /// What nothing was done about, and why: for a person to look at.
  public internal(set) var left: [Fault]

  static func += (a: inout Heard, b: Heard) {
    a.recorded += b.recorded
    a.left += b.left
  }
}

extension RailLimits {
  /// BI-FAST up to Rp 250 million, SKN up to Rp 1 billion, RTGS above, as Bank Indonesia opened them to banks'
  /// customers.
  public static let bankIndonesia = RailLimits(bifast: Rupiah(250_000_000), skn: Rupiah(1_000_000_000))
}

extension ClaimDesk {
  /// Records what of the words is new, under a key drawn from them: the same words again are the same act.
  func record(_ words: BankWords, by actor: Actor) async throws -> Int {
    let known = try await released(words.results.map(\.endToEnd), by: actor)
    let new = words.results.filter { known[$0.endToEnd]?.outcomes.contains($0.outcome) == false }
    guard !new.isEmpty else { return 0 }
    let said = new.map { "\($0.endToEnd)|\($0.outcome.rawValue)|\($0.reason)|\($0.bankReference)" }
    let key = try ActKey("bank/\(Sodium.sha256(Array(said.joined(separator: "\n").utf8)))")
    return try await record(new, by: actor, key: key)
  }
}
