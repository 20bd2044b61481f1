import Office
import Programs
import Vocabulary

extension Simulator {
  mutating func bill(_ month: Month) async throws -> BillRun {
    let run = try await again { try await office.contributions.bill(month, by: .system("billing")) }
    for bill in try await office.contributions.openBills(of: month, by: .system("billing")) {
      payers[bill.payerID]?.owed += bill.amount
      payers[bill.payerID]?.lastBill = bill.amount
    }
    return run
  }

  /// A month's money at the bank. Most pay what they owe; some forget, some pay a part, twice, or months ahead, and one in a
  /// thousand types the account wrong.
  mutating func pay(_ month: Month) async throws -> Receipt {
    let open = Set(try await office.contributions.openBills(of: month, by: .system("billing")).map(\.payerID))
    var payments: [IncomingPayment] = []
    for payer in payers.keys.sorted() {
      guard var state = payers[payer] else { continue }
      if !open.contains(payer) {
        // Nothing open: settled from a deposit, or closed for want of payment. Of the closed one in twenty comes back.
        let wasClosed = !state.isEmployer && state.owed.isPositive && state.owed > state.lastBill
        state.owed = .zero
        if wasClosed, random.chance(5) { payments.append(payment(state.lastBill, to: state.va, month)) }
        payers[payer] = state
        continue
      }
      payments += pay(&state, month)
      payers[payer] = state
    }
    let batch = payments
    return try await again {
      try await office.contributions.receive(batch, by: .bank("simulation"), key: key("bank", month))
    }
  }

  private mutating func pay(_ payer: inout Payer, _ month: Month) -> [IncomingPayment] {
    guard payer.owed.isPositive else { return [] }
    let lot = payer.isNamed ? 100 : random.below(1_000)
    let forgets = payer.isEmployer ? 960 : 900
    switch lot {
    case 0: return [payment(payer.owed, to: mistyped(payer.va), month)]
    case 1..<4:
      let owed = payer.owed
      payer.owed = -owed
      return [payment(owed, to: payer.va, month), payment(owed, to: payer.va, month)]
    case 4..<10:
      let ahead = payer.lastBill * 2
      let amount = payer.owed + ahead
      payer.owed = -ahead
      return [payment(amount, to: payer.va, month)]
    case 10..<20:
      let part = Rupiah(payer.owed.amount / 2)
      guard part.isPositive else { return [] }
      payer.owed -= part
      return [payment(part, to: payer.va, month)]
    case forgets...: return []
    default:
      let owed = payer.owed
      payer.owed = .zero
      return [payment(owed, to: payer.va, month)]
    }
  }

  private mutating func payment(_ amount: Rupiah, to va: VirtualAccount, _ month: Month) -> IncomingPayment {
    receipts += 1
    return IncomingPayment(
      bankReference: "SIM\(month.year * 100 + month.monthOfYear)\(zeroPadded(receipts, 9))", va: va.digits,
      amount: amount,
      paidOn: month.day(20 + random.below(7)), channel: random.pick(["ATM", "M-BANKING", "AGEN", "TELLER"]))
  }

  /// Two neighbouring digits swapped, as fingers do, beyond the last number given out.
  private func mistyped(_ va: VirtualAccount) -> VirtualAccount {
    VirtualAccount(String(va.digits.prefix(6)) + "99" + String(va.digits.dropFirst(8).reversed())) ?? va
  }

  /// In January the return of the year before: finance previews, the branch head approves, finance posts.
  func creditReturn(after month: Month) async throws {
    guard month.monthOfYear == 1, month > setting.first else { return }
    let year = month.year - 1
    let run = try await again {
      try await office.savings.previewReturn(of: year, by: Self.finance, key: key("preview", year))
    }
    _ = try await again { try await office.savings.approveReturn(run, by: Self.branchHead, key: key("approve", year)) }
    _ = try await again { try await office.savings.postReturn(of: year, by: Self.finance) }
  }
}
