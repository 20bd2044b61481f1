import Fixtures
import HTTPTypes
import Office
import Testing
import Vocabulary
import Web

@Suite("Accounts on the pages")
struct AccountPagesTests {
  @Test("A worker makes his account with the desk's code; with a wrong code nothing is told apart")
  func activation() async throws {
    try await TestBranch.each { branch in
      let maju = try await branch.maju()
      let budi = try #require(maju.joined.first)
      let given = try await branch.office.access.giveCode(
        toMember: budi.memberID, by: Staff.desk, why: "KTP dilihat", key: ActKey("kode-budi"))
      let member = try await branch.office.members.member(budi.memberID, by: Staff.desk, why: "uji halaman")
      let born = member.person.bornOn
      let browser = TestClient(branch.site)
      let page = try await browser.get("/aktivasi")
      #expect(Markup.flaws(page.text) == [])
      var fill = [
        "kpj": budi.kpj.digits, "nik": member.person.nik.digits, "bornOn.day": String(born.dayOfMonth),
        "bornOn.month": String(born.monthOfYear), "bornOn.year": String(born.year), "code": "AAAA-BBBB-CCCC",
        "login": "budi.baru", "password": "rahasia-budi",
      ]
      let wrong = try await browser.submit(page, fill)
      #expect(wrong.status == 422 && wrong.words.contains("tidak cocok") && !wrong.text.contains("rahasia-budi"))
      fill["code"] = given.code
      let done = try await browser.submit(wrong, fill)
      #expect(done.status == 303 && done.headers[.location] == "/anggota", "\(done.words)")
      #expect(try await browser.get("/anggota").status == 200)
    }
  }

  @Test("Who changes her password signs in with the new one")
  func change() async throws {
    try await TestBranch.each { branch in
      _ = try await branch.sri()
      let browser = try await branch.browser("sri", "sayur-segar")
      let page = try await browser.get("/akun/kata-sandi")
      let wrong = try await browser.submit(page, ["old": "salah", "password": "sayur-layu-1"], press: "Simpan")
      #expect(wrong.status == 422 && wrong.words.contains("Kata sandi lama salah"))
      let done = try await browser.submit(wrong, ["old": "sayur-segar", "password": "sayur-layu-1"], press: "Simpan")
      #expect(done.status == 303 && done.headers[.location] == "/masuk")
      #expect(try await branch.browser("sri", "sayur-layu-1").get("/anggota").status == 200)
    }
  }
}
