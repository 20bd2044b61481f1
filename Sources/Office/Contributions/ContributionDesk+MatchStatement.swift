import Store
import Vocabulary

// Some banks put another reference on their statements than the one that they gave in their call. Then the same money
// would come in twice, once by each. So such a bank's credits are no payments of their own: each is held to the payments on
// record from the bank's calls, by account, amount and day, and stands for one of them. What has no such payment is for a
// person to ask the bank about.

/// What became of the credits on such a statement.
public struct MatchedCredits: Codable, Hashable, Sendable {
  /// Every credit with a call is known.
  public let receipt: Receipt
  /// The references of those without one.
  public let alone: [String]
}

extension ContributionDesk {
  /// Finds, for credits on a statement of `partner`, the payments that its calls told of. A credit and a payment are matched once and for good: the same statement again changes nothing.
  public func match(_ credits: [IncomingPayment], of partner: String, by actor: Actor) async throws -> MatchedCredits {
    try actor.require(.receivePayments)
    // A call may come after the statement, so that each import looks anew; the table keeps it from counting twice.
    let key = ActKey(own: "\(office.identifiers.next(at: office.clock(), Act.self))")
    let input = Digest.of(credits) { "\($0.bankReference)|\($0.va)|\($0.amount.amount)|\($0.paidOn.number)" }
    return try await office.act("contributions.match-statement", by: actor, key: key, input: input) { act in
      let alone = try act.match(credits, of: partner)
      act.detail = "\(partner): \(credits.count - alone.count) of \(credits.count) credits known"
      var receipt = Receipt()
      receipt.known = credits.count { !alone.contains($0.bankReference) }
      return MatchedCredits(receipt: receipt, alone: alone.sorted())
    }
  }
}

/// What a credit and a call's payment have in common.
private struct Likeness: Hashable {
  let va: String
  let amount: Rupiah
  let day: Day
}

extension Act {
  fileprivate func match(_ credits: [IncomingPayment], of partner: String) throws -> Set<String> {
    let before = try db.matched(credits.map(\.bankReference))
    let fresh = credits.filter { before[$0.bankReference] == nil }
    var waiting = try db.unmatchedCalls(of: partner, to: fresh.map { $0.va.filter(\.isDigit) })
    var alone = Set(
      credits.filter { credit in before[credit.bankReference].map { $0 != credit.amount } ?? false }.map(
        \.bankReference))
    var seen: Set<String> = []
    for credit in fresh where seen.insert(credit.bankReference).inserted {
      let likeness = Likeness(va: credit.va.filter(\.isDigit), amount: credit.amount, day: credit.paidOn)
      guard let payment = waiting[likeness]?.popLast() else {
        alone.insert(credit.bankReference)
        continue
      }
      try db.execute(
        "INSERT INTO statement_match (statement_reference, bank_reference, matched_at) VALUES ($1, $2, $3)",
        credit.bankReference, payment, now)
    }
    return alone
  }
}

extension Connection {
  /// The amounts of the payments that references on statements were matched with.
  fileprivate func matched(_ references: [String]) throws -> [String: Rupiah] {
    var found: [String: Rupiah] = [:]
    for chunk in Set(references).sorted().chunks(of: 500) {
      let holes = (1...chunk.count).map { "$\($0)" }.joined(separator: ", ")
      let rows = try rows(
        """
        SELECT m.statement_reference, p.amount FROM statement_match m
        JOIN payment p ON p.bank_reference = m.bank_reference WHERE m.statement_reference IN (\(holes))
        """, values: chunk.map(\.sqlValue)
      ) { (try $0.text(0), try $0.rupiah(1)) }
      for (reference, amount) in rows { found[reference] = amount }
    }
    return found
  }

  /// Payments from calls of `partner` that no credit stands for yet, newest first.
  fileprivate func unmatchedCalls(of partner: String, to accounts: [String]) throws -> [Likeness: [String]] {
    var found: [Likeness: [String]] = [:]
    for chunk in Set(accounts).sorted().chunks(of: 500) {
      let holes = (1...chunk.count).map { "$\($0 + 1)" }.joined(separator: ", ")
      let rows = try rows(
        """
        SELECT DISTINCT p.bank_reference, p.va, p.amount, p.paid_on, p.recorded_at FROM bank_payment b
        JOIN payment p ON p.bank_reference = b.bank_reference
        LEFT JOIN statement_match m ON m.bank_reference = p.bank_reference
        WHERE b.partner = $1 AND b.va IN (\(holes)) AND b.outcome = 'taken' AND m.bank_reference IS NULL
        ORDER BY p.recorded_at DESC, p.bank_reference DESC
        """, values: [partner.sqlValue] + chunk.map(\.sqlValue)
      ) {
        (
          reference: try $0.text(0), va: try $0.text(1), amount: try $0.rupiah(2), day: try $0.day(3)
        )
      }
      for row in rows {
        found[Likeness(va: row.va.filter(\.isDigit), amount: row.amount, day: row.day), default: []]
          .append(row.reference)
      }
    }
    return found
  }
}
