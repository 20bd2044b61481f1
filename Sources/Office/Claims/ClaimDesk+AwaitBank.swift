import Store

extension ClaimDesk {
  /// Released payment files of which the bank has not answered every payment, oldest first.
  public func payoutsAwaitingBank(by actor: Actor) async throws -> [PayoutBatch] {
    try actor.require(.recordPayoutResults)
    return try await office.reading("claims.payouts-awaiting", by: actor, why: "payment files") { act in
      try act.db.rows(
        """
        SELECT DISTINCT x.batch_id FROM payout_release x
        JOIN payout_reference r ON r.batch_id = x.batch_id
        LEFT JOIN payout_result w ON w.end_to_end = r.end_to_end
        WHERE w.end_to_end IS NULL ORDER BY x.batch_id
        """
      ) { try $0.id(0) as PayoutBatchID }.map { try act.db.payoutBatch($0) }
    }
  }

  /// A released payment file under the identification that the bank has of it; `nil` when there is none.
  public func findPayoutBatch(message: String, by actor: Actor) async throws -> PayoutBatch? {
    try actor.require(.recordPayoutResults)
    return try await office.reading("claims.payout-batch", by: actor, why: "answer of the bank") { act in
      act.detail = "file \(message)"
      return try act.db.row(
        """
        SELECT b.batch_id FROM payout_batch b JOIN payout_release x ON x.batch_id = b.batch_id WHERE b.message = $1
        """, message
      ) { try $0.id(0) as PayoutBatchID }.map { try act.db.payoutBatch($0) }
    }
  }

  /// Which of the references are payments of ours that went to the bank, with what each paid and what is known of it.
  public func released(_ references: [String], by actor: Actor) async throws -> [String: ReleasedPayout] {
    try actor.require(.recordPayoutResults)
    guard !references.isEmpty else { return [:] }
    return try await office.reading("claims.payout-batch", by: actor, why: "answer of the bank") { act in
      let db = act.db
      act.detail = "\(references.count) payments"
      var found: [String: ReleasedPayout] = [:]
      for chunk in references.chunks(of: 500) {
        let holes = (1...chunk.count).map { "$\($0)" }.joined(separator: ", ")
        let payouts = try db.rows(
          """
          SELECT p.end_to_end, p.amount, p.bank_code, p.bank_account, p.bank_holder FROM payout_reference r
          JOIN payout_release x ON x.batch_id = r.batch_id
          JOIN payout p ON p.member_id = r.member_id AND p.claim_id = r.claim_id AND p.attempt = r.attempt
          WHERE r.end_to_end IN (\(holes))
          """, values: chunk.map(\.sqlValue), as: Payout.init)
        let known = try db.rows(
          "SELECT end_to_end, result FROM payout_result WHERE end_to_end IN (\(holes))", values: chunk.map(\.sqlValue)
        ) { (try $0.text(0), try $0.raw(1, as: PayoutResult.Outcome.self)) }
        let outcomes = Dictionary(grouping: known, by: \.0).mapValues { Set($0.map(\.1)) }
        for payout in payouts {
          found[payout.endToEnd] = ReleasedPayout(payout: payout, outcomes: outcomes[payout.endToEnd] ?? [])
        }
      }
      return found
    }
  }
}

/// A payment that went to the bank, and what the bank has said of it so far.
public struct ReleasedPayout: Hashable, Sendable {
  public let payout: Payout
  public let outcomes: Set<PayoutResult.Outcome>
}
