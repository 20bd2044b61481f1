import Fixtures
import HTTPTypes
import Office
import Store
import Testing
import Vocabulary

@testable import Web

@Suite("The desk, the trail and the users")
struct OfficerHouseTests {
  @Test("Somebody without a phone is registered at the desk")
  func registration() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      let client = try StaffSite(test).browser(Staff.clerk)
      var page = try await client.get("/petugas/peserta/baru")
      let answers: [[String: String]] = [
        ["nik": People.sri.nik], ["name": "Sri Wahyuni"],
        ["bornOn.day": "1", "bornOn.month": "7", "bornOn.year": "1985", "birthPlace": "Jambi"],
        ["motherName": "Siti Aminah"], ["occupation": "pedagang sayur", "transport": "tidak"],
        ["income": "1.500.000"], ["jht": "ya"], ["address": "Jalan Pasar Lama 12", "village": "Kelurahan Contoh"],
        ["phone": "081200000001"], [:],
      ]
      for answer in answers { page = try await client.submit(page, answer, press: "Lanjut") }
      #expect(page.heading == "Periksa jawaban Anda", "\(page.words)")
      let done = try await client.submit(page, press: "Daftarkan")
      #expect(done.heading == "Peserta sudah terdaftar" && done.words.contains("virtual account"))
      let again = try await client.submit(page, press: "Daftarkan")
      #expect(again.heading == "Peserta sudah terdaftar")
      let member = try await client.get(
        try #require(
          done.text.between("<p class=\"actions\">", "</p>")?.between("href=\"/petugas/peserta/", "\"")
        ).prefixed)
      #expect(member.heading == "Sri Wahyuni" && member.words.contains("Tagihan terakhir"))
    }
  }

  @Test("A member's page asks for a purpose, and the member can read it afterwards")
  func purpose() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      let sri = try await PaidUp.sri(test, months: 1)
      let client = try StaffSite(test).browser(Staff.desk)
      let asked = try await client.get("/petugas/peserta/\(sri.id)")
      #expect(asked.heading == "Untuk keperluan apa?" && Markup.flaws(asked.text) == [])
      let short = try await client.get("/petugas/peserta/\(sri.id)?untuk=x")
      #expect(short.words.contains("Tulis keperluan Anda"))
      #expect(try await client.get("/petugas/peserta/\(sri.id)?untuk=menanyakan+saldo").heading == "Sri Wahyuni")
      let rows = try await test.office.audit.rows(about: sri.id.value, by: sri.her)
      #expect(
        rows.contains { $0.act == "members.read" && $0.reason == "menanyakan saldo" && $0.actor == Staff.desk.id })
      #expect(try await client.get("/petugas/peserta/99?untuk=menanyakan+saldo").status == 404)
    }
  }

  @Test("The trail is searched, paged and proved; a changed row is found out", arguments: ScratchDatabase.engines)
  func audit(_ engine: Engine) async throws {
    try await TestOffice.each(engine, on: PaidUp.firstDay) { test in
      _ = try await PaidUp.sri(test, months: 2)
      let client = try StaffSite(test).browser(Staff.auditor)
      let page = try await client.get("/petugas/audit?cari=contributions.receive")
      #expect(page.words.contains("Menerima pembayaran") && !page.words.contains("Mendaftarkan peserta"))
      #expect(page.words.contains("2 baris") && Markup.flaws(page.text) == [])
      #expect(try await client.get("/petugas/audit?dari=31/2/2025").words.contains("Tanggal ditulis seperti"))
      #expect(try await client.get("/petugas/audit?dari=1/1/2030").words.contains("Tidak ada baris"))
      let check = try await client.get("/petugas/audit")
      let whole = try await client.follow(try await client.submit(check, press: "Periksa keutuhan"))
      #expect(whole.words.contains("Jejak utuh"))
      for number in 0..<60 {
        _ = try await test.office.members.find("26000000000", by: Staff.desk, why: "coba \(number)")
      }
      let first = try await client.get("/petugas/audit")
      let next = try #require(first.text.between("rel=\"next\"", ">").map { _ in first.text })
      let address = try #require(next.between("<a href=\"/petugas/audit?sebelum=", "\""))
      let second = try await client.get("/petugas/audit?sebelum=" + address)
      #expect(first.words.contains("coba 59") && second.words.contains("coba 0 ") && !second.words.contains("coba 59"))
      try await test.office.database.write { db in
        _ = try db.execute("UPDATE audit SET reason = 'lain' WHERE reason = 'coba 3'")
      }
      let broken = try await client.follow(try await client.submit(check, press: "Periksa keutuhan"))
      #expect(broken.words.contains("Jejak rusak") && broken.words.contains("altered"))
    }
  }

  @Test("The administrator adds a user, who can then sign in; a taken name is told beside its field")
  func users() async throws {
    try await TestOffice.each(.sqlite) { test in
      let client = try StaffSite(test).browser(Staff.administrator)
      let page = try await client.get("/petugas/pengguna")
      let fill = ["name": "Wati Petugas", "login": "wati", "password": "rahasia-sekali", "role": "customerService"]
      let done = try await client.follow(try await client.submit(page, fill, press: "Tambah"))
      #expect(done.words.contains("wati sudah ditambahkan") && done.words.contains("Customer Service"))
      #expect(Markup.flaws(done.text) == [])
      let token = try await test.office.access.signIn(login: "wati", password: "rahasia-sekali")
      #expect(try await test.office.access.actor(of: token)?.has(.verifyClaims) == true)
      let fresh = try await client.get("/petugas/pengguna")
      let taken = try await client.submit(fresh, fill, press: "Tambah")
      #expect(taken.status == 422 && taken.words.contains("sudah dipakai") && Markup.flaws(taken.text) == [])
      let weak = try await client.submit(
        fresh, ["name": "A", "login": "ani", "password": "1", "role": "system"], press: "Tambah")
      #expect(weak.status == 422 && weak.words.contains("Pilih peran dari daftar"))
    }
  }
}

extension String {
  fileprivate var prefixed: String { "/petugas/peserta/" + self }
}
