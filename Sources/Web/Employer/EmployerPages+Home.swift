import Law
import Office
import Programs
import Vocabulary

extension EmployerPages {
  func home(_ ask: Ask) async throws -> Reply {
    let us = try await us(ask)
    let working = try await workers(us, for: "the employer's own page").filter { $0.endedOn == nil }
    let owed = try await paying(us).owed(us.actor)
    let due = try paying(us).due(owed, today: ask.now.day, address: "/perusahaan/tagihan")
    let late = owed.open.contains { $0.dueOn < ask.now.day }
    let model: Model = [
      "name": .text(us.employer.profile.name), "npp": .text(us.employer.npp.text),
      "status": late
        ? Part.tag(Words("Ada tunggakan", "In arrears"), .bad) : Part.tag(Words("Patuh", "Compliant"), .good),
      "notices": working.isEmpty
        ? [
          Part.notice(
            .waiting, Words("Belum ada pekerja", "No workers yet"),
            Words("Daftarkan semua pekerja Anda.", "Register all of your workers."),
            link: Page.Link("Tambah pekerja", "Add a worker", "/perusahaan/pekerja/baru"))
        ] : [],
      "due": due,
      "figures": [
        Part.figure(Words("Pekerja", "Workers"), .number(working.count)),
        Part.figure(Words("Upah sebulan", "Monthly wages"), .money(working.map(\.wage).sum())),
        Part.figure(Words("Program", "Programmes"), .text(us.employer.profile.programmes.description)),
      ],
      "links": [
        Part.link(Words("Tambah pekerja", "Add a worker"), "/perusahaan/pekerja/baru"),
        Part.link(
          Words("Ubah upah atau laporkan yang berhenti", "Change a wage or report a leaver"), "/perusahaan/pekerja",
          note: Words("Pilih pekerjanya dulu", "Choose the worker first")),
        Part.link(
          Words("Unggah daftar", "Upload a list"), "/perusahaan/unggah",
          note: Words("Banyak pekerja sekaligus, dari berkas CSV", "Many workers at once, from a CSV file")),
        Part.link(Words("Tagihan", "Bills"), "/perusahaan/tagihan"),
      ],
    ]
    let name = Words(us.employer.profile.name, us.employer.profile.name)
    return .page(Page("employer/home", model, title: name, section: "/perusahaan"))
  }

  func welcome(_ ask: Ask) async throws -> Reply {
    let us = try await us(ask)
    let model: Model = [
      "name": .text(us.employer.profile.name), "npp": .text(us.employer.npp.text),
      "va": try paying(us).accountModel,
      "programmes": .each(us.employer.profile.programmes.programmes) { ["words": .words($0.words)] },
      "day": .number(try Arrears.due(for: ask.now.day.month, law: office.law).value.dayOfMonth),
    ]
    return .page(
      Page(
        "employer/welcome", model, title: Words("Perusahaan terdaftar", "Company registered"), section: "/perusahaan"))
  }

  func workers(_ ask: Ask) async throws -> Reply {
    let all = try await workers(try await us(ask), for: "the employer's own list")
    let query = (ask.query["cari"] ?? "").trimmed
    return .page(list(all, query.isEmpty ? all : all.filter { $0.isCalled(query) }, query, ask))
  }

  /// A NIK or KPJ leads to the worker and never stands in an address, where logs and histories would keep it.
  func findWorker(_ ask: Ask) async throws -> Reply {
    let query = (try await ask.form()["cari"] ?? "").trimmed
    guard query.contains(where: \.isNumber) else {
      return .see("/perusahaan/pekerja" + (query.isEmpty ? "" : "?" + Form([("cari", query)]).encoded))
    }
    let all = try await workers(try await us(ask), for: "finding a worker")
    let digits = query.filter(\.isNumber)
    if let worker = all.last(where: { $0.nik.digits == digits || $0.kpj.digits == digits }) {
      return .see("/perusahaan/pekerja/\(worker.kpj)")
    }
    return .page(list(all, [], query, ask))
  }

