import Fixtures
import Formats
import Foundation
import Gateways
import Office
import Store
import Testing
import Vocabulary

@Suite("The bank's door")
struct GatewayDoorTests {
  @Test("A bank asks, is told month, name and amount, and pays the bill", arguments: ScratchDatabase.engines)
  func asksAndPays(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let (bank, sri) = (TestBank(test), try await SelfPayer.sri(test))
      let asked = try await bank.inquire(sri.va, "1")
      #expect(asked.code == "2002400" && asked.flag == "00" && asked.total == "\(sri.owed.amount).00")
      #expect(asked.data["virtualAccountName"] as? String == "Sri Wahyuni")
      #expect(asked.data["partnerServiceId"] as? String == "   98991")
      let bills = try #require(asked.data["billDetails"] as? [[String: Any]])
      #expect(bills.count == 1 && bills[0]["billNo"] as? String == "202601")
      let paid = try await bank.pay(sri.va, sri.owed, "2", request: "bayar-1")
      #expect(paid.code == "2002500" && paid.flag == "00" && paid.status == 200)
      #expect(try await sri.openBills(test) == 0)
      #expect(try await test.brokenRules() == [])
      // Nothing is owed now: she may pay ahead, and is told that it is kept.
      let again = try await bank.inquire(sri.va, "3")
      #expect(again.code == "2002400" && again.total == "0.00" && again.data["virtualAccountTrxType"] as? String == "O")
    }
  }

  @Test("The same payment asked again gets the first answer and moves nothing", arguments: ScratchDatabase.engines)
  func onceForGood(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let (bank, sri) = (TestBank(test), try await SelfPayer.sri(test))
      let more = sri.owed + Rupiah(10_000)
      #expect(try await bank.pay(sri.va, more, "1", request: "bayar-1").code == "2002500")
      let sameNumber = try await bank.pay(sri.va, more, "1", request: "bayar-1")
      #expect(sameNumber.code == "4092500" && sameNumber.flag == "01")
      let again = try await bank.pay(sri.va, more, "2", request: "bayar-1")
      #expect(again.code == "4042518" && again.flag == "00")
      let advice = try await bank.pay(sri.va, more, "3", request: "bayar-1", advice: true)
      #expect(advice.code == "2002500" && advice.flag == "00")
      let other = try await bank.pay(sri.va, sri.owed, "4", request: "bayar-1", advice: true)
      #expect(other.code == "4042518" && other.flag == "01")
      #expect(try await sri.deposit(test) == Rupiah(10_000))
      // The number of a call counts for a day; the number of a payment for good.
      test.clock.move(to: TestOffice.firstDay.adding(days: 1))
      #expect(try await bank.pay(sri.va, more, "1", request: "bayar-1").code == "4042518")
      #expect(try await sri.deposit(test) == Rupiah(10_000))
      // Another request under a reference of the bank's that is on record with other money agrees with nothing.
      #expect(
        try await bank.pay(sri.va, Rupiah(5_000), "5", request: "bayar-2", reference: "bayar-1").code == "4042518")
      #expect(try await test.brokenRules() == [])
    }
  }

  @Test("Money for nobody's account is refused while the bank holds it", arguments: ScratchDatabase.engines)
  func unknownAccount(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let bank = TestBank(test)
      let nobody = try #require(VirtualAccount("98991199999999999"))
      #expect(try await bank.inquire(nobody, "1").code == "4042412")
      #expect(try await bank.pay(nobody, Rupiah(50_000), "2", request: "salah").code == "4042512")
      #expect(try await bank.pay(nobody, Rupiah(50_000), "3", request: "salah", advice: true).code == "4042512")
      #expect(try await test.office.contributions.suspense(by: Staff.finance).isEmpty)
      // An account of ours under another bank's digits is no account to this bank.
      let sri = try await SelfPayer.sri(test)
      let other = try #require(SNAP.AccountNumber(partner: "9899", customerNo: String(sri.va.digits.dropFirst(4))))
      let body = try SNAP.PaymentRequest(other, paymentRequestId: "x", paidAmount: SNAP.Amount(sri.owed)).json()
      #expect(try await bank.send("payment", body, "4").code == "4042512")
      #expect(try await test.brokenRules() == [])
    }
  }

  @Test("A bank of exact amounts takes what is owed and nothing else", arguments: ScratchDatabase.engines)
  func exactAmounts(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let (bank, sri) = (TestBank(test, takes: .exact), try await SelfPayer.sri(test))
      #expect(try await bank.inquire(sri.va, "1").data["virtualAccountTrxType"] as? String == "C")
      #expect(try await bank.pay(sri.va, Rupiah(1_000), "2", request: "a").code == "4042513")
      #expect(try await bank.pay(sri.va, .zero, "3", request: "b").code == "4042513")
      #expect(try await bank.pay(sri.va, sri.owed, "4", request: "c").code == "2002500")
      #expect(try await bank.inquire(sri.va, "5").code == "4042414")
      #expect(try await bank.pay(sri.va, sri.owed, "6", request: "d").code == "4042514")
      #expect(try await sri.deposit(test) == .zero)
    }
  }

  @Test(
    "Money that a statement told of first is not given back when the bank calls", arguments: ScratchDatabase.engines)
  func statementFirst(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let (bank, sri) = (TestBank(test, takes: .exact), try await SelfPayer.sri(test))
      let told = IncomingPayment(
        bankReference: "BANK-CONTOH/R-77", va: sri.va.digits, amount: sri.owed,
        paidOn: test.office.today, channel: "STATEMENT")
      _ = try await test.office.contributions.receive([told], by: Staff.bank, key: try test.key("statement"))
      #expect(try await bank.pay(sri.va, sri.owed, "1", request: "a", reference: "R-77").code == "2002500")
      #expect(try await bank.pay(sri.va, sri.owed, "2", request: "b", reference: "R-78").code == "4042514")
      #expect(try await sri.deposit(test) == .zero)
      #expect(try await test.brokenRules() == [])
    }
  }

  @Test("What is wrong with a call is told in the order that banks test for", arguments: ScratchDatabase.engines)
  func order(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let (bank, sri) = (TestBank(test), try await SelfPayer.sri(test))
      let body = try SNAP.InquiryRequest(bank.account(sri.va), inquiryRequestId: "t").json()
      #expect(try await bank.send("inquiry", body, "1").code == "2002400")
      // Each row has one fault more than the one before it, and is told that fault.
      let late = Instant(TestOffice.firstDay).adding(seconds: 3_600).description
      let noField = Array(
        #"{"partnerServiceId":"98991","customerNo":"","virtualAccountNo":"x","inquiryRequestId":"t"}"#.utf8)
      let badField = Array(
        #"{"partnerServiceId":"98991","customerNo":"1","virtualAccountNo":"x","inquiryRequestId":"t"}"#.utf8)
      let used = bank.signed("inquiry", body, "1")
      let oldClock = bank.signed("inquiry", body, "1", at: late)
      let rows: [(SNAPCall, String)] = [
        (used, "4092400"),
        (oldClock, "4012400"),
        (oldClock.with(["X-SIGNATURE": "YWJj"]), "4012400"),
        (oldClock.with(["X-SIGNATURE": "YWJj", "Authorization": "Bearer other"]), "4012401"),
        (oldClock.with(["X-SIGNATURE": "YWJj", "Authorization": nil]), "4012403"),
        (oldClock.with(["X-PARTNER-ID": "nobody"]), "4012401"),
        (oldClock.with(["Authorization": "Bearer other"], body: badField), "4002401"),
        (oldClock.with(["X-TIMESTAMP": "yesterday"], body: body), "4002401"),
        (oldClock.with(["X-EXTERNAL-ID": "a b"], body: body), "4002401"),
        (oldClock.with(["X-EXTERNAL-ID": String(repeating: "1", count: 37)]), "4002401"),
        (oldClock.with(["X-TIMESTAMP": "yesterday"], body: noField), "4002402"),
        (oldClock.with(["X-TIMESTAMP": "yesterday", "CHANNEL-ID": ""], body: badField), "4002402"),
        (oldClock.with([:], body: Array("no json".utf8)), "4002400"),
        (oldClock.with([:], body: [UInt8](repeating: 0x20, count: BankDoor.mostBytes + 1)), "4002400"),
        (oldClock.with([:], method: "GET"), "4052400"),
      ]
      for (index, (call, code)) in rows.enumerated() {
        let answer = await bank.door.answer(call)
        let text = String(decoding: answer.body, as: UTF8.self)
        #expect(text.contains("\"responseCode\":\"\(code)\""), "row \(index): \(text)")
        #expect(String(answer.status) == code.prefix(3))
      }
      let elsewhere = SNAPCall(method: "POST", path: "/snap/v1.0/other", headers: [:], body: [])
      #expect(await bank.door.answer(elsewhere).status == 404)
    }
  }

  @Test("A payment in another currency, with cents or at no moment is a wrong format")
  func formats() async throws {
    try await TestOffice.each(.sqlite) { test in
      let (bank, sri) = (TestBank(test), try await SelfPayer.sri(test))
      let fine = try SNAP.PaymentRequest(
        bank.account(sri.va), paymentRequestId: "p", paidAmount: SNAP.Amount(sri.owed),
        trxDateTime: "2026-01-05T08:59:00Z"
      ).json()
      func with(_ old: String, _ new: String) -> [UInt8] {
        Array(String(decoding: fine, as: UTF8.self).replacingOccurrences(of: old, with: new).utf8)
      }
      #expect(try await bank.send("payment", with("IDR", "USD"), "1").code == "4002501")
      #expect(
        try await bank.send("payment", with("\(sri.owed.amount).00", "\(sri.owed.amount).50"), "2").code == "4002501")
      #expect(try await bank.send("payment", with("T08:59:00Z", " 08:59"), "3").code == "4002501")
      let huge = with("\(sri.owed.amount).00", "9999999999999999.00")
      #expect(try await bank.send("payment", huge, "4").code == "4042513")
      #expect(try await TestBank(test, numeric: true).send("payment", fine, "a-5").code == "4002501")
      #expect(try await bank.send("payment", fine, "6").code == "2002500")
    }
  }

  @Test("Whoever owes more than 24 bills sees the oldest, and the rest as one", arguments: ScratchDatabase.engines)
  func manyBills(_ engine: Engine) async throws {
    try await TestOffice.each(engine, on: Month(year: 2023, month: 1).day(5)) { test in
      let maju = try await test.office.employers.register(People.ptMaju, by: .visitor, key: test.key("f1"))
      let worker = WorkerReport.joins(
        People.budi, occupation: "montir", startedOn: Month(year: 2023, month: 1).day(1), wage: Rupiah(5_000_000))
      _ = try await test.office.employers.report(
        [worker], for: maju.id, by: Staff.officer(of: maju.id), key: test.key("1a"))
      for month in Month(year: 2023, month: 1)...Month(year: 2025, month: 2) {
        test.clock.move(to: month.day(25))
        _ = try await test.office.contributions.bill(month, by: .system("billing"))
      }
      let asked = try await TestBank(test).inquire(maju.va, "1")
      let details = try #require(asked.data["billDetails"] as? [[String: Any]])
      let amounts = details.compactMap { ($0["billAmount"] as? [String: Any])?["value"] as? String }
      let sum = amounts.compactMap { Int64($0.dropLast(3)) }.reduce(0, +)
      #expect(details.count == 24 && asked.total == "\(sum).00")
      #expect(details[0]["billNo"] as? String == "202301" && details[23]["billName"] as? String == "IURAN LAIN")
    }
  }

  @Test("A signature made elsewhere over spaced and escaped bytes is recognised")
  func golden() async throws {
    try await TestOffice.each(.sqlite) { test in
      let bank = TestBank(test)
      let body = """
        { "partnerServiceId" : "   98991", "customerNo":"900000000001",
         "virtualAccountNo":"   98991900000000001", "inquiryRequestId":"A-1", "additionalInfo" : {"note" :"a\\/b \\u00c9 \\"x"} }
        """
      let call = bank.signed("inquiry", Array(body.utf8), "g1", at: "2026-01-05T09:00:00+07:00").with([
        "X-SIGNATURE": "K/d1swa0By8k3JamlfKMLw3HSyExiEa9UeoQEBdhOtSZgolxU5x64F1iyVClYTZiKNxH/f866ggbyKVXZmcGcQ=="
      ])
      let text = String(decoding: await bank.door.answer(call).body, as: UTF8.self)
      #expect(text.contains("4042412"), "\(text)")
      // What the bank sent along goes back as it came.
      #expect(text.contains(#""additionalInfo":{"note":"a/b É \"x"}"#), "\(text)")
      let changed = call.with([:], body: Array(body.replacingOccurrences(of: "A-1", with: "A-2").utf8))
      #expect(await bank.door.answer(changed).status == 401)
    }
  }

  @Test("Eight calls at once about one payment move it once", arguments: ScratchDatabase.engines)
  func atOnce(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let (bank, sri) = (TestBank(test), try await SelfPayer.sri(test))
      let codes = try await withThrowingTaskGroup(of: String.self) { group in
        for number in 1...8 {
          group.addTask { try await bank.pay(sri.va, sri.owed + Rupiah(1_000), "n\(number)", request: "satu").code }
        }
        return try await group.reduce(into: [String]()) { $0.append($1) }
      }
      #expect(codes.sorted() == ["2002500"] + [String](repeating: "4042518", count: 7))
      #expect(try await sri.deposit(test) == Rupiah(1_000))
      #expect(try await test.brokenRules() == [])
    }
  }

  @Test("Killed after any write, the bank asks again and the money is there once", arguments: ScratchDatabase.engines)
  func killed(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let (bank, sri) = (TestBank(test), try await SelfPayer.sri(test))
      #expect(try await bank.pay(sri.va, sri.owed, "0", request: "first").code == "2002500")
      let faults = test.office.database.faults
      for n in 1...40 {
        faults.crash(afterWrite: n)
        let first = try await bank.pay(sri.va, Rupiah(1_000), "a\(n)", request: "p\(n)")
        let struck = faults.hasStruck
        faults.disarm()
        #expect(first.code == (struck ? "5002500" : "2002500"))
        let again = try await bank.pay(sri.va, Rupiah(1_000), "b\(n)", request: "p\(n)", advice: true)
        #expect(again.code == "2002500" && again.flag == "00")
        #expect(try await sri.deposit(test) == Rupiah(1_000) * Int64(n))
        if !struck { break }
        #expect(n < 40, "there is no end to the writes")
      }
      let before = try await sri.deposit(test)
      faults.loseAnswer(ofCommit: 1)
      _ = try await bank.pay(sri.va, Rupiah(1_000), "c1", request: "lost")
      faults.disarm()
      #expect(try await bank.pay(sri.va, Rupiah(1_000), "c2", request: "lost", advice: true).code == "2002500")
      #expect(try await sri.deposit(test) == before + Rupiah(1_000))
      #expect(try await test.brokenRules() == [])
    }
  }
}
