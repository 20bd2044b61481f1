import Ledger
import Store
public import Vocabulary

extension ContributionDesk {
  /// Takes in money that the bank received, one payment or a day's file of them.
  ///
  /// A reference seen before is known and does nothing; one seen before with another amount is a fault. Money goes to the
  /// payer of its virtual account and settles open bills whole, oldest first; what no account recognises waits in suspense.
  public func receive(_ payments: [IncomingPayment], by actor: Actor, key: ActKey) async throws -> Receipt {
    try actor.require(.receivePayments)
    let digest = Digest.of(payments) { "\($0.bankReference)|\($0.va)|\($0.amount.amount)|\($0.paidOn.number)" }
    return try await office.act("contributions.receive", by: actor, key: key, input: digest) { act in
      let receipt = try act.receive(payments, batch: "payments/\(actor.id)/\(key.text)")
      act.detail = "\(receipt.received) received, \(receipt.known) known, \(receipt.unknown) unknown"
      return receipt
    }
  }

  /// Says whose an unknown payment is. It then settles that payer's bills like any other.
  public func assign(
    _ bankReference: String, to va: VirtualAccount, because reason: String, by actor: Actor, key: ActKey
  )
    async throws -> Receipt
  {
    try actor.require(.assignPayments)
    guard !reason.trimmed.isEmpty else {
      throw OfficeError.fault(
        "reason", "Tulis alasan: bagaimana Anda tahu milik siapa uang ini.", "Write how you know whose money this is.")
    }
    let input = [bankReference, va.digits, reason]
    return try await office.act("contributions.assign", by: actor, key: key, input: input, why: reason) { act in
      try act.assign(bankReference, to: va, because: reason)
    }
  }
}

/// More than any payer can owe: ten trillion rupiah. Beyond it sums could overflow.
private let largestPayment = Rupiah(10_000_000_000_000)

extension Act {
  func receive(_ payments: [IncomingPayment], batch: String) throws -> Receipt {
    try refuse(faultsIn: payments)
    let before = try db.payments(payments.map(\.bankReference).sorted())
    var receipt = Receipt()
    var fresh: [String: IncomingPayment] = [:]
    for payment in payments {
      if let first = before[payment.bankReference] ?? fresh[payment.bankReference] {
        try sameMoney(first, payment)
        receipt.known += 1
      } else {
        fresh[payment.bankReference] = payment
      }
    }
    let new = fresh.values.sorted { $0.bankReference < $1.bankReference }
    guard !new.isEmpty else { return receipt }
    let accounts = new.map { $0.va.filter(\.isDigit) }
    let known = try db.payers(ofAccounts: accounts)
    let payers = accounts.map { known[$0] }
    try record(new, payers)
    var paidIn: [PayerID: Rupiah] = [:]
    var unknown = Rupiah.zero
    for (payment, payer) in zip(new, payers) {
      if let payer {
        paidIn[payer, default: .zero] += payment.amount
        receipt.received += 1
      } else {
        unknown += payment.amount
        receipt.unknown += 1
      }
    }
    let total = new.map(\.amount).sum()
    try post(
      Entry(
        key: batch, day: today, note: "\(new.count) payments received",
        lines: [
          .debit(.bank, .collection, total), .credit(.suspense, .collection, unknown),
          .credit(.deposits, .collection, total - unknown),
        ]))
    try settle(paidIn, batch: batch, receipt: &receipt)
    return receipt
  }

  private func refuse(faultsIn payments: [IncomingPayment]) throws {
    var faults: [Fault] = []
    for (offset, payment) in payments.enumerated() {
      let at = payments.count > 1 ? "line \(offset + 1), " : ""
      if !payment.amount.isPositive {
        faults.append(Fault(at + "amount", "Jumlah harus lebih dari nol.", "The amount is above zero."))
      } else if payment.amount > largestPayment {
        faults.append(
          Fault(
            at + "amount", "Jumlah terlalu besar. Periksa lagi angkanya.", "The amount is too large. Look again at it.")
        )
      }
      if payment.bankReference.trimmed.isEmpty || payment.bankReference.utf8.count > 64 {
        faults.append(
          Fault(
            at + "bankReference", "Nomor referensi bank 1 sampai 64 huruf.", "A bank reference is 1 to 64 characters."))
      }
      if payment.paidOn > today {
        faults.append(Fault(at + "paidOn", "Tanggal bayar sesudah hari ini.", "The day of payment lies after today."))
      }
    }
    guard faults.isEmpty else { throw OfficeError.faults(faults) }
  }