  private func list(_ all: [Worker], _ found: [Worker], _ query: String, _ ask: Ask) -> Page {
    let size = 50
    let last = max((found.count - 1) / size, 0)
    let page = min(max(ask.query["halaman"].flatMap { Int($0) } ?? 1, 1) - 1, last)
    let shown = found.dropFirst(page * size).prefix(size)
    func address(_ number: Int) -> String {
      "/perusahaan/pekerja?" + Form([("cari", query), ("halaman", String(number + 1))]).encoded
    }
    let range = found.isEmpty ? "0" : "\(page * size + 1)–\(page * size + shown.count)"
    let model: Model = [
      "count": .number(all.count { $0.endedOn == nil }), "query": .text(query), "workers": .each(shown, row),
      "pages": Part.pages(
        previous: page > 0 ? address(page - 1) : nil, next: page < last ? address(page + 1) : nil,
        shown: Words("\(range) dari \(found.count)", "\(range) of \(found.count)")),
      "empty": found.isEmpty ? nothing(query) : .nothing,
    ]
    return Page(
      "employer/workers", model, title: Words("Pekerja", "Workers"), back: Self.home, section: "/perusahaan/pekerja",
      wide: true)
  }

  private func nothing(_ query: String) -> Model {
    query.isEmpty
      ? Part.empty(
        Words("Belum ada pekerja", "No workers yet"),
        Words("Tambahkan satu per satu, atau unggah daftarnya.", "Add them one by one, or upload a list."),
        link: Page.Link("Tambah pekerja", "Add a worker", "/perusahaan/pekerja/baru"))
      : Part.empty(
        Words("Tidak ditemukan", "Not found"),
        Words("Tidak ada pekerja dengan “\(query)”.", "There is no worker with “\(query)”."),
        link: Page.Link("Semua pekerja", "All workers", "/perusahaan/pekerja"))
  }

  private func row(_ worker: Worker) -> Model {
    [
      "name": .text(worker.name), "nik": .text(worker.nik.masked), "kpj": .text(Shown.spaced(worker.kpj.digits)),
      "wage": .money(worker.wage), "since": .day(worker.startedOn), "tag": worker.tag,
      "address": .text("/perusahaan/pekerja/\(worker.kpj)"),
    ]
  }

  func worker(_ ask: Ask) async throws -> Reply {
    let us = try await us(ask)
    let worker = try await found(ask, us)
    let rows =
      [
        Part.fact(Words("NIK", "NIK"), .text(worker.nik.masked)),
        Part.fact(Words("KPJ", "KPJ"), .text(Shown.spaced(worker.kpj.digits))),
        Part.fact(Words("Mulai bekerja", "At work since"), .day(worker.startedOn)),
        Part.fact(Words("Upah sebulan", "Monthly wage"), .money(worker.wage)),
      ] + (worker.endedOn.map { [Part.fact(Words("Hari terakhir", "Last day"), .day($0))] } ?? [])
    let path = "/perusahaan/pekerja/\(worker.kpj)"
    let model: Model = [
      "name": .text(worker.name), "status": worker.tag, "rows": .list(rows),
      "open": worker.endedOn == nil ? ["wage": .text(path + "/upah"), "leave": .text(path + "/berhenti")] : .nothing,
    ]
    return .page(
      Page(
        "employer/worker", model, title: Words(worker.name, worker.name),
        back: Page.Link("Pekerja", "Workers", "/perusahaan/pekerja"), section: "/perusahaan/pekerja"))
  }

  /// The worker of the address, if he is on this employer's list.
  func found(_ ask: Ask, _ us: Caller) async throws -> Worker {
    let kpj = KPJ(ask.parameter("kpj"))
    guard let worker = try await workers(us, for: "one worker").first(where: { $0.kpj == kpj }) else {
      throw Refusal.notFound
    }
    return worker
  }
}

extension Worker {
  fileprivate var tag: Model {
    endedOn == nil
      ? Part.tag(Words("Bekerja", "At work"), .good) : Part.tag(Words("Berhenti", "Left"), .neutral)
  }

  /// By a part of the name.
  fileprivate func isCalled(_ query: String) -> Bool { name.lowercased().contains(query.lowercased()) }
}
