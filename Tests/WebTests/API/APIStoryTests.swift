import Fixtures
import Foundation
import HTTPTypes
import Office
import Store
import Testing
import Vocabulary

@testable import Web

@Suite("The story through the interface")
struct APIStoryTests {
  @Test(
    "Sri registers, pays, stops, claims and is paid, and every program sees only its part",
    arguments: ScratchDatabase.engines)
  func sri(_ engine: Engine) async throws {
    try await TestOffice.each(engine, on: PaidUp.firstDay) { test in
      let site = try StaffSite(test)
      let enrolled = try await site.program(nil).act("/api/v1/members", Bodies.sri, key: "daftar-sri-000001")
      let id = try #require(enrolled.json["memberId"] as? String)
      let kpj = try #require(enrolled.json["kpj"] as? String)
      let va = try #require(enrolled.json["virtualAccount"] as? String)
      let her = site.program(Staff.member(try #require(Int64(id).flatMap { MemberID($0) })))

      try await pay(site, va, her, test)
      let savings = try await her.get("/api/v1/members/me/savings")
      let account = try #require((savings.json["items"] as? [[String: Any]])?.first)
      #expect(account["balance"] as? [String: String] == ["value": "32000", "currency": "IDR"])
      let statement = try await her.get("/api/v1/members/me/savings/\(kpj)/statements/2025")
      #expect((statement.json["movements"] as? [Any])?.count == 1)
      #expect(try await her.get("/api/v1/members/me/savings/\(kpj)/statements/2020").status == 404)

      try await claim(site, her, kpj: kpj, test)
      try await othersSeeNothing(site, id: id)
      #expect(try await test.brokenRules() == [])
    }
  }

  private func pay(_ site: StaffSite, _ va: String, _ her: TestClient, _ test: TestOffice) async throws {
    let bank = site.program(Staff.bank)
    let open = try await bank.get("/api/v1/virtual-accounts/\(va)")
    #expect(open.json["name"] as? String == "Sri Wahyuni")
    let amount = try #require((open.json["amount"] as? [String: String])?["value"])
    let payment = """
      {"payments":[{"bankReference":"B-1","va":"\(va)","amount":{"value":"\(amount)","currency":"IDR"},
      "paidOn":"2025-01-08","channel":"ATM"}]}
      """
    let receipt = try await bank.act("/api/v1/payments", payment, key: "p1")
    #expect(receipt.status == 201 && receipt.json["billsSettled"] as? Int == 1)
    let known = try await bank.act("/api/v1/payments", payment, key: "p2")
    #expect(known.json["known"] as? Int == 1 && known.json["received"] as? Int == 0)
    let ahead = try await bank.act(
      "/api/v1/payments", payment.replacing("2025-01-08", with: "2025-02-08").replacing("B-1", with: "B-2"), key: "p3")
    #expect(ahead.problem?.errors?.first?.pointer == "/payments/0/paidOn")
    let bill = try await her.get("/api/v1/members/me/bills/2025-01")
    #expect((bill.json["status"] as? [String: String])?["state"] == "settled")
    #expect(try await her.get("/api/v1/members/me/bills/2025-01/lines").status == 200)
    #expect(try await her.act("/api/v1/payments", payment, key: "p4").status == 403)
  }

  private func claim(_ site: StaffSite, _ her: TestClient, kpj: String, _ test: TestOffice) async throws {
    let body = #"{"ground":"stopped business","channel":"web","kpjs":["\#(kpj)"]}"#
    let early = try await her.act("/api/v1/members/me/claims", body, key: "c1")
    #expect(early.status == 200 && early.json["number"] == nil)
    let reasons = try #require(early.json["refusals"] as? [[String: String]])
    #expect(reasons.contains { $0["code"] == "still-active" && $0["text"]?.hasPrefix("Your membership") == true })
    test.clock.move(to: Month(year: 2025, month: 2).day(3))
    let ended = try await her.act("/api/v1/memberships/\(kpj)/ending", #"{"endedOn":"2025-01-31"}"#, key: "e1")
    #expect(ended.status == 201 && ended.json["reason"] as? String == "stoppedBusiness")
    test.clock.move(to: Month(year: 2025, month: 4).day(7))
    let check = try await her.post("/api/v1/members/me/claim-checks", json: body)
    #expect(check.status == 200 && check.json["payable"] != nil)
    let filed = try await her.act("/api/v1/members/me/claims", body, key: "c2")
    let again = try await her.act("/api/v1/members/me/claims", body, key: "c2")
    #expect(filed.status == 201 && filed.bytes == again.bytes)
    let address = try #require(filed.headers[.location])
    let verified = try await site.program(Staff.desk).act(address + "/verification", #"{"documents":"KTP"}"#, key: "v")
    #expect(verified.status == 201 && verified.json["status"] as? String == "verified")
    #expect(try await site.program(Staff.desk).act(address + "/approval", key: "a").status == 403)
    let approved = try await site.program(Staff.claimsHead).act(address + "/approval", "", key: "a")
    #expect(approved.status == 201 && approved.json["payable"] != nil)
    let late = try await her.act(address + "/withdrawal", key: "w")
    #expect(late.status == 409 && late.problem?.code == "claim-approved")
    try await payOut(site, address)
    let seen = try await her.get(address)
    #expect(seen.json["status"] as? String == "paid" && (seen.json["events"] as? [Any])?.count == 5)
  }

  private func payOut(_ site: StaffSite, _ claim: String) async throws {
    let finance = site.program(Staff.finance)
    let made = try await finance.act("/api/v1/payout-batches", key: "b1")
    let address = try #require(made.headers[.location])
    #expect(try await finance.act("/api/v1/payout-batches", key: "b2").status == 204)
    #expect(try await finance.act(address + "/release", key: "r").status == 403)
    let released = try await site.program(Staff.branchHead).act(address + "/release", key: "r")
    #expect(released.status == 201 && released.json["releasedBy"] != nil)
    let reference = try #require((made.json["payouts"] as? [[String: Any]])?.first?["endToEnd"] as? String)
    let results = #"{"results":[{"endToEnd":"\#(reference)","outcome":"paid","bankReference":"K-1"}]}"#
    let bank = site.program(Staff.bank)
    #expect(try await bank.act("/api/v1/payout-results", results, key: "k1").json["new"] as? Int == 1)
    #expect(try await bank.act("/api/v1/payout-results", results, key: "k2").json["new"] as? Int == 0)
    #expect((try await finance.get(address).json["results"] as? [Any])?.count == 1)
  }

  private func othersSeeNothing(_ site: StaffSite, id: String) async throws {
    let other = site.program(Staff.member(try #require(MemberID(7))))
    for path in ["", "/data", "/memberships", "/bills", "/savings", "/claims"] {
      #expect(try await other.get("/api/v1/members/\(id)\(path)").status >= 400)
      #expect(try await other.get("/api/v1/members/\(id)\(path)?reason=curious").status == 403, "\(path)")
    }
    let desk = site.program(Staff.desk)
    let unasked = try await desk.get("/api/v1/members/\(id)")
    #expect(unasked.status == 400 && unasked.problem?.errors?.first?.pointer == "/reason")
    #expect(try await desk.get("/api/v1/members/\(id)?reason=at+the+desk").status == 200)
    #expect(
      try await desk.post("/api/v1/member-searches?reason=at+the+desk", json: #"{"nik":"9971014107850001"}"#).status
        == 200)
    #expect(try await desk.post("/api/v1/member-searches?reason=at+the+desk", json: "{}").status == 422)
  }

  @Test("A yearly return is previewed, approved by another and posted")
  func yearlyReturn() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      _ = try await PaidUp.sri(test, months: 2)
      test.clock.move(to: Month(year: 2026, month: 1).day(9))
      let site = try StaffSite(test)
      let finance = site.program(Staff.finance)
      let silent = try await finance.act("/api/v1/returns", #"{"year":2015}"#, key: "x")
      #expect(silent.status == 422 && silent.problem?.code == "invalid")
      let run = try await finance.act("/api/v1/returns", #"{"year":2025}"#, key: "y")
      let address = try #require(run.headers[.location])
      #expect(try await finance.send(.put, address + "/posting").problem?.code == "return-not-approved")
      #expect(try await finance.act(address + "/approval", key: "a").status == 403)
      #expect(try await site.program(Staff.branchHead).act(address + "/approval", key: "a").status == 201)
      #expect(try await finance.send(.put, address + "/posting").status == 202)
      var state = try await finance.get(address)
      for _ in 0..<200 where state.json["completed"] as? Bool != true {
        try await Task.sleep(for: .milliseconds(50))
        state = try await finance.get(address)
      }
      #expect(state.json["completed"] as? Bool == true && state.json["slicesPosted"] as? Int == 1)
      #expect(try await finance.act("/api/v1/returns", #"{"year":2025}"#, key: "z").problem?.code == "return-approved")
      let checks = try await finance.get("/api/v1/books/checks")
      #expect(checks.json["holds"] as? Bool == true)
      #expect(try await finance.get("/api/v1/books/entries?key=return/").text.contains("return/2025/1"))
      #expect(try await finance.get("/api/v1/books/trial-balance").text.contains("\"fund\":\"JHT\""))
    }
  }

  @Test("Bills and closings of a month are asked for by their address, once")
  func billing() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      _ = try await PaidUp.sri(test, months: 1)
      let clerk = try StaffSite(test).program(Staff.clerk)
      let first = try await clerk.send(.put, "/api/v1/bill-runs/2025-02")
      #expect(first.status == 200 && first.json["bills"] as? Int == 1)
      #expect(try await clerk.send(.put, "/api/v1/bill-runs/2025-02").bytes == first.bytes)
      #expect(try await clerk.send(.put, "/api/v1/bill-runs/2062-02").status == 422)
      #expect(try await clerk.send(.put, "/api/v1/bill-runs/2025-13").status == 404)
      #expect((try await clerk.get("/api/v1/bill-runs").json["items"] as? [Any])?.count == 2)
      #expect(try await clerk.send(.put, "/api/v1/unpaid-closings/2025-02").status == 422)
    }
  }

  @Test("Unknown money is listed and assigned")
  func suspense() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      let sri = try await PaidUp.sri(test, months: 1)
      _ = try await test.office.contributions.receive(
        [
          IncomingPayment(
            bankReference: "X/7 b", va: "1", amount: Rupiah(500), paidOn: Month(year: 2025, month: 1).day(9),
            channel: "?")
        ], by: Staff.bank, key: test.key("x"))
      let clerk = try StaffSite(test).program(Staff.clerk)
      #expect(try await clerk.get("/api/v1/suspense-payments").text.contains("X/7 b"))
      let address = "/api/v1/suspense-payments/X%2F7%20b/assignment"
      let body = #"{"va":"\#(sri.va)","reason":"Slip shown"}"#
      let done = try await clerk.act(address, body, key: "s")
      #expect(done.status == 201 && done.json["received"] as? Int == 1)
      #expect(try await clerk.act(address, body, key: "s").bytes == done.bytes)
      #expect(try await clerk.act(address, body, key: "s2").problem?.code == "already-assigned")
      #expect(try await clerk.act("/api/v1/suspense-payments/none/assignment", body, key: "s3").status == 404)
    }
  }

  @Test("The trail is read in pages by auditors, and in part by whom it is about")
  func audit() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      let sri = try await PaidUp.sri(test, months: 1)
      let site = try StaffSite(test)
      let auditor = site.program(Staff.auditor)
      var seen: [String] = []
      var address: String? = "/api/v1/audit-rows?limit=2"
      while let next = address {
        let page = try await auditor.get(next)
        seen += (page.json["items"] as? [[String: Any]] ?? []).compactMap { "\($0["chain"] ?? "") \($0["seq"] ?? "")" }
        address = page.json["next"] as? String
      }
      let verdict = try await auditor.get("/api/v1/audit-rows/verdict")
      #expect(verdict.json["holds"] as? Bool == true && verdict.json["rows"] as? Int == seen.count)
      #expect(Set(seen).count == seen.count)
      let hers = try await site.program(sri.her).get("/api/v1/audit-rows")
      #expect(hers.status == 200 && hers.text.contains("\"subject\":\"\(sri.id)\""))
      #expect(try await site.program(Staff.desk).get("/api/v1/audit-rows").status == 403)
      #expect(try await auditor.get("/api/v1/audit-rows?from=kemarin").status == 400)
    }
  }

