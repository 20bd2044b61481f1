import Fixtures
import Formats
import HTTPTypes
import Office
import Programs
import Store
import Testing
import Vocabulary
import Web

@Suite("What anybody may open")
struct PublicTests {
  static let sri = [
    "nik": "9971 0141 0785 0001", "name": "Sri Wahyuni", "bornOn.day": "1", "bornOn.month": "7", "bornOn.year": "1985",
    "birthPlace": "Jambi", "motherName": "Siti Aminah", "occupation": "pedagang sayur", "transport": "tidak",
    "income": "1.500.000", "jht": "ya", "address": "Jalan Pasar Lama 12", "village": "Kelurahan Contoh",
    "phone": "0812 0000 0001", "email": "sri@contoh.id", "bankCode": "002", "bankAccount": "1234 5678 9012",
  ]
  /// Asked on the page that sends.
  static let entry = ["login": "0812 0000 0001", "password": "sayur-segar"]

  @Test(
    "Somebody registers by herself, sees what it costs, and ends signed in with her numbers",
    arguments: ScratchDatabase.engines)
  func joins(_ engine: Engine) async throws {
    try await TestBranch.each(engine) { branch in
      let browser = TestClient(branch.site)
      let check = try await browser.answer(try await browser.get("/daftar"), Self.sri)
      #expect(check.heading == "Periksa jawaban Anda")
      #expect(check.words.contains("Iuran sebulan Rp 54.800"))
      let short = try await browser.submit(
        check, ["login": "0812 0000 0001", "password": "rahasia"], press: "Daftar sekarang")
      #expect(short.status == 422 && short.heading == "Periksa jawaban Anda" && !short.text.contains("rahasia"))
      #expect(Markup.flaws(short.text) == [])
      let sent = try await browser.submit(check, Self.entry, press: "Daftar sekarang")
      #expect(sent.status == 303)
      let welcome = try await browser.follow(sent)
      #expect(welcome.heading == "Selamat datang, Sri Wahyuni")
      #expect(welcome.words.contains("Rp 54.800") && welcome.words.contains("Nomor virtual account"))
      // Pressed twice, she is one member with one bill.
      #expect(try await browser.submit(check, Self.entry, press: "Daftar sekarang").status == 303)
      #expect(try await browser.get("/anggota/iuran").words.contains("Semua iuran") == false)
      // She leaves, and comes back with her number written otherwise.
      _ = try await browser.submit(try await browser.get("/anggota"), press: "Keluar")
      #expect(browser.cookies["sesi"] == nil)
      let again = try await branch.browser("+62 812-0000-0001", "sayur-segar")
      #expect(try await again.get("/anggota").heading == "Halo, Sri Wahyuni")
      #expect(try await branch.test.brokenRules() == [])
    }
  }

  @Test("What the office finds wrong leads back to its question, and what stands against it is said on the last page")
  func refused() async throws {
    try await TestBranch.each { branch in
      let browser = TestClient(branch.site)
      var young = Self.sri
      young["bornOn.year"] = "2020"
      let check = try await browser.answer(try await browser.get("/daftar"), young)
      let back = try await browser.submit(check, Self.entry, press: "Daftar sekarang")
      #expect(back.status == 422 && back.heading.contains("Kapan dan di mana Anda lahir?"))
      #expect(back.words.contains("paling muda"))

      _ = try await branch.sri()
      let known = try await browser.answer(try await browser.get("/daftar"), Self.sri)
      let refused = try await browser.submit(known, Self.entry, press: "Daftar sekarang")
      #expect(refused.status == 422 && refused.words.contains("NIK ini sudah terdaftar"))
      #expect(Markup.flaws(refused.text) == [])
    }
  }

  @Test("A wrong password is told in one sentence, ten of them shut the door for a while")
  func wrongPassword() async throws {
    try await TestBranch.each { branch in
      _ = try await branch.sri()
      let browser = TestClient(branch.site)
      let page = try await browser.get("/masuk")
      for _ in 0..<10 {
        let wrong = try await browser.submit(page, ["account": "sri", "password": "salah"])
        #expect(wrong.status == 401 && wrong.words.contains("Nama pengguna atau kata sandi salah"))
      }
      let shut = try await browser.submit(page, ["account": "sri", "password": "sayur-segar"])
      #expect(shut.status == 429 && shut.words.contains("Terlalu banyak percobaan"))
      #expect(browser.cookies["sesi"] == nil)
    }
  }

  @Test("After signing in one gets where one wanted to go, and never to another site")
  func wayBack() async throws {
    try await TestBranch.each { branch in
      _ = try await branch.sri()
      let browser = TestClient(branch.site)
      let asked = try await browser.get("/anggota/jht")
      #expect(asked.status == 303)
      let page = try await browser.follow(asked)
      let there = try await browser.submit(page, ["account": "sri", "password": "sayur-segar"])
      #expect(there.headers[.location] == "/anggota/jht")
      for away in ["//jahat.example", "https://jahat.example", "/\\jahat.example"] {
        let sent = try await TestClient(branch.site).post(
          "/masuk", form: [("account", "sri"), ("password", "sayur-segar"), ("back", away)])
        #expect(sent.headers[.location] == "/")
      }
    }
  }

