import Testing

@Suite("Sri in a real browser", .serialized)
struct SriInTheBrowserTests {
  @Test(
    "A newcomer registers, sees what to pay and pays; Sri stops, claims, and is paid by three officers",
    arguments: [Browser.Options.phone, .desk])
  func story(_ options: Browser.Options) async throws {
    let site = try await SampleSite()
    let browser = try await Browser(options)
    var walk = Walk(site: site, browser: browser)
    try await register(&walk)
    let number = try await claim(&walk)
    try await decide(number, &walk)
    try await pay(&walk)
    try await seePaid(number, &walk)
    #expect(walk.flaws == [])
    await browser.close()
    site.close()
  }

  private func register(_ walk: inout Walk) async throws {
    try await walk.go("/")
    try await walk.go("/daftar")
    try await walk.answer([("nik", "123")])
    #expect(try await walk.words.contains("NIK harus 16 angka"))
    try await walk.answer([("nik", "9971 0241 0785 0001")])
    try await walk.answer([("name", "Dewi Contoh")])
    try await walk.answer([("bornOn.day", "1"), ("bornOn.month", "7"), ("bornOn.year", "1985"), ("birthPlace", "Jambi")])
    try await walk.answer([("motherName", "Siti Contoh")])
    try await walk.answer([("occupation", "penjual kue"), ("transport", "tidak")])
    try await walk.answer([("income", "1.500.000")])
    try await walk.answer([("jht", "ya")])
    try await walk.answer([("address", "Jalan Contoh 1"), ("village", "Desa Contoh")])
    try await walk.answer([("phone", "081200009999")])
    try await walk.answer([("bankCode", "002"), ("bankAccount", "555500001111")])
    try await walk.answer([("login", "dewi.contoh"), ("password", "kue-lapis-enak")])
    try await walk.press("Daftar sekarang")
    #expect(try await walk.words.contains("KPJ"))
    try await walk.go("/anggota/iuran")
    try await walk.signOut()
  }

  private func claim(_ walk: inout Walk) async throws -> String {
    try await walk.signIn("sri")
    try await walk.go("/anggota/jht")
    #expect(try await walk.words.contains("Rp"))
    try await walk.go("/anggota/klaim/jht")
    try await walk.go("/anggota/berhenti")
    throw Browser.Failure(description: "unfinished")
  }

  private func decide(_ number: String, _ walk: inout Walk) async throws {}
  private func pay(_ walk: inout Walk) async throws {}
  private func seePaid(_ number: String, _ walk: inout Walk) async throws {}
}
