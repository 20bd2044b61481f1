import Office
import Vocabulary

extension OfficerPages {
  var billingRoutes: [Route] {
    let closings = Sendings()
    return [
      get("/tagihan", "Months billed", .billContributions) { .page(try await billing($0)) },
      post("/tagihan", "Bill everybody for a month", .billContributions) { try await bill($0) },
      get("/tagihan/penutupan", "Ask before closing what is unpaid", .billContributions) { try askClosing($0) },
      post("/tagihan/penutupan", "Close what is unpaid at the end of a month", .billContributions) {
        try await closeUnpaid($0, closings)
      },
    ]
  }

  private func billing(_ ask: Ask) async throws -> Page {
    let months = try await office.contributions.billedMonths(limit: 24, by: try ask.actor())
    let today = ask.now.day
    let billed = Set(months.map(\.month))
    let open = (0..<12).map { today.month.adding(1 - $0) }.filter { !billed.contains($0) }
    let over = (1...12).map { today.month.adding(-$0) }
    func choices(_ months: [Month]) -> Model {
      .each(months) { ["value": .text($0.description), "words": .month($0)] }
    }
    return Page(
      "officer/billing",
      [
        "faults": nil, "result": result(ask, months),
        "bill": ["key": .text(ask.newKey()), "months": choices(open), "closings": choices(over)],
        "empty": months.isEmpty
          ? Part.empty(
            Words("Belum ada bulan yang ditagih", "No month is billed yet"),
            Words("Pilih bulan di atas.", "Choose a month above."))
          : .nothing,
        "chart": months.isEmpty
          ? .nothing
          : Chart(
            Words("Iuran ditagih", "Contributions billed"),
            columns: (Words("Bulan", "Month"), Words("Jumlah", "Total")),
            bars: months.prefix(12).reversed().map { run in
              Chart.Bar(
                Words(run.month.spelled(in: .indonesian), run.month.spelled(in: .english)), run.total)
            }
          ).model,
        "issued": .each(months) { run in
          [
            "month": .month(run.month), "on": .moment(run.issuedAt), "bills": .number(run.bills),
            "lines": .number(run.lines), "total": .money(run.total),
          ]
        },
      ], title: Words("Tagihan bulanan", "Monthly bills"), section: "/petugas/tagihan", wide: true)
  }

  /// What the act before this page did, as its address tells.
  private func result(_ ask: Ask, _ months: [BilledMonth]) -> Model {
    guard let month = ask.query["bulan"].flatMap({ Month($0) }) else { return .nothing }
    switch ask.query["hasil"] {
    case "ditagih":
      guard let run = months.first(where: { $0.month == month }) else { return .nothing }
      return Part.notice(
        .good,
        Words("\(month.spelled(in: .indonesian)) sudah ditagih", "\(month.spelled(in: .english)) is billed"),
        Words(
          "\(run.bills) tagihan untuk \(run.lines) kepesertaan, \(run.total).",
          "\(run.bills) bills for \(run.lines) memberships, \(run.total)."))
    case "ditutup":
      guard let closed = ask.query["jumlah"].flatMap({ Int($0) }) else { return .nothing }
      return Part.notice(
        .good, Words("\(closed) kepesertaan ditutup", "\(closed) membership\(closed == 1 ? "" : "s") closed"),
        Words("Mereka aktif lagi begitu membayar.", "They are active again as soon as they pay."))
    default: return .nothing
    }
  }

  private static func address(_ result: String, _ month: Month, _ count: Int? = nil) -> String {
    var query = Form([("hasil", result), ("bulan", month.description)])
    if let count { query.append("jumlah", String(count)) }
    return "/petugas/tagihan?" + query.encoded
  }

  private func month(_ form: Form) throws -> Month {
    guard let month = Month(form.line("month")) else { throw Refusal.unreadableForm }
    return month
  }

  /// A month is billed once, whatever the key: pressed again, nobody is billed twice and the same is told.
  private func bill(_ ask: Ask) async throws -> Reply {
    let form = try await ask.form()
    let month = try month(form)
    _ = try form.actKey()
    _ = try await office.contributions.bill(month, by: try ask.actor())
    return .see(Self.address("ditagih", month))
  }

  /// Closing voids the bills of everybody concerned, so it is asked once more.
  private func askClosing(_ ask: Ask) throws -> Reply {
    let month = try month(ask.query)
    guard ask.now.day >= month.lastDay else {
      throw Refusal.invalid([
        Fault(
          "month", "Bulan \(month.spelled(in: .indonesian)) belum selesai.",
          "\(month.spelled(in: .english)) is not over.")
      ])
    }
    return .page(
      Page(
        "officer/closing",
        [
          "month": .month(month), "value": .text(month.description), "address": "/petugas/tagihan/penutupan",
          "back": "/petugas/tagihan", "key": .text(ask.newKey()),
        ], title: Words("Tutup kepesertaan?", "Close memberships?"),
        trail: [Self.home, Page.Link("Tagihan bulanan", "Monthly bills", "/petugas/tagihan")],
        section: "/petugas/tagihan"))
  }

  /// Pressed twice, it tells what the first press did.
  private func closeUnpaid(_ ask: Ask, _ closings: Sendings) async throws -> Reply {
    let form = try await ask.form()
    let month = try month(form)
    guard let key = form["_key"].flatMap(IdempotencyKey.init(_:)) else { throw Refusal.unreadableForm }
    let actor = try ask.actor()
    let name = Sendings.name(ask, key)
    return try await closings.alone(name) {
      if case .see(let path)? = closings.result(of: name, form) { return .see(path) }
      let closed = try await office.contributions.closeUnpaid(endOf: month, by: actor)
      let path = Self.address("ditutup", month, closed)
      closings.keep(.see(path), of: name, form)
      return .see(path)
    }
  }
}
