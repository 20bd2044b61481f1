import Office
import Vocabulary

extension OfficerPages {
  var auditRoutes: [Route] {
    [get("/audit", "The audit trail", .readAudit) { .page(try await audit($0)) }]
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
    let verdict = ask.query["periksa"] == nil ? nil : try await office.audit.verify()
    var page = Page(
      "officer/audit",
      [
        "faults": Part.faultsOrNothing(faults), "query": .text(filter.text), "from": .text(ask.query.line("dari")),
        "until": .text(ask.query.line("sampai")), "verdict": verdict.map(Self.told) ?? .nothing,
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

  private static func told(_ verdict: AuditVerdict) -> Model {
    verdict.holds
      ? Part.notice(
        .good, Words("Jejak utuh", "The trail is whole"),
        Words(
          "\(verdict.rows) baris dalam \(verdict.chains) rantai dihitung ulang. Tidak ada yang diubah atau hilang.",
          "\(verdict.rows) rows in \(verdict.chains) chains were computed again. None is altered, missing or moved."))
      : Part.notice(
        .bad, Words("Jejak rusak", "The trail is broken"),
        Words(
          "\(verdict.flaws.count) hal tidak cocok. Jangan ubah apa pun; panggil auditor.",
          "\(verdict.flaws.count) things do not agree. Change nothing; call the auditor."))
  }
}

/// The names of acts, for people.
enum ActName {
  private static let known: [String: Words] = [
    "access.register": Words("Menambah pengguna", "Added a user"),
    "access.sign-in": Words("Masuk", "Signed in"),
    "claims.approve": Words("Menyetujui klaim", "Approved a claim"),
    "claims.check": Words("Menghitung klaim", "Worked out a claim"),
    "claims.list": Words("Membuka daftar klaim", "Opened the claims of a member"),
    "claims.make-payouts": Words("Membuat berkas pembayaran", "Made a payment file"),
    "claims.mend-account": Words("Memperbaiki rekening klaim", "Mended the account of a claim"),
    "claims.close-matter": Words("Menutup perkara dengan bank", "Closed a matter with the bank"),
    "claims.note-matters": Words("Mencatat perkara dengan bank", "Noted matters with the bank"),
    "claims.payout-order": Words("Mengambil berkas pembayaran untuk bank", "Took a payment file for the bank"),
    "claims.read": Words("Membuka klaim", "Opened a claim"),
    "claims.record-payouts": Words("Mencatat jawaban bank", "Recorded the bank's answers"),
    "claims.refuse": Words("Menolak klaim", "Refused a claim"),
    "claims.release-payouts": Words("Melepas pembayaran", "Released payments"),
    "claims.submit": Words("Mengajukan klaim", "Submitted a claim"),
    "claims.verify": Words("Memeriksa berkas klaim", "Verified the papers of a claim"),
    "claims.withdraw": Words("Membatalkan klaim", "Withdrew a claim"),
    "contributions.assign": Words("Menetapkan pemilik uang", "Assigned an unknown payment"),
    "contributions.bill": Words("Menerbitkan tagihan", "Issued bills"),
    "contributions.close-unpaid": Words("Menutup yang tidak bayar", "Closed unpaid memberships"),
    "contributions.lines": Words("Membuka rincian tagihan", "Opened the lines of a bill"),
    "contributions.match-statement": Words("Mencocokkan mutasi bank", "Matched a statement with the bank's calls"),
    "contributions.receive": Words("Menerima pembayaran", "Received payments"),
    "employers.register": Words("Mendaftarkan perusahaan", "Registered an employer"),
    "employers.report": Words("Menerima laporan pekerja", "Took a report on workers"),
    "employers.workers": Words("Membuka daftar pekerja", "Opened the list of workers"),
    "members.change-income": Words("Mengubah penghasilan", "Changed an income"),
    "members.change-wages": Words("Mengubah upah", "Changed wages"),
    "members.enrol": Words("Mendaftarkan banyak peserta", "Enrolled many members"),
    "members.find": Words("Mencari peserta", "Searched for a member"),
    "members.read": Words("Membuka data peserta", "Opened a member's data"),
    "members.register": Words("Mendaftarkan peserta", "Registered a member"),
    "members.renew": Words("Memperbarui data", "Renewed data"),
    "members.stop-business": Words("Melaporkan berhenti usaha", "Reported the end of a business"),
    "savings.approve-return": Words("Menyetujui hasil pengembangan", "Approved a yearly return"),
    "savings.balance": Words("Membuka saldo JHT", "Opened a JHT balance"),
    "savings.complete-return": Words("Menutup pembukuan hasil", "Completed a yearly return"),
    "savings.post-return-slice": Words("Membukukan hasil", "Posted a slice of a return"),
    "savings.preview-return": Words("Menghitung hasil pengembangan", "Previewed a yearly return"),
  ]

  static func words(_ act: String) -> Words { known[act] ?? Words(act, act) }
}
