import Fixtures
import HTTPTypes
import Office
import Programs
import Testing
import Vocabulary
import Web

@Suite("The last button, pressed twice")
struct PressedTwiceTests {
  private static let start = Month(year: 2026, month: 1).day(5)

  private func paid(_ browser: TestClient) async throws {
    let bill = try await browser.get("/anggota/iuran/2026-01")
    _ = try await browser.submit(bill, press: "Bayar sekarang")
  }

  /// Presses twice and loads the last page anew: all three tell the same.
  private func same(_ browser: TestClient, _ check: Answer, press button: String) async throws -> Answer {
    let first = try await browser.submit(check, press: button)
    let second = try await browser.submit(check, press: button)
    let reloaded = try await browser.get(first.target)
    #expect(first.status == 200 && first.target.contains("?selesai="), "\(button): \(first.words)")
    #expect(second.text == first.text && reloaded.text == first.text, "\(button): \(second.words)")
    return second
  }

  @Test("A member's wizards: stopping, claiming, another income, other data")
  func member() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (sri, browser) = try await branch.sri()
      try await paid(browser)
      let income = try await browser.answer(
        try await browser.get("/anggota/penghasilan"), ["income": "3.000.000", "from": "2026-02"])
      _ = try await same(browser, income, press: "Ubah penghasilan")
      let data = try await browser.get("/anggota/data/perbarui")
      _ = try await same(browser, data, press: "Simpan data")
      let stop = try await browser.answer(
        try await browser.get("/anggota/berhenti"),
        ["endedOn.day": "5", "endedOn.month": "1", "endedOn.year": "2026"])
      _ = try await same(browser, stop, press: "Ya, saya berhenti")
      let check = try await browser.answer(try await browser.get("/anggota/klaim/jht"), ["ground": "stopped business"])
      let sent = try await same(browser, check, press: "Setuju dan kirim klaim")
      let claims = try await branch.office.claims.claims(of: sri.memberID, by: Staff.claimsHead)
      #expect(claims.count == 1 && sent.words.contains(claims[0].number.text))

      // Joining anew leads to a page of its own, twice.
      let join = try await browser.answer(
        try await browser.get("/anggota/mandiri"),
        ["occupation": "kurir", "transport": "ya", "income": "1.500.000", "jht": "ya"])
      for _ in 0..<2 {
        #expect(try await browser.submit(join, press: "Daftar sekarang").headers[.location] == "/anggota/mulai")
      }
    }
  }

  @Test("An employer's wizards: a joiner, a wage, a leaver")
  func employer() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (_, joined, browser) = try await branch.maju()
      let join = try await browser.answer(
        try await browser.get("/perusahaan/pekerja/baru"),
        [
          "nik": "9971 0141 0785 0001", "name": "Sri Wahyuni", "bornOn.day": "1", "bornOn.month": "7",
          "bornOn.year": "1985", "occupation": "kasir", "startedOn.day": "2", "startedOn.month": "1",
          "startedOn.year": "2026", "wage": "4.000.000",
        ])
      _ = try await same(browser, join, press: "Daftarkan pekerja")
      let path = "/perusahaan/pekerja/\(joined[0].kpj)"
      let wage = try await browser.answer(
        try await browser.get(path + "/upah"), ["wage": "5.250.000", "from": "2026-02"])
      _ = try await same(browser, wage, press: "Ubah upah")
      let leave = try await browser.answer(
        try await browser.get(path + "/berhenti"),
        ["reason": "resigned", "endedOn.day": "4", "endedOn.month": "1", "endedOn.year": "2026"])
      _ = try await same(browser, leave, press: "Laporkan berhenti")
    }
  }

  @Test("A claim's page opens even where the facts can no longer be, and says what to mend")
  func impossibleFacts() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (sri, browser) = try await branch.sri()
      try await paid(browser)
      let her = Staff.member(sri.memberID)
      _ = try await branch.office.members.stopBusiness(sri.kpj, on: Self.start, by: her, key: branch.test.key("b"))
      let answer = try await branch.office.claims.submit(
        JHTClaimForm(ground: .stoppedBusiness, channel: .branch, kpjs: [sri.kpj]), of: sri.memberID, by: Staff.desk,
        key: branch.test.key("k"))
      let number = try #require(answer.number)
      var form = PersonForm(try await branch.office.members.member(sri.memberID, by: Staff.desk, why: "test").person)
      form.bornOn = "2026-01-05"
      branch.test.clock.move(to: Month(year: 2026, month: 1).day(6))
      _ = try await branch.office.members.renew(sri.memberID, as: form, by: her, key: branch.test.key("r"))
      let page = try await browser.get("/anggota/klaim/\(number)")
      #expect(page.status == 200 && page.words.contains("Jumlahnya belum bisa kami hitung"), "\(page.words)")
      #expect(page.words.contains("Batalkan klaim ini") && Markup.flaws(page.text) == [])
    }
  }

  @Test("Nobody else reads somebody's last page")
  func closed() async throws {
    try await TestBranch.each(on: Self.start) { branch in
      let (_, browser) = try await branch.sri()
      let done = try await browser.submit(try await browser.get("/anggota/data/perbarui"), press: "Simpan data")
      let (_, joined, _) = try await branch.maju()
      let other = try await branch.browser(for: joined[0], login: "budi", name: "Budi Santoso")
      #expect(try await other.get(done.target).headers[.location] == "/")
    }
  }
}
