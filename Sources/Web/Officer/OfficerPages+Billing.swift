import Office
import Vocabulary

extension OfficerPages {
  var billingRoutes: [Route] {
    [
      get("/tagihan", "Months billed", .billContributions) { .page(try await billing($0)) },
      post("/tagihan", "Bill everybody for a month", .billContributions) { try await bill($0) },
      post("/tagihan/penutupan", "Close what is unpaid at the end of a month", .billContributions) {
        try await closeUnpaid($0)
      },
    ]
  }

  private func billing(_ ask: Ask, result: Model = .nothing) async throws -> Page {
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
        "faults": nil, "result": result,
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

  private func month(_ ask: Ask) async throws -> Month {
    guard let month = Month(try await ask.form().line("month")) else { throw Refusal.unreadableForm }
    return month
  }

  private func bill(_ ask: Ask) async throws -> Reply {
    let month = try await month(ask)
    let run = try await office.contributions.bill(month, by: try ask.actor())
    let notice = Part.notice(
      .good,
      Words("\(month.spelled(in: .indonesian)) sudah ditagih", "\(month.spelled(in: .english)) is billed"),
      Words(
        "\(run.bills) tagihan untuk \(run.lines) kepesertaan, \(run.total). Lunas dari titipan: \(run.settledFromDeposits).",
        "\(run.bills) bills for \(run.lines) memberships, \(run.total). Settled from deposits: \(run.settledFromDeposits)."
      ))
    return .page(try await billing(ask, result: notice))
  }

  private func closeUnpaid(_ ask: Ask) async throws -> Reply {
    let month = try await month(ask)
    let closed = try await office.contributions.closeUnpaid(endOf: month, by: try ask.actor())
    let notice = Part.notice(
      .good, Words("\(closed) kepesertaan ditutup", "\(closed) membership\(closed == 1 ? "" : "s") closed"),
      Words("Mereka aktif lagi begitu membayar.", "They are active again as soon as they pay."))
    return .page(try await billing(ask, result: notice))
  }
}
