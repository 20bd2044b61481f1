import Office
import Vocabulary

extension OfficerPages {
  var workRoutes: [Route] {
    [
      get("", "Today's work") { .page(try await work($0)) },
      get("/klaim", "Claims that wait, by stage", .readClaims) { .page(try await claims($0)) },
    ]
  }

  /// Stages in which somebody here has something to do, with the permission to do it.
  private static let stages: [(stage: ClaimStatus, permission: Permission)] = [
    (.submitted, .verifyClaims), (.verified, .approveClaims), (.returned, .submitClaims), (.approved, .makePayouts),
    (.inPayment, .recordPayoutResults),
  ]

  private func work(_ ask: Ask) async throws -> Page {
    let actor = try ask.actor()
    var lists: [Model] = []
    var figures: [Model] = []
    if actor.has(.readClaims) {
      for (stage, permission) in Self.stages {
        let items = try await office.claims.workList(stage: stage, limit: 101, by: actor)
        let late = items.count { $0.dueOn < ask.now.day }
        figures.append(
          Part.figure(stage.short, .text(items.count > 100 ? "100+" : String(items.count))))
        guard actor.has(permission) else { continue }
        if late > 0 { figures.append(Part.figure(Words("Lewat tenggat", "Late"), .number(late))) }
        lists.append(list(stage, items, on: ask.now.day))
      }
    }
    let roles = actor.roles.sorted { $0.rawValue < $1.rawValue }.map(\.words)
    return Page(
      "officer/work",
      [
        "name": .text(actor.name),
        "role": .words(
          roles.map(\.indonesian).joined(separator: ", "), roles.map(\.english).joined(separator: ", ")),
        "hasFigures": .flag(!figures.isEmpty), "figures": .list(figures), "lists": .list(lists),
        "links": OfficerMenu.model(actor),
      ], title: Words("Pekerjaan hari ini", "Today's work"), section: "/petugas", wide: true)
  }

  private func list(_ stage: ClaimStatus, _ items: [WorkItem], on today: Day) -> Model {
    [
      "title": .words(stage.words), "address": .text("/petugas/klaim?tahap=\(stage.rawValue)"),
      "more": items.count > 5 ? .words("Lihat semua (\(items.count))", "See all (\(items.count))") : .nothing,
      "hasRows": .flag(!items.isEmpty), "rows": rows(Array(items.prefix(5)), on: today),
    ]
  }

  func rows(_ items: [WorkItem], on today: Day) -> Model {
    .each(items) { item in
      let left = Shown.workingDays(from: today, to: item.dueOn)
      let words =
        left > 0
        ? Words("Sisa \(left) hari kerja", "\(left) working day\(left == 1 ? "" : "s") left")
        : left == 0 ? Words("Hari ini", "Today") : Words("Lewat \(-left) hari kerja", "\(-left) working day(s) late")
      return [
        "number": .text(item.number.text), "address": .text("/petugas/klaim/\(item.number)"),
        "stage": Shown.tag(item.stage), "since": .moment(item.since), "days": .words(words),
        "tone": .text((left > 1 ? Part.Tone.good : left >= 0 ? .waiting : .bad).rawValue),
      ]
    }
  }

  private static let pageSize = 50

  private func claims(_ ask: Ask) async throws -> Page {
    let chosen = ask.query["tahap"].flatMap(ClaimStatus.init(rawValue:))
    let after = ask.query["setelah"].flatMap { Int64($0) }.flatMap { ClaimID($0) }
    let items = try await office.claims.workList(
      stage: chosen, after: after, limit: Self.pageSize + 1, by: try ask.actor())
    let shown = Array(items.prefix(Self.pageSize))
    let query = chosen.map { "tahap=\($0.rawValue)&" } ?? ""
    let next = items.count > Self.pageSize ? shown.last.map { "/petugas/klaim?\(query)setelah=\($0.claimID)" } : nil
    let all = ("/petugas/klaim", Words("Semua", "All"), chosen == nil)
    let stages = Self.stages.map { stage, _ in
      ("/petugas/klaim?tahap=\(stage.rawValue)", stage.short, stage == chosen)
    }
    return Page(
      "officer/claims",
      [
        "stages": .each([all] + stages) { address, words, current in
          ["address": .text(address), "words": .words(words), "current": .flag(current)]
        },
        "hasRows": .flag(!shown.isEmpty), "rows": rows(shown, on: ask.now.day),
        "pages": next == nil && after == nil
          ? .nothing
          : Part.pages(
            previous: nil, next: next, shown: Words("\(shown.count) klaim", "\(shown.count) claims")),
      ], title: Words("Klaim yang menunggu", "Claims that wait"), section: "/petugas/klaim", wide: true)
  }
}

extension ClaimStatus {
  /// In two words, for figures and filters.
  var short: Words {
    switch self {
    case .submitted: Words("Perlu diperiksa", "To verify")
    case .verified: Words("Perlu disetujui", "To approve")
    case .refused: Words("Ditolak", "Refused")
    case .approved: Words("Siap dibayar", "Ready to pay")
    case .inPayment: Words("Di bank", "At the bank")
    case .paid: Words("Dibayar", "Paid")
    case .returned: Words("Dikembalikan bank", "Returned")
    case .withdrawn: Words("Dibatalkan", "Withdrawn")
    }
  }
}
