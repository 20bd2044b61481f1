import Testing

@Suite("Sri in a real browser", .serialized)
struct SriInTheBrowserTests {
  @Test(
    "A newcomer registers, sees what to pay and pays; Sri stops, claims, and is paid by three officers",
    arguments: [Browser.Options.plainPhone, .phone, .desk])
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

  /// Dewi registers herself: one thing a page, one mistake on the way, and her first bill paid.
  private func register(_ walk: inout Walk) async throws {
    try await walk.go("/")
    try await walk.go("/aturan/jht")
    try await walk.go("/daftar")
    try await walk.answer([("nik", "123")])
    #expect(try await walk.words.contains("NIK harus 16 angka"))
    try await walk.answer([("nik", "9971 0241 0785 0001")])
    try await walk.answer([("name", "Dewi Contoh")])
    try await walk.answer([
      ("bornOn.day", "1"), ("bornOn.month", "7"), ("bornOn.year", "1985"), ("birthPlace", "Jambi"),
    ])
    try await walk.answer([("motherName", "Siti Contoh")])
    try await walk.answer([("occupation", "penjual kue"), ("transport", "tidak")])
    try await walk.answer([("income", "1.500.000")])
    try await walk.answer([("jht", "ya")])
    try await walk.answer([("address", "Jalan Contoh 1"), ("village", "Desa Contoh")])
    try await walk.answer([("phone", "081200009999")])
    try await walk.answer([("bankCode", "002"), ("bankAccount", "555500001111")])
    try await walk.answer([("login", "dewi.contoh"), ("password", "kue-lapis-enak")], press: "Daftar sekarang")
    #expect(try await walk.words.contains("KPJ"))
    try await walk.go("/anggota/iuran")
    try await walk.pressIn("main table a, main .links a")
    try await walk.press("Bayar")
    #expect(try await walk.words.contains("Sudah dibayar"))
    try await walk.go("/anggota/jht")
    #expect(try await walk.words.contains("Rp"))
    try await walk.signOut()
  }

  /// Sri still works: the page says so. She stops, claims, and gets a number.
  private func claim(_ walk: inout Walk) async throws -> String {
    try await walk.signIn("sri")
    for path in ["/anggota", "/anggota/iuran", "/anggota/jht", "/anggota/data", "/anggota/akses", "/anggota/klaim"] {
      try await walk.go(path)
    }
    try await walk.go("/anggota/klaim/jht")
    try await walk.answer([("ground", "stopped business")])
    #expect(try await walk.words.contains("masih aktif"))
    try await walk.go("/anggota/berhenti")
    try await walk.answer([])
    try await walk.press("Ya, saya berhenti")
    try await walk.go("/anggota/klaim/jht")
    try await walk.answer([("ground", "stopped business")])
    #expect(try await walk.words.contains("Anda terima"))
    try await walk.press("Setuju dan kirim klaim")
    let words = try await walk.words
    let number = words.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("JHT-") }
    try await walk.signOut()
    return String(try #require(number, "no claim number in: \(words.prefix(400))"))
  }

  /// One officer checks the papers; the head of services approves.
  private func decide(_ number: String, _ walk: inout Walk) async throws {
    try await walk.signIn("cs1")
    try await walk.go("/petugas")
    try await walk.go("/petugas/klaim/\(number)")
    try await walk.answer([("documents", "KTP dan kartu peserta"), ("sure", "ya")], press: "Simpan pemeriksaan")
    try await walk.signOut()
    try await walk.signIn("kabid")
    try await walk.go("/petugas/klaim/\(number)")
    try await walk.answer([("sure", "ya")], press: "Setujui Rp")
    try await walk.signOut()
  }

  /// Finance makes the file, the branch head releases it, finance sends it to the sample bank.
  private func pay(_ walk: inout Walk) async throws {
    try await walk.signIn("keuangan")
    for path in ["/petugas/pengembangan", "/petugas/penerimaan", "/petugas/buku"] { try await walk.go(path) }
    try await walk.go("/petugas/pembayaran")
    try await walk.press("Buat berkas pembayaran")
    try await walk.signOut()
    try await walk.signIn("kacab")
    try await walk.go("/petugas/pembayaran")
    try await walk.pressIn("main tbody tr:first-child a")
    try await walk.press("Lepas ke bank")
    try await walk.signOut()
    try await walk.signIn("keuangan")
    try await walk.go("/petugas/pembayaran")
    try await walk.press("Kirim ke bank contoh")
    try await walk.signOut()
  }

  private func seePaid(_ number: String, _ walk: inout Walk) async throws {
    try await walk.signIn("sri")
    try await walk.go("/anggota/klaim/\(number)")
    #expect(try await walk.words.contains("dibayar"))
    try await walk.signOut()
    try await walk.signIn("maju")
    for path in ["/perusahaan", "/perusahaan/pekerja", "/perusahaan/tagihan"] { try await walk.go(path) }
    try await walk.signOut()
    try await walk.signIn("auditor")
    for path in ["/petugas/audit", "/petugas/buku"] { try await walk.go(path) }
    try await walk.signOut()
  }
}
