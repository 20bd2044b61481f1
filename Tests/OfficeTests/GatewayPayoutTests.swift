import Fixtures
import Formats
import Gateways
import Office
import Programs
import Store
import Synchronization
import Testing
import Vocabulary

@Suite("Payments to members, through the bank")
struct GatewayPayoutTests {
  @Test("Each payment gets the bank's word, at once and days later", arguments: ScratchDatabase.engines)
  func everyMagic(_ engine: Engine) async throws {
    let accounts = ["5550000001"] + MagicAccount.allCases.map { "555000\($0.rawValue)" }
    try await PayoutScene.each(engine, accounts) { scene in
      let carried = try await scene.courier.carry(by: Staff.bank)
      #expect(carried.map(\.payments) == [7] && carried[0].heard.recorded == 6 && carried[0].heard.left.isEmpty)
      #expect(
        try await scene.statuses() == [.paid, .returned, .returned, .returned, .returned, .inPayment, .paid])
      #expect(try await scene.reason(ofClaim: 2) == "AC04: Rekening sudah ditutup.")
      try await scene.balanced()
      // Asked again, the bank says the same, and nothing moves.
      #expect(try await scene.courier.carry(by: Staff.bank).map(\.heard.recorded) == [0])
      let file = try scene.courier.order(for: scene.batch).xml()
      #expect(await scene.sandbox.execute(file) == scene.sandbox.execute(file))
      let later = await scene.sandbox.later(file)
      #expect(try await scene.courier.hear(later, by: Staff.bank).recorded == 2)
      #expect(try await scene.courier.hear(later, by: Staff.finance).recorded == 0)
      #expect(
        try await scene.statuses() == [.paid, .returned, .returned, .returned, .returned, .paid, .returned])
      try await scene.balanced()
      #expect(try await scene.courier.carry(by: Staff.bank).isEmpty)
    }
  }

  @Test("The bank's later word first, then the earlier one: the furthest stands", arguments: ScratchDatabase.engines)
  func outOfOrder(_ engine: Engine) async throws {
    try await PayoutScene.each(engine, ["5550009977", "5550009990"]) { scene in
      let file = try scene.courier.order(for: scene.batch).xml()
      _ = try await scene.courier.hear(await scene.sandbox.later(file), by: Staff.bank)
      #expect(try await scene.statuses() == [.paid, .returned])
      _ = try await scene.courier.carry(by: Staff.bank)
      let first = await scene.sandbox.execute(file)
      _ = try await scene.courier.hear(BankReply(notifications: first.notifications), by: Staff.bank)
      _ = try await scene.courier.hear(first, by: Staff.bank)
      #expect(try await scene.statuses() == [.paid, .returned])
      try await scene.balanced()
    }
  }

  @Test("Killed between any two steps and started again, everybody is paid once", arguments: ScratchDatabase.engines)
  func killed(_ engine: Engine) async throws {
    try await PayoutScene.each(engine, ["5550000001", "5550000002", "5550009904"]) { scene in
      // The bank has the file, and its answer is lost on the way.
      let lossy = PayoutCourier(office: scene.office) { order in
        _ = await scene.sandbox.execute(order)
        throw Lost()
      }
      await #expect(throws: Lost.self) { try await lossy.carry(by: Staff.bank) }
      #expect(try await scene.statuses() == [.inPayment, .inPayment, .inPayment])
      let faults = scene.office.database.faults
      for n in 1...200 {
        faults.crash(afterWrite: n)
        _ = try? await scene.courier.carry(by: Staff.bank)
        let struck = faults.hasStruck
        faults.disarm()
        try await scene.balanced()
        if !struck { break }
        #expect(n < 200, "there is no end to the writes")
      }
      faults.loseAnswer(ofCommit: 1)
      _ = try? await scene.courier.carry(by: Staff.bank)
      faults.disarm()
      _ = try await scene.courier.carry(by: Staff.bank)
      #expect(try await scene.statuses() == [.paid, .paid, .returned])
      #expect(try await scene.office.claims.payoutBatches(by: Staff.finance)[0].results.count == 3)
      try await scene.balanced()
    }
  }

  @Test("A rejected account is mended, and the next file pays it", arguments: ScratchDatabase.engines)
  func mended(_ engine: Engine) async throws {
    try await PayoutScene.each(engine, ["5550009901"]) { scene in
      _ = try await scene.courier.carry(by: Staff.bank)
      #expect(try await scene.statuses() == [.returned])
      let office = scene.office
      _ = try await office.claims.mendAccount(
        scene.claims[0], to: .init(code: "014", number: "5550001112", holder: scene.names[0]), by: Staff.desk,
        key: ActKey("mend"))
      let batch = try #require(try await office.claims.makePayouts(by: Staff.finance, key: ActKey("file-2")))
      _ = try await office.claims.releasePayouts(batch.id, by: Staff.branchHead, key: ActKey("release-2"))
      #expect(try await scene.courier.carry(by: Staff.bank).count == 1)
      #expect(try await scene.statuses() == [.paid])
      try await scene.balanced()
    }
  }

  @Test(
    "\"Sent before\" pays nobody twice; a file rejected as a whole rejects everyone; strangers are left",
    arguments: ScratchDatabase.engines)
  func reports(_ engine: Engine) async throws {
    try await PayoutScene.each(engine, ["5550000001", "5550000002"]) { scene in
      let message = scene.batch.message
      func report(_ reason: StatusReason, of original: String, items: [PaymentStatusReport.Item] = []) -> BankReply {
        BankReply(reports: [
          PaymentStatusReport(
            messageID: "R-\(reason.rawValue)", created: scene.batch.madeAt, originalMessageID: original,
            group: items.isEmpty ? .rejected : nil, groupReason: items.isEmpty ? reason : nil, items: items
          ).xml()
        ])
      }
      let twice = try await scene.courier.hear(report(.duplicate, of: message), by: Staff.bank)
      #expect(twice.recorded == 0 && twice.left.count == 2)
      #expect(try await scene.courier.hear(report(.noFunds, of: "NGN1"), by: Staff.bank).left.count == 1)
      let first = scene.batch.payouts[0]
      let wrong = PaymentStatusReport.Item(
        endToEndID: first.endToEnd, batch: "\(message)-BIFAST", status: .settled, amount: first.amount + Rupiah(1))
      #expect(
        try await scene.courier.hear(report(.noFunds, of: message, items: [wrong]), by: Staff.bank).left.count == 1)
      #expect(try await scene.statuses() == [.inPayment, .inPayment])
      #expect(try await scene.courier.hear(report(.noFunds, of: message), by: Staff.bank).recorded == 2)
      #expect(try await scene.statuses() == [.returned, .returned])
      try await scene.balanced()
      await #expect(throws: OfficeError.self) { try await scene.courier.carry(by: Staff.desk) }
    }
  }

  @Test("The sandbox refuses what it cannot read and what is not from our account")
  func refuses() async throws {
    try await PayoutScene.each(.sqlite, ["5550000001"]) { scene in
      let garbage = try PaymentStatusReport.read(await scene.sandbox.execute(Array("<x>".utf8)).reports[0])
      #expect(garbage.group == .rejected && garbage.groupReason == StatusReason("FF01"))
      var order = scene.courier.order(for: scene.batch)
      order.debtor.number = "111"
      let foreign = try PaymentStatusReport.read(await scene.sandbox.execute(try order.xml()).reports[0])
      #expect(foreign.group == .rejected && foreign.groupReason == .wrongAccount)
    }
  }
}

