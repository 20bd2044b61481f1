import Office
import Vocabulary

extension OfficerPages {
  var matterRoutes: [Route] {
    [
      get("/perkara", "What the bank said that the books cannot follow", .closeMatters, .readBooks) {
        .page(try await matters($0))
      },
      post("/perkara", "Say how a matter with the bank stands", .closeMatters) { try await closeMatter($0) },
    ]
  }

  private func matters(_ ask: Ask, faults: [Fault] = [], typed: Form = Form()) async throws -> Page {
    let actor = try ask.actor()
    let matters = try await office.claims.matters(by: actor)
    let open = matters.firstIndex { $0.id == typed.line("matter") } ?? 0
    let model: Model = [
      "faults": Part.faultsOrNothing(faults.map { Fault("\($0.place)-\(open)", $0.words) }),
      "notice": ask.query["hasil"] == "selesai"
        ? Part.notice(
          .good, Words("Perkara ditutup", "Matter closed"), Words("Buku sudah disesuaikan.", "The books follow."))
        : .nothing,
      "empty": matters.isEmpty
        ? Part.empty(
          Words("Tidak ada perkara", "No matters"),
          Words("Semua kabar bank sudah masuk buku.", "All that the bank said is in the books."))
        : .nothing,
      "rows": .each(matters.enumerated()) { number, matter in
        [
          "number": .text(String(number)), "matter": .text(matter.id), "words": .words(matter.words),
          "place": .text(matter.place.isEmpty ? "–" : matter.place), "noted": .moment(matter.notedAt),
          "amount": matter.amount.isPositive ? .money(matter.amount) : .nothing,
          "form": actor.has(.closeMatters)
            ? [
              "key": .text(ask.newKey()),
              "outcomes": .each(matter.outcomes) { ["value": .text($0.rawValue), "words": .words($0.words)] },
              "typed": .text(number == open ? typed.line("reason") : ""),
            ] : .nothing,
        ]
      },
    ]
    return Page(
      "officer/matters", model, title: Words("Perkara dengan bank", "Matters with the bank"),
      section: "/petugas/perkara",
      wide: true)
  }

  private func closeMatter(_ ask: Ask) async throws -> Reply {
    let form = try await ask.form()
    return try await filling {
      guard let outcome = BankMatter.Outcome(rawValue: form.line("outcome")) else {
        throw OfficeError.faults([
          Fault("outcome", "Pilih bagaimana keadaannya menurut bank.", "Choose how it stands, as the bank says.")
        ])
      }
      try await office.claims.close(
        form.line("matter"), as: outcome, because: form.line("reason"), by: try ask.actor(), key: try form.actKey())
      return .see("/petugas/perkara?hasil=selesai")
    } again: { faults in
      try await matters(ask, faults: faults, typed: form)
    }
  }
}

extension BankMatter.Outcome {
  fileprivate var words: Words {
    switch self {
    case .nothing: Words("Tidak ada uang yang bergerak", "No money moved")
    case .paidAfterAll: Words("Ternyata sudah dibayar: klaim lunas", "It was paid after all: the claim is paid")
    case .paidTwice: Words("Terbayar dua kali: satu harus dikembalikan", "Paid twice: one is to be returned")
    case .neverArrived: Words("Tidak pernah sampai: kirim lagi", "It never arrived: send it again")
    }
  }
}
