import Fixtures
import Law
import Testing
import Web

@Suite("What to bring")
struct RequirementPageTests {
  @Test("Three questions lead to a list that can be sent on")
  func list() async throws {
    try await TestBranch.each { branch in
      let browser = TestClient(branch.site)
      let kinds = try await browser.get("/syarat")
      #expect(kinds.words.contains("Jaminan Kematian (JKM)") && Markup.flaws(kinds.text) == [])
      let first = try await browser.get("/syarat/jht")
      #expect(first.words.contains("Paklaring") && Markup.flaws(first.text) == [])
      let heir = try await browser.get("/syarat/jht?sebab=death&pengaju=heir&lewat=branch")
      #expect(heir.words.contains("Surat keterangan ahli waris") && !heir.words.contains("Paklaring"))
      #expect(heir.words.contains("Sudah ada di catatan kami"))
      let none = try await browser.get("/syarat/sihir")
      #expect(none.status == 404)
      // An answer that is none of ours is taken as the first; before the law there is no list.
      #expect(try await browser.get("/syarat/jht?sebab=bosan").status == 200)
      #expect(try await browser.get("/syarat/jht?pada=2001-01-01").status == 409)
    }
  }

  @Test("Every list answers every question, in the page and in the interface, without an empty list")
  func everySituation() async throws {
    try await TestBranch.each { branch in
      let browser = TestClient(branch.site)
      var empty: [String] = []
      for list in try TestOffice.law.get().requirements {
        for ground in list.grounds {
          for claimant in list.claimants {
            for channel in list.channels {
              let asked = "ground=\(ground.value)&claimant=\(claimant.value)&channel=\(channel.value)"
                .replacing(" ", with: "%20")
              let answer = try await browser.get("/api/v1/requirements/\(list.claim)?\(asked)")
              if answer.status != 200 || !answer.text.contains("\"fact\"") { empty.append("\(list.claim) \(asked)") }
            }
          }
        }
      }
      #expect(empty == [])
      let wrong = try await browser.get("/api/v1/requirements/jht?ground=bosan&claimant=member&channel=branch")
      #expect(wrong.status == 400 && wrong.text.contains("laid off"))
    }
  }
}