  @Test("The law is told to anybody: the value of a day with its article, and silence where there was none")
  func law() async throws {
    try await TestOffice.each(.sqlite) { test in
      let client = try StaffSite(test).program(nil)
      let now = try await client.get("/api/v1/law/jht/retirement_age?on=2026-01-01")
      #expect((now.json["inForce"] as? [String: Any])?["value"] as? String == "56 years")
      let silent = try await client.get("/api/v1/law/jht/retirement_age?on=1950-01-01")
      #expect(silent.status == 200 && silent.json["inForce"] == nil)
      #expect(try await client.get("/api/v1/law/jht/return/declared").status == 200)
      #expect(try await client.get("/api/v1/law/jht/none").status == 404)
      #expect(try await client.get("/api/v1/law/jht/retirement_age?on=31-12-2026").status == 400)
      #expect((try await client.get("/api/v1/law?limit=100").json["items"] as? [Any])?.count ?? 0 > 50)
    }
  }

  @Test("The bank's request goes to its door byte by byte, and the door's answer back")
  func snap() async throws {
    try await TestOffice.each(.sqlite) { test in
      let body = Array(#"{"partnerServiceId":"   98991", "x": "\/É"}"#.utf8)
      let site = try StaffSite(test) { desk in
        desk.bankDoor = { method, path, headers, got in
          let fine = method == "POST" && path.hasSuffix("/v1.0/transfer-va/inquiry") && got == body
          let signed = headers.contains { $0.key.lowercased() == "x-signature" && $0.value == "abc=" }
          return (fine && signed ? 404 : 500, ["Content-Type": "application/json", "X-TIMESTAMP": "now"], [123, 125])
        }
      }
      let client = site.program(nil)
      let signature = try #require(HTTPField.Name("X-SIGNATURE"))
      let answer = try await client.send(
        .post, "/snap/v1.0/transfer-va/inquiry", headers: [.contentType: "application/json", signature: "abc="],
        body: body)
      #expect(answer.status == 404 && answer.text == "{}" && answer.headers[.contentType] == "application/json")
      let closed = try StaffSite(test).program(nil)
      #expect(try await closed.send(.post, "/snap/v1.0/transfer-va/payment", body: body).status == 404)
    }
  }
}