  @Test("An employer registers by itself and gets its number")
  func employerJoins() async throws {
    try await TestBranch.each { branch in
      let browser = TestClient(branch.site)
      let check = try await browser.answer(
        try await browser.get("/daftar/perusahaan"),
        [
          "name": "PT Maju Bersama", "business": "bengkel", "scale": "medium", "riskClass": "2",
          "construction": "tidak",
          "labourIntensive": "tidak", "address": "Jalan Contoh 5", "contactName": "Rina Marlina",
          "phone": "0741 000 0001",
        ])
      let welcome = try await browser.follow(
        try await browser.submit(
          check, ["login": "rina", "password": "maju-bersama"], press: "Daftarkan perusahaan"))
      #expect(welcome.heading == "PT Maju Bersama sudah terdaftar")
      #expect(welcome.words.contains("Pensiun (JP)"))
      #expect(try await browser.get("/perusahaan").words.contains("Belum ada pekerja"))
    }
  }

  @Test("Every page that a visitor can reach by links is whole")
  func links() async throws {
    try await TestBranch.each { branch in
      let (pages, flaws) = try await TestClient(branch.site).crawl(from: "/")
      #expect(flaws == [])
      #expect(pages.count > 60, "the rules are among them")
    }
  }

  @Test("Every page is there in English")
  func english() async throws {
    try await TestBranch.each { branch in
      let browser = TestClient(branch.site)
      let front = try await browser.get("/?lang=en")
      #expect(front.heading == "Your work insurance, without agents")
      let help = try await browser.get("/bantuan")
      #expect(help.heading == "Help", "the language stays chosen")
    }
  }

  @Test("Sample accounts and the button that pays are there on a sample branch only")
  func realBranch() async throws {
    try await TestBranch.each { branch in
      #expect(try await TestClient(branch.site).get("/").words.contains("akun contoh"))
      let (sri, _) = try await branch.sri()
      let real = try WebDesk(branch.office).site()
      let browser = TestClient(real)
      #expect(try await browser.get("/").words.contains("akun contoh") == false)
      #expect(try await browser.get("/").words.contains("Cabang contoh") == false)
      _ = try await browser.submit(try await browser.get("/masuk"), ["account": "sri", "password": "sayur-segar"])
      let month = branch.office.today.month
      #expect(try await browser.get("/anggota/iuran/\(month)").words.contains("Bayar sekarang") == false)
      let paid = try await browser.post("/anggota/iuran/\(month)/bayar", form: [("_key", "k"), ("amount", "54.800")])
      #expect(paid.status == 404)
      #expect(
        try await branch.office.contributions.bills(of: #require(PayerID(sri.memberID.value)), by: Staff.auditor)[0]
          .state == .open)
    }
  }

  @Test("The code on a card is known again, and a changed one is not")
  func genuine() async throws {
    try await TestBranch.each { branch in
      let (sri, browser) = try await branch.sri()
      let card = try await branch.office.letters.card(of: sri.memberID, sri.kpj, by: Staff.member(sri.memberID))
      func ask(_ code: String) async throws -> Answer {
        try await browser.get("/periksa?" + Form([("kode", code)]).encoded)
      }
      #expect(try await ask(card.code).words.contains("Kode ini asli"))
      #expect(try await ask(card.code.replacing("KPJ", with: "KPI")).words.contains("bukan dari kami"))
    }
  }

  @Test("Each error of the office has its place among the statuses")
  func statuses() {
    let words = Words("Kalimat.", "A sentence.")
    let expected: [(any Error, Int)] = [
      (OfficeError.notAllowed(.readMembers), 403), (OfficeError.samePerson(as: "Dian"), 409),
      (OfficeError.notFound(words), 404), (OfficeError.faults([Fault("nik", words)]), 422),
      (OfficeError.conflict(code: "x", words), 409), (OfficeError.keyReused("k"), 422), (OfficeError.badKey, 400),
      (OfficeError.signInFailed, 401), (OfficeError.tooManyTries(minutes: 15), 429),
      (Undecidable.facts([.noSegment]), 422), (FactsError.noSegment, 422), (StoreError.busy(sql: "SELECT secret"), 503),
    ]
    for (error, status) in expected { #expect(Refusal.explaining(error)?.status.code == status) }
    #expect(Refusal.explaining(OfficeError.faults([Fault("nik", words)]))?.faults.map(\.place) == ["nik"])
    #expect(Refusal.explaining(StoreError.busy(sql: "SELECT secret"))?.detail.english.contains("secret") == false)
    #expect(Refusal.explaining(StoreError.corrupt("x")) == nil)
  }
}
