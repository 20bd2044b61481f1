import Ledger
import Programs
import Store
public import Vocabulary

extension ClaimDesk {
  /// Gathers what is approved and not yet in a file into a new one. Answers `nil` when nothing waits.
  public func makePayouts(by actor: Actor, key: ActKey) async throws -> PayoutBatch? {
    try actor.require(.makePayouts)
    return try await office.act("claims.make-payouts", by: actor, key: key, input: Nothing()) { act in
      try act.gatherPayouts()
    }
  }

  /// The second signature. The releaser is not who made the file.
  public func releasePayouts(_ id: PayoutBatchID, by actor: Actor, key: ActKey) async throws -> PayoutBatch {
    try actor.require(.releasePayouts)
    return try await office.act("claims.release-payouts", by: actor, key: key, input: id) { act in
      let batch = try act.db.payoutBatch(id)
      guard batch.madeBy != actor.id else { throw OfficeError.samePerson(as: actor.name) }
      guard batch.releasedBy == nil else {
        throw OfficeError.conflict(
          code: "already-released", Words("Berkas ini sudah dilepas ke bank.", "This file was released already."))
      }
      try act.db.execute(
        "INSERT INTO payout_release (batch_id, released_at, released_by) VALUES ($1, $2, $3)", id, act.now, actor.id)
      let disputed = try act.db.claimsWithOpenMatter()
      for payout in batch.payouts {
        let (member, claim) = try act.db.claimKey(ofPayout: payout.endToEnd)
        try actor.requireOther(forMember: member)
        guard !disputed.contains(claim) else {
          throw OfficeError.conflict(
            code: "matter-open",
            Words(
              "Pembayaran \(payout.endToEnd) menunggu penjelasan bank. Selesaikan dulu perkaranya.",
              "Payment \(payout.endToEnd) waits for the bank's explanation. Settle that matter first."))
        }
        try act.record(.sentToBank, of: try act.db.claim(member, claim), detail: payout.endToEnd)
      }
      try act.post(
        Entry(
          key: "payouts/\(batch.message)/released", day: act.today, note: "\(batch.payouts.count) benefits to the bank",
          lines: [.debit(.benefitsPayable, .jht, batch.total), .credit(.inPayment, .jht, batch.total)]))
      act.subject = nil
      act.detail = "\(batch.message): \(batch.payouts.count) payments, \(batch.total)"
      return try act.db.payoutBatch(id)
    }
  }

  /// Writes down what the bank says. Out of order, twice, or in pieces: each word counts once.
  public func record(_ results: [PayoutResult], by actor: Actor, key: ActKey) async throws -> Int {
    try actor.require(.recordPayoutResults)
    return try await office.act("claims.record-payouts", by: actor, key: key, input: results) { act in
      var new = 0
      for result in results where try act.record(result) { new += 1 }
      act.subject = nil
      act.detail = "\(new) of \(results.count) results new"
      return new
    }
  }

  /// The claimant or the desk names another account after the bank sent the money back; it is sent again.
  public func mendAccount(_ number: ClaimNumber, to bank: BankAccount, by actor: Actor, key: ActKey) async throws
    -> ClaimStatus
  {
    try await office.act(
      "claims.mend-account", by: actor, key: key, input: [number.text, bank.code, bank.number, bank.holder]
    ) { act in
      let claim = try act.open(number)
      try actor.require(.submitClaims, orBeing: claim.memberID)
      guard let member = try act.db.member(claim.memberID), let approval = claim.approval else {
        throw OfficeError.noSuchClaim
      }
      var faults: [Fault] = []
      let checked = PersonForm.bank(
        code: bank.code, number: bank.number, holder: bank.holder, owner: member.person.name, faults: &faults)
      if checked.isNone {
        faults.append(Fault("bankAccount", "Isi nomor rekening.", "Give the account number."))
      }
      guard faults.isEmpty else { throw OfficeError.faults(faults) }
      try act.record(
        .accountMended, of: claim, detail: "\(Bank.named[checked.code] ?? checked.code) •••\(checked.number.suffix(4))")
      let attempt = try act.db.integer(
        "SELECT COALESCE(max(attempt), 0) FROM payout WHERE member_id = $1 AND claim_id = $2", claim.memberID, claim.id)
      try act.requestPayout(claim.memberID, claim.id, number, attempt: attempt + 1, approval.payable.net, to: checked)
      return .approved
    }
  }

