import Store
public import Vocabulary

extension ClaimDesk {
  /// One payment file with its payments and what the bank said of them.
  public func payoutBatch(_ id: PayoutBatchID, by actor: Actor) async throws -> PayoutBatch {
    guard
      actor.has(.makePayouts) || actor.has(.releasePayouts) || actor.has(.recordPayoutResults) || actor.has(.readBooks)
    else { throw OfficeError.notAllowed(.makePayouts) }
    return try await office.database.read { db in try db.payoutBatch(id) }
  }
}
