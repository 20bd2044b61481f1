import Store
public import Vocabulary

extension ClaimDesk {
  /// One payment file with its payments and what the bank said of them.
  public func payoutBatch(_ id: PayoutBatchID, by actor: Actor) async throws -> PayoutBatch {
    guard
      actor.has(.makePayouts) || actor.has(.releasePayouts) || actor.has(.recordPayoutResults) || actor.has(.readBooks)
    else { throw OfficeError.notAllowed(.makePayouts) }
    return try await office.reading("claims.payout-batch", by: actor, why: "payment file") { act in
      act.detail = "file \(id)"
      return try act.db.payoutBatch(id)
    }
  }
}
