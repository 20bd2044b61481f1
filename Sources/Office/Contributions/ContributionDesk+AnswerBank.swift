import Store
public import Vocabulary

extension ContributionDesk {
  /// What stands open on a virtual account, for the bank's counter. The answer carries the payer's name, so that asking
  /// is written down.
  public func inquire(_ va: VirtualAccount?, for call: BankCall, by actor: Actor) async throws -> BankInquiryAnswer {
    try actor.require(.receivePayments)
    return try await office.reading("contributions.bank-inquiry", by: actor, why: "inquiry of \(call.partner)") { act in
      guard try act.hear(call) else { return .replayed }
      guard let va, let payer = try act.db.payers(ofAccounts: [va.digits])[va.digits] else { return .unknownAccount }
      act.subject = payer.value
      return .account(try act.db.openAccount(va, payer))
    }
  }

  /// Takes a payment that a bank collected: once for each request of the bank, however often it asks.
  ///
  /// The same request again gets the stored outcome, taken or refused, and moves nothing. Money for an account that
  /// nobody has is refused here, since the bank still holds it and can tell its payer; what arrives on a statement goes
  /// to suspense instead (`receive`).
  ///
  /// - Throws: `OfficeError.conflict("payment-differs")` when the reference is on record with other money.
  public func take(_ payment: BankPayment, for call: BankCall, by actor: Actor) async throws -> BankPaymentAnswer {
    try actor.require(.receivePayments)
    // The key is new for every call: what counts once is kept by the two primary keys of the bank's own numbers.
    let key = ActKey(own: "\(office.identifiers.next(at: office.clock(), Act.self))")
    return try await office.act("contributions.bank-payment", by: actor, key: key, input: payment) { act in
      guard try act.hear(call) else { return .replayed }
      if let before = try act.db.bankPayment(call) {
        act.detail = "\(payment.reference): asked again"
        return .doneBefore(before.outcome, same: before.va == payment.va && before.amount == payment.amount)
      }
      let outcome = try act.take(payment)
      act.detail = "\(payment.reference), \(payment.amount): \(outcome.rawValue)"
      try act.remember(payment, call, outcome)
      return .done(outcome)
    }
  }
}

extension Act {
  /// Notes the call; `false` when one of the same number was noted today.
  fileprivate func hear(_ call: BankCall) throws -> Bool {
    try db.execute(
      """
      INSERT INTO bank_call (partner, day, external_id, request, called_at) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT DO NOTHING
      """, call.partner, today, call.externalID, call.request, now) == 1
  }

  fileprivate func take(_ payment: BankPayment) throws -> BankPaymentOutcome {
    guard let va = VirtualAccount(payment.va), let payer = try db.payers(ofAccounts: [va.digits])[va.digits] else {
      return .unknownAccount
    }
    subject = payer.value
    guard payment.amount.isPositive else { return .wrongAmount }
    let incoming = IncomingPayment(
      bankReference: payment.reference, va: va.digits, amount: payment.amount, paidOn: min(payment.paidOn, today),
      channel: payment.channel)
    // Money on record already, from a statement that was quicker than this call, is ours: the bank must not give it back.
    let known = try db.exists("SELECT 1 FROM payment WHERE bank_reference = $1", incoming.bankReference)
    if payment.exact, !known {
      let owed = try db.openAccount(va, payer).owed
      guard owed.isPositive else { return .nothingOwed }
      guard payment.amount == owed else { return .wrongAmount }
    }
    _ = try receive([incoming], batch: "payments/\(payment.reference)")
    return .taken
  }

  fileprivate func remember(_ payment: BankPayment, _ call: BankCall, _ outcome: BankPaymentOutcome) throws {
    try db.execute(
      """
      INSERT INTO bank_payment (partner, request, va, amount, outcome, bank_reference, answered_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """, call.partner, call.request, payment.va, payment.amount, outcome.rawValue, payment.reference, now)
  }
}

extension Connection {
  fileprivate func bankPayment(_ call: BankCall) throws -> (va: String, amount: Rupiah, outcome: BankPaymentOutcome)? {
    try row(
      "SELECT va, amount, outcome FROM bank_payment WHERE partner = $1 AND request = $2", call.partner, call.request
    ) { (va: try $0.text(0), amount: try $0.rupiah(1), outcome: try $0.raw(2)) }
  }

  fileprivate func openAccount(_ va: VirtualAccount, _ payer: PayerID) throws -> OpenAccount {
    OpenAccount(
      va: va, name: try payerName(payer),
      bills: try openBills(of: [payer]).map { OpenMonth(month: $0.month, sequence: $0.sequence, total: $0.total) },
      deposit: try deposit(of: payer))
  }
}
