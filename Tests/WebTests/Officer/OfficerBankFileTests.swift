import Fixtures
import Formats
import Foundation
import Gateways
import HTTPTypes
import Office
import Store
import Testing
import Vocabulary

@testable import Web

@Suite("Files for the bank on the officers' pages and in the interface")
struct OfficerBankFileTests {
  /// A file with Sri's claim, released; its number and its address.
  private struct Released {
    let site: StaffSite
    let batch: PayoutBatch
    let claim: ClaimNumber
    var page: String { "/petugas/pembayaran/\(batch.id)" }

    init(_ test: TestOffice) async throws {
      let sri = try await PaidUp.sri(test)
      try await sri.stops(test)
      let office = test.office
      claim = try await Claiming.submit(sri, test)
      _ = try await office.claims.verify(claim, documents: "KTP", by: Staff.secondDesk, key: test.key("v"))
      _ = try await office.claims.approve(claim, by: Staff.claimsHead, key: test.key("a"))
      let made = try #require(try await office.claims.makePayouts(by: Staff.finance, key: test.key("f")))
      site = try StaffSite(test)
      let early = try await site.browser(Staff.finance).get("/petugas/pembayaran/\(made.id)/berkas")
      #expect(early.status == 409)
      let waiting = try await site.browser(Staff.finance).get("/petugas/pembayaran/\(made.id)")
      #expect(!waiting.text.contains("/berkas\""))
      batch = try await office.claims.releasePayouts(made.id, by: Staff.branchHead, key: test.key("r"))
    }

    func report(_ item: PaymentStatusReport.Item? = nil) throws -> String {
      let payout = try #require(batch.payouts.first)
      let item = item ?? PaymentStatusReport.Item(endToEndID: payout.endToEnd, batch: "B", status: .settled)
      let report = PaymentStatusReport(
        messageID: "ANSWER-1", created: batch.madeAt, originalMessageID: batch.message, items: [item])
      return String(decoding: report.xml(), as: UTF8.self)
    }
  }

  @Test(
    "The order is taken once released, by whom it concerns, and is written down", arguments: ScratchDatabase.engines)
  func download(_ engine: Engine) async throws {
    try await TestOffice.each(engine, on: PaidUp.firstDay) { test in
      let released = try await Released(test)
      let maya = released.site.browser(Staff.finance)
      let page = try await maya.get(released.page)
      #expect(page.text.contains("href=\"\(released.page)/berkas\"") && Markup.flaws(page.text) == [])
      let file = try await maya.get(released.page + "/berkas")
      #expect(file.status == 200 && file.headers[.contentType] == "application/xml")
      #expect(file.headers[.contentDisposition]?.contains("\(released.batch.message).xml") == true)
      let order = try PaymentOrder.read(file.bytes)
      #expect(order.messageID == released.batch.message && order.payments.count == 1)
      #expect(try await released.site.browser(Staff.branchHead).get(released.page + "/berkas").bytes == file.bytes)
      #expect(try await released.site.browser(Staff.claimsHead).get(released.page + "/berkas").status == 403)
      let api = "/api/v1/payout-batches/\(released.batch.id)/order"
      #expect(try await released.site.program(Staff.finance).get(api).bytes == file.bytes)
      #expect(try await released.site.program(Staff.desk).get(api).status == 403)
      let trail = try await released.site.browser(Staff.auditor).get("/petugas/audit")
      #expect(trail.words.contains("Mengambil berkas pembayaran untuk bank"))
    }
  }

  @Test(
    "The bank's answer is uploaded on the file's page; a bad one is told fault by fault",
    arguments: ScratchDatabase.engines)
  func upload(_ engine: Engine) async throws {
    try await TestOffice.each(engine, on: PaidUp.firstDay) { test in
      let released = try await Released(test)
      let maya = released.site.browser(Staff.finance)
      let page = try await maya.get(released.page)
      let button = "Baca jawaban bank"
      let none = try await maya.submit(page, press: button)
      #expect(none.status == 422 && none.words.contains("Pilih berkas dari bank dulu"))
      let report = try released.report()
      let torn = report.replacingOccurrences(of: "<CreDtTm>", with: "<CreDtTm>besok ")
        .replacingOccurrences(of: "<OrgnlEndToEndId>", with: "<OrgnlEndToEnd>")
        .replacingOccurrences(of: "</OrgnlEndToEndId>", with: "</OrgnlEndToEnd>")
      let refused = try await maya.submit(page, press: button, files: ["file": ("a.xml", torn)])
      #expect(refused.status == 422 && refused.words.contains("Berkas bank ditolak"), "\(refused.words)")
      #expect(refused.text.between("role=\"alert\"", "</ul>")?.components(separatedBy: "<li>").count ?? 0 >= 3)
      #expect(Markup.flaws(refused.text) == [])
      let letter = try await maya.submit(page, press: button, files: ["file": ("a.txt", "Dengan hormat")])
      #expect(letter.status == 422)
      let taken = try await maya.follow(
        try await maya.submit(page, press: button, files: ["file": ("a.xml", report)]))
      #expect(taken.words.contains("1 jawaban baru dicatat.") && Markup.flaws(taken.text) == [], "\(taken.words)")
      let again = try await maya.follow(
        try await maya.submit(page, press: button, files: ["file": ("a.xml", report)]))
      #expect(again.words.contains("0 jawaban baru dicatat."))
      #expect(try await test.office.claims.claim(released.claim, by: Staff.desk, why: "test").status == .paid)
      #expect(try await released.site.browser(Staff.branchHead).get(released.page).text.contains("/jawaban") == false)
      #expect(try await test.brokenRules() == [])
    }
  }

