public import Formats
public import Office
public import Vocabulary

// Where no line to the bank stands, people carry the files: the order of a released payment file out, and what the bank
// answers in. Both are the same bytes and the same words as when the courier carries them.

/// The files that the branch and its paying bank exchange.
public struct BankFiles: Sendable {
  let office: Office
  let bank: PayingBank
  let limits: RailLimits

  /// - Parameter bank: the bank that keeps the payout account.
  public init(office: Office, bank: PayingBank, limits: RailLimits = .bankIndonesia) {
    self.office = office
    self.bank = bank
    self.limits = limits
  }

  /// A file on its way to the bank.
  public struct Order: Hashable, Sendable {
    /// A name to save it under: `NGN8092….xml`.
    public let filename: String
    /// pain.001
    public let bytes: [UInt8]
  }

  /// The order of a released payment file, as pain.001. The same bytes each time.
  ///
  /// - Throws: `OfficeError` for a file that is not there or not released; `FormatError.refused` with all that no bank could
  ///   read in it.
  public func order(of batch: PayoutBatchID, by actor: Actor) async throws -> Order {
    let batch = try await office.claims.payoutOrder(batch, by: actor)
    return Order(filename: "\(batch.message).xml", bytes: try order(for: batch).xml())
  }

  /// Records a file of the bank's: a report on an order (pain.002) or what moved on our accounts (camt.054). The same file
  /// again changes nothing. What is left stands among the matters with the bank.
  ///
  /// - Throws: `FormatError.refused` with every fault of the file, of which then nothing is recorded.
  public func take(_ file: [UInt8], by actor: Actor) async throws -> Heard {
    if Self.isReport(file) {
      let (message, heard) = try await hear(report: file, by: actor)
      _ = try await office.claims.note(left: heard.left, of: message, by: actor)
      return heard
    }
    let taken = try await statements.take(file, by: actor)
    return Heard(recorded: taken.payouts, received: taken.receipt, left: taken.left)
  }

  /// As `take`, for the bank that benefits are paid from: a statement must be of that account, since its references count
  /// under that bank's name.
  ///
  /// - Throws: `FormatError.refused` also for a statement of another account.
  public func takeAnswers(_ file: [UInt8], by actor: Actor) async throws -> Heard {
    if !Self.isReport(file) {
      let others = try AccountNotification.read(file).notices.filter { $0.account != bank.account }
      guard others.isEmpty else {
        throw FormatError.refused(
          others.map {
            Fault(
              $0.id,
              """
              Mutasi ini dari rekening \($0.account), bukan rekening pembayaran \(bank.account). Baca dengan \
              naungan pay import, dengan nama banknya.
              """,
              """
              This statement is of account \($0.account), not of the payout account \(bank.account). Read it with \
              naungan pay import, naming its bank.
              """)
          })
      }
    }
    return try await take(file, by: actor)
  }

  /// Whether the file calls itself a report on an order. What is neither is read, and refused, as a statement.
  static func isReport(_ file: [UInt8]) -> Bool {
    String(decoding: file.prefix(4_096), as: UTF8.self).contains("xsd:pain.002.")
  }

  var statements: StatementImport {
    StatementImport(office: office, partner: bank.partner, referenceOnStatements: bank.referenceOnStatements)
  }

  func order(for batch: PayoutBatch) -> PaymentOrder {
    let debtor = Formats.BankAccount(name: office.branch.name, number: bank.account, bank: bank.code)
    return PaymentOrder(
      messageID: batch.message, created: batch.madeAt, debtor: debtor, execution: batch.madeAt.day,
      payments: batch.payouts.map { payout in
        PaymentOrder.Payment(
          endToEndID: payout.endToEnd, amount: payout.amount,
          creditor: Formats.BankAccount(name: payout.bank.holder, number: payout.bank.number, bank: payout.bank.code),
          remittance: "Manfaat JHT \(payout.endToEnd)", purpose: .benefit,
          rail: limits.rail(for: payout.amount, from: bank.code, to: payout.bank.code))
      })
  }

  /// Records what a report says, and answers its own name beside what became of it.
  func hear(report bytes: [UInt8], by actor: Actor) async throws -> (message: String, Heard) {
    let report = try PaymentStatusReport.read(bytes)
    guard let batch = try await office.claims.findPayoutBatch(message: report.originalMessageID, by: actor) else {
      return (
        report.messageID,
        Heard(
          recorded: 0,
          left: [
            Fault(
              report.messageID,
              "Bank menjawab berkas \(report.originalMessageID) yang tidak kami kirim. Tanyakan ke bank.",
              "The bank answers file \(report.originalMessageID), which we did not send. Ask the bank.")
          ])
      )
    }
    let words = BankWords(report, on: order(for: batch))
    return (batch.message, Heard(recorded: try await office.claims.record(words, by: actor), left: words.left))
  }
}
