import Fixtures
import Law
import Ledger
import Office
import Programs
import Store
import Testing
import Vocabulary

@Suite("The yearly return")
struct ReturnTests {
  /// Seven workers with some months of 2025 behind them, on 12 January 2026.
  private func branch(_ engine: Engine) async throws -> (Scene, Employer, [Enrolled]) {
    let scene = try Scene.open(engine, on: "2025-09-01")
    let (employer, workers) = try await scene.employ((1...7).map { People.worker($0) }, since: "2025-09-01")
    try await scene.billAndPay("2025-09"..."2025-12")
    try scene.move(to: "2026-01-12")
    return (scene, employer, workers)
  }

  @Test("Previewed by one, approved by another, posted in slices, once", arguments: ScratchDatabase.engines)
  func threeHands(_ engine: Engine) async throws {
    let (scene, _, workers) = try await branch(engine)
    let savings = scene.office.savings
    let early = try await refusal { try await savings.postReturn(of: 2025, by: Staff.finance) }
    #expect(early?.code == "return-not-approved" && early?.isPlain == true)
    for (year, place) in [(2026, "year"), (2027, "year"), (1999, "year"), (Int.min, "year")] {
      let error = try await refusal {
        try await savings.previewReturn(of: year, by: Staff.finance, key: try scene.freshKey())
      }
      #expect(error?.places == [place] && error?.isPlain == true)
    }
    let before = try scene.dump()
    let both = Actor.given(id: "user/both", name: "Maya", roles: [.finance, .branchHead])
    let id = try await savings.previewReturn(of: 2025, by: both, key: try scene.key("p"), sliceSize: 3)
    #expect(try scene.dump()["jht_movement"] == before["jht_movement"])
    let same = try await refusal { try await savings.approveReturn(id, by: both, key: try scene.key("a")) }
    #expect(same == .samePerson(as: "Maya") && same?.isPlain == true)
    _ = try await savings.approveReturn(id, by: Staff.branchHead, key: try scene.key("b"))
    let again = try await refusal {
      try await savings.approveReturn(id, by: Staff.staff(.branchHead, "Ratna"), key: try scene.key("c"))
    }
    #expect(again?.code == "return-approved" && again?.isPlain == true)
    let preview = try await refusal {
      try await savings.previewReturn(of: 2025, by: Staff.finance, key: try scene.key("d"))
    }
    #expect(preview?.code == "return-approved")
    let done = try await savings.postReturn(of: 2025, by: Staff.finance)
    #expect(done.slices == 3 && done.slicesPosted == 3 && done.completed && done.accounts == 7)
    let posted = try scene.dump()["jht_movement"]
    _ = try await savings.postReturn(of: 2025, by: .system("night"))
    #expect(try scene.dump()["jht_movement"] == posted)
    // September to December: each month's 285.000 earns from the next on, at 5,5 % a year:
    // 285.000 × (3 + 2 + 1) × 5,5 % ÷ 12.
    let statement = try await savings.statement(of: workers[0].memberID, workers[0].kpj, year: 2025, by: Staff.desk)
    #expect(statement.earned == Rupiah(7_837) && statement.complete && statement.closing == Rupiah(4 * 285_000 + 7_837))
    #expect(done.earned == Rupiah(7 * 7_837))
    #expect(try await scene.brokenRules() == [])
  }

  @Test("Killed after any write while posting, the next run posts what is missing", arguments: ScratchDatabase.engines)
  func interrupted(_ engine: Engine) async throws {
    let (scene, _, _) = try await branch(engine)
    let run = try await scene.office.savings.previewReturn(
      of: 2025, by: Staff.finance, key: try scene.key("p"), sliceSize: 2)
    _ = try await scene.office.savings.approveReturn(run, by: Staff.branchHead, key: try scene.key("a"))
    var (crashes, flaws, seen) = (0, [String](), Set<Int>())
    for n in 1...200 {
      scene.database.faults.crash(afterWrite: n)
      let done = try? await scene.office.savings.postReturn(of: 2025, by: Staff.finance)
      let struck = scene.database.faults.hasStruck
      scene.database.faults.disarm()
      seen.insert(try scene.count("return_slice_posted"))
      flaws += try await scene.brokenRules().map(\.text)
      guard struck else {
        #expect(done?.completed == true && done?.slicesPosted == 4)
        break
      }
      crashes += 1
      #expect(try scene.count("return_completed") == 0)
    }
    #expect(flaws == [] && crashes > 10)
    #expect(seen.isSuperset(of: [0, 1, 2, 3, 4]))
    #expect(try scene.count("jht_movement") == 7 * 4 + 7)
  }

