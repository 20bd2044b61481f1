import Store
public import Vocabulary

extension ClaimDesk {
  /// A released payment file, for handing to the bank. It holds names and accounts, so that whoever takes it is written
  /// down.
  ///
  /// - Throws: `conflict("not-released")` before a second person has released it.
  public func releasedPayouts(_ id: PayoutBatchID, by actor: Actor) async throws -> PayoutBatch {
    try actor.require(.releasePayouts)
    return try await office.reading("claims.payment-file", by: actor, why: "ke bank") { act in
      let batch = try act.db.payoutBatch(id)
      guard batch.releasedBy != nil else {
        throw OfficeError.conflict(
          code: "not-released",
          Words(
            "Berkas ini belum dilepas. Minta orang kedua melepasnya dulu.",
            "This file is not released. Ask the second person to release it first."))
      }
      act.detail = batch.message
      return batch
    }
  }
}
