import Fixtures
import Ledger
import Office
import Programs
import Store
import Testing
import Vocabulary

@Suite("Claims")
struct ClaimTests {
  /// Budi with three months of savings, on 12 June 2026; reported out on `left` when given.
  private func budi(_ engine: Engine, left: String? = nil, since: String = "2026-03-01", wage: Int64 = 5_000_000)
    async throws
    -> (scene: Scene, employer: Employer, him: Enrolled)
  {
    let scene = try Scene.open(engine, on: "2026-03-02")
    let (employer, workers) = try await scene.employ([People.budi], wage: wage, since: since)
    try await scene.billAndPay("2026-03"..."2026-05")
    try scene.move(to: "2026-06-12")
    if let left { try await scene.leaves(workers[0].kpj, on: left, from: employer.id) }
    return (scene, employer, workers[0])
  }

  /// Who left when, what he asks for, and why that is refused on 12 June 2026.
  static let refusals: [(left: String?, JHTGround, ClaimChannel, [String])] = [
    (nil, .resigned, .branch, ["still-active", "filed-too-early"]),
    ("2026-05-31", .resigned, .branch, ["filed-too-early"]),
    ("2026-05-12", .resigned, .branch, []), ("2026-05-13", .resigned, .branch, ["filed-too-early"]),
    ("2026-05-12", .stoppedBusiness, .branch, ["ground-not-for-segment"]),
    ("2026-05-12", .retirementAge56, .branch, ["age-not-reached"]),
    ("2026-05-12", .partial10, .branch, ["membership-too-short"]),
    (nil, .partialHousing30, .branch, ["membership-too-short"]), ("2026-05-12", .resigned, .jmo, ["data-not-renewed"]),
    (nil, .resigned, .jmo, ["still-active", "filed-too-early", "data-not-renewed"]),
    (nil, .partial10, .jmo, ["membership-too-short", "channel-needs-ended-membership", "data-not-renewed"]),
    ("2026-06-11", .stoppedBusiness, .jmo, ["ground-not-for-segment", "data-not-renewed"]),
  ]

  @Test(
    "A refusal gives every reason at once, in plain sentences, and records no claim",
    arguments: ScratchDatabase.engines, refusals.indices)
  func refusesWithReasons(_ engine: Engine, _ index: Int) async throws {
    let (left, ground, channel, codes) = Self.refusals[index]
    let (scene, _, him) = try await budi(engine, left: left)
    let answer = try await scene.asks([him.kpj], of: him.memberID, ground, channel)
    #expect(answer.refusals.map(\.code) == codes)
    #expect((answer.number == nil) == !codes.isEmpty)
    #expect(try scene.count("claim") == (codes.isEmpty ? 1 : 0))
    for refusal in answer.refusals {
      for sentence in [refusal.words.indonesian, refusal.words.english] {
        #expect(sentence.hasSuffix(".") && sentence.split(separator: " ").count > 5)
      }
    }
  }

  @Test("On the phone the balance has a limit, to the rupiah", arguments: ScratchDatabase.engines)
  func channelLimit(_ engine: Engine) async throws {
    // Three months of Rp 5.000.000 each bring Rp 15.000.000 before any return.
    let (scene, employer, him) = try await budi(engine, wage: 87_719_298)
    #expect(try scene.balance(him.kpj) == Rupiah(15_000_000))
    _ = try await scene.office.members.renew(
      him.memberID, as: People.budi, by: Staff.member(him.memberID), key: try scene.key("renew"))
    try await scene.leaves(him.kpj, on: "2026-05-01", from: employer.id)
    let phone = try await scene.asks([him.kpj], of: him.memberID, .resigned, .jmo)
    #expect(phone.refusals.map(\.code) == ["balance-over-channel-limit"])
    #expect(phone.refusals.first?.words.indonesian.contains("Rp 15.000.000") == true)
    let branch = try await scene.asks([him.kpj], of: him.memberID, .resigned, .branch)
    #expect(branch.number != nil)
  }

  @Test("What a claim names must be the claimant's own, and each number once", arguments: ScratchDatabase.engines)
  func whose(_ engine: Engine) async throws {
    let (scene, _, him) = try await budi(engine, left: "2026-05-01")
    let sri = try await scene.registerSri()
    let unknown = try #require(KPJ("26999999999"))
    for (kpjs, code) in [
      ([sri.kpj], "not-found"), ([him.kpj, sri.kpj], "not-found"), ([unknown], "not-found"), ([], "faults"),
      ([him.kpj, him.kpj], "faults"),
    ] {
      let error = try await refusal { try await scene.asks(kpjs, of: him.memberID, .resigned) }
      #expect(error?.code == code)
      #expect(error?.isPlain == true)
    }
    let form = JHTClaimForm(ground: .resigned, channel: .branch, kpjs: [him.kpj])
    for actor in [Staff.member(sri.memberID), Staff.officer(of: try scene.employer()), .visitor, Staff.clerk] {
      let error = try await refusal {
        try await scene.office.claims.submit(form, of: him.memberID, by: actor, key: try scene.freshKey())
      }
      #expect(error?.code == "not-allowed")
    }
    #expect(try scene.count("claim") == 0)
  }

