import Fixtures
import Ledger
import Office
import Programs
import Store
import Testing
import Vocabulary

@Suite("Payouts")
struct PayoutTests {
  /// So many workers who left, each with an approved claim.
  private func approved(_ engine: Engine, _ count: Int = 1) async throws -> (Scene, [ClaimNumber], [Enrolled]) {
    let scene = try Scene.open(engine, on: "2026-03-02")
    let (employer, workers) = try await scene.employ((1...count).map { People.worker($0) }, since: "2026-03-01")
    try await scene.billAndPay("2026-03"..."2026-03")
    for worker in workers { try await scene.leaves(worker.kpj, on: "2026-03-09", from: employer.id) }
    try scene.move(to: "2026-06-12")
    var numbers: [ClaimNumber] = []
    for worker in workers {
      numbers.append(try await scene.submitAndApprove([worker.kpj], of: worker.memberID, .resigned))
    }
    return (scene, numbers, workers)
  }

  @Test("A file is made by one, released by another, once, and takes what waits", arguments: ScratchDatabase.engines)
  func file(_ engine: Engine) async throws {
    let (scene, numbers, _) = try await approved(engine, 3)
    let claims = scene.office.claims
    let both = Actor.given(id: "user/both", name: "Maya", roles: [.finance, .branchHead])
    let batch = try #require(try await claims.makePayouts(by: both, key: try scene.key("m")))
    #expect(batch.payouts.map(\.endToEnd) == numbers.map { "\($0)-1" }.sorted())
    for key in ["n", "n"] { #expect(try await claims.makePayouts(by: Staff.finance, key: try scene.key(key)) == nil) }
    let own = try await refusal { try await claims.releasePayouts(batch.id, by: both, key: try scene.key("r")) }
    #expect(own == .samePerson(as: "Maya"))
    try await scene.release(batch)
    let twice = try await refusal {
      try await claims.releasePayouts(batch.id, by: Staff.staff(.branchHead, "Ratna"), key: try scene.key("s"))
    }
    #expect(twice?.code == "already-released" && twice?.isPlain == true)
    let book = try await scene.office.books.trialBalance(by: Staff.auditor)
    #expect(book.balance(.inPayment) == -batch.total && book.balance(.benefitsPayable) == .zero)
    #expect(try await scene.brokenRules() == [])
  }

  @Test("The bank answers what was not released", arguments: ScratchDatabase.engines)
  func unreleased(_ engine: Engine) async throws {
    let (scene, numbers, _) = try await approved(engine)
    for step in 0...1 {
      if step == 1 { _ = try await scene.gather() }
      for outcome in [PayoutResult.Outcome.paid, .rejected, .returned] {
        let error = try await refusal { try await scene.bankSays(outcome, "\(numbers[0])-1") }
        #expect(error?.code == "payout-not-released")
        #expect(error?.isPlain == true)
      }
    }
    #expect(try scene.count("payout_result") == 0)
    #expect(try await scene.brokenRules() == [])
  }

  /// What the bank says of one payment, in this order; how it ends, and how many words were new.
  static let words: [(String, [PayoutResult.Outcome], ClaimStatus, Int)] = [
    ("paid", [.paid], .paid, 1), ("paid twice", [.paid, .paid], .paid, 1),
    ("rejected twice", [.rejected, .rejected], .returned, 1),
    ("paid, then came back", [.paid, .returned], .returned, 2),
    ("came back, told late that it was paid", [.returned, .paid], .returned, 1),
    ("came back twice", [.paid, .returned, .returned], .returned, 2),
    ("rejected, then back", [.rejected, .returned], .returned, 1),
    ("everything in a muddle", [.returned, .rejected, .paid, .returned, .paid], .returned, 1),
  ]

  @Test(
    "Out of order, twice or in pieces, each word of the bank counts once", arguments: ScratchDatabase.engines,
    words.indices)
  func outOfOrder(_ engine: Engine, _ index: Int) async throws {
    let (name, outcomes, status, new) = Self.words[index]
    let (scene, numbers, workers) = try await approved(engine)
    try await scene.release(try await scene.gather())
    var counted = 0
    for outcome in outcomes { counted += try await scene.bankSays(outcome, "\(numbers[0])-1") }
    #expect(counted == new, "\(name)")
    #expect(try await scene.status(numbers[0]) == status, "\(name)")
    #expect(try await scene.brokenRules() == [], "\(name)")
    guard status == .returned else { return }
    // Sent again to a mended account, it is paid once.
    try await scene.mend(numbers[0], of: workers[0].memberID, holder: People.worker(1).name)
    let again = try await scene.gather()
    #expect(again.payouts.map(\.endToEnd) == ["\(numbers[0])-2"])
    try await scene.release(again)
    // A late word on the first payment does not touch the second.
    try await scene.bankSays(.paid, "\(numbers[0])-1")
    #expect(try await scene.status(numbers[0]) == .inPayment)
    try await scene.bankSays(.paid, "\(numbers[0])-2")
    #expect(try await scene.status(numbers[0]) == .paid)
    let book = try await scene.office.books.trialBalance(by: Staff.auditor)
    #expect(book.balance(.inPayment) == .zero && book.balance(.benefitsPayable) == .zero)
    #expect(try await scene.brokenRules() == [], "\(name)")
  }

  @Test(
    "A payment rejected, then made after all, waits for a person and counts once", arguments: ScratchDatabase.engines)
  func paidAfterAll(_ engine: Engine) async throws {
    let (scene, numbers, workers) = try await approved(engine)
    try await scene.release(try await scene.gather())
    let first = "\(numbers[0])-1"
    try await scene.bankSays(.rejected, first)
    try await scene.mend(numbers[0], of: workers[0].memberID, holder: People.worker(1).name)
    #expect(try await scene.bankSays(.paid, first) == 0)
    #expect(try await scene.bankSays(.paid, first) == 0)
    let matter = try #require(try await scene.office.claims.matters(by: Staff.finance).first)
    #expect(matter.kind == .paidAfterRejection && matter.endToEnd == first)
    // Until it is settled nothing more is sent.
    #expect(try await scene.office.claims.makePayouts(by: Staff.finance, key: try scene.freshKey()) == nil)
    #expect(try await scene.brokenRules() == [])
    let vague = try await refusal { try await close(scene, matter, .paidAfterAll, because: "ya") }
    #expect(vague?.places == ["reason"])
    let wrong = try await refusal { try await close(scene, matter, .neverArrived) }
    #expect(wrong?.places == ["outcome"])
    try await close(scene, matter, .paidAfterAll)
    #expect(try await scene.status(numbers[0]) == .paid)
    #expect(try await scene.office.claims.matters(by: Staff.finance) == [])
    #expect(try await scene.office.claims.makePayouts(by: Staff.finance, key: try scene.freshKey()) == nil)
    let book = try await scene.office.books.trialBalance(by: Staff.auditor)
    #expect(book.balance(.inPayment) == .zero && book.balance(.benefitsPayable) == .zero)
    #expect(try await scene.brokenRules() == [])
    let again = try await refusal { try await close(scene, matter, .paidAfterAll) }
    #expect(again?.code == "not-found")
  }

  @Test("Paid twice by the bank, one of them is to be returned", arguments: ScratchDatabase.engines)
  func paidTwice(_ engine: Engine) async throws {
    let (scene, numbers, workers) = try await approved(engine)
    try await scene.release(try await scene.gather())
    try await scene.bankSays(.rejected, "\(numbers[0])-1")
    try await scene.mend(numbers[0], of: workers[0].memberID, holder: People.worker(1).name)
    let second = try await scene.gather()
    try await scene.bankSays(.paid, "\(numbers[0])-1")
    let held = try await refusal { try await scene.release(second) }
    #expect(held?.code == "matter-open")
    let matter = try #require(try await scene.office.claims.matters(by: Staff.finance).first)
    let early = try await refusal { try await close(scene, matter, .paidAfterAll) }
    #expect(early?.code == "payout-on-its-way")
    try await close(scene, matter, .paidTwice)
    try await scene.release(second)
    try await scene.bankSays(.paid, "\(numbers[0])-2")
    let book = try await scene.office.books.trialBalance(by: Staff.auditor)
    #expect(book.balance(.toBeReturned) == second.total && book.balance(.benefitsPayable) == .zero)
    #expect(try await scene.brokenRules() == [])
  }

  @Test("A payment called paid and rejected later can be sent again", arguments: ScratchDatabase.engines)
  func neverArrived(_ engine: Engine) async throws {
    let (scene, numbers, workers) = try await approved(engine)
    try await scene.release(try await scene.gather())
    try await scene.bankSays(.paid, "\(numbers[0])-1")
    #expect(try await scene.bankSays(.rejected, "\(numbers[0])-1") == 0)
    #expect(try await scene.status(numbers[0]) == .paid)
    let matter = try #require(try await scene.office.claims.matters(by: Staff.finance).first)
    #expect(matter.kind == .rejectedAfterPayment)
    try await close(scene, matter, .neverArrived)
    #expect(try await scene.status(numbers[0]) == .returned)
    try await scene.mend(numbers[0], of: workers[0].memberID, holder: People.worker(1).name)
    try await scene.release(try await scene.gather())
    try await scene.bankSays(.paid, "\(numbers[0])-2")
    #expect(try await scene.status(numbers[0]) == .paid)
    #expect(try await scene.brokenRules() == [])
  }

  private func close(
    _ scene: Scene, _ matter: BankMatter, _ outcome: BankMatter.Outcome,
    because reason: String = "Bank menjawab lewat telepon"
  ) async throws {
    try await scene.office.claims.close(
      matter.id, as: outcome, because: reason, by: Staff.finance, key: try scene.freshKey())
  }

  @Test("All words in one message count as they would one by one", arguments: ScratchDatabase.engines)
  func oneMessage(_ engine: Engine) async throws {
    let (scene, numbers, _) = try await approved(engine, 3)
    let batch = try await scene.gather()
    try await scene.release(batch)
    let told: [(Int, PayoutResult.Outcome)] = [
      (0, .paid), (0, .paid), (1, .rejected), (2, .returned), (2, .paid), (1, .rejected),
    ]
    let results = told.map {
      PayoutResult(endToEnd: "\(numbers[$0.0])-1", outcome: $0.1, reason: "AC04", bankReference: "B")
    }
    #expect(try await scene.office.claims.record(results, by: Staff.bank, key: try scene.key("a")) == 3)
    #expect(try await scene.office.claims.record(results, by: Staff.bank, key: try scene.key("b")) == 0)
    var statuses: [ClaimStatus] = []
    for number in numbers { statuses.append(try await scene.status(number)) }
    #expect(statuses == [.paid, .returned, .returned])
    let unknown = results + [PayoutResult(endToEnd: "JHT-26-000000-1", outcome: .paid, reason: "", bankReference: "B")]
    let error = try await refusal {
      try await scene.office.claims.record(unknown, by: Staff.bank, key: try scene.key("c"))
    }
    #expect(error?.code == "not-found" && error?.isPlain == true)
    let answered = try await scene.office.claims.payoutBatch(batch.id, by: Staff.auditor)
    #expect(answered.isAnswered)
    #expect(try await scene.brokenRules() == [])
  }

  @Test(
    "A returned payment goes to another account of the claimant, and to nobody else's",
    arguments: ScratchDatabase.engines)
  func mending(_ engine: Engine) async throws {
    let (scene, numbers, workers) = try await approved(engine)
    try await scene.release(try await scene.gather())
    try await scene.bankSays(.rejected, "\(numbers[0])-1")
    for (bank, places) in [
      (BankAccount(code: "014", number: "5550001112", holder: "Sri Wahyuni"), ["bankHolder"]),
      (BankAccount(code: "000", number: "1", holder: People.worker(1).name), ["bankAccount", "bankCode"]),
      (.none, ["bankAccount"]),
    ] {
      let error = try await refusal {
        try await scene.office.claims.mendAccount(numbers[0], to: bank, by: Staff.desk, key: try scene.freshKey())
      }
      #expect(error?.places == places)
      #expect(error?.isPlain == true)
    }
    let sri = try await scene.registerSri()
    let stranger = try await refusal {
      try await scene.mend(numbers[0], of: sri.memberID, holder: People.worker(1).name)
    }
    #expect(stranger?.code == "not-allowed")
    try await scene.mend(numbers[0], of: workers[0].memberID, holder: People.worker(1).name)
    let twice = try await refusal {
      try await scene.mend(numbers[0], of: workers[0].memberID, holder: People.worker(1).name)
    }
    #expect(twice?.code == "claim-approved" && twice?.isPlain == true)
    #expect(try await scene.gather().payouts.map(\.bank.number) == ["5550001112"])
    #expect(try await scene.brokenRules() == [])
  }

  @Test("Two make the file at the same moment, and every payment is in one file", arguments: ScratchDatabase.engines)
  func race(_ engine: Engine) async throws {
    let (scene, _, _) = try await approved(engine, 3)
    let batches = try await withThrowingTaskGroup(of: PayoutBatch?.self) { group in
      for officer in 0..<6 {
        group.addTask {
          try await scene.office.claims.makePayouts(
            by: Staff.staff(.finance, "maya-\(officer)"), key: try scene.key("m"))
        }
      }
      return try await group.reduce(into: [PayoutBatch?]()) { $0.append($1) }
    }
    #expect(batches.compactMap { $0 }.count == 1)
    #expect(try scene.count("payout_batch") == 1)
    #expect(try await scene.brokenRules() == [])
  }
}
