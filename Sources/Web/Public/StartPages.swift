import Law
import Office
import Programs
import Vocabulary

/// The front page, help, and the rules in words.
struct StartPages {
  let desk: WebDesk

  /// Whoever is signed in goes on to where they belong.
  func front(_ ask: Ask) async throws -> Reply {
    if let identity = ask.identity { return .see(Door.home(of: identity.role)) }
    return .page(
      Page(
        "public/start",
        [
          "samples": SampleLogin.models(desk.sampleLogins),
          "days": .number(try desk.office.law.inForce(OfficeRules.claimWorkingDays, on: ask.now.day).value.count),
        ],
        title: Words("Jaminan kerja Anda, tanpa perantara", "Your work insurance, without agents")))
  }

  func help(_ ask: Ask) throws -> Reply {
    let branch = desk.office.branch
    return .page(
      Page(
        "public/help",
        [
          "branch": .text(branch.name), "lines": .each(branch.address) { ["text": .text($0)] },
          "age": .number(try desk.office.law.inForce(JHT.retirementAge, on: ask.now.day).value.count),
          "years": .number(try desk.office.law.inForce(JHT.partialMembership, on: ask.now.day).value.count),
        ],
        title: Words("Bantuan", "Help"), back: Page.Link("Halaman depan", "Front page", "/")))
  }

  /// Whether the code on a letter or a card is ours.
  func genuine(_ ask: Ask) -> Reply {
    let code = (ask.query["kode"] ?? "").trimmed
    let verdict: Model =
      if code.isEmpty {
        .nothing
      } else if desk.office.letters.isOurs(code) {
        Part.notice(
          .good, Words("Kode ini asli", "This code is genuine"),
          Words("Cocokkan isi surat dengan data kami di kantor cabang.", "Compare what the paper says with our books."))
      } else {
        Part.notice(
          .bad, Words("Kode ini bukan dari kami", "This code is not ours"),
          Words(
            "Jangan percaya surat ini. Laporkan ke kantor cabang.", "Do not trust this paper. Report it to the branch.")
        )
      }
    return .page(
      Page(
        "public/genuine", ["code": .text(code), "verdict": verdict],
        title: Words("Periksa surat atau kartu", "Check a letter or card"),
        back: Page.Link("Bantuan", "Help", "/bantuan")))
  }

  /// Every parameter of the law, by the folder it stands in.
  func rules(_ ask: Ask) -> Reply {
    let folders = Dictionary(grouping: desk.office.law.parameters) { $0.name.prefix { $0 != "/" } }
    let groups = folders.sorted { $0.key < $1.key }.map { name, _ in
      Part.link(Self.programme(String(name)), "/aturan/\(name)")
    }
    return .page(
      Page(
        "public/rules", ["links": .list(groups), "hash": .text(String(desk.office.law.hash.prefix(12)))],
        title: Words("Aturan dan angka", "Rules and numbers"), section: "/aturan"))
  }

  /// A folder of parameters, or one parameter with its article and history.
  func rule(_ ask: Ask, _ names: [String]) throws -> Reply {
    let law = desk.office.law
    let path = names.map(ask.parameter).joined(separator: "/")
    if let parameter = law.find(path) {
      let day = ask.query["pada"].flatMap { Day(typed: $0) } ?? ask.now.day
      // The path is a programmer's name of it.
      let words = Words(
        try law.explain(path, on: day, in: .indonesian).replacing("\(path) · ", with: ""),
        try law.explain(path, on: day, in: .english).replacing("\(path) · ", with: ""))
      return .page(
        Page(
          "public/rule",
          [
            "title": .words(parameter.title), "text": .words(words), "day": .text(day.description),
            "draft": .flag(parameter.confidence == .draft),
          ], title: parameter.title, trail: [Page.Link("Aturan", "Rules", "/aturan")] + above(names, ask),
          section: "/aturan", wide: true))
    }
    let inside = law.parameters.filter { $0.name.hasPrefix(path + "/") }
    guard !inside.isEmpty else { throw Refusal.notFound }
    let links = inside.map { Part.link($0.title, "/aturan/\($0.name)") }
    let title = Self.programme(names.count == 1 ? path : String(path.prefix { $0 != "/" }))
    return .page(
      Page(
        "public/rules", ["links": .list(links), "hash": .text(String(law.hash.prefix(12)))], title: title,
        trail: [Page.Link("Aturan", "Rules", "/aturan")], section: "/aturan"))
  }

  private func above(_ names: [String], _ ask: Ask) -> [Page.Link] {
    guard names.count > 1 else { return [] }
    let first = ask.parameter(names[0])
    return [Page.Link(Self.programme(first), "/aturan/\(first)")]
  }

  /// What the folders of `law/parameters` hold, in words.
  private static func programme(_ folder: String) -> Words {
    switch folder {
    case "arrears": Words("Tunggakan", "Arrears")
    case "bpu": Words("Pekerja mandiri (BPU)", "Self-employed (BPU)")
    case "claim": Words("Klaim", "Claims")
    case "contribution": Words("Iuran", "Contributions")
    case "jakon": Words("Jasa konstruksi", "Construction")
    case "jht": Words("Jaminan Hari Tua (JHT)", "Old-age savings (JHT)")
    case "jkk": Words("Jaminan Kecelakaan Kerja (JKK)", "Work accidents (JKK)")
    case "jkm": Words("Jaminan Kematian (JKM)", "Death (JKM)")
    case "jkp": Words("Jaminan Kehilangan Pekerjaan (JKP)", "Job loss (JKP)")
    case "jp": Words("Jaminan Pensiun (JP)", "Pension (JP)")
    case "membership": Words("Kepesertaan", "Membership")
    case "relief": Words("Keringanan iuran", "Relief of contributions")
    default: Words(folder, folder).capitalized
    }
  }
}
