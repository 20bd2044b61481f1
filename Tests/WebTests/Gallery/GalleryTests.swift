import Foundation
import HTTPTypes
import Testing
import Vocabulary
import Web

@Suite("Every page, with sample models")
struct GalleryTests {
  private static let navigation: [Role: [Page.Link]] = [
    .member: [
      Page.Link("Beranda", "Home", "/anggota"), Page.Link("Iuran", "Pay", "/anggota/iuran"),
      Page.Link("Saldo JHT", "JHT balance", "/anggota/jht"), Page.Link("Klaim", "Claims", "/klaim"),
    ],
    .employer: [
      Page.Link("Beranda", "Home", "/perusahaan"), Page.Link("Pekerja", "Workers", "/perusahaan/pekerja"),
      Page.Link("Tagihan", "Bills", "/perusahaan/tagihan"), Page.Link("Unggah", "Upload", "/perusahaan/unggah"),
    ],
    .officer: [
      Page.Link("Pekerjaan", "Work", "/petugas"), Page.Link("Peserta", "Members", "/petugas/peserta"),
      Page.Link("Pembayaran", "Payments", "/petugas/pembayaran"),
      Page.Link("Titipan", "Unassigned", "/petugas/titipan"),
      Page.Link("Hasil", "Returns", "/petugas/hasil"), Page.Link("Buku", "Books", "/petugas/buku"),
      Page.Link("Audit", "Audit", "/petugas/audit"),
    ],
  ]

  private static func site() throws -> Site {
    let routes = Samples.all.map { name, page in
      Route.get("/" + name, "A sample page", for: .anyone) { _ in .page(page) }
    }
    return try TestSite.make(routes + SampleWizard.make().routes("/wizard", "A sample wizard", for: .anyone)) { setup in
      setup.sampleBanner = Words(
        "Cabang contoh: semua orang dan uang di sini rekaan.", "Sample branch: everyone and all money here is invented."
      )
      setup.navigation = { identity in identity.flatMap { navigation[$0.role] } ?? [] }
      setup.authenticate = { credential, _ in
        guard case .session(let role) = credential, let role = Role(rawValue: role) else { return nil }
        let name = [Role.member: "Sri Wahyuni", .employer: "PT Angin Timur Contoh", .officer: "Dewi Lestari"][role]
        return Identity(account: 1, name: name ?? "", role: role)
      }
    }
  }

  private static func client(_ name: String, _ site: Site) -> TestClient {
    let client = TestClient(site)
    let role = name.split(separator: "-").first.flatMap { Role(rawValue: String($0)) }
    if let role { client.headers[.cookie] = "sesi=\(role.rawValue)" }
    return client
  }

  @Test("Every template that is a page has a sample")
  func complete() throws {
    let site = try Self.site()
    // Drawn within pages, by name or by a wizard.
    let fragments: Set = ["layout", "public/samples", "public/cost"]
    let pages = site.templates.names.filter {
      !$0.hasPrefix("parts/") && !$0.hasPrefix("wizard/") && !fragments.contains($0)
    }
    #expect(Set(pages) == Set(Samples.all.values.map(\.template)))
  }

  @Test("No template asks for what its model has not", arguments: Samples.all.keys.sorted())
  func keys(name: String) throws {
    let page = try #require(Samples.all[name])
    #expect(try Self.site().templates.unresolvedKeys(page.template, page.model) == [])
  }

  @Test("Every page is whole in both languages", arguments: Samples.all.keys.sorted())
  func whole(name: String) async throws {
    let site = try Self.site()
    for (language, sentence) in [("id", "Langsung ke isi"), ("en", "Skip to content")] {
      let answer = try await Self.client(name, site).get("/\(name)?lang=\(language)")
      #expect(answer.status == 200)
      #expect(answer.text.contains("<html lang=\"\(language)\">"))
      #expect(answer.text.contains(sentence))
      for trace in ["[[", "]]", "||", "{{", "}}", "Optional(", "style=\""] {
        #expect(!answer.text.contains(trace), "\(name) shows \(trace)")
      }
      #expect(answer.text.components(separatedBy: "<h1").count == 2, "\(name) needs one first heading")
      #expect(Markup.flaws(answer.text) == [])
      try Self.keep(answer.text, name + (language == "en" ? "-en" : ""), site)
    }
  }

  @Test("The wizard's pages are whole, with and without faults")
  func wizardPages() async throws {
    let site = try Self.site()
    let client = Self.client("member", site)
    var page = try await client.get("/wizard")
    var number = 0
    func keep(_ page: Answer) throws {
      number += 1
      #expect(Markup.flaws(page.text) == [])
      try Self.keep(page.text, "wizard-\(number)", site)
    }
    try keep(page)
    try keep(try await client.submit(page, ["nik": "997101"], press: "Lanjut"))
    for answers in SampleWizard.goodAnswers {
      page = try await client.submit(page, answers.values, press: "Lanjut", files: answers.files)
      try keep(page)
    }
    #expect(page.heading == "Periksa jawaban Anda")
    try keep(try await client.submit(page, press: "Kirim klaim"))
  }

  /// Written where `GALLERY` says, to be looked at in a browser.
  private static func keep(_ html: String, _ name: String, _ site: Site) throws {
    guard let folder = ProcessInfo.processInfo.environment["GALLERY"] else { return }
    let root = URL(fileURLWithPath: folder)
    try FileManager.default.createDirectory(at: root.appendingPathComponent("aset"), withIntermediateDirectories: true)
    for asset in ["naungan.css", "naungan.js", "naungan.svg"] {
      let address = site.assets.address(asset)
      if let bytes = site.assets.bytes(address) {
        try Data(bytes).write(to: URL(fileURLWithPath: folder + address))
      }
    }
    let local = html.replacing("\"/aset/", with: "\"aset/")
    try Data(local.utf8).write(to: root.appendingPathComponent(name + ".html"))
  }
}
