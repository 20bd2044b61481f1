import Fixtures
import HTTPTypes
import Office
import Programs
import Store
import Testing
import Vocabulary
import Web

@Suite("A member's pages")
struct MemberTests {
  static let start = Month(year: 2026, month: 1).day(5)

  @Test("She pays her first bill in the sandbox and sees it in her savings", arguments: ScratchDatabase.engines)
  func pays(_ engine: Engine) async throws {
    try await TestBranch.each(engine, on: Self.start) { branch in
      let (_, browser) = try await branch.sri()
      let home = try await browser.get("/anggota")
      #expect(home.words.contains("Iuran Januari 2026 Rp 54.800"))
      let bill = try await browser.get("/anggota/iuran/2026-01")
      #expect(bill.words.contains("Belum dibayar"))

      // A part first: it waits as her deposit, and the page says what is missing.
      let part = try await browser.follow(try await browser.submit(bill, ["amount": "20.000"], press: "Bayar sekarang"))
      #expect(part.words.contains("Titipan Anda Rp 20.000") && part.words.contains("Masih kurang Rp 34.800"))

      // The rest, pressed twice: it is paid once.
      let rest = try await browser.submit(part, press: "Bayar sekarang")
      _ = try await browser.submit(part, press: "Bayar sekarang")
      let paid = try await browser.follow(rest)
      #expect(paid.words.contains("Sudah dibayar 5 Januari 2026"))
      #expect(!paid.words.contains("Bayar sekarang"))
      let list = try await browser.get("/anggota/iuran")
      #expect(list.words.contains("Semua iuran sudah dibayar") && !list.words.contains("Titipan"))

      let balance = try await browser.get("/anggota/jht")
      #expect(balance.words.contains("Rp 32.000"))
      #expect(try await branch.test.brokenRules() == [])
    }
  }

