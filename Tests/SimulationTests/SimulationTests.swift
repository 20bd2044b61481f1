import Fixtures
import Foundation
import Ledger
import Office
import Simulation
import Store
import Testing
import Vocabulary

@Suite("Lives under a seed")
struct SimulationTests {
  /// Replay a failure with `SEED=42 make test`.
  static let seed = UInt64(ProcessInfo.processInfo.environment["SEED"] ?? "") ?? 7

  static let small = Simulator.Setting(
    size: BranchSize(wageEarners: 90, construction: 40, selfEmployed: 60), first: Month(year: 2024, month: 10),
    months: 17,
    seed: seed, claimsPerMonth: 3)

  @Test("Seventeen months of lives leave books that hold every night", arguments: ScratchDatabase.engines)
  func nights(_ engine: Engine) async throws {
    let test = try TestOffice.open(engine, on: Self.small.first.day(1), seed: Self.seed)
    var simulator = Simulator(office: test.office, clock: test.clock, setting: Self.small)
    var broken: [BookRule] = []
    var (months, claims) = (0, 0)
    try await simulator.run {
      claims += $0.claims
    } night: {
      months += 1
      broken += try await test.brokenRules()
    }
    #expect(broken == [], "SEED=\(Self.seed)")
    #expect(months == 17 && claims > 5)
    let balance = try await test.office.books.trialBalance(by: Staff.auditor)
    #expect(balance.balance(.memberBalances, .jht).isNegative)
    #expect(balance.balance(.returnsCredited, .jht).isPositive)
    let verdict = try await test.office.audit.verify()
    #expect(verdict.flaws == [])
  }

  @Test("The same seed gives the same book, to the byte", arguments: ScratchDatabase.engines)
  func deterministic(_ engine: Engine) async throws {
    let first = try await Self.book(engine)
    let second = try await Self.book(engine)
    #expect(first.count > 1_000)
    let differences = zip(first, second).filter { $0 != $1 }.prefix(3).map { "\($0.0) / \($0.1)" }
    #expect(differences == [])
    #expect(first.count == second.count)
  }

  @Test("Killed between any two writes, the lives go on and the books hold", arguments: ScratchDatabase.engines)
  func crashes(_ engine: Engine) async throws {
    var setting = Self.small
    setting.size = BranchSize(wageEarners: 12, construction: 6, selfEmployed: 10)
    setting.first = Month(year: 2024, month: 11)
    setting.months = 4
    let whole = try await Self.live(setting, on: engine, crashEvery: nil)
    var random = SeededRandom(seed: Self.seed)
    for round in 0..<8 {
      let step = 3 + random.below(60)
      let crashed = try await Self.live(setting, on: engine, crashEvery: step)
      #expect(crashed.broken == [], "round \(round), step \(step), SEED=\(Self.seed)")
      #expect(crashed.crashes > 2, "round \(round), step \(step), SEED=\(Self.seed)")
      #expect(crashed.money == whole.money, "round \(round), step \(step), SEED=\(Self.seed)")
    }
  }

  private static func book(_ engine: Engine) async throws -> [String] {
    let test = try TestOffice.open(engine, on: small.first.day(1), seed: seed)
    var setting = small
    setting.months = 5
    var simulator = Simulator(office: test.office, clock: test.clock, setting: setting)
    try await simulator.run()
    return try BookDump.lines(of: test.office.database)
  }

  private struct Lived {
    let money: [String]
    let broken: [BookRule]
    let crashes: Int
  }

  /// Lives with a crash after every so many writes, later each time so that the act in hand gets through; books are checked
  /// every night. Answers what stands on the accounts.
  private static func live(_ setting: Simulator.Setting, on engine: Engine, crashEvery step: Int?) async throws -> Lived
  {
    let test = try TestOffice.open(engine, on: setting.first.day(1), seed: seed)
    let faults = test.office.database.faults
    var crashes = 0
    var broken: [BookRule] = []
    if let step { faults.crash(afterWrite: step) }
    var simulator = Simulator(office: test.office, clock: test.clock, setting: setting)
    simulator.onCrash = {
      crashes += 1
      if let step { faults.crash(afterWrite: step * (crashes + 1)) }
    }
    try await simulator.run(night: { broken += try await test.brokenRules() })
    faults.disarm()
    let rows = try await test.office.books.trialBalance(by: Staff.auditor).rows
    let money = rows.map { "\($0.account.rawValue) \($0.fund.rawValue) \($0.balance)" }
    return Lived(money: money, broken: broken, crashes: crashes)
  }
}