  @Test(
    "A slice whose balances were tampered with refuses, and the year stays incomplete",
    arguments: ScratchDatabase.engines)
  func tampered(_ engine: Engine) async throws {
    let (scene, _, workers) = try await branch(engine)
    let savings = scene.office.savings
    let run = try await savings.previewReturn(of: 2025, by: Staff.finance, key: try scene.key("p"), sliceSize: 2)
    _ = try await savings.approveReturn(run, by: Staff.branchHead, key: try scene.key("a"))
    let last = workers.map(\.memberID).max()?.value ?? 0
    try scene.change("UPDATE jht_movement SET amount = amount + 1000000 WHERE member_id = \(last) AND kind = 1")
    let error = try await refusal { try await savings.postReturn(of: 2025, by: Staff.finance) }
    #expect(error?.code == "return-slice-differs" && error?.isPlain == true)
    #expect(try scene.count("return_slice_posted") == 3)
    #expect(try scene.count("return_completed") == 0)
    try scene.change("UPDATE jht_movement SET amount = amount - 1000000 WHERE member_id = \(last) AND kind = 1")
    #expect(try await savings.postReturn(of: 2025, by: Staff.finance).completed)
    #expect(try await scene.brokenRules() == [])
  }

  @Test(
    "A slice taken out of the plan, or posted by another hand, keeps the year from completing",
    arguments: ScratchDatabase.engines)
  func tamperedPlan(_ engine: Engine) async throws {
    let (scene, _, _) = try await branch(engine)
    let savings = scene.office.savings
    let run = try await savings.previewReturn(of: 2025, by: Staff.finance, key: try scene.key("p"), sliceSize: 2)
    _ = try await savings.approveReturn(run, by: Staff.branchHead, key: try scene.key("a"))
    try scene.change("DELETE FROM return_slice WHERE slice = 4")
    let error = try await refusal { try await savings.postReturn(of: 2025, by: Staff.finance) }
    #expect(error?.code == "return-incomplete" && error?.isPlain == true)
    #expect(try scene.count("return_completed") == 0)
  }

  @Test("What changes between preview and approval is found", arguments: ScratchDatabase.engines)
  func changed(_ engine: Engine) async throws {
    let (scene, employer, workers) = try await branch(engine)
    let run = try await scene.office.savings.previewReturn(of: 2025, by: Staff.finance, key: try scene.key("p"))
    try await scene.leaves(workers[0].kpj, on: "2025-12-01", from: employer.id)
    _ = try await scene.submitAndApprove([workers[0].kpj], of: workers[0].memberID, .resigned)
    let error = try await refusal {
      try await scene.office.savings.approveReturn(run, by: Staff.branchHead, key: try scene.key("a"))
    }
    #expect(error?.code == "return-changed" && error?.isPlain == true)
    let done = try await scene.postReturn(of: 2025, sliceSize: 2)
    #expect(done.accounts == 6)
    #expect(try scene.balance(workers[0].kpj) == .zero)
    #expect(try await scene.brokenRules() == [])
  }

