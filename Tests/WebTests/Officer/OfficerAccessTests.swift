import Fixtures
import HTTPTypes
import Office
import Store
import Testing
import Vocabulary

@testable import Web

@Suite("Who may open which officers' page")
struct OfficerAccessTests {
  /// Each address with what one must be allowed to open it; any staff where nothing is named.
  static let audiences: [String: [Permission]] = [
    "GET /petugas": [], "GET /petugas/klaim": [.readClaims], "GET /petugas/klaim/{number}": [.readClaims],
    "POST /petugas/klaim/{number}/pemeriksaan": [.verifyClaims],
    "POST /petugas/klaim/{number}/persetujuan": [.approveClaims],
    "POST /petugas/klaim/{number}/penolakan": [.verifyClaims, .approveClaims],
    "POST /petugas/klaim/{number}/pembatalan": [.submitClaims],
    "POST /petugas/klaim/{number}/rekening": [.submitClaims],
    "GET /petugas/klaim/{number}/surat/{which}": [.readClaims], "GET /petugas/peserta": [.readMembers],
    "POST /petugas/peserta": [.readMembers],
    "GET /petugas/peserta/{member}": [.readMembers], "GET /petugas/peserta/baru": [.registerMembers],
    "POST /petugas/peserta/baru": [.registerMembers], "GET /petugas/peserta/{member}/klaim": [.submitClaims],
    "POST /petugas/peserta/{member}/klaim": [.submitClaims],
    "GET /petugas/pembayaran": [.makePayouts, .releasePayouts, .recordPayoutResults],
    "POST /petugas/pembayaran": [.makePayouts],
    "GET /petugas/pembayaran/{batch}": [.makePayouts, .releasePayouts, .recordPayoutResults],
    "GET /petugas/pembayaran/{batch}/berkas": [.releasePayouts, .recordPayoutResults],
    "POST /petugas/pembayaran/{batch}/jawaban": [.recordPayoutResults],
    "POST /petugas/pembayaran/{batch}/pelepasan": [.releasePayouts],
    "POST /petugas/pembayaran/pengiriman": [.recordPayoutResults], "GET /petugas/titipan": [.assignPayments],
    "GET /petugas/perkara": [.closeMatters, .readBooks], "POST /petugas/perkara": [.closeMatters],
    "POST /petugas/titipan": [.assignPayments], "GET /petugas/tagihan": [.billContributions],
    "POST /petugas/tagihan": [.billContributions], "POST /petugas/tagihan/penutupan": [.billContributions],
    "GET /petugas/tagihan/penutupan": [.billContributions],
    "GET /petugas/hasil": [.previewReturns, .approveReturns, .postReturns, .readBooks],
    "POST /petugas/hasil": [.previewReturns],
    "GET /petugas/hasil/{run}": [.previewReturns, .approveReturns, .postReturns, .readBooks],
    "POST /petugas/hasil/{run}/persetujuan": [.approveReturns], "POST /petugas/hasil/{run}/pembukuan": [.postReturns],
    "GET /petugas/buku": [.readBooks], "GET /petugas/buku/ayat": [.readBooks], "GET /petugas/audit": [.readAudit],
    "POST /petugas/audit/pemeriksaan": [.readAudit],
    "GET /petugas/pengguna": [.manageUsers], "POST /petugas/pengguna": [.manageUsers],
    "POST /petugas/peserta/{member}/kode": [.changeMembers], "POST /petugas/pengguna/{user}/kode": [.manageUsers],
    "POST /petugas/pengguna/{user}/penutupan": [.manageUsers],
  ]

  @Test("The table names every officers' page")
  func complete() async throws {
    try await TestOffice.each(.sqlite) { test in
      let routes = officerRoutes(WebDesk(test.office)).map { "\($0.method.rawValue) \($0.pattern)" }
      #expect(Set(routes) == Set(Self.audiences.keys))
    }
  }

  @Test("A page opens for those whose role allows it and for nobody else", arguments: audiences.keys.sorted())
  func everyRole(route: String) async throws {
    let permissions = try #require(Self.audiences[route])
    let parts = route.split(separator: " ").map(String.init)
    let path = parts[1].replacing("{number}", with: "JHT-25-000000").replacing("{member}", with: "1")
      .replacing("{batch}", with: "1").replacing("{run}", with: "1").replacing("{which}", with: "keputusan")
      .replacing("{user}", with: "1")
    try await TestOffice.each(.sqlite) { test in
      let site = try StaffSite(test)
      for actor in StaffSite.staff {
        let client = site.browser(actor)
        let answer = parts[0] == "GET" ? try await client.get(path) : try await client.post(path, form: [])
        let may = !actor.roles.contains(.bank) && (permissions.isEmpty || permissions.contains(where: actor.has))
        #expect((answer.status != 403) == may, "\(actor.name): \(answer.status)")
        #expect(answer.status < 500, "\(actor.name): \(answer.status)")
      }
    }
  }

  @Test("Members, employers and visitors get no officers' page", arguments: audiences.keys.sorted())
  func outsiders(route: String) async throws {
    let parts = route.split(separator: " ").map(String.init)
    try await TestOffice.each(.sqlite) { test in
      let site = try StaffSite(test)
      let outsiders = [Staff.member(try #require(MemberID(7))), Staff.officer(of: try #require(EmployerID(8)))]
      for actor in outsiders {
        let client = site.browser(actor)
        let answer = parts[0] == "GET" ? try await client.get(parts[1]) : try await client.post(parts[1], form: [])
        #expect(answer.status == 403)
      }
      let visitor = site.browser(nil)
      if parts[0] == "GET" {
        let answer = try await visitor.get(parts[1])
        #expect(answer.status == 303 && answer.headers[.location]?.hasPrefix("/masuk") == true)
      } else {
        #expect(try await visitor.post(parts[1], form: []).status == 401)
      }
    }
  }

  @Test("The first page offers what the role may do, and nothing else")
  func menu() async throws {
    try await TestOffice.each(.sqlite) { test in
      let site = try StaffSite(test)
      for actor in StaffSite.staff where !actor.roles.contains(.bank) {
        let page = try await site.browser(actor).get("/petugas")
        #expect(page.status == 200 && Markup.flaws(page.text) == [])
        for link in OfficerMenu.links(actor) where link.address != "/petugas" {
          #expect(page.text.contains("href=\"\(link.address)\""))
          #expect(try await site.browser(actor).get(link.address).status == 200, "\(actor.name) \(link.address)")
        }
        #expect(page.text.contains("/petugas/pengguna\"") == actor.has(.manageUsers))
        #expect(page.text.contains("/petugas/audit\"") == actor.has(.readAudit))
      }
    }
  }
}
