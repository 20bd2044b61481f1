import Law
import Ledger
import Programs
import Store
public import Vocabulary

// The yearly return goes through three hands. Finance previews it: every account is computed and the totals are kept. A
// second person approves the totals, which are computed again and must be the same. Then it is posted slice by slice, each
// in a transaction of its own that proves itself against the preview; the year is complete only when every slice is
// posted and the sums agree. Killed in the middle, the next run posts what is missing. Posted twice, nothing happens.

public enum ReturnRunMark {}
public typealias ReturnRunID = Identifier<ReturnRunMark>

/// A previewed return, with how far it has come.
public struct ReturnRun: Codable, Hashable, Sendable {
  public let id: ReturnRunID
  public let year: Int
  public let rate: String
  public let confidence: String
  public let accounts: Int
  public let opening: Rupiah
  public let credited: Rupiah
  public let earned: Rupiah
  public let previewedAt: Instant
  public let previewedBy: String
  public let approvedBy: String?
  public let slices: Int
  public let slicesPosted: Int
  public let completed: Bool
}

extension SavingsDesk {
  /// Members in a slice. Large enough for bulk loads, small enough that a redo costs little.
  public static let sliceSize = 5_000

  /// Computes the return of `year` on every account and keeps the totals. Changes no balance.
  public func previewReturn(of year: Int, by actor: Actor, key: ActKey, sliceSize: Int = SavingsDesk.sliceSize)
    async throws
    -> ReturnRunID
  {
    try actor.require(.previewReturns)
    return try await office.act("savings.preview-return", by: actor, key: key, input: year) { act in
      guard year < act.today.year else {
        throw OfficeError.fault(
          "year", "Tahun \(year) belum selesai. Pilih tahun yang sudah lewat.",
          "The year \(year) is not over. Choose a past one.")
      }
      try act.refuse(approved: year)
      try act.refuse(undeclared: year)
      try act.refuse(before: year)
      return try act.previewReturn(of: year, sliceSize: sliceSize)
    }
  }

  /// Approves a preview. The approver is not who previewed, nothing may have changed since, and the rate is no draft.
  public func approveReturn(_ id: ReturnRunID, by actor: Actor, key: ActKey) async throws -> ReturnRunID {
    try actor.require(.approveReturns)
    return try await office.act("savings.approve-return", by: actor, key: key, input: id) { act in
      guard let run = try act.db.returnRun(id) else { throw OfficeError.noSuchReturn }
      guard run.previewedBy != actor.id else { throw OfficeError.samePerson(as: actor.name) }
      try act.refuse(approved: run.year)
      try act.refuse(before: run.year)
      let rule = try JHTReturnRule(year: run.year, law: act.office.law)
      guard rule.rateConfidence == .seen else {
        throw OfficeError.conflict(
          code: "return-draft",
          Words(
            "Tingkat hasil pengembangan \(run.year) masih draf. Catat dulu surat penetapannya di folder hukum.",
            "The rate for \(run.year) is a draft. Enter the letter that declares it in the folder of law first."))
      }
      let again = try act.slices(of: run.year, size: Self.sliceSize)
      guard again.map(\.earned).sum() == run.earned, again.map(\.accounts).reduce(0, +) == run.accounts else {
        throw OfficeError.conflict(
          code: "return-changed",
          Words(
            "Saldo berubah sejak dihitung. Hitung ulang, lalu setujui.",
            "Balances have changed since the preview. Preview again, then approve."))
      }
      try act.db.execute(
        "INSERT INTO return_approval (year, run_id, approved_at, approved_by) VALUES ($1, $2, $3, $4)", run.year, id,
        act.now, actor.id)
      act.detail = "return of \(run.year): \(run.earned) to \(run.accounts) accounts at \(run.rate)"
      return id
    }
  }

  /// Takes back an approval of which nothing is posted yet, so that the year can be previewed anew: after a correction of
  /// the rate, say.
  public func withdrawReturn(of year: Int, because reason: String, by actor: Actor, key: ActKey) async throws {
    try actor.require(.approveReturns)
    guard !reason.trimmed.isEmpty else {
      throw OfficeError.fault("reason", "Tulis alasan penarikan.", "Write why the approval is withdrawn.")
    }
    let input = ["\(year)", reason]
    _ = try await office.act("savings.withdraw-return", by: actor, key: key, input: input, why: reason) { act in
      guard try act.db.approvedRun(of: year)?.slicesPosted == 0 else {
        throw OfficeError.conflict(
          code: "return-posted",
          Words(
            "Hasil pengembangan \(year) belum disetujui atau sudah mulai dibukukan.",
            "The return of \(year) is not approved, or its posting has begun."))
      }
      try act.db.execute("DELETE FROM return_approval WHERE year = $1", year)
      act.detail = "return of \(year)"
      return Nothing()
    }
  }

  /// Posts an approved return, what is missing of it, and completes the year. Safe to call again at any time.
  ///
  /// - Parameter progress: told after each slice how many of how many are posted.
  public func postReturn(
    of year: Int, by actor: Actor, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> ReturnRun {
    try actor.require(.postReturns)
    let run = try await office.database.read { db in try db.approvedRun(of: year) }
    guard let run else {
      throw OfficeError.conflict(
        code: "return-not-approved",
        Words("Hasil pengembangan \(year) belum disetujui.", "The return of \(year) is not approved yet."))
    }
    for slice in 1...max(1, run.slices) where run.slices > 0 {
      let key = ActKey(own: "\(year)/\(slice)")
      _ = try await office.act("savings.post-return-slice", by: actor, key: key, input: key.text) { act in
        try act.postSlice(slice, of: run)
      }
      progress(slice, run.slices)
    }
    let key = ActKey(own: "\(year)")
    _ = try await office.act("savings.complete-return", by: actor, key: key, input: year) { act in try act.complete(run)
    }
    return try await office.database.read { db in
      guard let done = try db.returnRun(run.id) else { throw OfficeError.noSuchReturn }
      return done
    }
  }

  /// Previews and what became of them, newest first.
  public func returns(by actor: Actor) async throws -> [ReturnRun] {
    guard actor.has(.previewReturns) || actor.has(.approveReturns) || actor.has(.readBooks) else {
      throw OfficeError.notAllowed(.previewReturns)
    }
    return try await office.database.read { db in
      try db.rows("SELECT run_id FROM return_run ORDER BY run_id DESC LIMIT 50") { try $0.id(0) as ReturnRunID }
        .compactMap { try db.returnRun($0) }
    }
  }
}
