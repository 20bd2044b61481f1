import Fixtures
import Ledger
import Office
import Programs
import Store
import Testing
import Vocabulary

@Suite("Payments")
struct PaymentTests {
  /// What Sri pays, one payment after the other, against one bill of Rp 54.800.
  static let ways: [(String, [Int64], settled: [Int], left: Int64)] = [
    ("to the rupiah", [54_800], [1], 0), ("a part, then the rest", [20_000, 34_800], [0, 1], 0),
    ("in three parts", [1, 54_798, 1], [0, 0, 1], 0), ("twice", [54_800, 54_800], [1, 0], 54_800),
    ("too much", [100_000], [1], 45_200),
    ("too little", [54_799], [0], 54_799), ("one rupiah over", [54_801], [1], 1),
  ]

  @Test("Money settles bills whole and what is left waits", arguments: ScratchDatabase.engines, ways.indices)
  func paysIn(_ engine: Engine, _ index: Int) async throws {
    let (name, amounts, settled, left) = Self.ways[index]
    let scene = try Scene.open(engine)
    let sri = try await scene.registerSri()
    var bills: [Int] = []
    for amount in amounts { bills.append(try await scene.pay(sri.va, Rupiah(amount)).billsSettled) }
    #expect(bills == settled, "\(name)")
    #expect(try await scene.office.contributions.deposit(of: sri.memberID.payer, by: Staff.clerk) == Rupiah(left))
    #expect(try scene.balance(sri.kpj) == (settled.contains(1) ? Rupiah(32_000) : .zero))
    #expect(try await scene.brokenRules() == [])
  }

  @Test("Money paid before any bill waits and settles the bill as it is issued", arguments: ScratchDatabase.engines)
  func early(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let (maju, _) = try await scene.employ([People.budi], since: "2026-01-01")
    #expect(try await scene.pay(maju.va, Rupiah(10_000_000)).billsSettled == 0)
    let run = try await scene.bill("2026-01")
    #expect(run.settledFromDeposits == 1)
    let left = try await scene.office.contributions.deposit(of: maju.id.payer, by: Staff.officer(of: maju.id))
    #expect(left == Rupiah(10_000_000) - run.total)
    #expect(try await scene.brokenRules() == [])
  }