  static let accounts: [(BankAccount, [String])] = [
    (BankAccount(code: "999", number: "1", holder: "Sri Wahyuni"), ["bankAccount", "bankCode", "bankHolder"]),
    (BankAccount(code: "014", number: "12345x", holder: "Budi Santoso"), ["bankAccount"]),
    (BankAccount(code: "", number: "123456789", holder: "Budi Santoso"), ["bankCode"]),
    (BankAccount(code: "014", number: "123456789", holder: "Budi"), ["bankHolder"]),
  ]

  @Test("Money goes to the claimant's own account at a bank on the list", arguments: ScratchDatabase.engines)
  func account(_ engine: Engine) async throws {
    let (scene, _, him) = try await budi(engine, left: "2026-05-01")
    for (bank, places) in Self.accounts {
      let form = JHTClaimForm(ground: .resigned, channel: .branch, kpjs: [him.kpj], bank: bank)
      let error = try await refusal {
        try await scene.office.claims.submit(
          form, of: him.memberID, by: Staff.member(him.memberID), key: try scene.freshKey())
      }
      #expect(error?.places == places && error?.isPlain == true, "\(bank)")
    }
    var person = People.budi
    (person.bankCode, person.bankAccount, person.bankHolder) = (nil, nil, nil)
    _ = try await scene.office.members.renew(him.memberID, as: person, by: Staff.desk, key: try scene.key("r"))
    let none = try await refusal { try await scene.asks([him.kpj], of: him.memberID, .resigned) }
    #expect(none?.places == ["bankAccount"] && none?.isPlain == true)
    let form = JHTClaimForm(
      ground: .resigned, channel: .branch, kpjs: [him.kpj],
      bank: BankAccount(code: "014", number: "5550 0011-12", holder: ""))
    let answer = try await scene.office.claims.submit(form, of: him.memberID, by: Staff.desk, key: try scene.key("s"))
    let claim = try await scene.office.claims.claim(try #require(answer.number), by: Staff.auditor, why: "test")
    #expect(claim.bank == BankAccount(code: "014", number: "5550001112", holder: "Budi Santoso"))
  }

  @Test("One number is in one open claim; refusing, withdrawing and paying free it", arguments: ScratchDatabase.engines)
  func held(_ engine: Engine) async throws {
    let (scene, _, him) = try await budi(engine, left: "2026-05-01")
    let member = him.memberID
    let first = try await scene.submit([him.kpj], of: member, .resigned)
    let second = try await refusal { try await scene.asks([him.kpj], of: member, .resigned) }
    #expect(second?.code == "claim-open" && second?.isPlain == true)
    _ = try await scene.office.claims.withdraw(first, by: Staff.member(member), key: try scene.key("w"))
    let third = try await scene.submit([him.kpj], of: member, .resigned)
    let short = try await refusal {
      try await scene.office.claims.refuse(third, because: "tidak", by: Staff.desk, key: try scene.key("x"))
    }
    #expect(short?.places == ["reason"] && short?.isPlain == true)
    _ = try await scene.office.claims.refuse(
      third, because: "Nama di KTP berbeda.", by: Staff.desk, key: try scene.key("r"))
    let fourth = try await scene.submitAndApprove([him.kpj], of: member, .resigned)
    let empty = try await scene.asks([him.kpj], of: member, .resigned)
    #expect(empty.refusals.map(\.code) == ["nothing-to-pay"])
    try await scene.release(try await scene.gather())
    try await scene.bankSays(.paid, "\(fourth)-1")
    #expect(try scene.count("claim_hold") == 0)
    #expect(try await scene.brokenRules() == [])
  }

  @Test("The verifier did not submit; the approver neither submitted nor verified", arguments: ScratchDatabase.engines)
  func fourEyes(_ engine: Engine) async throws {
    let (scene, _, him) = try await budi(engine, left: "2026-05-01")
    let form = JHTClaimForm(ground: .resigned, channel: .branch, kpjs: [him.kpj])
    let all: Set<Role> = [.customerService, .claimsHead]
    let (dian, hendra, yoga) = (
      Actor.given(id: "user/dian", name: "Dian", roles: all),
      Actor.given(id: "user/hendra", name: "Hendra", roles: all),
      Actor.given(id: "user/yoga", name: "Yoga", roles: all)
    )
    let number = try #require(
      try await scene.office.claims.submit(form, of: him.memberID, by: dian, key: try scene.key("s")).number)
    let blank = try await refusal {
      try await scene.office.claims.verify(number, documents: "  ", by: hendra, key: try scene.key("b"))
    }
    #expect(blank?.places == ["documents"] && blank?.isPlain == true)
    let own = try await refusal { try await scene.verify(number, by: dian) }
    #expect(own == .samePerson(as: "Dian") && own?.isPlain == true)
    try await scene.verify(number, by: hendra)
    for (actor, name) in [(dian, "Dian"), (hendra, "Hendra")] {
      let error = try await refusal { try await scene.approve(number, by: actor) }
      #expect(error == .samePerson(as: name))
    }
    #expect(try await scene.approve(number, by: yoga).approvedBy == "user/yoga")
    #expect(try await scene.brokenRules() == [])
  }

