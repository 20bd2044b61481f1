import Fixtures
import Ledger
import Office
import Programs
import Store
import Testing
import Vocabulary

@Suite("The story")
struct StoryTests {
  @Test(
    "Sri registers, pays for two years, sees her savings grow, stops, claims and is paid",
    arguments: ScratchDatabase.engines)
  func sri(_ engine: Engine) async throws {
    let test = try TestOffice.open(engine, on: Month(year: 2024, month: 1).day(8))
    let office = test.office

    // 1. Sri registers herself. She gets a number, a virtual account and her first bill.
    let sri = try await office.members.register(
      People.sellsVegetables(login: "sri", password: "sayur-segar"), by: .visitor, key: test.key("daftar-1"))
    let her = Staff.member(sri.memberID)
    let payer = try #require(PayerID(sri.memberID.value))
    let first = try await office.contributions.bill(payer, Month(year: 2024, month: 1), by: her)
    #expect(first.jkk == Rupiah(16_000) && first.jkm == Rupiah(6_800) && first.jht == Rupiah(32_000))
    try await balanced(test)

    // 2. She pays each month for two years; everyone is billed on the first.
    let va = try #require(sri.va)
    for month in Month(year: 2024, month: 1)...Month(year: 2025, month: 12) {
      test.clock.move(to: month.day(month == Month(year: 2024, month: 1) ? 9 : 1))
      _ = try await office.contributions.bill(month, by: .system("billing"))
      test.clock.move(to: month.day(12))
      let bill = try await office.contributions.bill(payer, month, by: her)
      let receipt = try await office.contributions.receive(
        [
          IncomingPayment(
            bankReference: "SRI-\(month)", va: va.digits, amount: bill.total, paidOn: test.clock.read().day,
            channel: "ATM")
        ], by: Staff.bank, key: test.key("bayar-\(month)"))
      #expect(receipt.billsSettled == 1 && receipt.credits == 1)
      if month.monthOfYear == 12 {
        test.clock.move(to: month.next.day(10))
        try await postReturn(of: month.year, test)
        try await balanced(test)
      }
    }

    // 3. She looks at her savings: 24 × 32.000 and the return of two years.
    let savings = try await office.savings.balances(of: sri.memberID, by: her, why: "her own")
    let account = try #require(savings.first)
    #expect(account.years.map(\.contributions) == [Rupiah(384_000), Rupiah(384_000), .zero])
    for year in account.years { #expect(year.opening + year.contributions + year.earned + year.paid == year.closing) }
    for year in account.years.dropLast() { #expect(year.earned.isPositive && year.complete) }

    // 4. A claim while she still works is refused in one sentence, and nothing is recorded.
    test.clock.move(to: Month(year: 2026, month: 1).day(20))
    let early = try await office.claims.submit(claim(sri.kpj), of: sri.memberID, by: her, key: test.key("klaim-0"))
    #expect(early.number == nil && early.refusals.contains(.stillActive))

    // 5. She stops her business and claims through the phone: her data were confirmed when she registered.
    _ = try await office.members.stopBusiness(
      sri.kpj, on: Month(year: 2026, month: 1).day(19), by: her, key: test.key("berhenti"))
    test.clock.move(to: Month(year: 2026, month: 2).day(23))
    let answer = try await office.claims.submit(claim(sri.kpj), of: sri.memberID, by: her, key: test.key("klaim-1"))
    let number = try #require(answer.number, "refused: \(answer.refusals)")
    let payable = try #require(answer.payable)
    #expect(payable.tax.isZero && payable.net == payable.gross)
    try await balanced(test)

    // 6. One officer verifies, another approves; the first may not do both.
    _ = try await office.claims.verify(
      number, documents: "KTP, kartu peserta", by: Staff.desk, key: test.key("periksa"))
    let approval = try await office.claims.approve(number, by: Staff.claimsHead, key: test.key("setuju"))
    #expect(approval.payable == payable)
    try await balanced(test)

    // 7. Finance makes the file, the branch head releases it, the bank pays.
    let batch = try #require(try await office.claims.makePayouts(by: Staff.finance, key: test.key("berkas")))
    _ = try await office.claims.releasePayouts(batch.id, by: Staff.branchHead, key: test.key("lepas"))
    try await balanced(test)
    let paid = PayoutResult(endToEnd: batch.payouts[0].endToEnd, outcome: .paid, reason: "", bankReference: "B-1")
    #expect(try await office.claims.record([paid], by: Staff.bank, key: test.key("hasil")) == 1)
    try await balanced(test)

    // 8. She sees it paid, and her account stands at zero.
    let seen = try await office.claims.claim(number, by: her, why: "tracking")
    #expect(seen.status == .paid)
    #expect(try await office.savings.balances(of: sri.memberID, by: her, why: "after").first?.balance == .zero)

    // 9. Every step is in the trail, and nobody touched it.
    let verdict = try await office.audit.verify()
    #expect(verdict.holds && verdict.rows > 50)
  }

  @Test(
    "PT Maju registers forty workers and pays for them; Budi resigns, waits, and claims",
    arguments: ScratchDatabase.engines)
  func budi(_ engine: Engine) async throws {
    let test = try TestOffice.open(engine, on: Month(year: 2025, month: 3).day(3))
    let office = test.office

    // 1. PT Maju fills in Formulir 1 and 1a.
    let maju = try await office.employers.register(People.ptMaju, by: .visitor, key: test.key("f1"))
    let officer = Staff.officer(of: maju.id)
    let payer = try #require(PayerID(maju.id.value))
    let joiners =
      [
        WorkerReport.joins(
          People.budi, occupation: "montir", startedOn: Month(year: 2025, month: 3).day(1), wage: Rupiah(5_000_000))
      ]
      + (1..<40).map {
        .joins(
          People.worker($0), occupation: "montir", startedOn: Month(year: 2025, month: 3).day(1),
          wage: Rupiah(3_500_000))
      }
    let report = try await office.employers.report(joiners, for: maju.id, by: officer, key: test.key("f1a"))
    #expect(report.joined.count == 40)
    let budi = report.joined[0]
    try await balanced(test)

    // 2. It is billed and pays from March to August.
    for month in Month(year: 2025, month: 3)...Month(year: 2025, month: 8) {
      test.clock.move(to: month.day(25))
      _ = try await office.contributions.bill(month, by: .system("billing"))
      let bill = try await office.contributions.bill(payer, month, by: officer)
      #expect(bill.workers == 40)
      test.clock.move(to: month.next.day(10))
      let receipt = try await office.contributions.receive(
        [
          IncomingPayment(
            bankReference: "MAJU-\(month)", va: maju.va.digits, amount: bill.total, paidOn: test.clock.read().day,
            channel: "TRF")
        ],
        by: Staff.bank, key: test.key("maju-\(month)"))
      #expect(receipt.billsSettled == 1 && receipt.credits == 40)
      try await balanced(test)
    }

    // 3. Budi resigns on 31 August. PT Maju reports him out.
    let lastDay = Month(year: 2025, month: 8).day(31)
    test.clock.move(to: Month(year: 2025, month: 9).day(20))
    _ = try await office.employers.report(
      [.leaves(kpj: budi.kpj, endedOn: lastDay, reason: .resigned)], for: maju.id, by: officer, key: test.key("keluar"))

    // 4. Within the month it is too early: he is told the day to come back.
    let him = Staff.member(budi.memberID)
    let form = JHTClaimForm(ground: .resigned, channel: .branch, kpjs: [budi.kpj])
    let early = try await office.claims.submit(form, of: budi.memberID, by: him, key: test.key("klaim-a"))
    #expect(early.refusals == [.tooEarly(payableFrom: Month(year: 2025, month: 9).day(30))])

    // 5. A month later he claims, is verified, approved and paid; the bank sends it back once.
    test.clock.move(to: Month(year: 2025, month: 10).day(6))
    let answer = try await office.claims.submit(form, of: budi.memberID, by: him, key: test.key("klaim-b"))
    let number = try #require(answer.number, "refused: \(answer.refusals)")
    #expect(try #require(answer.payable).gross >= Rupiah(6 * 285_000))
    _ = try await office.claims.verify(number, documents: "KTP, paklaring", by: Staff.desk, key: test.key("v"))
    _ = try await office.claims.approve(number, by: Staff.claimsHead, key: test.key("a"))
    try await pay(test, .rejected, "AC04", round: 1)
    #expect(try await office.claims.claim(number, by: him, why: "tracking").status == .returned)
    try await balanced(test)
    _ = try await office.claims.mendAccount(
      number, to: BankAccount(code: "014", number: "5550001112", holder: "Budi Santoso"), by: him,
      key: test.key("rekening"))
    try await pay(test, .paid, "", round: 2)
    #expect(try await office.claims.claim(number, by: him, why: "tracking").status == .paid)
    try await balanced(test)
  }

  private func claim(_ kpj: KPJ) -> JHTClaimForm {
    JHTClaimForm(ground: .stoppedBusiness, channel: .jmo, kpjs: [kpj])
  }

  private func balanced(_ test: TestOffice, _ at: SourceLocation = #_sourceLocation) async throws {
    #expect(try await test.brokenRules() == [], sourceLocation: at)
  }

  private func postReturn(of year: Int, _ test: TestOffice) async throws {
    let run = try await test.office.savings.previewReturn(of: year, by: Staff.finance, key: test.key("hitung-\(year)"))
    _ = try await test.office.savings.approveReturn(run, by: Staff.branchHead, key: test.key("setujui-\(year)"))
    let done = try await test.office.savings.postReturn(of: year, by: Staff.finance)
    #expect(done.completed && done.slicesPosted == done.slices)
  }

  private func pay(_ test: TestOffice, _ outcome: PayoutResult.Outcome, _ reason: String, round: Int) async throws {
    let batch = try #require(
      try await test.office.claims.makePayouts(by: Staff.finance, key: test.key("berkas-\(round)")))
    _ = try await test.office.claims.releasePayouts(batch.id, by: Staff.branchHead, key: test.key("lepas-\(round)"))
    let results = batch.payouts.map {
      PayoutResult(endToEnd: $0.endToEnd, outcome: outcome, reason: reason, bankReference: "B\(round)")
    }
    #expect(
      try await test.office.claims.record(results, by: Staff.bank, key: test.key("hasil-\(round)")) == results.count)
  }
}