  private func sameMoney(_ a: IncomingPayment, _ b: IncomingPayment) throws {
    guard a.amount == b.amount, a.va.filter(\.isDigit) == b.va.filter(\.isDigit) else {
      throw OfficeError.conflict(
        code: "payment-differs",
        Words(
          "Referensi bank \(b.bankReference) sudah dicatat dengan jumlah \(a.amount). Tanyakan ke bank.",
          "Bank reference \(b.bankReference) is on record with \(a.amount). Ask the bank."))
    }
  }

  private func record(_ payments: [IncomingPayment], _ payers: [PayerID?]) throws {
    let columns = ["bank_reference", "va", "payer_id", "amount", "paid_on", "recorded_at", "channel"]
    try db.load("payment", columns) { rows in
      for (payment, payer) in zip(payments, payers) {
        rows.append(payment.bankReference)
        rows.append(payment.va)
        rows.append(payer)
        rows.append(payment.amount)
        rows.append(payment.paidOn)
        rows.append(now)
        rows.append(payment.channel)
        try rows.endRow()
      }
    }
  }

  fileprivate func assign(_ reference: String, to va: VirtualAccount, because reason: String) throws -> Receipt {
    let waiting = try db.row("SELECT amount, payer_id FROM payment WHERE bank_reference = $1", reference) {
      (amount: try $0.rupiah(0), payer: try $0.optionalInt(1))
    }
    guard let waiting, waiting.payer == nil else {
      throw OfficeError.notFound(
        Words(
          "Penerimaan \(reference) tidak ada di daftar belum dikenal.",
          "Payment \(reference) does not wait in suspense."))
    }
    guard let payer = try db.payers(ofAccounts: [va.digits])[va.digits] else {
      throw OfficeError.fault(
        "va", "Nomor virtual account tidak dikenal. Lihat lagi di tagihan.",
        "No such virtual account. Look again at the bill.")
    }
    let assigned = try db.execute(
      """
      INSERT INTO payment_assignment (bank_reference, payer_id, assigned_at, assigned_by, reason)
      VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
      """, reference, payer, now, actor.id, reason)
    guard assigned == 1 else {
      throw OfficeError.conflict(
        code: "already-assigned",
        Words("Penerimaan ini sudah diberikan kepada pembayarnya.", "This payment was assigned already."))
    }
    subject = payer.value
    detail = "payment \(reference), \(waiting.amount)"
    let batch = "assign/\(reference)"
    try post(
      Entry(
        key: batch, day: today, note: "unknown payment \(reference) recognised",
        lines: [.debit(.suspense, .collection, waiting.amount), .credit(.deposits, .collection, waiting.amount)]))
    var receipt = Receipt()
    receipt.received = 1
    try settle([payer: waiting.amount], batch: batch, receipt: &receipt)
    return receipt
  }
}

extension Connection {
  /// Payments on record under any of the references.
  fileprivate func payments(_ references: [String]) throws -> [String: IncomingPayment] {
    var found: [String: IncomingPayment] = [:]
    for chunk in references.chunks(of: 500) {
      let holes = (1...chunk.count).map { "$\($0)" }.joined(separator: ", ")
      let rows = try rows(
        "SELECT bank_reference, va, amount, paid_on, channel FROM payment WHERE bank_reference IN (\(holes))",
        values: chunk.map(\.sqlValue)
      ) {
        IncomingPayment(
          bankReference: try $0.text(0), va: try $0.text(1), amount: try $0.rupiah(2), paidOn: try $0.day(3),
          channel: try $0.text(4))
      }
      for payment in rows { found[payment.bankReference] = payment }
    }
    return found
  }

  func payers(ofAccounts accounts: [String]) throws -> [String: PayerID] {
    var found: [String: PayerID] = [:]
    for chunk in accounts.sorted().chunks(of: 500) {
      let holes = (1...chunk.count).map { "$\($0)" }.joined(separator: ", ")
      let rows = try rows(
        "SELECT va, payer_id FROM virtual_account WHERE va IN (\(holes))", values: chunk.map(\.sqlValue)
      ) {
        (try $0.text(0), try $0.id(1) as PayerID)
      }
      for (va, payer) in rows { found[va] = payer }
    }
    return found
  }
}
