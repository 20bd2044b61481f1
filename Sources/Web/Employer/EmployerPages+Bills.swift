import Formats
import HTTPTypes
import Office
import Vocabulary

extension EmployerPages {
  func bills(_ ask: Ask) async throws -> Reply {
    let us = try await us(ask)
    let paying = try paying(us)
    let owed = try await paying.owed(us.actor)
    let bills = try await office.contributions.bills(of: paying.payer, by: us.actor)
    let model: Model = [
      "due": paying.due(owed, today: ask.now.day, address: "/perusahaan/tagihan"), "va": paying.accountModel,
      "bills": paying.rows(bills, today: ask.now.day, address: "/perusahaan/tagihan"),
      "deposit": owed.deposit.isPositive ? .money(owed.deposit) : .nothing,
      "empty": bills.isEmpty
        ? Part.empty(
          Words("Belum ada tagihan", "No bills yet"),
          Words(
            "Tagihan pertama terbit bulan ini setelah pekerja terdaftar.",
            "The first one comes once workers are registered."))
        : .nothing,
    ]
    return .page(
      Page(
        "employer/bills", model, title: Words("Tagihan", "Bills"), back: Self.home, section: "/perusahaan/tagihan"))
  }

  func bill(_ ask: Ask) async throws -> Reply { .page(try await billPage(ask)) }

  /// Pays in the sandbox. What comes of it stands on the bill's page.
  func pay(_ ask: Ask) async throws -> Reply {
    let paying = try paying(await us(ask))
    let form = try await ask.form()
    if let fault = try await paying.pay(form) {
      return .page(
        try await billPage(ask, fault: fault, typed: form["amount"] ?? ""), status: .unprocessableContent)
    }
    return .see("/perusahaan/tagihan/\(ask.parameter("month"))")
  }

  /// Lines shown on the page; the file has all of them.
  private static let linesShown = 200

  private func billPage(_ ask: Ask, fault: Words? = nil, typed: String? = nil) async throws -> Page {
    let us = try await us(ask)
    let paying = try paying(us)
    guard let name = Bill.Name(ask.parameter("month")) else { throw Refusal.notFound }
    let bill = try await office.contributions.bill(paying.payer, name, by: us.actor)
    let month = name.month
    let lines = try await office.contributions.lines(
      of: paying.payer, name, by: us.actor, why: "the employer's own bill")
    let owed = try await paying.owed(us.actor)
    var paid = Model.nothing
    if case .settled(let day) = bill.state { paid = ["on": .day(day)] }
    let path = "/perusahaan/tagihan/\(name)"
    let model: Model = [
      "month": .month(month), "amount": .money(bill.total), "due": .day(bill.dueOn), "paid": paid,
      "isOpen": .flag(bill.state == .open), "status": Shown.tag(bill.state, dueOn: bill.dueOn, today: ask.now.day),
      "va": paying.accountModel, "programmes": .list(Self.programmes(lines)),
      "lines": .each(lines.prefix(Self.linesShown), Self.line), "download": .text(path + "/daftar"),
      "letter": .text(path + "/surat"),
      "more": lines.count > Self.linesShown ? .number(lines.count - Self.linesShown) : .nothing,
      "deposit": owed.deposit.isPositive ? ["amount": .money(owed.deposit), "left": .money(owed.total)] : .nothing,
      "others": owed.open.count > 1 ? ["count": .number(owed.open.count), "total": .money(owed.total)] : .nothing,
      "sandbox": paying.sandbox(owed, ask, address: path + "/bayar", fault: fault, typed: typed),
    ]
    var page = Page(
      "employer/bill", model,
      title: Words("Tagihan \(month.spelled(in: .indonesian))", "Bill \(month.spelled(in: .english))"),
      back: Page.Link("Tagihan", "Bills", "/perusahaan/tagihan"), section: "/perusahaan/tagihan", wide: true)
    page.hasFaults = fault != nil
    return page
  }

  /// Who bears what of each programme.
  private static func programmes(_ lines: [BillLine]) -> [Model] {
    let shares: [(Programme, Rupiah, Rupiah)] = [
      (.jkk, lines.map(\.jkk).sum(), .zero), (.jkm, lines.map(\.jkm).sum(), .zero),
      (.jht, lines.map(\.jhtEmployer).sum(), lines.map(\.jhtWorker).sum()),
      (.jp, lines.map(\.jpEmployer).sum(), lines.map(\.jpWorker).sum()),
    ]
    return shares.filter { ($0.1 + $0.2).isPositive }.map { programme, employer, worker in
      [
        "words": .words(programme.words), "employer": .money(employer),
        "worker": worker.isZero ? "–" : .money(worker), "amount": .money(employer + worker),
      ]
    }
  }

  private static func line(_ line: BillLine) -> Model {
    [
      "name": .text(line.name), "kpj": .text(Shown.spaced(line.kpj.digits)), "wage": .money(line.base),
      "jkk": .text(line.jkk.grouped), "jkm": .text(line.jkm.grouped),
      "jht": .text((line.jhtEmployer + line.jhtWorker).grouped), "jp": .text((line.jpEmployer + line.jpWorker).grouped),
      "amount": .money(line.total),
    ]
  }

  func billLetter(_ ask: Ask) async throws -> Reply {
    let us = try await us(ask)
    guard let name = Bill.Name(ask.parameter("month")) else { throw Refusal.notFound }
    let letter = try await office.letters.bill(of: paying(us).payer, name, in: ask.language, by: us.actor)
    return .pdf(try letter.pdf(), "tagihan-\(us.employer.npp)-\(name).pdf")
  }

  func billFile(_ ask: Ask) async throws -> Reply {
    let us = try await us(ask)
    let paying = try paying(us)
    guard let name = Bill.Name(ask.parameter("month")) else { throw Refusal.notFound }
    _ = try await office.contributions.bill(paying.payer, name, by: us.actor)
    let lines = try await office.contributions.lines(
      of: paying.payer, name, by: us.actor, why: "the employer's own bill")
    var csv = CSVWriter()
    csv.row([
      "KPJ", "Nama", "Upah", "JKK", "JKM", "JHT pemberi kerja", "JHT pekerja", "JP pemberi kerja", "JP pekerja",
      "Jumlah",
    ])
    for line in lines {
      csv.row([
        .text(line.kpj.digits), .text(line.name), .amount(line.base), .amount(line.jkk), .amount(line.jkm),
        .amount(line.jhtEmployer), .amount(line.jhtWorker), .amount(line.jpEmployer), .amount(line.jpWorker),
        .amount(line.total),
      ])
    }
    return .file(csv.bytes, type: "text/csv; charset=utf-8", filename: "tagihan-\(us.employer.npp)-\(name).csv")
  }
}