  @Test("Where no bank is set, no order of another account leaves; a statement of another account is refused")
  func otherAccounts() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      let released = try await Released(test)
      let unset = try StaffSite(test) { $0.files = nil }.browser(Staff.finance)
      #expect(try await unset.get(released.page).text.contains("/berkas\"") == false)
      let refused = try await unset.get(released.page + "/berkas")
      #expect(refused.status == 409 && refused.words.contains("keys/banks.yaml"))
      let notice = AccountNotification.Notice(id: "N-77", account: "777000111", entries: [])
      let file = AccountNotification(messageID: "M-77", created: released.batch.madeAt, notices: [notice]).xml()
      let maya = released.site.browser(Staff.finance)
      let answer = try await maya.submit(
        try await maya.get(released.page), press: "Baca jawaban bank",
        files: ["file": ("m.xml", String(decoding: file, as: UTF8.self))])
      #expect(answer.status == 422 && answer.words.contains("777000111"), "\(answer.words)")
    }
  }

  @Test("Payers read the name of the bank whose virtual account it is")
  func collector() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      let sri = try await PaidUp.sri(test, months: 1)
      var desk = WebDesk(test.office)
      let unset = try Paying(desk, sri.id, sri.va).accountModel
      #expect(unset == ["spaced": .text(sri.va.spaced), "bank": nil])
      let bank = BankPartner(
        id: "BANK-LAIN", name: "Bank Lain Contoh", serviceID: String(sri.va.digits.prefix(5)), secret: "s", token: "t")
      let other = BankPartner(id: "BANK-JAUH", name: "Bank Jauh Contoh", serviceID: "77777", secret: "s", token: "t")
      desk.connect(BankDoor(office: test.office, partners: [other, bank]), of: [other, bank])
      #expect(try Paying(desk, sri.id, sri.va).accountModel == unset.merging(["bank": "Bank Lain Contoh"]))
    }
  }

  @Test("A matter with the bank is listed and closed by a program", arguments: ScratchDatabase.engines)
  func matters(_ engine: Engine) async throws {
    try await TestOffice.each(engine, on: PaidUp.firstDay) { test in
      let released = try await Released(test)
      let payout = try #require(released.batch.payouts.first)
      for (outcome, key) in [(PayoutResult.Outcome.rejected, "1"), (.paid, "2")] {
        let word = PayoutResult(endToEnd: payout.endToEnd, outcome: outcome, reason: "", bankReference: "B\(key)")
        _ = try await test.office.claims.record([word], by: Staff.finance, key: test.key("word-\(key)"))
      }
      let program = released.site.program(Staff.finance)
      let list = try await program.get("/api/v1/bank-matters")
      let items = try #require(list.json["items"] as? [[String: Any]])
      #expect(list.status == 200 && items.count == 1)
      #expect(items[0]["kind"] as? String == "paid-after-rejection" && items[0]["amount"] != nil)
      let id = try #require(items[0]["id"] as? String).replacingOccurrences(of: "/", with: "%2F")
      let address = "/api/v1/bank-matters/\(id)/closing"
      func close(_ client: TestClient, _ outcome: String, _ reason: String, _ key: String) async throws -> Int {
        try await client.post(
          address, json: "{\"outcome\":\"\(outcome)\",\"reason\":\"\(reason)\"}",
          headers: [try #require(HTTPField.Name("Idempotency-Key")): "\"\(key)\""]
        ).status
      }
      #expect(try await close(program, "never-arrived", "Ibu Ratna di bank menjawab", "t1") == 422)
      #expect(try await close(program, "paid-after-all", "ya", "t2") == 422)
      #expect(try await close(released.site.program(Staff.branchHead), "nothing", "Ibu Ratna menjawab", "t3") == 403)
      #expect(try await close(program, "paid-after-all", "Ibu Ratna di bank menjawab: dibayar", "t4") == 201)
      #expect(try await close(program, "paid-after-all", "Ibu Ratna di bank menjawab: dibayar", "t4") == 201)
      #expect(try await close(program, "paid-after-all", "Ibu Ratna di bank menjawab: dibayar", "t5") == 404)
      let empty = try await program.get("/api/v1/bank-matters").json["items"] as? [Any]
      #expect(empty?.isEmpty == true)
      #expect(try await test.office.claims.claim(released.claim, by: Staff.desk, why: "test").status == .paid)
      #expect(try await released.site.program(Staff.desk).get("/api/v1/bank-matters").status == 403)
      #expect(try await test.brokenRules() == [])
    }
  }
}
