import Fixtures
import Formats
import Foundation
import Office
import Store
import Testing
import Vocabulary

@testable import Gateways

@Suite("Files that people carry to the bank and back")
struct GatewayFilesTests {
  @Test("A released order leaves as the courier would send it, and is written down", arguments: ScratchDatabase.engines)
  func order(_ engine: Engine) async throws {
    try await PayoutScene.each(engine, ["5550000001"]) { scene in
      let files = BankFiles(office: scene.office, bank: .sandbox(of: scene.office))
      let order = try await files.order(of: scene.batch.id, by: Staff.finance)
      #expect(order.filename == "\(scene.batch.message).xml")
      #expect(order.bytes == (try scene.courier.order(for: scene.batch).xml()))
      let rows = try await scene.office.audit.search(AuditFilter(text: "claims.payout-order"), by: Staff.auditor)
      #expect(rows.map(\.actor) == [Staff.finance.id])
      // Another account of another bank, as a real branch names it.
      let real = BankFiles(
        office: scene.office, bank: PayingBank(code: "777", account: "1230001", partner: "BANK-LAIN"))
      let read = try PaymentOrder.read(try await real.order(of: scene.batch.id, by: Staff.branchHead).bytes)
      #expect(read.debtor.number == "1230001" && read.debtor.bank == "777")
      let desk = try await refusal { _ = try await files.order(of: scene.batch.id, by: Staff.desk) }
      #expect(desk?.code == "not-allowed")
    }
  }

  @Test("No order leaves before a second person has released it", arguments: ScratchDatabase.engines)
  func unreleased(_ engine: Engine) async throws {
    try await PayoutScene.each(engine, ["5550000001"]) { scene in
      try await scene.office.database.write { db in _ = try db.execute("DELETE FROM payout_release") }
      let files = BankFiles(office: scene.office, bank: .sandbox(of: scene.office))
      let error = try await refusal { _ = try await files.order(of: scene.batch.id, by: Staff.finance) }
      #expect(error?.code == "not-released" && error?.isPlain == true)
    }
  }

  @Test("The bank's answer comes back as a file of either kind, twice, once", arguments: ScratchDatabase.engines)
  func answers(_ engine: Engine) async throws {
    try await PayoutScene.each(engine, ["5550000001", "5550009904"]) { scene in
      let files = BankFiles(office: scene.office, bank: .sandbox(of: scene.office))
      let order = try await files.order(of: scene.batch.id, by: Staff.finance).bytes
      let reply = await scene.sandbox.execute(order)
      var recorded: [Int] = []
      for file in reply.reports + reply.notifications + reply.reports {
        recorded.append(try await files.take(file, by: Staff.finance).recorded)
      }
      #expect(recorded.reduce(0, +) > 0 && recorded.last == 0)
      #expect(try await scene.statuses() == [.paid, .returned])
      try await scene.balanced()
      // A report on a file that is not ours is for a person.
      let strange = PaymentStatusReport(
        messageID: "ANSWER-1", created: scene.test.clock.read(), originalMessageID: "NGN1", items: [])
      #expect(try await files.take(strange.xml(), by: Staff.finance).left.count == 1)
      #expect(try await scene.office.claims.matters(by: Staff.finance).map(\.place) == ["ANSWER-1"])
      let letter = Array("Dengan hormat".utf8)
      await #expect(throws: FormatError.self) { try await files.take(letter, by: Staff.finance) }
    }
  }

  @Test(
    "Where statements have another reference, a credit is held to the call and counts once",
    arguments: ScratchDatabase.engines)
  func heldToCalls(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let (bank, sri) = (TestBank(test), try await SelfPayer.sri(test))
      #expect(try await bank.pay(sri.va, sri.owed, "1", request: "bayar-1").code == "2002500")
      #expect(try await bank.pay(sri.va, sri.owed, "2", request: "bayar-2").code == "2002500")
      #expect(try await sri.deposit(test) == sri.owed)
      let statements = StatementImport(office: test.office, partner: bank.partner.id, referenceOnStatements: false)
      let day = test.clock.read().day
      func file(_ number: String, _ credits: [(String, Rupiah)]) -> [UInt8] {
        let entries = credits.map {
          AccountNotification.Entry(reference: $0, amount: $1, booked: day, virtualAccount: sri.va.digits)
        }
        let notice = AccountNotification.Notice(id: number, account: "9899100000001", entries: entries)
        return AccountNotification(messageID: number, created: test.clock.read(), notices: [notice]).xml()
      }
      let first = file("A", [("R1", sri.owed), ("R2", sri.owed), ("R3", Rupiah(7_000))])
      for _ in 1...2 {
        let taken = try await statements.take(first, by: Staff.finance)
        #expect(
          taken.receipt?.known == 2 && taken.receipt?.received == 0 && taken.left.map(\.place) == ["BANK-CONTOH/R3"])
      }
      // Both calls have their credit: a third of the same money is nobody's yet.
      let third = try await statements.take(file("B", [("R4", sri.owed), ("R1", sri.owed)]), by: Staff.finance)
      #expect(third.receipt?.known == 1 && third.left.map(\.place) == ["BANK-CONTOH/R4"])
      #expect(try await sri.deposit(test) == sri.owed)
      #expect(
        try await test.office.claims.matters(by: Staff.finance).map(\.place).sorted() == [
          "BANK-CONTOH/R3", "BANK-CONTOH/R4",
        ])
      // The same reference with other money is no match.
      let other = try await statements.take(file("C", [("R2", Rupiah(1_000))]), by: Staff.finance)
      #expect(other.left.map(\.place) == ["BANK-CONTOH/R2"])
      #expect(try await test.brokenRules() == [])
    }
  }

  @Test("A bank whose statements carry the reference must give it in the call", arguments: ScratchDatabase.engines)
  func needsReference(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let (bank, sri) = (TestBank(test, references: true), try await SelfPayer.sri(test))
      let without = try await bank.pay(sri.va, sri.owed, "1", request: "bayar-1")
      #expect(without.code == "4002502" && without.status == 400)
      #expect(try await bank.pay(sri.va, sri.owed, "2", request: "bayar-1", reference: " ").code == "4002502")
      #expect(try await sri.openBills(test) == 1)
      let with = try await bank.pay(sri.va, sri.owed, "3", request: "bayar-1", reference: "R1")
      #expect(with.code == "2002500")
      #expect(try await sri.openBills(test) == 0)
    }
  }
}
