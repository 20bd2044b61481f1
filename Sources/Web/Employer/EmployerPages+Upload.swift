import Formats
import HTTPTypes
import Office
import Vocabulary

// A list goes in two steps. The first reads the file and tells every fault by its line; nothing is kept. Only a list
// without fault gets a button, and the button carries what was read, so that nothing needs to be remembered in between and
// pressing it twice asks the office for the very same thing.

extension EmployerPages {
  /// The checked list travels back in the page's form, and is up to five times as long there.
  static let largestFile = 5_000_000
  static let largestList = 25_000_000
  private var seal: Seal {
    let keys = office.keys
    return Seal { keys.sealed($0) }
  }

  static let example = Reply.file(WageList.example, type: "text/csv; charset=utf-8", filename: "contoh-daftar.csv")
  static let template = Reply.file(WageList.template, type: "text/csv; charset=utf-8", filename: "daftar-kosong.csv")

  func chooseFile(_ ask: Ask) async throws -> Reply { .page(choosing(fault: nil)) }

  private func choosing(fault: Words?) -> Page {
    let field = Field(
      "file", .file(accept: ".csv,text/csv"), Words("Berkas CSV", "CSV file"),
      hint: Words("Dari Excel: Simpan sebagai, pilih CSV.", "From Excel: Save as, choose CSV."))
    let model: Model = [
      "faults": fault.map { Part.faults([Fault("file", $0)]) } ?? .nothing,
      "field": field.model("", fault: fault, alone: false, answers: Answers()).merging(["lead": nil]),
    ]
    var page = Page(
      "employer/choose", model, title: Words("Unggah daftar pekerja", "Upload a list of workers"), back: Self.home,
      section: "/perusahaan/unggah")
    page.hasFaults = fault != nil
    return page
  }

  func checkFile(_ ask: Ask) async throws -> Reply {
    let us = try await us(ask)
    let upload = try await ask.upload(Multipart.Limits(fileBytes: Self.largestFile))
    guard let file = upload.file("file"), !file.bytes.isEmpty else {
      return .page(
        choosing(fault: Words("Pilih berkasnya dulu.", "Choose the file first.")), status: .unprocessableContent)
    }
    let list = try await read(file.bytes, us, today: ask.now.day)
    let page = try result(list, filename: file.filename, us, ask)
    return .page(page, status: list.faults.isEmpty ? .ok : .unprocessableContent)
  }

  /// Sends a list that was checked. The office looks at every line again and takes all of them or none.
  func sendFile(_ ask: Ask) async throws -> Reply {
    let us = try await us(ask)
    let form = try await ask.form()
    guard var list = form["list"].flatMap({ ReportList(carried: $0, seal, for: us.employer.id) }) else {
      throw Refusal.unreadableForm
    }
    do {
      let outcome = try await office.employers.report(
        list.reports, for: us.employer.id, by: us.actor, key: form.actKey())
      return .page(sent(outcome, list))
    } catch OfficeError.faults(let faults) {
      list.faults = faults.map(list.inFile)
      return .page(try result(list, filename: form["filename"] ?? "", us, ask), status: .unprocessableContent)
    }
  }

  private func read(_ bytes: [UInt8], _ us: Caller, today: Day) async throws -> ReportList {
    try ReportList(
      WageList.read(bytes), workers: await workers(us, for: "checking a list"),
      from: await firstOpenMonth(us, today: today))
  }

  private static let faultsShown = 200

  private func result(_ list: ReportList, filename: String, _ us: Caller, _ ask: Ask) throws -> Page {
    let shown = list.faults.prefix(Self.faultsShown)
    let confirm: Model =
      list.faults.isEmpty
      ? [
        "address": "/perusahaan/unggah/kirim", "key": .text(ask.newKey()),
        "list": .text(try list.carried(seal, for: us.employer.id)),
        "filename": .text(filename), "joins": .number(list.joins), "leaves": .number(list.leaves),
        "wages": .number(list.wages),
      ] : .nothing
    let model: Model = [
      "filename": .text(filename), "rows": .number(list.rows), "good": .number(list.rows - list.badLines),
      "bad": .number(list.badLines), "total": .money(list.wageTotal), "hasFaults": .flag(!list.faults.isEmpty),
      "faults": .each(shown) { fault in
        let place = ReportList.Place(fault.place)
        return ["line": .optional(place.line), "place": .words(place.column), "words": .words(fault.words)]
      },
      "more": list.faults.count > shown.count ? .number(list.faults.count - shown.count) : .nothing,
      "warnings": .each(list.warnings.prefix(Self.faultsShown)) { warning in
        ["line": .optional(ReportList.Place(warning.place).line), "words": .words(warning.words)]
      },
      "hasWarnings": .flag(!list.warnings.isEmpty), "confirm": confirm,
    ]
    var page = Page(
      "employer/upload", model, title: Words("Hasil periksa berkas", "What we found in the file"),
      back: Page.Link("Unggah", "Upload", "/perusahaan/unggah"), section: "/perusahaan/unggah")
    page.languageLink = false
    page.hasFaults = !list.faults.isEmpty
    return page
  }

  private func sent(_ outcome: ReportOutcome, _ list: ReportList) -> Page {
    let model: Model = [
      "joins": .number(outcome.joined.count), "leaves": .number(outcome.left), "wages": .number(outcome.changed),
      "hasJoined": .flag(!outcome.joined.isEmpty),
      "joined": .each(zip(list.joinerNames, outcome.joined)) { name, enrolled in
        ["name": .text(name), "kpj": .text(Shown.spaced(enrolled.kpj.digits))]
      },
    ]
    var page = Page(
      "employer/sent", model, title: Words("Daftar sudah disimpan", "The list is saved"), section: "/perusahaan/unggah")
    page.languageLink = false
    return page
  }
}
