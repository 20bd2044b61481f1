import Office
import Vocabulary

extension OfficerPages {
  var auditRoutes: [Route] {
    [
      get("/audit", "The audit trail", .readAudit) { .page(try await audit($0)) },
      post("/audit/pemeriksaan", "Compute every seal of the trail again", .readAudit) { ask in
        _ = try await ask.form()
        _ = try await desk.auditCheck.run(office)
        return .see("/petugas/audit?periksa=ya")
      },
    ]
  }

  private static let pageSize = 50

  private func audit(_ ask: Ask) async throws -> Page {
    var faults: [Fault] = []
    func day(_ name: String, _ place: String) -> Day? {
      let text = ask.query.line(name)
      guard !text.isEmpty else { return nil }
      guard let day = Day(typed: text) else {
        faults.append(Fault(place, "Tanggal ditulis seperti 31/12/2026.", "Write a day like 31/12/2026."))
        return nil
      }
      return day
    }
    let filter = AuditFilter(text: ask.query.line("cari"), from: day("dari", "from"), until: day("sampai", "until"))
    let place = ask.query["sebelum"].flatMap(AuditPlace.init(cursor:))
    let found = try await office.audit.search(filter, before: place, limit: Self.pageSize + 1, by: try ask.actor())
    let rows = Array(found.prefix(Self.pageSize))
    let name = try await names(rows.map(\.actor))
    let check = ask.query["periksa"] == nil ? nil : desk.auditCheck.last
    let verdict = check?.verdict
    var page = Page(
      "officer/audit",
      [
        "faults": Part.faultsOrNothing(faults), "query": .text(filter.text), "from": .text(ask.query.line("dari")),
        "until": .text(ask.query.line("sampai")), "verdict": check.map(Self.told) ?? .nothing,
        "hasFlaws": .flag(verdict?.holds == false), "flaws": .each(verdict?.flaws.prefix(50) ?? [], Model.text),
        "empty": rows.isEmpty
          ? Part.empty(Words("Tidak ada baris", "No rows"), Words("Ubah pencariannya.", "Search otherwise."))
          : .nothing,
        "rows": .each(rows) { row in
          [
            "when": .moment(row.at), "actor": .words(name(row.actor)), "act": .words(ActName.words(row.act)),
            "subject": .optional(row.subject.map(String.init)),
            "detail": .text(row.detail.isEmpty && row.subject == nil ? "–" : row.detail),
            "reason": .text(row.reason.isEmpty ? "–" : row.reason),
          ]
        },
        "pages": pages(ask, rows, more: found.count > rows.count),
      ], title: Words("Jejak audit", "Audit trail"), section: "/petugas/audit", wide: true)
    page.hasFaults = !faults.isEmpty
    return page
  }

  private func pages(_ ask: Ask, _ rows: [AuditRow], more: Bool) -> Model {
    var next: String?
    if more, let last = rows.last {
      var query = ask.query.without("sebelum").without("lang").without("periksa")
      query.append("sebelum", AuditPlace(last).cursor)
      next = "/petugas/audit?" + query.encoded
    }
    return Part.pages(previous: nil, next: next, shown: Words("\(rows.count) baris", "\(rows.count) rows"))
  }

  private static func told(_ check: AuditCheck.Done) -> Model {
    let verdict = check.verdict
    let at = Words(
      "Diperiksa \(check.at.day.spelled(in: .indonesian)).", "Checked on \(check.at.day.spelled(in: .english)).")
    return verdict.holds
      ? Part.notice(
        .good, Words("Jejak utuh", "The trail is whole"),
        Words(
          "\(verdict.rows) baris dalam \(verdict.chains) rantai dihitung ulang. Tidak ada yang diubah atau hilang. \(at.indonesian)",
          "\(verdict.rows) rows in \(verdict.chains) chains were computed again. None is altered, missing or moved. \(at.english)"
        ))
      : Part.notice(
        .bad, Words("Jejak rusak", "The trail is broken"),
        Words(
          "\(verdict.flaws.count) hal tidak cocok. Jangan ubah apa pun; panggil auditor.",
          "\(verdict.flaws.count) things do not agree. Change nothing; call the auditor."))
  }
}
