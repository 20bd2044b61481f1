import Fixtures
import Office
import Programs
import Store
import Testing
import Vocabulary

@Suite("At the same moment")
struct ConcurrencyTests {
  @Test(
    "The same request many times at once is done once, and all get the same answer", arguments: ScratchDatabase.engines)
  func sameKey(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await scene.registerSri()
    let payment = [try scene.money("R1", try #require(sri.va).digits, 54_800, on: "2026-01-05")]
    let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
      for _ in 0..<10 {
        group.addTask { try await scene.office.contributions.receive(payment, by: Staff.bank, key: try scene.key("k")) }
      }
      return try await group.reduce(into: [Receipt]()) { $0.append($1) }
    }
    #expect(receipts.count == 10 && Set(receipts).count == 1 && receipts[0].billsSettled == 1)
    #expect(try scene.count("payment") == 1)
    #expect(try await scene.brokenRules() == [])
  }

  @Test("The same money told under many keys at once counts once", arguments: ScratchDatabase.engines)
  func sameReference(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await scene.registerSri()
    let payment = [try scene.money("R1", try #require(sri.va).digits, 54_800, on: "2026-01-05")]
    let received = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<10 {
        group.addTask {
          try await scene.office.contributions.receive(payment, by: Staff.bank, key: try scene.key("k\(number)"))
            .received
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(received == 1)
    #expect(try scene.balance(sri.kpj) == Rupiah(32_000))
    #expect(try await scene.brokenRules() == [])
  }

  @Test("People registering at once get numbers of their own, from the very first", arguments: ScratchDatabase.engines)
  func registering(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let enrolled = try await withThrowingTaskGroup(of: Enrolled.self) { group in
      for number in 1...12 { group.addTask { try await scene.registerSelfEmployed(People.worker(number)) } }
      return try await group.reduce(into: [Enrolled]()) { $0.append($1) }
    }
    #expect(Set(enrolled.map(\.kpj)).count == 12 && Set(enrolled.map(\.memberID)).count == 12)
    #expect(enrolled.map(\.kpj).sorted().last?.digits == "26000000012")
    #expect(try await scene.brokenRules() == [])
  }

  @Test("The same person registering many times at once is registered once", arguments: ScratchDatabase.engines)
  func samePerson(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let codes = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<8 {
        group.addTask { try await refusal { try await scene.registerSri() }?.code ?? "registered" }
      }
      return try await group.reduce(into: [String]()) { $0.append($1) }
    }
    #expect(codes.sorted() == [String](repeating: "already-member", count: 7) + ["registered"])
    #expect(try scene.count("member") == 1)
  }

  @Test("Paying, billing and claiming at once keep the books", arguments: ScratchDatabase.engines)
  func everythingAtOnce(_ engine: Engine) async throws {
    let scene = try Scene.open(engine, on: "2026-03-02")
    let (employer, workers) = try await scene.employ((1...6).map { People.worker($0) }, since: "2026-03-01")
    try await scene.billAndPay("2026-03"..."2026-03")
    for worker in workers.prefix(3) { try await scene.leaves(worker.kpj, on: "2026-03-09", from: employer.id) }
    try scene.move(to: "2026-06-12")
    var numbers: [ClaimNumber] = []
    for worker in workers.prefix(3) {
      let number = try await scene.submit([worker.kpj], of: worker.memberID, .resigned)
      try await scene.verify(number)
      numbers.append(number)
    }
    let claims = numbers
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in claims { group.addTask { try await scene.approve(number) } }
      for month in ["2026-04", "2026-05", "2026-06"] { group.addTask { try await scene.bill(month) } }
      for amount: Int64 in [500_000, 1_000_000, 7_000_000, 1] {
        group.addTask { try await scene.pay(employer.va, Rupiah(amount)) }
      }
      try await group.waitForAll()
    }
    #expect(try await scene.brokenRules() == [])
    for worker in workers.prefix(3) { #expect(try scene.balance(worker.kpj) == .zero) }
    #expect(try await scene.office.audit.verify().holds)
  }
}
