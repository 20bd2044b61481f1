import Formats
public import Office
public import Vocabulary

/// Takes in what a bank tells of our accounts (camt.054): contributions that came in, payments of ours that left or
/// came back.
///
/// Every credit is received under the bank's own reference, so that money already heard of through the bank's call
/// (`BankDoor`) or an earlier statement counts once. What has no virtual account that we know goes to suspense.
public struct StatementImport: Sendable {
  let office: Office
  let partner: String
  let takesAccounts: Bool

  /// - Parameters:
  ///   - partner: the bank, as in `BankPartner.id`: its references are unique within it only.
  ///   - takesAccounts: whether what came into a virtual account is taken from the statement: not where the bank names
  ///     it otherwise than in its call, which would be the same money twice.
  public init(office: Office, partner: String, takesAccounts: Bool = true) {
    self.takesAccounts = takesAccounts
    self.office = office
    self.partner = partner
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
  /// - Throws: `FormatError.refused` with every fault of the file; `OfficeError` when the office does not take it, as
  ///   for a reference that is on record with another amount. Then nothing of it is recorded.
  public func take(_ camt054: [UInt8], by actor: Actor) async throws -> Taken {
    let notification = try AccountNotification.read(camt054)
    let sorted = Sorted(notification, partner, takesAccounts)
    let released = try await office.claims.released(sorted.payouts.compactMap(\.endToEndID), by: actor)
    let words = BankWords(sorted.payouts, released: released)
    let receipt = try await receive(sorted.incoming, of: notification.messageID, by: actor)
    let recorded = try await office.claims.record(words, by: actor)
    return Taken(receipt: receipt, payouts: recorded, left: sorted.left + words.left)
  }

  private func receive(_ payments: [IncomingPayment], of message: String, by actor: Actor) async throws -> Receipt? {
    guard !payments.isEmpty else { return nil }
    let content = payments.map { "\($0.bankReference)|\($0.va)|\($0.amount.amount)|\($0.paidOn)" }
    let digest = Sodium.sha256(Array(([message] + content).joined(separator: "\n").utf8))
    return try await office.contributions.receive(payments, by: actor, key: ActKey("camt/\(digest)"))
  }
}

/// The entries of a statement by what is to be done with them.
private struct Sorted {
  var incoming: [IncomingPayment] = []
  var payouts: [AccountNotification.Entry] = []
  var left: [Fault] = []

  init(_ notification: AccountNotification, _ partner: String, _ takesAccounts: Bool) {
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
      } else if entry.isCredit, entry.virtualAccount != nil, !takesAccounts {
        leave(
          entry,
          Words(
            "\(entry.amount) masuk lewat panggilan bank, bukan mutasi. Cocokkan dengan daftar pembayaran.",
            "\(entry.amount) is taken from the bank's call, not its statement. Compare it with the payments."))
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
