import Ledger
import Store
public import Vocabulary

extension ClaimDesk {
  /// What of the bank's words waits for a person, oldest first; at most two hundred.
  public func matters(by actor: Actor) async throws -> [BankMatter] {
    guard actor.has(.closeMatters) || actor.has(.readBooks) else { throw OfficeError.notAllowed(.closeMatters) }
    return try await office.database.read { db in try db.openMatters() }
  }

  /// Keeps what an import left, so that nobody has to remember it. Answers how many are new.
  public func note(left faults: [Fault], of file: String, by actor: Actor) async throws -> Int {
    try actor.require(.recordPayoutResults)
    guard !faults.isEmpty else { return 0 }
    let key = ActKey(own: "left/\(Sodium.hash(Array(try Wire.text(faults).utf8)))/\(Sodium.hash(Array(file.utf8)))")
    return try await office.act("claims.note-matters", by: actor, key: key, input: faults) { act in
      var new = 0
      for fault in faults {
        let id = Sodium.hash(Array("\(file)|\(fault.place)|\(fault.words.english)".utf8))
        if try act.note(.leftOver, id: id, .zero, at: fault.place, fault.words) { new += 1 }
      }
      act.detail = "\(new) of \(faults.count) new"
      return new
    }
  }

  /// Ends a matter: how it stands, as the bank says on being asked, and how one knows.
  public func close(
    _ matter: String, as outcome: BankMatter.Outcome, because reason: String, by actor: Actor, key: ActKey
  ) async throws {
    try actor.require(.closeMatters)
    guard reason.trimmed.count >= 10 else {
      throw OfficeError.fault(
        "reason", "Tulis siapa di bank yang menjawab, dan apa jawabannya.", "Write who at the bank answered, and what.")
    }
    let input = [matter, outcome.rawValue, reason]
    _ = try await office.act("claims.close-matter", by: actor, key: key, input: input, why: reason) { act in
      guard let open = try act.db.openMatter(matter) else {
        throw OfficeError.notFound(
          Words("Perkara ini tidak ada atau sudah ditutup.", "There is no such matter, or it was closed."))
      }
      guard open.outcomes.contains(outcome) else {
        throw OfficeError.fault("outcome", "Pilih salah satu jawaban yang ditawarkan.", "Choose one of the answers.")
      }
      try act.book(outcome, of: open)
      try act.db.execute(
        """
        INSERT INTO bank_matter_closed (matter, outcome, reason, closed_at, closed_by) VALUES ($1, $2, $3, $4, $5)
        """, matter, outcome.rawValue, reason.trimmed, act.now, actor.id)
      act.detail = "\(open.kind.rawValue) \(open.endToEnd): \(outcome.rawValue)"
      return Nothing()
    }
  }
}

extension Act {
  fileprivate func book(_ outcome: BankMatter.Outcome, of matter: BankMatter) throws {
    guard outcome != .nothing else { return }
    let (member, id) = try db.claimKey(ofPayout: matter.endToEnd)
    try actor.requireOther(forMember: member)
    let claim = try db.claim(member, id)
    switch outcome {
    case .nothing: return
    case .paidAfterAll:
      try dropWaitingAttempts(of: claim)
      try write(.paid, matter)
      try record(.paid, of: claim, detail: "after all")
      try release(member, id)
    case .paidTwice:
      try post(
        Entry(
          key: "payout/\(matter.endToEnd)/paid-twice", day: today, note: "bank made a rejected payment too",
          lines: [.debit(.toBeReturned, .jht, matter.amount), .credit(.bank, .jht, matter.amount)]))
    case .neverArrived:
      try write(.returned, matter)
      try record(.returned, of: claim, detail: "never arrived")
    }
  }

  private func write(_ outcome: PayoutResult.Outcome, _ matter: BankMatter) throws {
    try db.execute(
      """
      INSERT INTO payout_result (end_to_end, result, reason, bank_reference, recorded_at) VALUES ($1, $2, $3, $4, $5)
      """, matter.endToEnd, outcome.rawValue, "", "", now)
    let lines: [EntryLine] =
      outcome == .paid
      ? [.debit(.benefitsPayable, .jht, matter.amount), .credit(.bank, .jht, matter.amount)]
      : [.debit(.bank, .jht, matter.amount), .credit(.benefitsPayable, .jht, matter.amount)]
    try post(
      Entry(
        key: "payout/\(matter.endToEnd)/\(outcome.rawValue)", day: today, note: "bank asked: \(outcome.rawValue)",
        lines: lines))
  }

  /// Drops further attempts that are in no released file.
  private func dropWaitingAttempts(of claim: Claim) throws {
    let later = try db.rows(
      """
      SELECT r.end_to_end, CASE WHEN r.batch_id IS NULL THEN 0 ELSE 1 END FROM payout_reference r
      LEFT JOIN payout_result x ON x.end_to_end = r.end_to_end
      LEFT JOIN payout_dropped d ON d.end_to_end = r.end_to_end
      WHERE r.member_id = $1 AND r.claim_id = $2 AND x.end_to_end IS NULL AND d.end_to_end IS NULL
      """, claim.memberID, claim.id
    ) { (reference: try $0.text(0), gathered: try $0.bool(1)) }
    guard !later.contains(where: \.gathered), claim.status == .returned || claim.status == .approved else {
      throw OfficeError.conflict(
        code: "payout-on-its-way",
        Words(
          "Pembayaran berikutnya sudah masuk berkas bank. Tunggu jawaban bank, lalu pilih dibayar dua kali.",
          "The next payment is in a file for the bank. Wait for its answer, then choose paid twice."))
    }
    for attempt in later {
      try db.execute(
        "INSERT INTO payout_dropped (end_to_end, dropped_at) VALUES ($1, $2)", attempt.reference, now)
    }
  }
}
