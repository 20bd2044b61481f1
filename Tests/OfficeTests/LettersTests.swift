import Fixtures
import Formats
import Gateways
import Law
import Office
import Programs
import Store
import Testing
import Vocabulary

@Suite("Letters")
struct LettersTests {
  @Test(
    "The bill tells what, until when and where to pay; once paid, that it is paid", arguments: ScratchDatabase.engines)
  func bill(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let sri = try await SelfPayer.sri(test)
      let (her, month, letters) = (Staff.member(sri.member), Month(year: 2026, month: 1), test.office.letters)
      let letter = try await letters.bill(of: sri.id, month, by: her)
      for words in [
        sri.va.spaced, sri.owed.description, "Jaminan Kecelakaan Kerja", "Tagihan iuran Januari 2026", "Sri Wahyuni",
      ] {
        #expect(letter.everything.contains(words), "\(words)")
      }
      #expect(try await letter.pdf() == letters.bill(of: sri.id, month, by: her).pdf())
      let english = try await letters.bill(of: sri.id, month, in: .english, by: her)
      #expect(english.subject == "Contributions for January 2026" && english.everything.contains("Pay by"))
      let paid = await (try TestSandbox(test)).sandbox.pay(sri.va, sri.owed, reference: "1", at: test.clock.read())
      #expect(paid.isPaid)
      let settled = try await letters.bill(of: sri.id, month, by: her)
      #expect(settled.everything.contains("sudah lunas") && !settled.everything.contains(sri.va.spaced))
      await #expect(throws: OfficeError.self) { try await letters.bill(of: sri.id, month.next, by: her) }
      try await expectOnlyHers(test, sri) { try await letters.bill(of: sri.id, month, by: $0) }
    }
  }

  @Test("The card carries its number, and a code that the office knows for its own", arguments: ScratchDatabase.engines)
  func card(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let (sri, letters) = (try await SelfPayer.sri(test), test.office.letters)
      let card = try await letters.card(of: sri.member, sri.kpj, by: Staff.member(sri.member))
      #expect(card.kpj == sri.kpj && card.name == "Sri Wahyuni" && card.programmes.contains(.jht))
      #expect(letters.isOurs(card.code) && card.code.contains(sri.kpj.digits))
      for personal in ["Sri", "9971014107850001", sri.va.digits] { #expect(!card.code.contains(personal)) }
      #expect(!letters.isOurs(card.code.replacing("NAUNGAN KPJ", with: "NAUNGAN KPK")))
      #expect(!letters.isOurs("") && !letters.isOurs("NAUNGAN") && !letters.isOurs(String(card.code.dropLast())))
      #expect(try await card.pdf() == letters.card(of: sri.member, sri.kpj, by: Staff.desk).pdf())
      try await expectOnlyHers(test, sri) { try await letters.card(of: sri.member, sri.kpj, by: $0) }
    }
  }

  @Test("The yearly statement adds up, movement by movement, with its rate", arguments: ScratchDatabase.engines)
  func statement(_ engine: Engine) async throws {
    try await TestOffice.each(engine, on: Month(year: 2024, month: 11).day(4)) { test in
      let sri = try await SelfPayer.sri(test)
      let (her, office) = (Staff.member(sri.member), test.office)
      try await LetterScene.pay(sri, Month(year: 2024, month: 11)...Month(year: 2024, month: 12), test)
      let early = try await office.letters.statement(of: sri.member, sri.kpj, year: 2024, by: her)
      #expect(early.everything.contains("belum dibukukan"))
      test.clock.move(to: Month(year: 2025, month: 1).day(10))
      try await LetterScene.postReturn(of: 2024, test)
      let letter = try await office.letters.statement(of: sri.member, sri.kpj, year: 2024, by: her)
      let statement = try await office.savings.statement(of: sri.member, sri.kpj, year: 2024, by: her)
      #expect(statement.contributions == Rupiah(64_000) && statement.earned.isPositive)
      for words in [
        "Iuran November 2024", "Iuran Desember 2024", "Hasil pengembangan setahun (2024)", statement.closing.grouped,
        "Saldo awal", "setahun",
      ] { #expect(letter.everything.contains(words), "\(words)") }
      #expect(try await letter.pdf() == office.letters.statement(of: sri.member, sri.kpj, year: 2024, by: her).pdf())
      await #expect(throws: OfficeError.self) {
        try await office.letters.statement(of: sri.member, sri.kpj, year: 2019, by: her)
      }
      try await expectOnlyHers(test, sri) {
        try await office.letters.statement(of: sri.member, sri.kpj, year: 2024, by: $0)
      }
    }
  }

  @Test(
    "From submission to payment, each letter says where the claim is and what comes next",
    arguments: ScratchDatabase.engines)
  func approved(_ engine: Engine) async throws {
    try await LetterScene.each(engine) { scene in
      let (letters, number, test) = (scene.test.office.letters, scene.number, scene.test)
      let receipt = try await letters.submission(number, by: scene.her)
      for words in [
        number.text, "3 hari kerja *", "paling lambat 26 Februari 2026", "BRI •••• 9012", "berhenti berusaha",
      ] {
        #expect(receipt.everything.contains(words), "\(words)")
      }
      #expect(!receipt.everything.contains("123456789012") && !receipt.everything.contains("9971014107850001"))
      await #expect(throws: OfficeError.self) { try await letters.decision(number, by: scene.her) }
      _ = try await test.office.claims.verify(number, documents: "KTP", by: Staff.desk, key: test.key("v"))
      let approval = try await test.office.claims.approve(number, by: Staff.claimsHead, key: test.key("a"))
      let letter = try await letters.decision(number, by: scene.her)
      let steps = approval.decision.working
      for words in [
        approval.payable.gross.description, approval.payable.net.description, "paling lambat 26 Februari 2026",
        "Cara menghitung", "Permenaker 4/2022", "Jika Anda tidak setuju", steps[0].words.indonesian,
      ] { #expect(letter.everything.contains(words), "\(words)") }
      #expect(letter.everything.contains("* Aturan atau nilai bertanda bintang") == (steps.confidence == .draft))
      #expect(letter.created == Instant(letter.day) && letters.isOurs(letter.code?.text ?? ""))
      #expect(try await letter.pdf() == letters.decision(number, by: scene.her).pdf())
      try await LetterScene.payOut(test)
      #expect(
        try await letters.decision(number, by: scene.her).everything.contains(
          "sudah mengirim uang pada 23 Februari 2026"))
      let english = try await letters.decision(number, in: .english, by: Staff.desk)
      #expect(
        english.everything.contains("The bank sent the money") && english.everything.contains(steps[0].words.english))
      try await expectOnlyHers(test, scene.sri) { try await letters.decision(number, by: $0) }
      try await expectOnlyHers(test, scene.sri) { try await letters.submission(number, by: $0) }
    }
  }

  @Test("A refusal gives the reason, what to do and how to object", arguments: ScratchDatabase.engines)
  func refused(_ engine: Engine) async throws {
    try await LetterScene.each(engine) { scene in
      let reason = "Foto KTP tidak terbaca. Kirim foto yang jelas."
      _ = try await scene.test.office.claims.refuse(
        scene.number, because: reason, by: Staff.desk, key: scene.test.key("no"))
      let letter = try await scene.test.office.letters.decision(scene.number, by: scene.her)
      for words in [reason, "belum dapat dibayar", "Ajukan klaim lagi", "Jika Anda tidak setuju", "tidak berkurang"] {
        #expect(letter.everything.contains(words), "\(words)")
      }
    }
  }

  /// Another member and an employer's officer are refused; the desk's reading and her own are in the trail.
  private func expectOnlyHers<T>(_ test: TestOffice, _ sri: SelfPayer, _ read: (Actor) async throws -> T) async throws {
    let other = Staff.member(try #require(MemberID(sri.member.value + 1)))
    let stranger = Staff.officer(of: try #require(EmployerID(sri.member.value + 2)))
    for actor in [other, stranger, Actor.visitor, Staff.administrator] {
      await #expect(throws: OfficeError.self) { _ = try await read(actor) }
    }
    let before = try await test.office.audit.rows(about: sri.member.value, by: Staff.auditor).count
    _ = try await read(Staff.desk)
    let rows = try await test.office.audit.rows(about: sri.member.value, by: Staff.auditor)
    #expect(rows.count == before + 1 && rows.contains { $0.act.hasPrefix("letters.") && $0.actor == Staff.desk.id })
  }
}

/// Sri after four months of paying, with a claim.
struct LetterScene: Sendable {
  let test: TestOffice
  let sri: SelfPayer
  let number: ClaimNumber
  var her: Actor { Staff.member(sri.member) }

  static func each(_ engine: Engine, _ body: (LetterScene) async throws -> Void) async throws {
    try await TestOffice.each(engine, on: Month(year: 2025, month: 9).day(1)) { test in
      let sri = try await SelfPayer.sri(test)
      let her = Staff.member(sri.member)
      try await pay(sri, Month(year: 2025, month: 9)...Month(year: 2025, month: 12), test)
      test.clock.move(to: Month(year: 2026, month: 1).day(20))
      _ = try await test.office.members.stopBusiness(
        sri.kpj, on: Month(year: 2026, month: 1).day(19), by: her, key: test.key("stop"))
      test.clock.move(to: Month(year: 2026, month: 2).day(23))
      let answer = try await test.office.claims.submit(
        JHTClaimForm(ground: .stoppedBusiness, channel: .jmo, kpjs: [sri.kpj]), of: sri.member, by: her,
        key: test.key("claim"))
      try await body(LetterScene(test: test, sri: sri, number: try #require(answer.number)))
    }
  }

  static func pay(_ sri: SelfPayer, _ months: ClosedRange<Month>, _ test: TestOffice) async throws {
    for month in months {
      test.clock.move(to: month.day(12))
      _ = try await test.office.contributions.bill(month, by: .system("billing"))
      let payment = IncomingPayment(
        bankReference: "SRI-\(month)", va: sri.va.digits, amount: sri.owed, paidOn: month.day(12), channel: "ATM")
      let receipt = try await test.office.contributions.receive(
        [payment], by: Staff.bank, key: test.key("pay-\(month)"))
      #expect(receipt.billsSettled == 1)
    }
  }

  static func postReturn(of year: Int, _ test: TestOffice) async throws {
    let savings = test.office.savings
    let run = try await savings.previewReturn(of: year, by: Staff.finance, key: test.key("p-\(year)"))
    _ = try await savings.approveReturn(run, by: Staff.branchHead, key: test.key("a-\(year)"))
    _ = try await savings.postReturn(of: year, by: Staff.finance)
  }

  static func payOut(_ test: TestOffice) async throws {
    let claims = test.office.claims
    let batch = try #require(try await claims.makePayouts(by: Staff.finance, key: test.key("file")))
    _ = try await claims.releasePayouts(batch.id, by: Staff.branchHead, key: test.key("release"))
    let paid = batch.payouts.map { PayoutResult(endToEnd: $0.endToEnd, outcome: .paid, reason: "", bankReference: "B") }
    _ = try await claims.record(paid, by: Staff.bank, key: test.key("paid"))
  }
}

extension Letter {
  /// Every word on it, block by block.
  var everything: String {
    let blocks = body.map { block -> [String] in
      switch block {
      case .paragraph(let text), .heading(let text): [text]
      case .facts(let facts): facts.flatMap { [$0.name, $0.value] }
      case .points(let points): points
      case .table(let table): table.columns.map(\.title) + table.rows.flatMap(\.self) + (table.total ?? [])
      case .working(let working):
        [working.title]
          + (working.steps + [working.total].compactMap(\.self)).flatMap { [$0.text, $0.amount, $0.article] }
      }
    }
    return ([[subject, reference], recipient] + blocks).flatMap(\.self).joined(separator: "\n")
  }
}
