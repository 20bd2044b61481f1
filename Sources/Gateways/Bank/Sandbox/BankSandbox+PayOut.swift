import Formats
import Vocabulary

extension BankSandbox {
  /// Executes a payment file: pain.001 in; pain.002 out, with a camt.054 of what left the account.
  ///
  /// The same file again gets the same answer. A file that cannot be read, or that would pay from another account than
  /// ours, is rejected as a whole. What becomes of each payment is told by `MagicAccount`.
  public func execute(_ order: [UInt8]) async -> BankReply {
    let read: PaymentOrder
    do {
      read = try PaymentOrder.read(order)
    } catch {
      return BankReply(reports: [rejection(of: "UNREADABLE", .init("FF01"), at: Instant(milliseconds: 0))])
    }
    guard read.debtor.number == payoutAccount else {
      return BankReply(reports: [rejection(of: read.messageID, .wrongAccount, at: read.created)])
    }
    let paid = read.payments.filter { $0.isPaidAtOnce }
    let report = report(on: read, "1", at: read.created.adding(seconds: 60)) { payment in
      let magic = MagicAccount(account: payment.creditor.number)
      if magic == .pending { return (.pending, nil) }
      return magic?.rejection.map { (.rejected, $0) } ?? (.settled, nil)
    }
    return BankReply(reports: [report], notifications: paid.isEmpty ? [] : [debits(paid, of: read)])
  }

  /// What the bank says of the same file two days later: what was on its way is paid, and some comes back.
  public func later(_ order: [UInt8]) async -> BankReply {
    guard let read = try? PaymentOrder.read(order), read.debtor.number == payoutAccount else { return BankReply() }
    let pending = read.payments.filter { MagicAccount(account: $0.creditor.number) == .pending }
    let returned = read.payments.filter { MagicAccount(account: $0.creditor.number) == .comesBack }
    var reply = BankReply()
    if !pending.isEmpty {
      var part = read
      part.payments = pending
      reply.reports.append(report(on: part, "2", at: read.created.adding(seconds: 2 * 86_400)) { _ in (.settled, nil) })
    }
    if !returned.isEmpty { reply.notifications.append(returns(returned, of: read)) }
    return reply
  }

  private func report(
    on order: PaymentOrder, _ round: String, at created: Instant,
    _ verdict: (PaymentOrder.Payment) -> (PaymentStatus, StatusReason?)
  ) -> [UInt8] {
    let items = order.payments.map { payment in
      let (status, reason) = verdict(payment)
      return PaymentStatusReport.Item(
        endToEndID: payment.endToEndID, batch: "\(order.messageID)-\(payment.rail.rawValue)", status: status,
        reason: reason, bankReference: status == .settled ? reference(payment) : nil, amount: payment.amount)
    }
    let statuses = Set(items.map(\.status))
    let whole: PaymentStatus = statuses.count == 1 ? items.first?.status ?? .accepted : .partlyAccepted
    return PaymentStatusReport(
      messageID: "RPT\(number(order.messageID, round, length: 20))", created: created,
      originalMessageID: order.messageID,
      group: whole, items: items
    ).xml()
  }

  private func rejection(of message: String, _ reason: StatusReason, at created: Instant) -> [UInt8] {
    PaymentStatusReport(
      messageID: "RPT\(number(message, "0", length: 20))", created: created, originalMessageID: message,
      group: .rejected,
      groupReason: reason, items: []
    ).xml()
  }

  private func debits(_ payments: [PaymentOrder.Payment], of order: PaymentOrder) -> [UInt8] {
    notification("D", of: order, at: order.created.adding(seconds: 120)) { on in
      payments.map { payment in
        AccountNotification.Entry(
          reference: reference(payment), amount: payment.amount, isCredit: false, booked: on,
          party: payment.creditor.name,
          partyAccount: payment.creditor.number, endToEndID: payment.endToEndID)
      }
    }
  }

  private func returns(_ payments: [PaymentOrder.Payment], of order: PaymentOrder) -> [UInt8] {
    notification("R", of: order, at: order.created.adding(seconds: 2 * 86_400)) { on in
      payments.map { payment in
        AccountNotification.Entry(
          reference: "\(reference(payment))R", amount: payment.amount, booked: on, party: payment.creditor.name,
          partyAccount: payment.creditor.number, endToEndID: payment.endToEndID, returned: .closedAccount)
      }
    }
  }

  private func notification(
    _ kind: String, of order: PaymentOrder, at created: Instant, _ entries: (Day) -> [AccountNotification.Entry]
  ) -> [UInt8] {
    let id = "\(kind)\(number(order.messageID, kind, length: 20))"
    let notice = AccountNotification.Notice(id: id, account: payoutAccount, entries: entries(created.day))
    return AccountNotification(messageID: "SBX-\(id)", created: created, notices: [notice]).xml()
  }

  private func reference(_ payment: PaymentOrder.Payment) -> String {
    "SBX\(number("payout", payment.endToEndID, length: 17))"
  }
}

extension PaymentOrder.Payment {
  fileprivate var isPaidAtOnce: Bool {
    let magic = MagicAccount(account: creditor.number)
    return magic == nil || magic == .comesBack
  }
}
