import Formats
import Office
import Vocabulary

/// What a bank's file says of our payments: results that the office can record, and what it cannot.
struct BankWords {
  private(set) var results: [PayoutResult] = []
  private(set) var left: [Fault] = []

  /// Reads a report on one order: what is said of a payment, else of its batch, else of the whole order. A payment that
  /// is only on its way, or not named yet, has no result.
  init(_ report: PaymentStatusReport, on order: PaymentOrder) {
    var items: [String: PaymentStatusReport.Item] = [:]
    for item in report.items { items[item.endToEndID] = item }
    for payment in order.payments {
      let batch = report.batches.first { $0.id == "\(order.messageID)-\(payment.rail.rawValue)" }
      if let item = items.removeValue(forKey: payment.endToEndID) {
        guard item.amount == nil || item.amount == payment.amount else {
          leave(payment.endToEndID, otherAmount: item.amount ?? .zero, payment.amount)
          continue
        }
        add(payment, item.status, item.reason ?? batch?.reason ?? report.groupReason, item.note, item.bankReference)
      } else if let batch, batch.status.outcome == .failed {
        add(payment, batch.status, batch.reason ?? report.groupReason, nil, nil)
      } else if let group = report.group, group.outcome == .failed {
        add(payment, group, report.groupReason, nil, nil)
      }
    }
    for stranger in items.keys.sorted() { leave(unknown: stranger) }
  }

  /// Reads what moved on our accounts: payments that left, and payments that came back.
  init(_ entries: [AccountNotification.Entry], released: [String: ReleasedPayout]) {
    for entry in entries {
      let reference = entry.endToEndID ?? ""
      guard let payout = released[reference]?.payout else {
        leave(unknown: reference.isEmpty ? entry.reference : reference)
        continue
      }
      guard entry.amount == payout.amount else {
        leave(reference, otherAmount: entry.amount, payout.amount)
        continue
      }
      let reason = entry.returned.map { BankWords.spelled($0, entry.returnNote) } ?? ""
      results.append(
        PayoutResult(
          endToEnd: reference, outcome: entry.returned == nil ? .paid : .returned, reason: reason,
          bankReference: entry.reference))
    }
  }

  private mutating func add(
    _ payment: PaymentOrder.Payment, _ status: PaymentStatus, _ reason: StatusReason?, _ note: String?,
    _ bankReference: String?
  ) {
    switch status.outcome {
    case .open: return
    case .paid:
      results.append(
        PayoutResult(
          endToEnd: payment.endToEndID, outcome: .paid, reason: "", bankReference: bankReference ?? ""))
    case .failed:
      // "Sent before" is no failure: the first sending counts, and to pay again would pay twice.
      guard reason != .duplicate, reason?.rawValue != "AM05" else {
        left.append(
          Fault(
            payment.endToEndID, "Bank sudah pernah menerima pembayaran ini. Tunggu jawaban yang pertama.",
            "The bank had this payment before. Wait for its first answer."))
        return
      }
      results.append(
        PayoutResult(
          endToEnd: payment.endToEndID, outcome: .rejected, reason: BankWords.spelled(reason, note),
          bankReference: bankReference ?? ""))
    }
  }

  private static func spelled(_ reason: StatusReason?, _ note: String?) -> String {
    let reason = reason ?? StatusReason("MS03")
    return ["\(reason.rawValue): \(reason.words.indonesian)", note ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private mutating func leave(unknown reference: String) {
    left.append(
      Fault(
        reference, "Bank menyebut pembayaran \(reference) yang tidak kami kirim. Tanyakan ke bank.",
        "The bank names payment \(reference), which we did not send. Ask the bank."))
  }

  private mutating func leave(_ reference: String, otherAmount: Rupiah, _ ours: Rupiah) {
    left.append(
      Fault(
        reference, "Bank menyebut \(otherAmount) untuk pembayaran \(reference), seharusnya \(ours). Tanyakan ke bank.",
        "The bank names \(otherAmount) for payment \(reference) instead of \(ours). Ask the bank."))
  }
}
