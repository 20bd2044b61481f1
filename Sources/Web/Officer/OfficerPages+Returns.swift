import HTTPTypes
import Law
import Office
import Programs
import Vocabulary

extension OfficerPages {
  var returnRoutes: [Route] {
    [
      get("/hasil", "Yearly returns", .previewReturns, .approveReturns, .postReturns, .readBooks) {
        .page(try await returns($0))
      },
      post("/hasil", "Preview the return of a year", .previewReturns) { try await preview($0) },
      get("/hasil/{run}", "One yearly return", .previewReturns, .approveReturns, .postReturns, .readBooks) {
        try await yearReturn($0)
      },
      post("/hasil/{run}/persetujuan", "Approve a yearly return", .approveReturns) { ask in
        let id: ReturnRunID = try ask.identifier("run")
        _ = try await office.savings.approveReturn(id, by: try ask.actor(), key: try await ask.form().actKey())
        return .see("/petugas/hasil/\(id)")
      },
      post("/hasil/{run}/pembukuan", "Post a yearly return in the background", .postReturns) { try await post($0) },
    ]
  }

  private func returns(_ ask: Ask, faults: [Fault] = []) async throws -> Page {
    let actor = try ask.actor()
    let runs = try await office.savings.returns(by: actor)
    let approved = Set(runs.filter { $0.approvedBy != nil }.map(\.year))
    let years = (0..<10).map { ask.now.day.year - 1 - $0 }.filter { !approved.contains($0) && isDeclared($0) }
    return Page(
      "officer/returns",
      [
        "faults": Part.faultsOrNothing(faults),
        "preview": actor.has(.previewReturns) && !years.isEmpty
          ? ["key": .text(ask.newKey()), "years": .each(years) { .text(String($0)) }] : .nothing,
        "empty": runs.isEmpty
          ? Part.empty(
            Words("Belum ada yang dihitung", "Nothing is worked out yet"),
            Words("Bagian keuangan memulai di sini setelah tahun berakhir.", "Finance begins here once a year is over.")
          )
          : .nothing,
        "chart": Self.chart(runs, Words("Hasil yang dibukukan", "Returns posted")),
        "runs": .each(runs) { run in
          [
            "year": .text(String(run.year)), "at": .moment(run.previewedAt), "rate": .text(run.rate),
            "accounts": .number(run.accounts), "earned": .money(run.earned), "tag": tag(run),
            "address": .text("/petugas/hasil/\(run.id)"),
          ]
        },
      ], title: Words("Hasil pengembangan JHT", "Yearly JHT return"), section: "/petugas/hasil", wide: true)
  }

  private func isDeclared(_ year: Int) -> Bool { (try? JHTReturnRule(year: year, law: office.law)) != nil }

  private static func chart(_ runs: [ReturnRun], _ title: Words) -> Model {
    let done = runs.filter { $0.approvedBy != nil }.sorted { $0.year < $1.year }
    guard !done.isEmpty else { return .nothing }
    return Chart(
      title, columns: (Words("Tahun", "Year"), Words("Hasil", "Return")),
      bars: done.map { Chart.Bar(Words(String($0.year), String($0.year)), $0.earned) }
    ).model
  }

  private func tag(_ run: ReturnRun) -> Model {
    if run.completed { return Part.tag(Words("Dibukukan", "Posted"), .good) }
    if desk.postings.isRunning(run.year), run.approvedBy != nil {
      return Part.tag(Words("Sedang dibukukan", "Being posted"), .waiting)
    }
    return run.approvedBy == nil
      ? Part.tag(Words("Menunggu persetujuan", "To be approved"), .waiting)
      : Part.tag(Words("Siap dibukukan", "To be posted"), .waiting)
  }

  private func preview(_ ask: Ask) async throws -> Reply {
    let form = try await ask.form()
    return try await filling {
      guard let year = Int(form.line("year")), (2015...9999).contains(year) else {
        throw OfficeError.faults([Fault("year", "Pilih tahun dari daftar.", "Choose a year of the list.")])
      }
      let id = try await office.savings.previewReturn(of: year, by: try ask.actor(), key: try form.actKey())
      return .see("/petugas/hasil/\(id)")
    } again: { faults in
      try await returns(ask, faults: faults)
    }
  }

  /// Posting takes minutes for a whole branch, so it goes on after the answer; the page tells how far it has come.
  private func post(_ ask: Ask) async throws -> Reply {
    let (run, _) = try await run(ask)
    guard run.approvedBy != nil else {
      throw Refusal.conflict(
        "return-not-approved",
        Words("Hasil pengembangan \(run.year) belum disetujui.", "The return of \(run.year) is not approved yet."))
    }
    desk.postings.start(run.year, in: office, by: try ask.actor())
    return .see("/petugas/hasil/\(run.id)")
  }

  private func run(_ ask: Ask) async throws -> (ReturnRun, all: [ReturnRun]) {
    let id: ReturnRunID = try ask.identifier("run")
    let all = try await office.savings.returns(by: try ask.actor())
    guard let run = all.first(where: { $0.id == id }) else { throw Refusal.notFound }
    return (run, all)
  }

