import Fixtures
import HTTPTypes
import Office
import Store
import Testing
import Vocabulary

@testable import Web

@Suite("Money on the officers' pages")
struct OfficerMoneyTests {
  @Test("Unknown money is assigned with a reason, and settles the payer's bill", arguments: ScratchDatabase.engines)
  func suspense(_ engine: Engine) async throws {
    try await TestOffice.each(engine, on: PaidUp.firstDay) { test in
      let sri = try await PaidUp.sri(test, months: 1)
      test.clock.move(to: Month(year: 2025, month: 2).day(3))
      _ = try await test.office.contributions.bill(Month(year: 2025, month: 2), by: .system("billing"))
      let bill = try await test.office.contributions.bill(
        try #require(sri.payer), Month(year: 2025, month: 2), by: sri.her)
      _ = try await test.office.contributions.receive(
        [
          IncomingPayment(
            bankReference: "X 7/1", va: "98991 000", amount: bill.total, paidOn: Month(year: 2025, month: 2).day(3),
            channel: "SETORAN TUNAI")
        ], by: Staff.bank, key: test.key("x"))
      let client = try StaffSite(test).browser(Staff.clerk)
      let page = try await client.get("/petugas/titipan")
      #expect(page.words.contains("SETORAN TUNAI") && Markup.flaws(page.text) == [])
      let wrong = try await client.submit(page, ["va": "12", "reason": "struk"], press: "Tetapkan")
      #expect(wrong.status == 422 && Markup.flaws(wrong.text) == [] && wrong.text.contains("value=\"struk\""))
      let silent = try await client.submit(page, ["va": sri.va.digits], press: "Tetapkan")
      #expect(silent.status == 422 && silent.words.contains("Tulis alasan"))
      let done = try await client.follow(
        try await client.submit(
          page, ["va": sri.va.spaced, "reason": "Struk diperlihatkan di loket"], press: "Tetapkan"))
      #expect(done.words.contains("1 tagihan lunas") && done.words.contains("Semua uang dikenal"))
      #expect(try await test.brokenRules() == [])
    }
  }

  @Test("A month is billed once, however often the button is pressed, and no month far ahead")
  func billing() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      _ = try await test.office.members.register(People.sellsVegetables(), by: .visitor, key: test.key("sri"))
      let client = try StaffSite(test).browser(Staff.clerk)
      let page = try await client.get("/petugas/tagihan")
      #expect(page.words.contains("Februari 2025") && Markup.flaws(page.text) == [])
      let february = [("month", "2025-02"), ("_key", "k")]
      let first = try await client.follow(try await client.post("/petugas/tagihan", form: february))
      let again = try await client.follow(try await client.post("/petugas/tagihan", form: february))
      #expect(first.words.contains("1 tagihan untuk 1 kepesertaan, Rp 54.800"))
      #expect(again.words.contains("1 tagihan untuk 1 kepesertaan, Rp 54.800"))
      #expect(try await client.post("/petugas/tagihan", form: [("month", "2062-02"), ("_key", "k")]).status == 422)
      #expect(try await client.post("/petugas/tagihan", form: [("month", "besok")]).status == 400)
      #expect(
        try await client.post("/petugas/tagihan/penutupan", form: [("month", "2025-01"), ("_key", "k")]).status == 422)
      #expect(try await client.post("/petugas/tagihan", form: [("month", "2025-02")]).status == 400)
      test.clock.move(to: Month(year: 2025, month: 5).day(2))
      let ask = try await client.get("/petugas/tagihan/penutupan?month=2025-04")
      #expect(ask.heading == "Tutup yang tidak bayar sampai akhir April 2025?" && Markup.flaws(ask.text) == [])
      let closed = try await client.follow(try await client.submit(ask, press: "Ya, tutup"))
      #expect(closed.words.contains("1 kepesertaan ditutup") && Markup.flaws(closed.text) == [])
      // Pressed again, it tells the same and not that nobody was closed.
      let twice = try await client.follow(try await client.submit(ask, press: "Ya, tutup"))
      #expect(twice.words.contains("1 kepesertaan ditutup"))
      #expect(try await client.get("/petugas/tagihan/penutupan").status == 400)
      #expect(try await test.brokenRules() == [])
    }
  }

  @Test("A yearly return goes through three hands and shows how far it is", arguments: ScratchDatabase.engines)
  func yearlyReturn(_ engine: Engine) async throws {
    try await TestOffice.each(engine, on: PaidUp.firstDay) { test in
      _ = try await PaidUp.sri(test, months: 2)
      test.clock.move(to: Month(year: 2026, month: 1).day(9))
      let site = try StaffSite(test)
      let maya = site.browser(Staff.finance)
      let begun = try await maya.submit(try await maya.get("/petugas/hasil"), ["year": "2025"], press: "Hitung")
      let address = try #require(begun.headers[.location])
      let preview = try await maya.follow(begun)
      #expect(preview.words.contains("Menunggu persetujuan orang kedua") && Markup.flaws(preview.text) == [])
      #expect(try await maya.post(address + "/pembukuan", form: []).status == 409)
      let surya = site.browser(Staff.branchHead)
      let approved = try await surya.follow(try await surya.submit(try await surya.get(address), press: "Setujui"))
      #expect(approved.words.contains("Menunggu bagian keuangan membukukan"))
      var page = try await maya.follow(try await maya.submit(try await maya.get(address), press: "Bukukan"))
      for _ in 0..<200 where !page.words.contains("Tahun ini sudah selesai") {
        try await Task.sleep(for: .milliseconds(50))
        page = try await maya.get(address)
      }
      #expect(page.words.contains("Tahun ini sudah selesai") && page.words.contains("1 / 1"))
      #expect(page.headers[HTTPField.Name("Refresh") ?? .age] == nil)
      let list = try await maya.get("/petugas/hasil")
      #expect(list.words.contains("Dibukukan") && Markup.flaws(list.text) == [])
      #expect(try await test.brokenRules() == [])
    }
  }

  @Test("The books show every fund in balance and every check with its answer")
  func books() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      _ = try await PaidUp.sri(test, months: 1)
      let client = try StaffSite(test).browser(Staff.auditor)
      let page = try await client.get("/petugas/buku")
      #expect(page.words.contains("Dana JHT Seimbang") && page.words.contains("✓ cocok"))
      #expect(!page.words.contains("✗") && !page.words.contains("Tidak seimbang") && Markup.flaws(page.text) == [])
      let entries = try await client.get("/petugas/buku/ayat?kunci=payments/")
      #expect(entries.words.contains("/bayar-2025-01"), "\(entries.words)")
      #expect(Markup.flaws(entries.text) == [])
      #expect(try await client.get("/petugas/buku/ayat?kunci=tak-ada").words.contains("Tidak ada ayat"))
      try await test.office.database.write { db in
        _ = try db.execute("UPDATE ledger_line SET amount = amount + 1 WHERE account = '2000'")
      }
      let broken = try await client.get("/petugas/buku")
      #expect(broken.words.contains("✗ tidak cocok") && broken.words.contains("Tidak seimbang"))
    }
  }
}
