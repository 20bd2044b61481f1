import Formats
public import Office
public import Vocabulary

/// Takes in what a bank tells of our accounts (camt.054): contributions that came in, payments of ours that left or
/// came back.
///
/// Every credit is received under the bank's own reference, so that money already heard of through the bank's call
/// (`BankDoor`) or an earlier statement counts once. What has no virtual account that we know goes to suspense. A bank
/// whose statements do not carry that reference is not believed in new money: its credits are held to its calls.
public struct StatementImport: Sendable {
  let office: Office
  let partner: String
  let referenceOnStatements: Bool

  /// - Parameters:
  ///   - partner: the bank, as in `BankPartner.id`: its references are unique within it only.
  ///   - referenceOnStatements: as in `BankPartner`.
  public init(office: Office, partner: String, referenceOnStatements: Bool = true) {
    self.office = office
    self.partner = partner
    self.referenceOnStatements = referenceOnStatements
  }

  /// What became of a statement.
  public struct Taken: Hashable, Sendable {
    /// `nil` when no contribution was in it.
    public let receipt: Receipt?
    /// Words on payouts that were new to the office.
    public let payouts: Int
    /// What nothing was done about, and why: for a person to look at.
    public let left: [Fault]
  }

  /// Reads a statement whole, then records it. The same statement again changes nothing.
  ///
  /// A line that the office refuses, as for a reference on record with another amount, is left among the matters that
  /// finance must look into; the other lines are recorded.
  ///
  /// - Throws: `FormatError.refused` with every fault of the file, of which then nothing is recorded.
  public func take(_ camt054: [UInt8], by actor: Actor) async throws -> Taken {
    let notification = try AccountNotification.read(camt054)
    let sorted = Sorted(notification, partner)
    let released = try await office.claims.released(sorted.payouts.compactMap(\.endToEndID), by: actor)
    let words = BankWords(sorted.payouts, released: released)
    // What the bank says of our payments counts whatever becomes of the money that came in.
    let recorded = try await office.claims.record(words, by: actor)
    let (receipt, refused) =
      referenceOnStatements
      ? try await receive(sorted.incoming, of: notification.messageID, by: actor)
      : try await match(sorted.incoming, by: actor)
    let left = sorted.left + words.left + refused
    _ = try await office.claims.note(left: left, of: notification.messageID, by: actor)
    return Taken(receipt: receipt, payouts: recorded, left: left)
  }

  /// Receives what came in together; where the office refuses it so, line by line, and leaves the lines at fault.
  private func receive(_ payments: [IncomingPayment], of message: String, by actor: Actor) async throws
    -> (Receipt?, [Fault])
  {
    guard !payments.isEmpty else { return (nil, []) }
    do {
      return (try await received(payments, of: message, by: actor), [])
    } catch let error as OfficeError where error.isAboutPayments {
      var (all, left) = (Receipt(), [Fault]())
      for payment in payments {
        do {
          all += try await received([payment], of: message, by: actor)
        } catch let error as OfficeError where error.isAboutPayments {
          left.append(Fault(payment.bankReference, error.words))
        }
      }
      return (all, left)
    }
  }

  /// Holds credits to the calls that told of them; what no call told of is left.
  private func match(_ credits: [IncomingPayment], by actor: Actor) async throws -> (Receipt?, [Fault]) {
    guard !credits.isEmpty else { return (nil, []) }
    let matched = try await office.contributions.match(credits, of: partner, by: actor)
    let alone = Set(matched.alone)
    let left = credits.filter { alone.contains($0.bankReference) }.map { credit in
      Fault(
        credit.bankReference,
        """
        Bank mencatat \(credit.amount) untuk nomor \(credit.va.isEmpty ? "-" : credit.va) pada \
        \(credit.paidOn.spelled(in: .indonesian)), tetapi tidak ada panggilan bank yang cocok. Tanyakan ke bank.
        """,
        """
        The bank booked \(credit.amount) for account \(credit.va.isEmpty ? "-" : credit.va) on \
        \(credit.paidOn.spelled(in: .english)), and no call of the bank agrees with it. Ask the bank.
        """)
    }
    return (matched.receipt, left)
  }

  private func received(_ payments: [IncomingPayment], of message: String, by actor: Actor) async throws -> Receipt {
    let content = payments.map { "\($0.bankReference)|\($0.va)|\($0.amount.amount)|\($0.paidOn)" }
    let digest = Sodium.sha256(Array(([message] + content).joined(separator: "\n").utf8))
    return try await office.contributions.receive(payments, by: actor, key: ActKey("camt/\(digest)"))
  }
}

extension OfficeError {
  /// The money itself is refused, not the caller.
  fileprivate var isAboutPayments: Bool {
    switch self {
    case .faults: true
    case .conflict(let code, _): code == "payment-differs"
    default: false
    }
  }
}

/// The entries of a statement by what is to be done with them.
private struct Sorted {
  var incoming: [IncomingPayment] = []
  var payouts: [AccountNotification.Entry] = []
  var left: [Fault] = []

  init(_ notification: AccountNotification, _ partner: String) {
    for entry in notification.notices.flatMap(\.entries) {
      if !entry.isBooked {
        leave(
          entry,
          Words("Belum dibukukan bank. Tunggu mutasi berikutnya.", "Not booked yet. Wait for the next statement."))
      } else if entry.returned != nil || (!entry.isCredit && entry.endToEndID != nil) {
        payouts.append(entry)
      } else if entry.isReversal {
        leave(
          entry,
          Words(
            "Bank menarik kembali \(entry.amount). Periksa dan bukukan dengan tangan.",
            "The bank takes \(entry.amount) back. Look into it and book it by hand."))
      } else if entry.isCredit {
        incoming.append(
          IncomingPayment(
            bankReference: BankPartner.reference(entry.reference, of: partner),
            va: entry.virtualAccount.flatMap { VirtualAccount($0)?.digits } ?? entry.virtualAccount ?? "",
            amount: entry.amount, paidOn: entry.booked, channel: "STATEMENT"))
      } else {
        leave(
          entry,
          Words(
            "\(entry.amount) keluar tanpa nomor pembayaran kami. Periksa ke bank.",
            "\(entry.amount) left without a payment number of ours. Ask the bank."))
      }
    }
  }

  private mutating func leave(_ entry: AccountNotification.Entry, _ words: Words) {
    left.append(Fault(entry.reference, words))
  }
}