  @Test("No claim is approved while a return is being posted", arguments: ScratchDatabase.engines)
  func claimMeanwhile(_ engine: Engine) async throws {
    let (scene, employer, workers) = try await branch(engine)
    try await scene.leaves(workers[0].kpj, on: "2025-12-01", from: employer.id)
    let number = try await scene.submit([workers[0].kpj], of: workers[0].memberID, .resigned)
    try await scene.verify(number)
    let run = try await scene.office.savings.previewReturn(of: 2025, by: Staff.finance, key: try scene.key("p"))
    _ = try await scene.office.savings.approveReturn(run, by: Staff.branchHead, key: try scene.key("a"))
    let error = try await refusal { try await scene.approve(number) }
    #expect(error?.code == "return-in-posting" && error?.isPlain == true)
    #expect(try await scene.status(number) == .verified)
    _ = try await scene.office.savings.postReturn(of: 2025, by: Staff.finance)
    try await scene.approve(number)
    #expect(try scene.balance(workers[0].kpj) == .zero)
    #expect(try await scene.brokenRules() == [])
  }

  /// The day on which an account is closed by a claim, and whether 2025 was posted before.
  static let closings: [(String, Bool)] = [
    ("2026-01-15", false), ("2026-01-15", true), ("2026-02-15", false), ("2026-02-15", true), ("2026-07-01", true),
    ("2026-12-31", true),
  ]