  @Test("An amount that is none is told beside its field, and nothing is paid")
  func badAmount() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (_, browser) = try await branch.sri()
      let bill = try await browser.get("/anggota/iuran/2026-01")
      let answer = try await browser.submit(bill, ["amount": "banyak"], press: "Bayar sekarang")
      #expect(answer.status == 422 && answer.words.contains("Tulis jumlah dengan angka"))
      #expect(Markup.flaws(answer.text) == [])
    }
  }

  @Test(
    "A claim while she works is answered with a sentence that says what to do, and records nothing",
    arguments: ScratchDatabase.engines)
  func tooEarly(_ engine: Engine) async throws {
    try await TestBranch.each(engine, on: Self.start) { branch in
      let (_, browser) = try await branch.sri()
      #expect(try await browser.get("/anggota/klaim/jht").words.contains("Belum ada saldo JHT"))
      try await pay(browser)
      let answer = try await browser.answer(
        try await browser.get("/anggota/klaim/jht"), ["ground": "stopped business"])
      #expect(answer.heading == "Belum bisa diklaim" && answer.status == 422)
      #expect(answer.words.contains("Kalau Anda sudah berhenti, laporkan dulu, lalu ajukan lagi."))
      #expect(answer.text.contains("href=\"/anggota/berhenti\""))
      #expect(Markup.flaws(answer.text) == [])
      #expect(try await browser.get("/anggota/klaim").words.contains("Belum ada klaim"))
    }
  }

  @Test("Who resigned is told the day from which he can claim, and sees the rules behind it")
  func waits() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (employer, joined, _) = try await branch.maju()
      _ = try await branch.office.contributions.bill(Self.start.month, by: .system("billing"))
      let bill = try await branch.office.contributions.bills(
        of: #require(PayerID(employer.id.value)), by: Staff.auditor)[0]
      _ = try await branch.desk.pay?(employer.va, bill.total, branch.test.key("p"))
      branch.test.clock.move(to: Month(year: 2026, month: 1).day(21))
      _ = try await branch.office.employers.report(
        [.leaves(kpj: joined[0].kpj, endedOn: Month(year: 2026, month: 1).day(20), reason: .resigned)],
        for: employer.id, by: Staff.officer(of: employer.id), key: branch.test.key("out"))
      let browser = try await branch.browser(for: joined[0], login: "budi", name: "Budi Santoso")
      let answer = try await browser.answer(try await browser.get("/anggota/klaim/jht"), ["ground": "resigned"])
      #expect(
        answer.words.contains("Masa tunggu belum selesai. Ajukan lagi mulai 20 Februari 2026."), "\(answer.words)")
      #expect(answer.words.contains("Lihat aturan yang dipakai"))
    }
  }

  @Test("She stops, claims, follows it, mends her account and is paid", arguments: ScratchDatabase.engines)
  func claims(_ engine: Engine) async throws {
    try await TestBranch.each(engine, on: Self.start) { branch in
      let (_, browser) = try await branch.sri()
      try await pay(browser)
      let stop = try await browser.answer(try await browser.get("/anggota/berhenti"), Self.date("endedOn", 5, 1, 2026))
      let stopped = try await browser.submit(stop, press: "Ya, saya berhenti")
      #expect(stopped.words.contains("Saldo JHT bisa diklaim mulai 5 Januari 2026."))

      let check = try await browser.answer(try await browser.get("/anggota/klaim/jht"), ["ground": "stopped business"])
      #expect(check.words.contains("Yang Anda terima") && check.words.contains("Pajak (PPh 21)"))
      #expect(check.words.contains("Lihat cara menghitungnya"))
      let changed = try await browser.submit(check, press: "Ubah Bank")
      let bank = try await browser.submit(
        changed, ["bankCode": "014", "bankAccount": "1000 0000 9904"], press: "Lanjut")
      let sent = try await browser.submit(bank, press: "Setuju dan kirim klaim")
      #expect(sent.heading == "Klaim Anda sudah kami terima", "\(sent.words)")
      let number = try #require(ClaimNumber(sent.text.between("<span class=\"reference\">", "</span>") ?? ""))
      #expect(sent.words.contains("paling lambat 8 Januari 2026"))

      let path = "/anggota/klaim/\(number)"
      let tracking = try await browser.get(path)
      #expect(tracking.words.contains("Sisa 3 hari kerja") && tracking.words.contains("BCA •••9904"))
      try await decide(number, branch)
      #expect(try await browser.get(path).words.contains("Keputusan Klaim Anda disetujui"))
      try await payOut(branch, round: 1)
      let returned = try await browser.get(path)
      #expect(returned.words.contains("Bank mengembalikan uang Anda") && returned.words.contains("Alasan bank"))

      let mend = try await browser.answer(
        try await browser.get(path + "/rekening"), ["bankCode": "002", "bankAccount": "123456789012"])
      #expect(try await browser.submit(mend, press: "Simpan rekening").headers[.location] == path)
      try await payOut(branch, round: 2)
      #expect(try await browser.get(path).words.contains("Uang masuk ke rekening Anda"))
      for paper in ["tanda-terima", "keputusan"] {
        #expect(try await browser.get("\(path)/\(paper)").bytes.starts(with: Array("%PDF".utf8)))
      }
      let (_, flaws) = try await browser.crawl(from: "/anggota")
      #expect(flaws == [])
      #expect(try await branch.test.brokenRules() == [])
    }
  }

  @Test("A claim that nobody has looked at can be taken back, and made again")
  func withdraws() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (sri, browser) = try await branch.sri()
      try await pay(browser)
      let her = Staff.member(sri.memberID)
      _ = try await branch.office.members.stopBusiness(sri.kpj, on: Self.start, by: her, key: branch.test.key("b"))
      // She is still at the last page when the same claim comes in at the desk: told in a sentence.
      let check = try await browser.answer(try await browser.get("/anggota/klaim/jht"), ["ground": "stopped business"])
      let answer = try await branch.office.claims.submit(
        JHTClaimForm(ground: .stoppedBusiness, channel: .branch, kpjs: [sri.kpj]), of: sri.memberID, by: Staff.desk,
        key: branch.test.key("k"))
      let number = try #require(answer.number)
      let twice = try await browser.submit(check, press: "Setuju dan kirim klaim")
      #expect(twice.status == 409 && twice.words.contains("sudah ada dalam klaim yang belum selesai"))

      let ask = try await browser.get("/anggota/klaim/\(number)/batal")
      #expect(ask.heading == "Batalkan klaim \(number)?")
      let gone = try await browser.follow(try await browser.submit(ask, press: "Ya, batalkan"))
      #expect(gone.words.contains("Dibatalkan oleh Anda") && !gone.words.contains("Batalkan klaim ini"))
    }
  }

  @Test("She looks over her data and changes one thing; the others stay")
  func renews() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (sri, browser) = try await branch.sri()
      let check = try await browser.get("/anggota/data/perbarui")
      #expect(check.heading == "Periksa jawaban Anda" && check.words.contains("Jalan Pasar Lama 12"))
      let question = try await browser.submit(check, press: "Ubah Nomor HP")
      let again = try await browser.submit(question, ["phone": "0813 1111 2222"], press: "Lanjut")
      let done = try await browser.submit(again, press: "Simpan data")
      #expect(done.heading == "Data Anda sudah diperbarui")
      let person = try await branch.office.members.member(sri.memberID, by: Staff.desk, why: "test").person
      #expect(person.phone == "+6281311112222" && person.address == "Jalan Pasar Lama 12" && person.sex == .female)
      #expect(person.bank.number == "123456789012")
    }
  }

  @Test("A worker whose data came from the employer is asked for what is missing only")
  func workerRenews() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (_, joined, _) = try await branch.maju()
      let browser = try await branch.browser(for: joined[1], login: "agus", name: "Agus")
      let home = try await browser.get("/anggota")
      #expect(home.words.contains("Periksa data Anda"))
      let question = try await browser.get("/anggota/data/perbarui")
      #expect(question.heading == "Siapa nama ibu kandung Anda?" && question.status == 200)
      #expect(try await browser.get("/anggota/iuran").words.contains("Iuran Anda dibayar perusahaan"))
      #expect(try await browser.get("/anggota/berhenti").status == 409)
      let (_, flaws) = try await browser.crawl(from: "/anggota")
      #expect(flaws == [])
    }
  }

  @Test("Another income counts from a month that is not billed yet, and she sees what it costs")
  func income() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (_, browser) = try await branch.sri()
      let start = try await browser.get("/anggota/penghasilan")
      let check = try await browser.answer(start, ["income": "3.000.000", "from": "2026-02"])
      #expect(check.words.contains("Iuran sebulan"))
      let done = try await browser.submit(check, press: "Ubah penghasilan")
      #expect(done.words.contains("Iuran baru berlaku mulai Februari 2026."))
      #expect(try await browser.get("/anggota/data").words.contains("Rp 3.000.000"))
    }
  }

  @Test("She sees who opened her data and why, and not her own visits")
  func access() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (sri, browser) = try await branch.sri()
      #expect(try await browser.get("/anggota/akses").words.contains("Belum ada yang membuka"))
      _ = try await branch.office.members.member(sri.memberID, by: Staff.desk, why: "Pertanyaan di loket 2")
      for _ in 0..<3 { _ = try await browser.get("/anggota") }
      let page = try await browser.get("/anggota/akses")
      #expect(page.words.contains("Membuka data diri") && page.words.contains("Pertanyaan di loket 2"))
      #expect(page.words.contains("1 catatan"))
      // What the bank did is one press away.
      try await pay(browser)
      #expect(try await browser.get("/anggota/akses").words.contains("1 catatan"))
      #expect(try await browser.get("/anggota/akses?semua=ya").words.contains("Menerima pembayaran lewat bank"))
    }
  }

  @Test("A worker with a business of his own has two memberships, and chooses whose savings to claim")
  func twoMemberships() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (employer, joined, _) = try await branch.maju()
      let browser = try await branch.browser(for: joined[0], login: "budi", name: "Budi Santoso")
      let join = try await browser.answer(
        try await browser.get("/anggota/mandiri"),
        ["occupation": "ojek", "transport": "ya", "income": "2.000.000", "jht": "ya"])
      #expect(join.words.contains("Iuran sebulan"))
      let welcome = try await browser.follow(try await browser.submit(join, press: "Daftar sekarang"))
      #expect(welcome.heading == "Selamat datang, Budi Santoso", "\(welcome.words)")
      #expect(try await browser.get("/anggota/mandiri").status == 409)
      try await pay(browser)
      _ = try await branch.office.contributions.bill(Self.start.month, by: .system("billing"))
      let bills = try await branch.office.contributions.bills(
        of: #require(PayerID(employer.id.value)), by: Staff.auditor)
      _ = try await branch.desk.pay?(employer.va, bills[0].total, branch.test.key("p"))

      let ground = try await browser.get("/anggota/klaim/jht")
      let which = try await browser.submit(ground, ["ground": "retirement age 56"], press: "Lanjut")
      #expect(which.heading == "Saldo mana yang Anda klaim?")
      #expect(which.words.contains("Semua kepesertaan saya") && which.words.contains("KPJ \(joined[0].kpj)"))
      let check = try await browser.answer(which, ["kpjs": joined[0].kpj.digits])
      #expect(check.words.contains("Anda belum berusia cukup. Ajukan lagi mulai 15 Maret 2046."), "\(check.words)")
    }
  }

  @Test(
    "Nobody sees another member's numbers",
    arguments: [
      "/anggota/klaim/NUMBER", "/anggota/klaim/NUMBER/batal", "/anggota/klaim/NUMBER/rekening",
      "/anggota/klaim/NUMBER/tanda-terima", "/anggota/klaim/NUMBER/keputusan", "/anggota/jht/KPJ/2026",
      "/anggota/jht/KPJ/2026/surat", "/anggota/kartu/KPJ",
    ])
  func othersNumbers(pattern: String) async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (sri, browser) = try await branch.sri()
      try await pay(browser)
      let her = Staff.member(sri.memberID)
      _ = try await branch.office.members.stopBusiness(sri.kpj, on: Self.start, by: her, key: branch.test.key("b"))
      let claim = try await branch.office.claims.submit(
        JHTClaimForm(ground: .stoppedBusiness, channel: .web, kpjs: [sri.kpj]), of: sri.memberID, by: her,
        key: branch.test.key("k"))
      let path = try pattern.replacing("NUMBER", with: #require(claim.number).text).replacing(
        "KPJ", with: sri.kpj.digits)

      let (_, joined, employer) = try await branch.maju()
      let other = try await branch.browser(for: joined[0], login: "budi", name: "Budi Santoso")
      let answer = try await other.get(path)
      #expect([403, 404].contains(answer.status), "\(path) answered \(answer.status)")
      #expect(!answer.words.contains("Sri"))
      #expect(try await employer.get(path).status == 403)
      #expect(try await TestClient(branch.site).get(path).status == 303)
    }
  }

  @Test("No page of hers opens for a visitor or an employer")
  func closed() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (_, _, employer) = try await branch.maju()
      for path in [
        "", "/mulai", "/iuran", "/iuran/2026-01", "/jht", "/data", "/akses", "/klaim", "/klaim/jht", "/penghasilan",
      ] {
        #expect(
          try await TestClient(branch.site).get("/anggota" + path).headers[.location]?.hasPrefix("/masuk") == true)
        #expect(try await employer.get("/anggota" + path).status == 403)
      }
    }
  }

  // MARK: Steps of the stories

  private static func date(_ field: String, _ day: Int, _ month: Int, _ year: Int) -> [String: String] {
    ["\(field).day": "\(day)", "\(field).month": "\(month)", "\(field).year": "\(year)"]
  }

  private func pay(_ browser: TestClient) async throws {
    let bill = try await browser.get("/anggota/iuran/2026-01")
    #expect(try await browser.submit(bill, press: "Bayar sekarang").status == 303)
  }

  private func decide(_ number: ClaimNumber, _ branch: TestBranch) async throws {
    let claims = branch.office.claims
    _ = try await claims.verify(number, documents: "KTP, kartu", by: Staff.desk, key: branch.test.key("v-\(number)"))
    _ = try await claims.approve(number, by: Staff.claimsHead, key: branch.test.key("a-\(number)"))
  }

  private func payOut(_ branch: TestBranch, round: Int) async throws {
    let claims = branch.office.claims
    let batch = try #require(try await claims.makePayouts(by: Staff.finance, key: branch.test.key("p-\(round)")))
    _ = try await claims.releasePayouts(batch.id, by: Staff.branchHead, key: branch.test.key("l-\(round)"))
    #expect(try await branch.desk.sendPayouts?() == 1)
  }
}
