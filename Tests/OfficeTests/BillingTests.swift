import Fixtures
import Office
import Programs
import Store
import Testing
import Vocabulary

@Suite("Billing")
struct BillingTests {
  @Test("A month billed twice, by two people under two names, is billed once", arguments: ScratchDatabase.engines)
  func once(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let (maju, _) = try await scene.employ([People.budi, People.worker(1)], since: "2026-01-01")
    let first = try await scene.bill("2026-01")
    let again = try await scene.office.contributions.bill(Month(year: 2026, month: 1), by: Staff.clerk)
    #expect(first.bills == 1 && first.lines == 2 && again.total == first.total)
    let bill = try await scene.bill(of: maju.id, "2026-01")
    #expect(bill.total == first.total && bill.workers == 2)
    #expect(try scene.count("bill") == 1)
    #expect(try scene.count("contribution") == 2)
    #expect(try await scene.brokenRules() == [])
  }

  @Test(
    "A joiner counts from his month, a leaver to his, and a wage from the month it was reported for",
    arguments: ScratchDatabase.engines)
  func comingAndGoing(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let (maju, workers) = try await scene.employ([People.budi, People.worker(1)], wage: 5_000_000, since: "2025-12-31")
    try scene.move(to: "2026-01-20")
    try await scene.report([People.worker(2)], wage: 4_000_000, since: "2026-01-20", for: maju.id)
    let february = Month(year: 2026, month: 2)
    _ = try await scene.office.employers.report(
      [.earns(kpj: workers[1].kpj, wage: Rupiah(6_000_000), from: february)], for: maju.id,
      by: Staff.officer(of: maju.id),
      key: try scene.freshKey())
    var wages: [[Int64]] = []
    for month in ["2025-12", "2026-01", "2026-02", "2026-03"] {
      if month == "2026-02" {
        try scene.move(to: "2026-02-25")
        try await scene.leaves(workers[0].kpj, on: "2026-02-14", from: maju.id)
      }
      try await scene.bill(month)
      let of = try #require(Month(month))
      let lines = try await scene.office.contributions.lines(of: maju.id.payer, of, by: Staff.clerk, why: "test")
      wages.append(lines.map(\.base.amount).sorted())
    }
    #expect(
      wages == [
        [5_000_000, 5_000_000], [4_000_000, 5_000_000, 5_000_000], [4_000_000, 5_000_000, 6_000_000],
        [4_000_000, 6_000_000],
      ])
    #expect(try await scene.brokenRules() == [])
  }

  @Test("Workers reported after a month's run come on its next bill, once", arguments: ScratchDatabase.engines)
  func lateJoiners(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let (maju, _) = try await scene.employ([People.budi], wage: 5_000_000, since: "2025-12-31")
    for month in ["2025-12", "2026-01"] {
      try scene.move(to: "2026-01-20")
      try await scene.bill(month)
    }
    try scene.move(to: "2026-02-03")
    let late = try await scene.report([People.worker(1)], wage: 4_000_000, since: "2026-01-15", for: maju.id).joined[0]
    try await scene.report([People.worker(2)], wage: 4_000_000, since: "2026-02-01", for: maju.id)
    let run = try await scene.bill("2026-02")
    #expect(run.lines == 3 && run.lateLines == 1)
    #expect(try await scene.bill("2026-03").lateLines == 0)
    let january = Month(year: 2026, month: 1)
    let bills = try await scene.office.contributions.bills(of: maju.id.payer, by: Staff.clerk)
    #expect(bills.filter { $0.month == january }.map(\.sequence) == [1, 0])
    #expect(bills.filter { $0.month == january }.map(\.workers) == [1, 1])
    let due = bills.filter { $0.month == january && $0.sequence == 1 || $0.month == january.next }.map(\.dueOn)
    #expect(due.count == 2 && due[0] == due[1])
    let lines = try await scene.office.contributions.lines(
      of: maju.id.payer, try #require(Bill.Name("2026-01.1")), by: Staff.clerk, why: "test")
    #expect(lines.map(\.kpj) == [late.kpj] && lines.map(\.base) == [Rupiah(4_000_000)])
    #expect(try await scene.bill(of: maju.id, "2026-01").sequence == 0)
    let open = try #require(try await scene.office.contributions.inquire(maju.va, by: Staff.bank))
    #expect(try await scene.pay(maju.va, open.amount).credits == 1 + 1 + 1 + 3 + 3)
    #expect(try scene.balance(late.kpj) == Rupiah(3 * 228_000))
    #expect(try await scene.brokenRules() == [])
  }

  @Test("Who registers for himself after next month's run is billed for both", arguments: ScratchDatabase.engines)
  func registersAfterTheRun(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    try scene.move(to: "2026-01-26")
    try await scene.bill("2026-02")
    let sri = try await scene.registerSri()
    let bills = try await scene.office.contributions.bills(of: sri.memberID.payer, by: Staff.clerk)
    #expect(bills.map(\.month.description) == ["2026-02", "2026-01"])
    #expect(try await scene.bill("2026-01").bills == 0)
    #expect(try await scene.brokenRules() == [])
  }

  @Test("The newest report of a wage for one month counts", arguments: ScratchDatabase.engines)
  func correctedWage(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let (maju, workers) = try await scene.employ([People.budi], since: "2026-01-01")
    for wage: Int64 in [7_000_000, 6_500_000] {
      _ = try await scene.office.employers.report(
        [.earns(kpj: workers[0].kpj, wage: Rupiah(wage), from: Month(year: 2026, month: 2))], for: maju.id,
        by: Staff.officer(of: maju.id), key: try scene.freshKey())
    }
    try await scene.bill("2026-02")
    let lines = try await scene.office.contributions.lines(
      of: maju.id.payer, Month(year: 2026, month: 2), by: Staff.clerk, why: "test")
    #expect(lines.map(\.base) == [Rupiah(6_500_000)])
  }

  @Test(
    "Somebody with two employers and a business of her own has three numbers and three accounts",
    arguments: ScratchDatabase.engines)
  func twoEmployers(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let (maju, first) = try await scene.employ([People.sri], wage: 5_000_000, since: "2026-01-01")
    let (jaya, second) = try await scene.employ([People.sri], wage: 2_000_000, since: "2026-01-01")
    let own = try await scene.office.members.register(
      People.sellsVegetables(), by: Staff.member(first[0].memberID), key: try scene.key("own"))
    let run = try await scene.bill("2026-01")
    #expect(run.bills == 2)
    for va in [maju.va, jaya.va, try #require(own.va)] {
      let open = try #require(try await scene.office.contributions.inquire(va, by: Staff.bank))
      let receipt = try await scene.pay(va, open.amount)
      #expect(receipt.billsSettled == 1 && receipt.credits == 1)
    }
    let her = try await scene.office.savings.balances(
      of: first[0].memberID, by: Staff.member(first[0].memberID), why: "own")
    #expect(her.map(\.kpj) == [first[0].kpj, second[0].kpj, own.kpj])
    #expect(her.map(\.balance) == [Rupiah(285_000), Rupiah(114_000), Rupiah(32_000)])
    #expect(try await scene.brokenRules() == [])
  }

  @Test("The bill that came with registering is not billed again", arguments: ScratchDatabase.engines)
  func firstBill(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await scene.registerSri()
    let first = try await scene.bill(of: sri.memberID, "2026-01")
    let run = try await scene.bill("2026-01")
    #expect(run.bills == 0 && first.total == Rupiah(54_800) && first.state == .open)
    #expect(try await scene.bill("2026-02").bills == 1)
    #expect(try await scene.brokenRules() == [])
  }

  @Test("A month before the rules, and one with nobody in it", arguments: ScratchDatabase.engines)
  func edges(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let empty = try await scene.bill("2026-01")
    #expect(empty.bills == 0 && empty.total == .zero)
    await #expect(throws: (any Error).self) { try await scene.bill("2010-01") }
    #expect(try scene.count("bill_run") == 1)
    #expect(try await scene.brokenRules() == [])
  }

  @Test(
    "More than three unpaid months close a self-employed membership and void its bills; three do not",
    arguments: ScratchDatabase.engines)
  func closes(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await scene.registerSri()
    let budi = try await scene.registerSelfEmployed(People.budi)
    try await scene.pay(budi.va, Rupiah(54_800))
    for month in ["2026-02", "2026-03", "2026-04"] {
      try scene.move(to: "\(month)-05")
      try await scene.bill(month)
    }
    let april = Month(year: 2026, month: 4)
    let ahead = try await refusal {
      try await scene.office.contributions.closeUnpaid(endOf: april.next, by: .system("closing"))
    }
    #expect(ahead?.places == ["month"] && ahead?.isPlain == true)
    #expect(try await scene.office.contributions.closeUnpaid(endOf: april.previous, by: .system("closing")) == 0)
    try scene.move(to: "2026-04-30")
    #expect(try await scene.office.contributions.closeUnpaid(endOf: april, by: .system("closing")) == 1)
    #expect(try await scene.office.contributions.closeUnpaid(endOf: april, by: Staff.clerk) == 0)
    let closed = try await scene.office.members.member(sri.memberID, by: Staff.desk, why: "test")
    #expect(closed.memberships[0].status == .lapsed(since: april))
    let bills = try await scene.office.contributions.bills(of: sri.memberID.payer, by: Staff.clerk)
    #expect(bills.map(\.state) == Array(repeating: .void(reason: "unpaid"), count: 4))
    let other = try await scene.office.members.member(budi.memberID, by: Staff.desk, why: "test")
    #expect(other.memberships[0].status == .active)
    #expect(try await scene.brokenRules() == [])
    try scene.move(to: "2026-05-05")
    #expect(try await scene.bill("2026-05").bills == 1)
  }

  @Test(
    "The next payment opens a closed membership, with a bill for the month it comes in",
    arguments: ScratchDatabase.engines)
  func reopens(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await closedMembership(scene)
    try scene.move(to: "2026-06-10")
    try await scene.bill("2026-06")
    #expect(try await scene.pay(sri.va, Rupiah(54_800)).billsSettled == 1)
    let her = try await scene.office.members.member(sri.memberID, by: Staff.desk, why: "test")
    #expect(her.memberships[0].status == .active)
    #expect(
      try await scene.bill(of: sri.memberID, "2026-06").state == .settled(on: Month(year: 2026, month: 6).day(10)))
    #expect(try scene.balance(sri.kpj) == Rupiah(32_000))
    #expect(try await scene.bill("2026-07").bills == 1)
    #expect(try await scene.brokenRules() == [])
  }

  @Test("A payment on the very day of closing settles a bill of that month", arguments: ScratchDatabase.engines)
  func reopensAtOnce(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await closedMembership(scene)
    #expect(try await scene.pay(sri.va, Rupiah(54_800)).billsSettled == 1)
    let bills = try await scene.office.contributions.bills(of: sri.memberID.payer, by: Staff.clerk)
    #expect(bills.map(\.sequence) == [1, 0, 0, 0, 0])
    #expect(
      bills[0].month == Month(year: 2026, month: 4)
        && bills[0].state == .settled(on: Month(year: 2026, month: 4).lastDay))
    #expect(try scene.balance(sri.kpj) == Rupiah(32_000))
    let lines = try await scene.office.contributions.lines(
      of: sri.memberID.payer, Month(year: 2026, month: 4), by: Staff.clerk, why: "test")
    #expect(lines.count == 1)
    #expect(try await scene.brokenRules() == [])
  }

  @Test("A deposit left from before does not open a closed membership by itself", arguments: ScratchDatabase.engines)
  func depositAlone(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await closedMembership(scene, paying: 10_000)
    try scene.move(to: "2026-05-05")
    let run = try await scene.bill("2026-05")
    #expect(run.bills == 0 && run.settledFromDeposits == 0)
    let her = try await scene.office.members.member(sri.memberID, by: Staff.desk, why: "test")
    #expect(her.memberships[0].status == .lapsed(since: Month(year: 2026, month: 4)))
    // The smallest payment opens it; what is missing to the bill settles that, together with what was left.
    #expect(try await scene.pay(sri.va, Rupiah(1)).billsSettled == 0)
    let bill = try await scene.bill(of: sri.memberID, "2026-05")
    let missing = bill.total - Rupiah(10_001)
    #expect(try await scene.pay(sri.va, missing).billsSettled == 1)
    #expect(try await scene.office.contributions.deposit(of: sri.memberID.payer, by: Staff.clerk) == .zero)
    #expect(try await scene.brokenRules() == [])
  }

  @Test("A closed membership may end; paying afterwards opens nothing", arguments: ScratchDatabase.engines)
  func endsClosed(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await closedMembership(scene)
    try await scene.stop(sri.kpj, on: "2026-04-30")
    #expect(try await scene.pay(sri.va, Rupiah(54_800)).billsSettled == 0)
    #expect(try await scene.office.contributions.deposit(of: sri.memberID.payer, by: Staff.clerk) == Rupiah(54_800))
    #expect(try await scene.brokenRules() == [])
  }

  /// Sri, closed on 30 April for January to April; `paying` so much in January.
  private func closedMembership(_ scene: Scene, paying: Int64 = 0) async throws -> Enrolled {
    let sri = try await scene.registerSri()
    if paying > 0 { try await scene.pay(sri.va, Rupiah(paying)) }
    for month in ["2026-02", "2026-03", "2026-04"] {
      try scene.move(to: "\(month)-05")
      try await scene.bill(month)
    }
    try scene.move(to: "2026-04-30")
    _ = try await scene.office.contributions.closeUnpaid(endOf: Month(year: 2026, month: 4), by: .system("closing"))
    return sri
  }
}