  private func yearReturn(_ ask: Ask) async throws -> Reply {
    let (run, all) = try await run(ask)
    let name = try await names([run.previewedBy] + (run.approvedBy.map { [$0] } ?? []))
    let isRunning = desk.postings.isRunning(run.year) && run.approvedBy != nil && !run.completed
    let citation = (try? JHTReturnRule(year: run.year, law: office.law))?.citation
    let model: Model = [
      "year": .text(String(run.year)), "status": tag(run),
      "rate": [
        "text": .text(run.rate), "draft": .flag(run.confidence == Confidence.draft.rawValue),
        "article": citation.map { .words(Shown.cited($0, office.law)) } ?? .nothing,
      ],
      "controls": [
        Part.figure(Words("Rekening", "Accounts"), .number(run.accounts)),
        Part.figure(Words("Saldo awal", "Opening balances"), .money(run.opening)),
        Part.figure(Words("Masuk selama setahun", "Paid in over the year"), .money(run.credited)),
        Part.figure(Words("Hasil setahun", "Return for the year"), .money(run.earned)),
        Part.figure(Words("Bagian", "Slices"), .text("\(run.slicesPosted) / \(run.slices)")),
      ],
      "chart": Self.chart(all, Words("Dibandingkan tahun lain", "Beside other years")),
      "approvals": ["steps": .list(steps(run, isRunning, name))],
      "progress": isRunning ? progress(run) : .nothing,
      "stopped": run.completed
        ? .nothing
        : desk.postings.stopped(run.year).map {
          Part.notice(.bad, Words("Pembukuan berhenti", "Posting stopped"), $0)
        } ?? .nothing,
    ]
    let page = Page(
      "officer/year-return", model.merging(try act(run, isRunning, ask)),
      title: Words("Hasil pengembangan JHT \(run.year)", "JHT return \(run.year)"),
      trail: [Self.home, Page.Link("Hasil", "Returns", "/petugas/hasil")], section: "/petugas/hasil", wide: true)
    let reply = Reply.page(page)
    return isRunning ? reply.adding(.refresh, "2") : reply
  }

  private func progress(_ run: ReturnRun) -> Model {
    [
      "words": .words(
        "\(run.slicesPosted) dari \(run.slices) bagian dibukukan",
        "\(run.slicesPosted) of \(run.slices) slices posted"),
      "width": .text(String(640 * run.slicesPosted / max(1, run.slices))), "address": .text("/petugas/hasil/\(run.id)"),
    ]
  }

  private func steps(_ run: ReturnRun, _ isRunning: Bool, _ name: (String) -> Words) -> [Model] {
    func by(_ actor: String) -> Words {
      Words("Oleh \(name(actor).indonesian)", "By \(name(actor).english)")
    }
    let isApproved = run.approvedBy != nil
    return [
      Part.step(
        Words("Dihitung", "Worked out"), .done, when: .moment(run.previewedAt), note: by(run.previewedBy)),
      Part.step(
        Words("Disetujui orang kedua", "Approved by a second person"), isApproved ? .done : .now,
        note: run.approvedBy.map(by)),
      Part.step(
        Words("Dibukukan ke saldo peserta", "Posted to the members' accounts"),
        run.completed ? .done : isApproved ? .now : .later),
    ]
  }

  /// The one thing that this officer may do next, or why there is none.
  private func act(_ run: ReturnRun, _ isRunning: Bool, _ ask: Ask) throws -> Model {
    let actor = try ask.actor()
    let address = "/petugas/hasil/\(run.id)"
    func form(_ path: String, _ words: Words, _ warning: Words) -> Model {
      let form: Model = [
        "address": .text("\(address)/\(path)"), "key": .text(ask.newKey()), "words": .words(words),
        "warning": .words(warning),
      ]
      return ["act": form, "noAct": nil]
    }
    func none(_ words: Words) -> Model { ["act": nil, "noAct": .words(words)] }
    if run.completed { return none(Words("Tahun ini sudah selesai.", "This year is done.")) }
    if isRunning {
      return none(
        Words("Sedang dibukukan. Tidak perlu menunggu di halaman ini.", "Being posted. No need to wait here."))
    }
    guard run.approvedBy != nil else {
      guard actor.has(.approveReturns), run.previewedBy != actor.id else {
        return none(Words("Menunggu persetujuan orang kedua.", "Waiting for a second person to approve."))
      }
      return form(
        "persetujuan", Words("Setujui", "Approve"),
        Words(
          "Cocokkan angka kendali dulu. Setelah disetujui, klaim menunggu pembukuan.",
          "Check the control totals first. Once approved, claims wait for the posting."))
    }
    guard actor.has(.postReturns) else {
      return none(Words("Menunggu bagian keuangan membukukan.", "Waiting for finance to post."))
    }
    return form(
      "pembukuan",
      run.slicesPosted == 0 ? Words("Bukukan", "Post") : Words("Lanjutkan pembukuan", "Go on posting"),
      Words("Tidak bisa dibatalkan setelah dibukukan.", "Cannot be undone once posted."))
  }
}

extension HTTPField.Name {
  /// Asks the browser to fetch the page again after so many seconds: progress without a script.
  fileprivate static var refresh: HTTPField.Name {
    guard let name = HTTPField.Name("Refresh") else { preconditionFailure("Refresh is a header's name") }
    return name
  }
}
