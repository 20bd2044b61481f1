import Fixtures
import Formats
import Gateways
import Office
import Store
import Testing
import Vocabulary

@Suite("The sandbox as the payer's bank, and the bank's statements")
struct GatewaySandboxTests {
  @Test("There is no sandbox in production")
  func gate() throws {
    #expect(throws: SandboxClosed.self) { try SandboxGate(production: true) }
  }

  @Test("A payer pays her bill, pays it twice, and pays a part", arguments: ScratchDatabase.engines)
  func pays(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let (bank, sri) = (try TestSandbox(test), try await SelfPayer.sri(test))
      let part = await bank.sandbox.pay(sri.va, Rupiah(10_000), reference: "1", at: test.clock.read())
      #expect(part.isPaid && part.code == "2002500")
      #expect(try await sri.openBills(test) == 1)
      let rest = await bank.sandbox.pay(sri.va, sri.owed - Rupiah(10_000), reference: "2", at: test.clock.read())
      #expect(rest.isPaid)
      #expect(try await sri.openBills(test) == 0)
      #expect(try await sri.deposit(test) == .zero)
      // The same payment once more is the same money; another one is hers to keep with us.
      let same = await bank.sandbox.pay(sri.va, sri.owed - Rupiah(10_000), reference: "2", at: test.clock.read())
      #expect(same.isPaid && same.reference == rest.reference)
      #expect(try await sri.deposit(test) == .zero)
      #expect(await bank.sandbox.pay(sri.va, sri.owed, reference: "3", at: test.clock.read()).isPaid)
      #expect(try await sri.deposit(test) == sri.owed)
      #expect(try await test.brokenRules() == [])
    }
  }

  @Test("A wrong account is told at the counter; an amount of nothing is not sent")
  func wrong() async throws {
    try await TestOffice.each(.sqlite) { test in
      let bank = try TestSandbox(test)
      let nobody = try #require(VirtualAccount("98991199999999999"))
      let wrong = await bank.sandbox.pay(nobody, Rupiah(1_000), reference: "1", at: test.clock.read())
      #expect(!wrong.isPaid && wrong.code == "4042412" && wrong.words.indonesian.contains("tidak dikenal"))
      #expect(await !bank.sandbox.pay(nobody, .zero, reference: "2", at: test.clock.read()).isPaid)
    }
  }

  @Test("Money heard of through the call and through the statement counts once", arguments: ScratchDatabase.engines)
  func oneMoney(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let (bank, sri) = (try TestSandbox(test), try await SelfPayer.sri(test))
      let paid = await bank.sandbox.pay(sri.va, sri.owed, reference: "1", at: test.clock.read())
      let wrong = try #require(VirtualAccount("98991199999999999"))
      let file = bank.sandbox.notification(
        of: [
          SandboxCredit(reference: paid.reference, va: sri.va.digits, amount: sri.owed, payer: "Sri Wahyuni"),
          SandboxCredit(reference: "TRF-1", va: wrong.digits, amount: Rupiah(25_000), payer: "Tidak Diketahui"),
          SandboxCredit(reference: "TRF-2", va: "", amount: Rupiah(5_000), payer: "Tanpa Nomor"),
          SandboxCredit(reference: "TRF-3", va: sri.va.digits, amount: Rupiah(7_000), payer: "Sri Wahyuni"),
        ], number: "1", at: test.clock.read())
      let taken = try await bank.statements.take(file, by: Staff.finance)
      let receipt = try #require(taken.receipt)
      #expect(receipt.known == 1 && receipt.unknown == 2 && receipt.received == 1 && taken.left.isEmpty)
      #expect(try await sri.deposit(test) == Rupiah(7_000))
      // The same file again, by the same hand or another, changes nothing.
      _ = try await bank.statements.take(file, by: Staff.finance)
      #expect(try await bank.statements.take(file, by: Staff.bank).receipt?.known == 4)
      let waiting = try await test.office.contributions.suspense(by: Staff.finance)
      #expect(waiting.map(\.amount).sum() == Rupiah(30_000))
      // Somebody recognises it, and it settles like any other.
      _ = try await test.office.contributions.assign(
        waiting[0].bankReference, to: sri.va, because: "bukti transfer", by: Staff.finance, key: test.key("kenal"))
      #expect(try await sri.deposit(test) > Rupiah(7_000))
      // The same reference with other money is left for a person, once; the other line is received.
      let other = bank.sandbox.notification(
        of: [
          SandboxCredit(reference: "TRF-3", va: sri.va.digits, amount: Rupiah(70_000), payer: "Sri Wahyuni"),
          SandboxCredit(reference: "TRF-9", va: sri.va.digits, amount: Rupiah(9_000), payer: "Sri Wahyuni"),
        ], number: "2", at: test.clock.read())
      let before = try await sri.deposit(test)
      for _ in 0...1 {
        let mixed = try await bank.statements.take(other, by: Staff.finance)
        #expect(mixed.left.count == 1)
        #expect(try await sri.deposit(test) == before + Rupiah(9_000))
      }
      #expect(try await test.office.claims.matters(by: Staff.finance).map(\.kind) == [.leftOver])
      #expect(try await test.brokenRules() == [])
    }
  }

  @Test("What cannot be booked is left for a person, and the rest is taken")
  func left() async throws {
    try await TestOffice.each(.sqlite) { test in
      let (bank, sri) = (try TestSandbox(test), try await SelfPayer.sri(test))
      let day = test.clock.read().day
      let entries = [
        AccountNotification.Entry(reference: "P", amount: Rupiah(1), isBooked: false, booked: day),
        AccountNotification.Entry(reference: "R", amount: Rupiah(2), isCredit: false, isReversal: true, booked: day),
        AccountNotification.Entry(reference: "F", amount: Rupiah(3), isCredit: false, booked: day),
        AccountNotification.Entry(
          reference: "X", amount: Rupiah(4), isCredit: false, booked: day, endToEndID: "not-ours"),
        AccountNotification.Entry(reference: "G", amount: Rupiah(5_000), booked: day, virtualAccount: sri.va.digits),
      ]
      let notice = AccountNotification.Notice(id: "N1", account: "9899100000001", entries: entries)
      let file = AccountNotification(messageID: "M1", created: test.clock.read(), notices: [notice]).xml()
      let taken = try await bank.statements.take(file, by: Staff.finance)
      #expect(taken.receipt?.received == 1 && taken.payouts == 0)
      #expect(taken.left.map(\.place).sorted() == ["F", "P", "R", "not-ours"])
      await #expect(throws: FormatError.self) { try await bank.statements.take(Array("<x/>".utf8), by: Staff.finance) }
      await #expect(throws: OfficeError.self) { try await bank.statements.take(file, by: Staff.desk) }
    }
  }
}

/// A sandbox in front of its door.
struct TestSandbox: Sendable {
  let sandbox: BankSandbox
  let statements: StatementImport

  init(_ test: TestOffice) throws {
    let partner = BankPartner.sandbox(of: test.office)
    let door = BankDoor(office: test.office, partners: [partner])
    sandbox = BankSandbox(try SandboxGate(production: false), office: test.office) { await door.answer($0) }
    statements = StatementImport(office: test.office, partner: partner.id)
  }
}