  /// Payment files, newest first.
  public func payoutBatches(limit: Int = 50, by actor: Actor) async throws -> [PayoutBatch] {
    guard
      actor.has(.makePayouts) || actor.has(.releasePayouts) || actor.has(.recordPayoutResults) || actor.has(.readBooks)
    else { throw OfficeError.notAllowed(.makePayouts) }
    return try await office.reading("claims.payout-batches", by: actor, why: "payment files") { act in
      let db = act.db
      return try db.rows("SELECT batch_id FROM payout_batch ORDER BY batch_id DESC LIMIT $1", limit) {
        try $0.id(0) as PayoutBatchID
      }
      .map { try db.payoutBatch($0) }
    }
  }

  /// How many payments wait for a file.
  public func payoutsWaiting(by actor: Actor) async throws -> (count: Int, total: Rupiah) {
    guard actor.has(.makePayouts) || actor.has(.releasePayouts) else { throw OfficeError.notAllowed(.makePayouts) }
    return try await office.database.read { db in
      let waiting = try db.waitingPayouts()
      return (waiting.count, waiting.map(\.amount).sum())
    }
  }
}

extension Act {
  fileprivate func gatherPayouts() throws -> PayoutBatch? {
    let waiting = try db.waitingPayouts()
    guard !waiting.isEmpty else { return nil }
    let id = newID(PayoutBatchMark.self)
    let message = "NGN\(id)"
    try db.execute(
      "INSERT INTO payout_batch (batch_id, message, payments, total, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6)",
      id,
      message, waiting.count, waiting.map(\.amount).sum(), now, actor.id)
    for payout in waiting {
      let gathered = try db.execute(
        "UPDATE payout_reference SET batch_id = $2 WHERE end_to_end = $1 AND batch_id IS NULL", payout.endToEnd, id)
      precondition(gathered == 1, "a payment goes into one file")
    }
    detail = "\(message): \(waiting.count) payments"
    return try db.payoutBatch(id)
  }

  /// Writes one result and moves the money it tells of; `false` when it was known.
  fileprivate func record(_ result: PayoutResult) throws -> Bool {
    let (member, id) = try db.claimKey(ofPayout: result.endToEnd)
    let known = try db.rows("SELECT result FROM payout_result WHERE end_to_end = $1", result.endToEnd) {
      try $0.text(0)
    }
    if try note(contradiction: result, known) { return false }
    // A late "paid" after the money came back changes nothing: the furthest word stands.
    if known.contains(result.outcome.rawValue) || (result.outcome != .returned && !known.isEmpty) { return false }
    if result.outcome == .returned, known.contains(PayoutResult.Outcome.rejected.rawValue) { return false }
    guard let amount = try db.releasedAmount(result.endToEnd) else {
      throw OfficeError.conflict(
        code: "payout-not-released",
        Words(
          "Bank menjawab pembayaran \(result.endToEnd) yang belum dilepas. Periksa berkasnya.",
          "The bank answers payment \(result.endToEnd), which was not released. Look at the file."))
    }
    if result.outcome == .returned, known.isEmpty {
      try write(
        PayoutResult(endToEnd: result.endToEnd, outcome: .paid, reason: "", bankReference: result.bankReference), amount
      )
    }
    try write(result, amount)
    let claim = try db.claim(member, id)
    if claim.status == .inPayment || (claim.status == .paid && result.outcome == .returned) {
      try record(result.outcome == .paid ? .paid : .returned, of: claim, detail: result.reason)
      if result.outcome == .paid { try release(member, id) }
    }
    return true
  }

  /// What cannot be true beside what the bank said before moves no money: a person must ask the bank.
  private func note(contradiction result: PayoutResult, _ known: [String]) throws -> Bool {
    let (kind, words): (BankMatter.Kind, Words)
    if result.outcome == .paid, known == [PayoutResult.Outcome.rejected.rawValue] {
      kind = .paidAfterRejection
      words = Words(
        "Bank menolak pembayaran \(result.endToEnd), lalu melaporkannya terbayar. Tanyakan ke bank.",
        "The bank rejected payment \(result.endToEnd), and now says that it was made. Ask the bank.")
    } else if result.outcome == .rejected, known == [PayoutResult.Outcome.paid.rawValue] {
      kind = .rejectedAfterPayment
      words = Words(
        "Bank melaporkan pembayaran \(result.endToEnd) terbayar, lalu menolaknya. Tanyakan ke bank.",
        "The bank called payment \(result.endToEnd) made, and now rejects it. Ask the bank.")
    } else {
      return false
    }
    let amount = try db.releasedAmount(result.endToEnd) ?? .zero
    try note(
      kind, id: "\(kind.rawValue)/\(result.endToEnd)", endToEnd: result.endToEnd, amount, at: result.bankReference,
      words)
    return true
  }

