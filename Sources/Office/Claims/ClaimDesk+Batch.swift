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

extension ClaimDesk {
  /// A released payment file, for whoever takes it to the bank. That it left the house is written in the trail.
  ///
  /// - Throws: `OfficeError.conflict("not-released")` before a second person has released it.
  public func payoutOrder(_ id: PayoutBatchID, by actor: Actor) async throws -> PayoutBatch {
    guard actor.has(.recordPayoutResults) || actor.has(.releasePayouts) else {
      throw OfficeError.notAllowed(.recordPayoutResults)
    }
    return try await office.reading("claims.payout-order", by: actor, why: "payment file for the bank") { act in
      let batch = try act.db.payoutBatch(id)
      guard batch.releasedBy != nil else {
        throw OfficeError.conflict(
          code: "not-released",
          Words(
            "Berkas \(batch.message) belum dilepas. Kepala kantor cabang melepasnya lebih dulu.",
            "File \(batch.message) is not released. The branch head releases it first."))
      }
      act.detail = "file \(batch.message)"
      return batch
    }
  }
}