  @Test("The oldest bill is settled first, and none is skipped for a smaller one", arguments: ScratchDatabase.engines)
  func oldestFirst(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await scene.registerSri()
    for month in ["2026-02", "2026-03"] {
      try scene.move(to: "\(month)-02")
      try await scene.bill(month)
    }
    #expect(try await scene.pay(sri.va, Rupiah(2 * 54_800 - 1)).billsSettled == 1)
    let states = try await scene.office.contributions.bills(of: sri.memberID.payer, by: Staff.clerk).map(\.state)
    #expect(states == [.open, .open, .settled(on: Month(year: 2026, month: 3).day(2))])
    let open = try await scene.office.contributions.inquire(try #require(sri.va), by: Staff.bank)
    #expect(open?.amount == Rupiah(54_801) && open?.month == Month(year: 2026, month: 2) && open?.name == "Sri Wahyuni")
    #expect(try await scene.brokenRules() == [])
  }

  @Test("An unknown account waits in suspense, is assigned once, and settles", arguments: ScratchDatabase.engines)
  func unknownAccount(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await scene.registerSri()
    let va = try #require(sri.va)
    let desk = scene.office.contributions
    #expect(try await scene.pay(nil, Rupiah(54_800), reference: "R1").unknown == 1)
    #expect(try await desk.suspense(by: Staff.finance).map(\.bankReference) == ["R1"])
    #expect(try await scene.brokenRules() == [])
    let tries: [(String, VirtualAccount?, String, String)] = [
      ("R1", va, " ", "faults"), ("R2", va, "slip", "not-found"),
      ("R1", VirtualAccount("98991000000001"), "slip", "faults"),
    ]
    for (reference, account, reason, code) in tries {
      let account = try #require(account)
      let error = try await refusal {
        try await desk.assign(reference, to: account, because: reason, by: Staff.finance, key: try scene.freshKey())
      }
      #expect(error?.code == code)
      #expect(error?.isPlain == true)
    }
    let receipt = try await desk.assign("R1", to: va, because: "slip", by: Staff.finance, key: try scene.key("a"))
    #expect(receipt.billsSettled == 1)
    let again = try await refusal {
      try await desk.assign("R1", to: va, because: "slip", by: Staff.clerk, key: try scene.key("b"))
    }
    #expect(again?.code == "already-assigned" && again?.isPlain == true)
    #expect(try await desk.suspense(by: Staff.finance).isEmpty)
    let known = try await refusal {
      _ = try await scene.pay(va, Rupiah(5), reference: "R3")
      return try await desk.assign("R3", to: va, because: "slip", by: Staff.clerk, key: try scene.key("c"))
    }
    #expect(known?.code == "not-found")
    #expect(try await scene.brokenRules() == [])
  }

  @Test(
    "The same bank reference is the same money; with another amount or account it is a fault",
    arguments: ScratchDatabase.engines)
  func references(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await scene.registerSri()
    let budi = try await scene.registerSelfEmployed(People.budi)
    #expect(try await scene.pay(sri.va, Rupiah(54_800), reference: "R1").received == 1)
    let before = try scene.dump()["payment"]
    for reference in ["R1", " R1 "] {
      let again = try await scene.pay(sri.va, Rupiah(54_800), reference: reference)
      #expect(again.known == 1 && again.received == 0 && again.billsSettled == 0)
    }
    for (va, amount) in [(sri.va, Rupiah(54_801)), (budi.va, Rupiah(54_800)), (nil, Rupiah(54_800))] {
      let error = try await refusal { try await scene.pay(va, amount, reference: "R1") }
      #expect(error?.code == "payment-differs")
      #expect(error?.isPlain == true)
    }
    #expect(try scene.dump()["payment"] == before)
    #expect(try await scene.brokenRules() == [])
  }

  @Test(
    "A file with the same line twice, an unknown account and two payments of one payer",
    arguments: ScratchDatabase.engines)
  func file(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await scene.registerSri()
    let budi = try await scene.registerSelfEmployed(People.budi)
    let va = [try #require(sri.va).digits, try #require(budi.va).spaced]
    func line(_ reference: String, _ va: String, _ amount: Int64) throws -> IncomingPayment {
      try scene.money(reference, va, amount, on: "2026-01-05")
    }
    let list = [
      try line("A", va[0], 54_000), try line("B", va[1], 54_800), try line("A", va[0], 54_000),
      try line("C", va[0], 800),
      try line("D", "123", 7),
    ]
    let receipt = try await scene.office.contributions.receive(list, by: Staff.bank, key: try scene.key("f"))
    #expect(
      [receipt.received, receipt.known, receipt.unknown, receipt.billsSettled, receipt.credits] == [3, 1, 1, 2, 2])
    let differs = [try line("E", va[0], 5), try line("E", va[0], 6)]
    let error = try await refusal {
      try await scene.office.contributions.receive(differs, by: Staff.bank, key: try scene.key("g"))
    }
    #expect(error?.code == "payment-differs")
    #expect(try scene.count("payment") == 4)
    #expect(try await scene.brokenRules() == [])
  }

  @Test("Two partners may use the same key", arguments: ScratchDatabase.engines)
  func partners(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await scene.registerSri()
    let va = try #require(sri.va).digits
    for (number, bank) in [Actor.bank("bank-satu"), .bank("bank-dua"), Staff.finance].enumerated() {
      let list = [try scene.money("R\(number)", va, 54_800, on: "2026-01-05")]
      let receipt = try await scene.office.contributions.receive(list, by: bank, key: try scene.key("2026-01-05"))
      #expect(receipt.received == 1)
    }
    #expect(try await scene.brokenRules() == [])
  }

  @Test("Every fault of every line is told, and nothing is taken", arguments: ScratchDatabase.engines)
  func faults(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let list = [
      try scene.money("A", "98991000000000", 0, on: "2026-01-05"),
      try scene.money("", "98991000000000", -5, on: "2026-01-06"),
      try scene.money(String(repeating: "x", count: 65), "98991000000000", 5, on: "2026-01-05"),
      try scene.money("D", "98991000000000", .max, on: "2026-01-05"),
      try scene.money("E", "98991000000000", .max, on: "2026-01-05"),
      try scene.money("F", "98991000000000", 5, on: "2026-01-05"),
    ]
    let error = try await refusal {
      try await scene.office.contributions.receive(list, by: Staff.bank, key: try scene.key("f"))
    }
    #expect(
      error?.places == [
        "line 1, amount", "line 2, amount", "line 2, bankReference", "line 2, paidOn", "line 3, bankReference",
        "line 4, amount",
        "line 5, amount",
      ])
    #expect(error?.isPlain == true)
    let single = try await refusal { try await scene.pay(nil, .zero) }
    #expect(single?.places == ["amount"])
    #expect(try scene.count("payment") == 0)
  }

  @Test("Payments drawn by chance always balance and never lose a rupiah", arguments: ScratchDatabase.engines)
  func seeded(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    var random = SeededRandom(seed: seed)
    var payers = [try await scene.registerSri().va]
    for number in 1...4 { payers.append(try await scene.registerSelfEmployed(People.worker(number)).va) }
    payers.append(nil)
    var paid = Rupiah.zero
    for month in ["2026-02", "2026-03", "2026-04", "2026-05", "2026-06"] {
      try scene.move(to: "\(month)-02")
      try await scene.bill(month)
      for _ in 0..<12 {
        let amount = Rupiah(Int64(random.pick([1, 10_000, 54_799, 54_800, 54_801, 109_600, 164_400])))
        try await scene.pay(random.pick(payers), amount)
        paid += amount
      }
      _ = try await scene.office.contributions.closeUnpaid(
        endOf: try #require(Month(month)).previous, by: .system("closing"))
      #expect(try await scene.brokenRules() == [], "SEED=\(seed)")
    }
    let book = try await scene.office.books.trialBalance(by: Staff.auditor)
    #expect(book.balance(.bank) == paid, "SEED=\(seed)")
  }
}
