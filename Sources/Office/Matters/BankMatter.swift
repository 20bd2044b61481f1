import Store
public import Vocabulary

// The bank may contradict itself: it rejects a payment and makes it after all, or calls one paid and rejects it later. Or a
// statement holds what is nobody's. The books follow none of this by themselves. It becomes a matter, which stays on
// finance's list until somebody has asked the bank and says how it stands; meanwhile no further attempt at that payment
// leaves the house.

/// Something of the bank's that a person must look into.
public struct BankMatter: Codable, Hashable, Sendable {
  public enum Kind: String, Codable, Sendable {
    /// The bank rejected a payment, and later says that it made it.
    case paidAfterRejection = "paid-after-rejection"
    /// The bank called a payment made, and later rejects it.
    case rejectedAfterPayment = "rejected-after-payment"
    /// A line of a statement or report that nothing was done about.
    case leftOver = "left-over"
  }

  /// How it turned out, once the bank was asked.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    /// Nothing moved that the books do not show.
    case nothing
    /// The rejected payment was made after all: it counts, and a further attempt not yet in a file is dropped.
    case paidAfterAll = "paid-after-all"
    /// It was made after all, and a further attempt has left too: the recipient owes one of them back.
    case paidTwice = "paid-twice"
    /// What was called paid never arrived: it stands as returned, and the account can be mended.
    case neverArrived = "never-arrived"
  }

  public let id: String
  public let kind: Kind
  /// The payment it is about; empty for a left-over line.
  public let endToEnd: String
  public let amount: Rupiah
  /// Where it stood: a file and line of the bank's.
  public let place: String
  public let words: Words
  public let notedAt: Instant

  public var outcomes: [Outcome] {
    switch kind {
    case .paidAfterRejection: [.paidAfterAll, .paidTwice, .nothing]
    case .rejectedAfterPayment: [.neverArrived, .nothing]
    case .leftOver: [.nothing]
    }
  }
}

extension Act {
  /// Puts a matter on the list; the same one again changes nothing. `true` when it is new.
  @discardableResult
  func note(
    _ kind: BankMatter.Kind, id: String, endToEnd: String = "", _ amount: Rupiah, at place: String, _ words: Words
  ) throws -> Bool {
    try db.execute(
      """
      INSERT INTO bank_matter (matter, kind, end_to_end, amount, place, indonesian, english, noted_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
      """, id, kind.rawValue, endToEnd, amount, place, words.indonesian, words.english, now) == 1
  }
}

extension Connection {
  private static let openMatters = """
    FROM bank_matter m LEFT JOIN bank_matter_closed c ON c.matter = m.matter WHERE c.matter IS NULL
    """

  func openMatters() throws -> [BankMatter] {
    try rows(
      """
      SELECT m.matter, m.kind, m.end_to_end, m.amount, m.place, m.indonesian, m.english, m.noted_at
      \(Self.openMatters) ORDER BY m.noted_at, m.matter LIMIT 200
      """, as: BankMatter.init)
  }

  func openMatter(_ id: String) throws -> BankMatter? {
    try row(
      """
      SELECT m.matter, m.kind, m.end_to_end, m.amount, m.place, m.indonesian, m.english, m.noted_at
      \(Self.openMatters) AND m.matter = $1
      """, id, as: BankMatter.init)
  }

  /// Claims of whose payments something is open: they get no further payment meanwhile.
  func claimsWithOpenMatter() throws -> Set<ClaimID> {
    Set(
      try rows(
        """
        SELECT r.claim_id FROM bank_matter m JOIN payout_reference r ON r.end_to_end = m.end_to_end
        LEFT JOIN bank_matter_closed c ON c.matter = m.matter WHERE c.matter IS NULL
        """
      ) { try $0.id(0) as ClaimID })
  }
}

extension BankMatter {
  init(_ row: Row) throws {
    self.init(
      id: try row.text(0), kind: try row.raw(1), endToEnd: try row.text(2), amount: try row.rupiah(3),
      place: try row.text(4), words: Words(try row.text(5), try row.text(6)), notedAt: try row.instant(7))
  }
}
