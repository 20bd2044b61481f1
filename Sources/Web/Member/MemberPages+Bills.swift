import HTTPTypes
import Office
import Vocabulary

extension MemberPages {
  func bills(_ ask: Ask) async throws -> Reply {
    let me = try await me(ask, for: "her own bills")
    var model: Model = [
      "due": nil, "va": nil, "bills": [], "ways": Paying.ways, "deposit": nil,
      "empty": Part.empty(
        Words("Iuran Anda dibayar perusahaan", "Your employer pays for you"),
        Words("Anda tidak perlu membayar sendiri.", "You need not pay yourself."),
        link: Page.Link("Lihat saldo JHT", "See the JHT balance", "/anggota/jht")),
    ]
    if let paying = try paying(me) {
      let owed = try await paying.owed(me.actor)
      let bills = try await office.contributions.bills(of: paying.payer, by: me.actor)
      model = [
        "due": paying.due(owed, today: ask.now.day, address: "/anggota/iuran"), "va": paying.accountModel,
        "bills": paying.rows(bills, today: ask.now.day, address: "/anggota/iuran"), "ways": Paying.ways,
        "deposit": owed.deposit.isPositive ? .money(owed.deposit) : .nothing, "empty": nil,
      ]
    }
    return .page(
      Page(
        "member/bills", model, title: Words("Iuran", "Contributions"), back: Self.home, section: "/anggota/iuran"))
  }

  func bill(_ ask: Ask) async throws -> Reply {
    .page(try await billPage(ask))
  }

  /// Pays in the sandbox. What comes of it stands on the bill's page.
  func pay(_ ask: Ask) async throws -> Reply {
    let me = try await me(ask, for: "paying")
    guard let paying = try paying(me) else { throw Refusal.notFound }
    let form = try await ask.form()
    if let fault = try await paying.pay(form) {
      return .page(
        try await billPage(ask, fault: fault, typed: form["amount"] ?? ""), status: .unprocessableContent)
    }
    return .see("/anggota/iuran/\(ask.parameter("month"))")
  }

  private func billPage(_ ask: Ask, fault: Words? = nil, typed: String? = nil) async throws -> Page {
    let me = try await me(ask, for: "her own bill")
    guard let paying = try paying(me), let name = Bill.Name(ask.parameter("month")) else { throw Refusal.notFound }
    let bill = try await office.contributions.bill(paying.payer, name, by: me.actor)
    let month = name.month
    let owed = try await paying.owed(me.actor)
    let lines = [(Programme.jkk, bill.jkk), (.jkm, bill.jkm), (.jht, bill.jht), (.jp, bill.jp)]
    var paid = Model.nothing
    if case .settled(let day) = bill.state { paid = ["on": .day(day)] }
    let model: Model = [
      "month": .month(month), "amount": .money(bill.total), "due": .day(bill.dueOn),
      "status": Shown.tag(bill.state, dueOn: bill.dueOn, today: ask.now.day), "paid": paid,
      "isOpen": .flag(bill.state == .open),
      "lines": .each(lines.filter { $0.1.isPositive }) { programme, amount in
        ["words": .words(programme.words), "amount": .money(amount)]
      },
      "va": paying.accountModel, "ways": Paying.ways, "letter": .text("/anggota/iuran/\(name)/surat"),
      "deposit": owed.deposit.isPositive ? ["amount": .money(owed.deposit), "left": .money(owed.total)] : .nothing,
      "others": owed.open.count > 1
        ? ["count": .number(owed.open.count), "total": .money(owed.total)] : .nothing,
      "sandbox": paying.sandbox(
        owed, ask, address: "/anggota/iuran/\(name)/bayar", fault: fault, typed: typed),
    ]
    var page = Page(
      "member/bill", model,
      title: Words("Iuran \(month.spelled(in: .indonesian))", "Contribution \(month.spelled(in: .english))"),
      back: Page.Link("Iuran", "Contributions", "/anggota/iuran"), section: "/anggota/iuran")
    page.hasFaults = fault != nil
    return page
  }
}