  private func write(_ result: PayoutResult, _ amount: Rupiah) throws {
    try db.execute(
      """
      INSERT INTO payout_result (end_to_end, result, reason, bank_reference, recorded_at) VALUES ($1, $2, $3, $4, $5)
      """, result.endToEnd, result.outcome.rawValue, result.reason, result.bankReference, now)
    let lines: [EntryLine] =
      switch result.outcome {
      case .paid: [.debit(.inPayment, .jht, amount), .credit(.bank, .jht, amount)]
      case .rejected: [.debit(.inPayment, .jht, amount), .credit(.benefitsPayable, .jht, amount)]
      case .returned: [.debit(.bank, .jht, amount), .credit(.benefitsPayable, .jht, amount)]
      }
    try post(
      Entry(
        key: "payout/\(result.endToEnd)/\(result.outcome.rawValue)", day: today,
        note: "bank: \(result.outcome.rawValue) \(result.reason)", lines: lines))
  }
}

extension Connection {
  func claimKey(ofPayout reference: String) throws -> (MemberID, ClaimID) {
    let key = try row("SELECT member_id, claim_id FROM payout_reference WHERE end_to_end = $1", reference) {
      (try $0.id(0) as MemberID, try $0.id(1) as ClaimID)
    }
    guard let key else {
      throw OfficeError.notFound(
        Words("Pembayaran \(reference) tidak dikenal.", "Payment \(reference) is not known here."))
    }
    return key
  }

  fileprivate func waitingPayouts() throws -> [Payout] {
    try rows(
      """
      SELECT p.end_to_end, p.amount, p.bank_code, p.bank_account, p.bank_holder FROM payout_reference r
      JOIN payout p ON p.member_id = r.member_id AND p.claim_id = r.claim_id AND p.attempt = r.attempt
      LEFT JOIN payout_dropped d ON d.end_to_end = r.end_to_end
      WHERE r.batch_id IS NULL AND d.end_to_end IS NULL AND NOT EXISTS (
        SELECT 1 FROM bank_matter m JOIN payout_reference o ON o.end_to_end = m.end_to_end
        LEFT JOIN bank_matter_closed c ON c.matter = m.matter
        WHERE c.matter IS NULL AND o.member_id = r.member_id AND o.claim_id = r.claim_id)
      ORDER BY p.end_to_end
      """, as: Payout.init)
  }

  func payoutBatch(_ id: PayoutBatchID) throws -> PayoutBatch {
    let payouts = try rows(
      """
      SELECT p.end_to_end, p.amount, p.bank_code, p.bank_account, p.bank_holder FROM payout_reference r
      JOIN payout p ON p.member_id = r.member_id AND p.claim_id = r.claim_id AND p.attempt = r.attempt
      WHERE r.batch_id = $1 ORDER BY p.end_to_end
      """, id, as: Payout.init)
    let results = try rows(
      """
      SELECT x.end_to_end, x.result, x.reason, x.bank_reference FROM payout_result x
      JOIN payout_reference r ON r.end_to_end = x.end_to_end WHERE r.batch_id = $1 ORDER BY x.recorded_at, x.end_to_end
      """, id
    ) {
      PayoutResult(
        endToEnd: try $0.text(0), outcome: try $0.raw(1), reason: try $0.text(2), bankReference: try $0.text(3))
    }
    let batch = try row(
      """
      SELECT b.message, b.made_at, b.made_by, r.released_by FROM payout_batch b
      LEFT JOIN payout_release r ON r.batch_id = b.batch_id WHERE b.batch_id = $1
      """, id
    ) {
      PayoutBatch(
        id: id, message: try $0.text(0), madeAt: try $0.instant(1), madeBy: try $0.text(2),
        releasedBy: try $0.optionalText(3), payouts: payouts, results: results)
    }
    guard let batch else {
      throw OfficeError.notFound(Words("Berkas pembayaran tidak ditemukan.", "No such payment file."))
    }
    return batch
  }

  fileprivate func releasedAmount(_ reference: String) throws -> Rupiah? {
    try row(
      """
      SELECT p.amount FROM payout_reference r
      JOIN payout p ON p.member_id = r.member_id AND p.claim_id = r.claim_id AND p.attempt = r.attempt
      JOIN payout_release x ON x.batch_id = r.batch_id WHERE r.end_to_end = $1
      """, reference
    ) { try $0.rupiah(0) }
  }
}

extension Payout {
  init(_ row: Row) throws {
    self.init(
      endToEnd: try row.text(0), amount: try row.rupiah(1),
      bank: BankAccount(code: try row.text(2), number: try row.text(3), holder: try row.text(4)))
  }
}
