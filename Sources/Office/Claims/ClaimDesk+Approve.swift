import Ledger
import Programs
import Store
import Vocabulary

extension ClaimDesk {
  /// Approves a verified claim: decides it again on today's balance, keeps the decision with its working, and moves the
  /// money from the member's account to benefits payable.
  ///
  /// The approver is neither who verified nor who submitted, nor the claimant. Approved once: a second officer a moment later is told so and
  /// nothing moves twice.
  public func approve(_ number: ClaimNumber, by actor: Actor, key: ActKey) async throws -> ClaimApproval {
    try actor.require(.approveClaims)
    return try await office.act("claims.approve", by: actor, key: key, input: number) { act in
      let claim = try act.open(number)
      try actor.requireOther(than: claim.verifiedBy, claim.submittedBy, forMember: claim.memberID)
      // Asked before the balance is: who comes second must read that it is approved, not that nothing is left.
      try claim.require(.approved)
      if let year = try act.db.returnInPosting() {
        throw OfficeError.conflict(
          code: "return-in-posting",
          Words(
            "Hasil pengembangan \(year) sedang dibukukan. Coba lagi setelah selesai.",
            "The return of \(year) is being posted. Try again when it is done."))
      }
      let decided = try act.decide(claim.form, of: claim.memberID, filed: claim.filedOn, paidOn: act.today)
      guard case .payable(let payable) = decided.decision.outcome else {
        throw OfficeError.conflict(
          code: "claim-no-longer-payable", decided.answer.refusals.first?.words ?? OfficeError.noSuchClaim.words)
      }
      try act.record(.approved, of: claim, detail: payable.net.description)
      return try act.approve(claim, payable, decided)
    }
  }
}

extension Act {
  fileprivate func approve(_ claim: Claim, _ payable: JHTPayable, _ decided: DecidedClaim) throws -> ClaimApproval {
    try db.execute(
      """
      INSERT INTO claim_approval (member_id, claim_id, gross, tax, rounding, net, decision, approved_at, approved_by)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """, claim.memberID, claim.id, payable.gross, payable.tax, payable.rounding, payable.net,
      try Wire.text(decided.decision), now, actor.id)
    let interim = try draw(claim, payable.gross, decided)
    try post(
      Entry(
        key: "claim/\(claim.number)/approved", day: today, note: "JHT claim \(claim.number)",
        lines: [
          .debit(.returnsCredited, .jht, interim), .credit(.memberBalances, .jht, interim),
          .debit(.memberBalances, .jht, payable.gross), .credit(.taxPayable, .jht, payable.tax),
          .credit(.benefitsPayable, .jht, payable.net), .debit(.rounding, .jht, payable.rounding),
        ]))
    try requestPayout(claim.memberID, claim.id, claim.number, attempt: 1, payable.net, to: claim.bank)
    detail = "\(claim.number): \(payable.net) net"
    return ClaimApproval(payable: payable, decision: decided.decision, approvedAt: now, approvedBy: actor.id)
  }

  /// Takes `gross` out of the accounts, crediting first what they earned up to today. Answers what was credited.
  private func draw(_ claim: Claim, _ gross: Rupiah, _ decided: DecidedClaim) throws -> Rupiah {
    var movements: [JHTMovement] = []
    var left = gross
    func move(_ kpj: KPJ, _ kind: JHTMovementKind, _ amount: Rupiah) {
      movements.append(
        JHTMovement(
          member: claim.memberID, kpj: kpj.digits, kind: kind, reference: claim.id.value, creditedOn: today,
          amount: amount))
    }
    for account in decided.accounts {
      // Written also when it is zero: it tells the yearly return that the account was closed, and when.
      if decided.closesAccounts { move(account.kpj, .interimReturn, account.interim) }
      let taken = min(left, account.balance + account.interim)
      if taken.isPositive { move(account.kpj, .payment, -taken) }
      left -= taken
    }
    precondition(left.isZero, "no claim pays more than the accounts hold")
    try db.load(movements)
    return decided.accounts.map(\.interim).sum()
  }

  /// Asks finance to pay: one row, one bank reference per attempt.
  func requestPayout(
    _ member: MemberID, _ claim: ClaimID, _ number: ClaimNumber, attempt: Int64, _ amount: Rupiah, to bank: BankAccount
  ) throws {
    let reference = "\(number)-\(attempt)"
    try db.execute(
      """
      INSERT INTO payout (member_id, claim_id, attempt, end_to_end, amount, bank_code, bank_account, bank_holder, requested_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """, member, claim, attempt, reference, amount, bank.code, bank.number, bank.holder, now)
    try db.execute(
      "INSERT INTO payout_reference (end_to_end, member_id, claim_id, attempt, batch_id) VALUES ($1, $2, $3, $4, NULL)",
      reference, member, claim, attempt)
  }
}
