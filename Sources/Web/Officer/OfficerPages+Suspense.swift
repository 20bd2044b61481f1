import Office
import Vocabulary

extension OfficerPages {
  var suspenseRoutes: [Route] {
    [
      get("/titipan", "Money that nobody recognised yet", .assignPayments) { .page(try await suspense($0)) },
      post("/titipan", "Say whose an unknown payment is", .assignPayments) { try await assign($0) },
    ]
  }

  private static let pageSize = 25

  private func suspense(_ ask: Ask, faults: [Fault] = [], typed: Form = Form()) async throws -> Page {
    let after = ask.query.line("setelah")
    let rows = try await office.contributions.suspense(by: try ask.actor(), after: after, limit: Self.pageSize + 1)
    let shown = rows.prefix(Self.pageSize)
    var next: String?
    if rows.count > Self.pageSize, let last = shown.last {
      next = "/petugas/titipan?" + Form([("setelah", last.bankReference)]).encoded
    }
    // Fields are told apart by their place on the page: a bank's reference may hold anything.
    let open = shown.firstIndex { $0.bankReference == typed.line("reference") }
    let model: Model = [
      "faults": Part.faultsOrNothing(faults.map { Fault("\($0.place)-\(open ?? 0)", $0.words) }),
      "notice": ask.query["hasil"].flatMap { Int($0) }.map { settled in
        Part.notice(
          .good, Words("Uang sudah diberikan kepada pembayarnya.", "The money is with its payer."),
          Words("\(settled) tagihan lunas.", "\(settled) bill(s) settled."))
      } ?? .nothing,
      "total": .money(shown.map(\.amount).sum()),
      "empty": rows.isEmpty
        ? Part.empty(
          Words("Semua uang dikenal", "All money is known"),
          Words("Tidak ada penerimaan yang menunggu.", "No payment is waiting."))
        : .nothing,
      "rows": .each(shown.enumerated()) { number, payment in
        let isTyped = number == open
        return [
          "number": .text(String(number)), "reference": .text(payment.bankReference),
          "va": .text(payment.va.isEmpty ? "–" : payment.va),
          "channel": .text(payment.channel), "received": .day(payment.paidOn), "amount": .money(payment.amount),
          "age": .words(Self.age(payment.paidOn.days(until: ask.now.day))), "key": .text(ask.newKey()),
          "typed": [
            "va": .text(isTyped ? typed.line("va") : ""), "reason": .text(isTyped ? typed.line("reason") : ""),
          ],
        ]
      },
      "pages": next == nil && after.isEmpty
        ? .nothing
        : Part.pages(previous: nil, next: next, shown: Words("\(shown.count) penerimaan", "\(shown.count) payments")),
    ]
    return Page(
      "officer/suspense", model, title: Words("Uang belum dikenal", "Unassigned money"), section: "/petugas/titipan",
      wide: true)
  }

  private static func age(_ days: Int) -> Words {
    days == 0 ? Words("Hari ini", "Today") : Words("\(days) hari", "\(days) day\(days == 1 ? "" : "s")")
  }

  private func assign(_ ask: Ask) async throws -> Reply {
    let form = try await ask.form()
    return try await filling {
      guard let va = VirtualAccount(form.line("va")) else {
        throw OfficeError.faults([
          Fault("va", "Tulis nomor virtual account dari tagihan.", "Write the virtual account of the bill.")
        ])
      }
      let receipt = try await office.contributions.assign(
        form.line("reference"), to: va, because: form.line("reason"), by: try ask.actor(), key: try form.actKey())
      return .see("/petugas/titipan?hasil=\(receipt.billsSettled)")
    } again: { faults in
      try await suspense(ask, faults: faults, typed: form)
    }
  }
}