private struct Lost: Error {}

/// Some members with an approved claim each, and a released file of their payments.
struct PayoutScene: Sendable {
  let test: TestOffice
  let sandbox: BankSandbox
  let courier: PayoutCourier
  let batch: PayoutBatch
  let claims: [ClaimNumber]
  let names: [String]

  var office: Office { test.office }

  static func each(_ engine: Engine, _ accounts: [String], _ body: (PayoutScene) async throws -> Void) async throws {
    try await TestOffice.each(engine, on: Month(year: 2025, month: 3).day(3)) { test in
      try await body(try await make(test, accounts))
    }
  }

  private static func make(_ test: TestOffice, _ accounts: [String]) async throws -> PayoutScene {
    let office = test.office
    let (month, people) = (Month(year: 2025, month: 3), people(with: accounts))
    let maju = try await office.employers.register(People.ptMaju, by: .visitor, key: test.key("f1"))
    let officer = Staff.officer(of: maju.id)
    let joined = try await office.employers.report(
      people.map { .joins($0, occupation: "montir", startedOn: month.day(1), wage: Rupiah(4_000_000)) }, for: maju.id,
      by: officer, key: test.key("f1a")
    ).joined
    test.clock.move(to: month.day(25))
    _ = try await office.contributions.bill(month, by: .system("billing"))
    let bill = try await office.contributions.bill(try #require(PayerID(maju.id.value)), month, by: officer)
    _ = try await office.contributions.receive(
      [
        IncomingPayment(
          bankReference: "MAJU", va: maju.va.digits, amount: bill.total, paidOn: month.day(25), channel: "TRF")
      ], by: Staff.bank, key: test.key("pay"))
    test.clock.move(to: Month(year: 2025, month: 4).day(5))
    _ = try await office.employers.report(
      joined.map { .leaves(kpj: $0.kpj, endedOn: Month(year: 2025, month: 3).day(31), reason: .resigned) },
      for: maju.id,
      by: officer, key: test.key("out"))
    test.clock.move(to: Month(year: 2025, month: 5).day(20))
    var claims: [ClaimNumber] = []
    for one in joined {
      let form = JHTClaimForm(ground: .resigned, channel: .branch, kpjs: [one.kpj])
      let answer = try await office.claims.submit(
        form, of: one.memberID, by: Staff.member(one.memberID), key: test.key("claim"))
      let number = try #require(answer.number, "refused: \(answer.refusals.map(\.code))")
      _ = try await office.claims.verify(number, documents: "KTP", by: Staff.desk, key: test.key("v-\(number)"))
      _ = try await office.claims.approve(number, by: Staff.claimsHead, key: test.key("a-\(number)"))
      claims.append(number)
    }
    let made = try #require(try await office.claims.makePayouts(by: Staff.finance, key: test.key("file")))
    let batch = try await office.claims.releasePayouts(made.id, by: Staff.branchHead, key: test.key("release"))
    let sandbox = try TestSandbox(test).sandbox
    return PayoutScene(
      test: test, sandbox: sandbox, courier: PayoutCourier(office: office) { await sandbox.execute($0) }, batch: batch,
      claims: claims, names: people.map(\.name))
  }

  private static func people(with accounts: [String]) -> [PersonForm] {
    accounts.enumerated().map { index, account in
      var person = People.worker(index + 1)
      person.bankAccount = account
      return person
    }
  }

  /// How far each claim is, in the order of the accounts.
  func statuses() async throws -> [ClaimStatus] {
    var found: [ClaimStatus] = []
    for claim in claims { found.append(try await office.claims.claim(claim, by: Staff.desk, why: "test").status) }
    return found
  }

  func reason(ofClaim index: Int) async throws -> String? {
    try await office.claims.claim(claims[index], by: Staff.desk, why: "test").events.last?.detail
  }

  func balanced(_ at: SourceLocation = #_sourceLocation) async throws {
    #expect(try await test.brokenRules() == [], sourceLocation: at)
  }
}