  @Test(
    "A closed account earns the same whether the year was posted first, and nothing after",
    arguments: ScratchDatabase.engines, closings.indices)
  func closed(_ engine: Engine, _ index: Int) async throws {
    let (day, postedFirst) = Self.closings[index]
    let (scene, employer, workers) = try await branch(engine)
    if postedFirst { try await scene.postReturn(of: 2025) }
    try await scene.leaves(workers[0].kpj, on: "2025-11-30", from: employer.id)
    try scene.move(to: day)
    let number = try await scene.submitAndApprove([workers[0].kpj], of: workers[0].memberID, .resigned)
    let paid = try await scene.office.claims.claim(number, by: Staff.auditor, why: "test").approval?.payable.gross
    // Four contributions, the return of 2025, and of 2026 one twelfth for each month that was over.
    let atYearEnd = Rupiah(4 * 285_000 + 7_837)
    let months = Int64(try #require(Day(day)).monthOfYear - 1)
    let of2026 = Rupiah(Rate.percent(55, over: 10) * Rate(months, over: 12) * atYearEnd, rounded: .down)
    #expect(paid == atYearEnd + of2026, "\(day) \(postedFirst)")
    if !postedFirst { try await scene.postReturn(of: 2025) }
    #expect(try scene.balance(workers[0].kpj) == .zero)
    #expect(try await scene.brokenRules() == [])
  }

  @Test("An account closed within the year does not earn for it again", arguments: ScratchDatabase.engines)
  func closedWithinTheYear(_ engine: Engine) async throws {
    let scene = try Scene.open(engine, on: "2024-10-01")
    let (employer, workers) = try await scene.employ([People.worker(1), People.worker(2)], since: "2024-10-01")
    try await scene.billAndPay("2024-10"..."2024-12")
    try scene.move(to: "2025-01-10")
    try await scene.postReturn(of: 2024)
    // One is closed in January, when no month of the year is over; the other in May.
    for (worker, day) in [(workers[0], "2025-01-20"), (workers[1], "2025-05-20")] {
      try await scene.leaves(worker.kpj, on: "2024-12-10", from: employer.id)
      try scene.move(to: day)
      _ = try await scene.submitAndApprove([worker.kpj], of: worker.memberID, .resigned)
    }
    try scene.move(to: "2026-01-12")
    let run = try await scene.postReturn(of: 2025)
    #expect(run.accounts == 0 && run.earned == .zero)
    #expect(try scene.balance(workers[0].kpj) == .zero)
    #expect(try scene.balance(workers[1].kpj) == .zero)
    #expect(try await scene.brokenRules() == [])
  }

  @Test(
    "What comes in on the day of closing, after the claim was paid, grows on and is paid with the next claim",
    arguments: ScratchDatabase.engines)
  func lateContribution(_ engine: Engine) async throws {
    let (scene, employer, workers) = try await branch(engine)
    try await scene.postReturn(of: 2025)
    try scene.move(to: "2026-01-15")
    try await scene.bill("2026-01")
    try scene.move(to: "2026-02-20")
    try await scene.leaves(workers[0].kpj, on: "2026-01-15", from: employer.id)
    _ = try await scene.submitAndApprove([workers[0].kpj], of: workers[0].memberID, .resigned)
    let open = try #require(try await scene.office.contributions.inquire(employer.va, by: Staff.bank))
    try await scene.pay(employer.va, open.amount)
    #expect(try scene.balance(workers[0].kpj) == Rupiah(285_000))
    try scene.move(to: "2026-07-01")
    let answer = try await scene.office.claims.check(
      JHTClaimForm(ground: .resigned, channel: .branch, kpjs: [workers[0].kpj]), of: workers[0].memberID, by: Staff.desk
    )
    // What the account earned since its last posted year has steps of its own, which add up to it.
    let growth = answer.decision.working.filter { $0.parameter == "jht/return/crediting" }
    #expect(growth.compactMap(\.amount).sum() == Rupiah(5_225) && growth.allSatisfy { $0.confidence == .draft })
    #expect(answer.decision.working.contains { $0.words.indonesian.contains("Hasil pengembangan 2026") })
    // March to June at the rate declared last: 285.000 × 5,5 % × 4 ÷ 12.
    #expect(answer.payable?.gross == Rupiah(285_000 + 5_225))
  }

  @Test("A year waits for those before it, and an approval can be taken back", arguments: ScratchDatabase.engines)
  func inOrder(_ engine: Engine) async throws {
    let scene = try Scene.open(engine, on: "2023-03-01")
    _ = try await scene.employ([People.budi], since: "2023-03-01")
    try await scene.billAndPay("2023-03"..."2023-03")
    try scene.move(to: "2026-01-15")
    for year in [2024, 2025] {
      let early = try await refusal {
        try await scene.office.savings.previewReturn(of: year, by: Staff.finance, key: try scene.freshKey())
      }
      #expect(early?.code == "return-out-of-order" && early?.isPlain == true)
    }
    let run = try await scene.office.savings.previewReturn(of: 2023, by: Staff.finance, key: try scene.freshKey())
    _ = try await scene.office.savings.approveReturn(run, by: Staff.branchHead, key: try scene.freshKey())
    try await scene.office.savings.withdrawReturn(
      of: 2023, because: "Surat baru datang", by: Staff.branchHead, key: try scene.freshKey())
    try await scene.postReturn(of: 2023)
    let late = try await refusal {
      try await scene.office.savings.withdrawReturn(
        of: 2023, because: "Terlambat", by: Staff.branchHead, key: try scene.freshKey())
    }
    #expect(late?.code == "return-posted")
    try await scene.postReturn(of: 2024)
    #expect(try await scene.brokenRules() == [])
  }

  @Test("A rate that is a draft can be previewed, not approved", arguments: ScratchDatabase.engines)
  func draftRate(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let run = try await scene.office.savings.previewReturn(of: 2020, by: Staff.finance, key: try scene.freshKey())
    let error = try await refusal {
      try await scene.office.savings.approveReturn(run, by: Staff.branchHead, key: try scene.freshKey())
    }
    #expect(error?.code == "return-draft" && error?.isPlain == true)
  }

  @Test("A year with no account, and one whose rate nobody declared", arguments: ScratchDatabase.engines)
  func empty(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let done = try await scene.postReturn(of: 2025)
    #expect(done.completed && done.slices == 0 && done.accounts == 0)
    await #expect(throws: (any Error).self) {
      try await scene.office.savings.previewReturn(of: 2015, by: Staff.finance, key: try scene.key("x"))
    }
    let unknown = try #require(ReturnRunID(1))
    let error = try await refusal {
      try await scene.office.savings.approveReturn(unknown, by: Staff.branchHead, key: try scene.key("y"))
    }
    #expect(error?.code == "not-found" && error?.isPlain == true)
  }
}