  @Test("Many officers approve at the same moment, and it is paid once", arguments: ScratchDatabase.engines)
  func race(_ engine: Engine) async throws {
    let (scene, _, him) = try await budi(engine, left: "2026-05-01")
    let number = try await scene.submit([him.kpj], of: him.memberID, .resigned)
    try await scene.verify(number)
    let codes = try await withThrowingTaskGroup(of: String.self) { group in
      for officer in 0..<8 {
        group.addTask {
          let head = Staff.staff(.claimsHead, "kepala-\(officer)")
          let error = try await refusal {
            try await scene.office.claims.approve(number, by: head, key: try scene.key("a"))
          }
          return error?.code ?? "done"
        }
      }
      return try await group.reduce(into: [String]()) { $0.append($1) }
    }
    #expect(codes.sorted() == [String](repeating: "claim-approved", count: 7) + ["done"])
    #expect(try scene.count("claim_approval") == 1)
    #expect(try scene.count("payout") == 1)
    #expect(try scene.balance(him.kpj) == .zero)
    #expect(try await scene.brokenRules() == [])
  }

  @Test("Several numbers in one claim are paid together, each from its own account", arguments: ScratchDatabase.engines)
  func several(_ engine: Engine) async throws {
    let scene = try Scene.open(engine, on: "2026-03-02")
    let (maju, first) = try await scene.employ([People.budi], wage: 5_000_000, since: "2026-03-01")
    let (jaya, second) = try await scene.employ([People.budi], wage: 2_000_000, since: "2026-03-01")
    try await scene.billAndPay("2026-03"..."2026-04")
    try scene.move(to: "2026-06-12")
    let (member, kpjs) = (first[0].memberID, [first[0].kpj, second[0].kpj])
    try await scene.leaves(kpjs[0], on: "2026-04-30", from: maju.id)
    let half = try await scene.asks(kpjs, of: member, .resigned)
    #expect(half.refusals.map(\.code).contains("still-active"))
    try await scene.leaves(kpjs[1], on: "2026-05-20", from: jaya.id)
    let early = try await scene.asks(kpjs, of: member, .resigned)
    #expect(early.refusals == [.tooEarly(payableFrom: try #require(Day("2026-06-20")))])
    try scene.move(to: "2026-06-20")
    let number = try await scene.submitAndApprove(kpjs, of: member, .resigned)
    let approval = try #require(try await scene.office.claims.claim(number, by: Staff.auditor, why: "test").approval)
    // March is paid on 10 March and April on 10 April: at the end of May they earned 2 and 1 months.
    func with(_ month: Int64) -> Int64 { 2 * month + month * 3 * 55 / 12_000 }
    #expect(approval.payable.gross == Rupiah(with(285_000) + with(114_000)))
    for kpj in kpjs { #expect(try scene.balance(kpj) == .zero) }
    #expect(try await scene.brokenRules() == [])
  }

  @Test(
    "Two claims side by side on two numbers are both paid, the tax counting both", arguments: ScratchDatabase.engines)
  func sideBySide(_ engine: Engine) async throws {
    let scene = try Scene.open(engine, on: "2026-03-02")
    let (maju, first) = try await scene.employ([People.budi], wage: 300_000_000, since: "2026-03-01")
    let (jaya, second) = try await scene.employ([People.budi], wage: 300_000_000, since: "2026-03-01")
    try await scene.billAndPay("2026-03"..."2026-05")
    let member = first[0].memberID
    try await scene.leaves(first[0].kpj, on: "2026-05-01", from: maju.id)
    try await scene.leaves(second[0].kpj, on: "2026-05-01", from: jaya.id)
    try scene.move(to: "2026-06-12")
    let numbers = [
      try await scene.submit([first[0].kpj], of: member, .resigned),
      try await scene.submit([second[0].kpj], of: member, .resigned),
    ]
    var approvals: [ClaimApproval] = []
    for (offset, number) in numbers.enumerated() {
      try await scene.verify(number)
      try scene.move(to: "2026-06-\(15 + offset)")
      approvals.append(try await scene.approve(number))
    }
    let gross = approvals.map(\.payable.gross).sum()
    let tax = approvals.map(\.payable.tax).sum()
    #expect(gross > Rupiah(102_000_000))
    #expect(tax == Rupiah(Rate.percent(5) * (gross - Rupiah(50_000_000)), rounded: .down))
    #expect(try await scene.brokenRules() == [])
  }

  @Test("A tenth once; then no second part; then the rest, with the tax of both", arguments: ScratchDatabase.engines)
  func partial(_ engine: Engine) async throws {
    let (scene, employer, him) = try await budi(engine, since: "2014-03-01", wage: 400_000_000)
    #expect(try scene.balance(him.kpj) == Rupiah(68_400_000))
    let part = try await scene.submitAndApprove([him.kpj], of: him.memberID, .partial10)
    let first = try #require(try await scene.office.claims.claim(part, by: Staff.auditor, why: "test").approval).payable
    #expect(first.gross == Rupiah(6_840_000) && first.tax == .zero)
    #expect(try scene.balance(him.kpj) == Rupiah(61_560_000))
    let taken = JHTRefusal.partialAlreadyTaken(on: Month(year: 2026, month: 6).day(12))
    for ground in [JHTGround.partial10, .partialHousing30] {
      #expect(try await scene.asks([him.kpj], of: him.memberID, ground).refusals == [taken])
    }
    try await scene.release(try await scene.gather())
    try await scene.bankSays(.paid, "\(part)-1")
    for ground in [JHTGround.partial10, .partialHousing30] {
      #expect(try await scene.asks([him.kpj], of: him.memberID, ground).refusals == [taken])
    }
    try scene.move(to: "2026-08-03")
    try await scene.leaves(him.kpj, on: "2026-06-30", from: employer.id)
    let rest = try await scene.submitAndApprove([him.kpj], of: him.memberID, .resigned)
    let last = try #require(try await scene.office.claims.claim(rest, by: Staff.auditor, why: "test").approval).payable
    #expect(last.gross > Rupiah(61_560_000))
    #expect(last.tax == Rupiah(Rate.percent(5) * (first.gross + last.gross - Rupiah(50_000_000)), rounded: .down))
    #expect(try scene.balance(him.kpj) == .zero)
    let book = try await scene.office.books.trialBalance(by: Staff.auditor)
    #expect(book.balance(.taxPayable) == -last.tax && book.balance(.benefitsPayable) == -last.net)
    #expect(try await scene.brokenRules() == [])
  }

  @Test(
    "A claim verified, whose ground has gone by the time of approval, is not paid", arguments: ScratchDatabase.engines)
  func noLongerPayable(_ engine: Engine) async throws {
    let scene = try Scene.open(engine, on: "2026-03-02")
    let (_, first) = try await scene.employ([People.budi], since: "2014-03-01")
    let (_, second) = try await scene.employ([People.budi], since: "2014-03-01")
    try await scene.billAndPay("2026-03"..."2026-05")
    let member = first[0].memberID
    let numbers = [
      try await scene.submit([first[0].kpj], of: member, .partial10),
      try await scene.submit([second[0].kpj], of: member, .partialHousing30),
    ]
    for number in numbers { try await scene.verify(number) }
    try scene.move(to: "2026-06-12")
    try await scene.approve(numbers[0])
    let error = try await refusal { try await scene.approve(numbers[1]) }
    #expect(error?.code == "claim-no-longer-payable" && error?.isPlain == true)
    #expect(try await scene.status(numbers[1]) == .verified)
    _ = try await scene.office.claims.refuse(
      numbers[1], because: "Sebagian saldo sudah diambil.", by: Staff.claimsHead, key: try scene.key("r"))
    #expect(try await scene.brokenRules() == [])
  }

  @Test(
    "Three working days leave out Saturday and Sunday",
    arguments: [
      ("2026-06-12", "2026-06-17"), ("2026-06-15", "2026-06-18"), ("2026-06-13", "2026-06-17"),
      ("2026-06-14", "2026-06-17"),
    ])
  func due(_ filed: String, _ due: String) async throws {
    let (scene, _, him) = try await budi(.sqlite, left: "2026-05-01")
    try scene.move(to: filed)
    let number = try await scene.submit([him.kpj], of: him.memberID, .resigned)
    let items = try await scene.office.claims.workList(by: Staff.desk)
    #expect(items.map(\.number) == [number] && items.map { $0.dueOn.description } == [due])
  }
}
