import Fixtures
import Office
import Programs
import Store
import Testing
import Vocabulary

/// Steps that many tests begin with.
extension Scene {
  /// Sri registers herself.
  @discardableResult
  func registerSri() async throws -> Enrolled {
    try await office.members.register(People.sellsVegetables(), by: .visitor, key: try freshKey())
  }

  /// Somebody else registers as self-employed, with JHT.
  @discardableResult
  func registerSelfEmployed(_ person: PersonForm, income: String = "1.500.000") async throws -> Enrolled {
    let form = SelfEmployedForm(person: person, occupation: "pedagang", income: income, withJHT: true)
    return try await office.members.register(form, by: .visitor, key: try freshKey())
  }

  /// PT Maju, or another, registers and reports its workers.
  func employ(
    _ people: [PersonForm], wage: Int64 = 5_000_000, since day: String, by form: EmployerForm = People.ptMaju
  ) async throws -> (employer: Employer, workers: [Enrolled]) {
    let employer = try await office.employers.register(form, by: .visitor, key: try freshKey())
    return (employer, try await report(people, wage: wage, since: day, for: employer.id).joined)
  }

  @discardableResult
  func report(_ people: [PersonForm], wage: Int64 = 5_000_000, since day: String, for id: EmployerID) async throws
    -> ReportOutcome
  {
    let start = try #require(Day(day))
    let lines = people.map { WorkerReport.joins($0, occupation: "montir", startedOn: start, wage: Rupiah(wage)) }
    return try await office.employers.report(lines, for: id, by: Staff.officer(of: id), key: try freshKey())
  }

  func leaves(_ kpj: KPJ, on day: String, reason: EndReason = .resigned, from id: EmployerID) async throws {
    let line = WorkerReport.leaves(kpj: kpj, endedOn: try #require(Day(day)), reason: reason)
    _ = try await office.employers.report([line], for: id, by: Staff.officer(of: id), key: try freshKey())
  }

  @discardableResult
  func bill(_ month: String) async throws -> BillRun {
    try await office.contributions.bill(try #require(Month(month)), by: .system("billing"))
  }

  @discardableResult
  func pay(_ va: VirtualAccount?, _ amount: Rupiah, reference: String? = nil) async throws -> Receipt {
    let now = test.clock.read()
    let payment = IncomingPayment(
      bankReference: reference ?? "REF-\(now.milliseconds)", va: va?.digits ?? "98991000000000", amount: amount,
      paidOn: now.day, channel: "ATM")
    return try await office.contributions.receive([payment], by: Staff.bank, key: try freshKey())
  }

  func bill(of payer: some Payer, _ month: String) async throws -> Bill {
    try await office.contributions.bill(
      try #require(PayerID(payer.payerNumber)), try #require(Month(month)), by: Staff.clerk)
  }

  /// Bills every month and pays whatever is open in it on the tenth.
  func billAndPay(_ months: ClosedRange<String>) async throws {
    let (first, last) = (try #require(Month(months.lowerBound)), try #require(Month(months.upperBound)))
    for month in first...last {
      try move(to: month.day(8).description)
      _ = try await office.contributions.bill(month, by: .system("billing"))
      try move(to: month.day(10).description)
      for open in try await office.contributions.openBills(of: month, by: Staff.bank) {
        try await pay(open.va, open.amount)
      }
    }
  }

  func stop(_ kpj: KPJ, on day: String, by actor: Actor = Staff.clerk) async throws {
    _ = try await office.members.stopBusiness(kpj, on: try #require(Day(day)), by: actor, key: try freshKey())
  }

  @discardableResult
  func postReturn(of year: Int, sliceSize: Int = SavingsDesk.sliceSize) async throws -> ReturnRun {
    let run = try await office.savings.previewReturn(
      of: year, by: Staff.finance, key: try freshKey(), sliceSize: sliceSize)
    _ = try await office.savings.approveReturn(run, by: Staff.branchHead, key: try freshKey())
    return try await office.savings.postReturn(of: year, by: Staff.finance)
  }
}

/// A claim on its way.
extension Scene {
  func asks(_ kpjs: [KPJ], of member: MemberID, _ ground: JHTGround, _ channel: ClaimChannel = .branch) async throws
    -> ClaimAnswer
  {
    try await office.claims.submit(
      JHTClaimForm(ground: ground, channel: channel, kpjs: kpjs), of: member, by: Staff.member(member),
      key: try freshKey())
  }

  func submit(_ kpjs: [KPJ], of member: MemberID, _ ground: JHTGround, _ channel: ClaimChannel = .branch) async throws
    -> ClaimNumber
  {
    let answer = try await asks(kpjs, of: member, ground, channel)
    return try #require(answer.number, "refused: \(answer.refusals.map(\.code))")
  }

  func verify(_ number: ClaimNumber, by actor: Actor = Staff.desk) async throws {
    _ = try await office.claims.verify(number, documents: "KTP, kartu peserta", by: actor, key: try freshKey())
  }

  @discardableResult
  func approve(_ number: ClaimNumber, by actor: Actor = Staff.claimsHead) async throws -> ClaimApproval {
    try await office.claims.approve(number, by: actor, key: try freshKey())
  }

  func submitAndApprove(_ kpjs: [KPJ], of member: MemberID, _ ground: JHTGround) async throws -> ClaimNumber {
    let number = try await submit(kpjs, of: member, ground)
    try await verify(number)
    try await approve(number)
    return number
  }

  func gather() async throws -> PayoutBatch {
    try #require(try await office.claims.makePayouts(by: Staff.finance, key: try freshKey()))
  }

  @discardableResult
  func release(_ batch: PayoutBatch) async throws -> PayoutBatch {
    try await office.claims.releasePayouts(batch.id, by: Staff.branchHead, key: try freshKey())
  }

  @discardableResult
  func bankSays(_ outcome: PayoutResult.Outcome, _ endToEnd: String) async throws -> Int {
    let result = PayoutResult(
      endToEnd: endToEnd, outcome: outcome, reason: outcome == .paid ? "" : "AC04", bankReference: "B")
    return try await office.claims.record([result], by: Staff.bank, key: try freshKey())
  }

  func mend(_ number: ClaimNumber, of member: MemberID, holder: String) async throws {
    _ = try await office.claims.mendAccount(
      number, to: BankAccount(code: "014", number: "5550001112", holder: holder), by: Staff.member(member),
      key: try freshKey())
  }

  func status(_ number: ClaimNumber) async throws -> ClaimStatus {
    try await office.claims.claim(number, by: Staff.auditor, why: "test").status
  }
}
