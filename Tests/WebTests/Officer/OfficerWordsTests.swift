import Fixtures
import Foundation
import Ledger
import Office
import Store
import Testing
import Vocabulary

@testable import Web

@Suite("Words for what the office names in English")
struct OfficerWordsTests {
  @Test("Every act that the office records has a name for people, and no name is left over")
  func acts() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/Office")
    let files = FileManager.default.enumerator(at: root.standardizedFileURL, includingPropertiesForKeys: nil)
    var found: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      let names = #/"((?:access|claims|contributions|employers|letters|members|savings)\.[a-z-]+)"/#
      for match in text.matches(of: names) { found.insert(String(match.1)) }
    }
    #expect(found.count > 30)
    let named = Set(ActName.known.keys)
    #expect(found.subtracting(named).sorted() == [])
    #expect(named.subtracting(found).sorted() == [])
  }

  @Test("Every rule of the books has Indonesian words")
  func rules() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      _ = try await PaidUp.sri(test)
      let findings = try await test.office.books.check(by: Staff.auditor)
      let untold = findings.map(\.rule).filter { BookRuleWords.words($0).indonesian == $0 }
      #expect(findings.count > 15 && untold == [])
      let sign = BookRuleWords.words("2000 JHT is never on the debit side").indonesian
      #expect(sign == "Akun 2000 JHT tidak pernah bersaldo debit")
    }
  }

  @Test("The trail is checked by a button, and the answer can be reloaded")
  func trail() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      _ = try await PaidUp.sri(test, months: 1)
      let client = try StaffSite(test).browser(Staff.auditor)
      let page = try await client.get("/petugas/audit?periksa=ya")
      #expect(!page.words.contains("Jejak utuh"))
      let checked = try await client.submit(page, press: "Periksa keutuhan")
      #expect(checked.status == 303)
      #expect(try await client.follow(checked).words.contains("Jejak utuh"))
    }
  }

  @Test("What an officer must look at twice is flagged: a birth date that is not the NIK's, and late changes")
  func flags() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      let sri = try await PaidUp.sri(test)
      try await sri.stops(test)
      let number = try await Claiming.submit(sri, test)
      let client = try StaffSite(test).browser(Staff.desk)
      let calm = try await client.get("/petugas/klaim/\(number)")
      #expect(!calm.words.contains("berbeda dari NIK") && !calm.words.contains("diubah"))

      let person = try await test.office.members.member(sri.id, by: Staff.desk, why: "test").person
      var form = PersonForm(person)
      form.bornOn = "1965-07-01"
      form.name = "Sri Lain"
      form.bankHolder = "Sri Lain"
      form.bankCode = "014"
      _ = try await test.office.members.renew(sri.id, as: form, by: sri.her, key: test.key("ubah"))
      let flagged = try await client.get("/petugas/klaim/\(number)")
      for words in [
        "Tanggal lahir berbeda dari NIK", "Tanggal lahir diubah peserta sendiri", "Nama diubah peserta sendiri",
        "Rekening diubah peserta sendiri",
      ] { #expect(flagged.words.contains(words), "\(words)") }

      // After ninety days only what still differs is flagged.
      test.clock.move(to: test.office.today.adding(days: 91))
      let later = try await client.get("/petugas/klaim/\(number)")
      #expect(later.words.contains("Tanggal lahir berbeda dari NIK") && !later.words.contains("diubah peserta sendiri"))
    }
  }
}
