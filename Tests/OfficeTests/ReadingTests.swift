import Fixtures
import Ledger
import Office
import Programs
import Store
import Testing
import Vocabulary

@Suite("Reading")
struct ReadingTests {
  typealias Look = @Sendable (Scene, Actor) async throws -> Void

  /// Everything that can be looked at, and which permissions each lets in; after the script, about Sri and PT Maju.
  static let looks: [(String, Set<Permission>, Look)] = [
    (
      "a member", [.readMembers],
      { _ = try await $0.office.members.member(try $0.member(People.sri), by: $1, why: "w") }
    ),
    ("a search", [.readMembers], { _ = try await $0.office.members.find(People.sri.nik, by: $1, why: "w") }),
    (
      "savings", [.readMembers],
      { _ = try await $0.office.savings.balances(of: try $0.member(People.sri), by: $1, why: "w") }
    ),
    (
      "a statement", [.readMembers],
      {
        _ = try await $0.office.savings.statement(
          of: try $0.member(People.sri), try $0.kpj(People.sri), year: 2024, by: $1)
      }
    ),
    ("an employer", [.readEmployers], { _ = try await $0.office.employers.employer(try $0.employer(), by: $1) }),
    (
      "its workers", [.readEmployers],
      { _ = try await $0.office.employers.workers(of: try $0.employer(), by: $1, why: "w") }
    ),
    (
      "whom another law would touch", [.readContributions],
      { scene, actor in
        let month = Month(year: 2025, month: 12)
        _ = try await scene.office.contributions.impact(
          in: month, of: scene.office.law, at: month, by: actor, why: "w")
      }
    ),
    (
      "bills", [.readContributions],
      { _ = try await $0.office.contributions.bills(of: try $0.member(People.sri).payer, by: $1) }
    ),
    (
      "a bill", [.readContributions],
      { _ = try await $0.office.contributions.bill(try $0.employer().payer, Month(year: 2024, month: 12), by: $1) }
    ),
    (
      "its lines", [.readContributions],
      {
        _ = try await $0.office.contributions.lines(
          of: try $0.employer().payer, Month(year: 2024, month: 12), by: $1, why: "w")
      }
    ),
    (
      "a deposit", [.readContributions],
      { _ = try await $0.office.contributions.deposit(of: try $0.member(People.sri).payer, by: $1) }
    ),
    ("suspense", [.assignPayments], { _ = try await $0.office.contributions.suspense(by: $1) }),
    (
      "what stands open", [.receivePayments],
      { _ = try await $0.office.contributions.inquire(try $0.va(try $0.employer()), by: $1) }
    ),
    (
      "all that stands open", [.receivePayments],
      { _ = try await $0.office.contributions.openBills(of: Month(year: 2024, month: 12), by: $1) }
    ),
    (
      "what a claim would bring", [.readClaims],
      { scene, actor in
        let form = JHTClaimForm(ground: .stoppedBusiness, channel: .branch, kpjs: [try scene.kpj(People.sri)])
        _ = try await scene.office.claims.check(form, of: try scene.member(People.sri), by: actor)
      }
    ),
    ("a claim", [.readClaims], { _ = try await $0.office.claims.claim(try $0.claim(People.sri), by: $1, why: "w") }),
    (
      "a member's claims", [.readClaims],
      { _ = try await $0.office.claims.claims(of: try $0.member(People.sri), by: $1) }
    ),
    ("the work list", [.readClaims], { _ = try await $0.office.claims.workList(by: $1) }),
    (
      "payment files", [.makePayouts, .releasePayouts, .recordPayoutResults, .readBooks],
      { _ = try await $0.office.claims.payoutBatches(by: $1) }
    ),
    (
      "a payment file", [.makePayouts, .releasePayouts, .recordPayoutResults, .readBooks],
      { _ = try await $0.office.claims.payoutBatch(try $0.batch(), by: $1) }
    ),
    (
      "a payment file for the bank", [.releasePayouts, .recordPayoutResults],
      { _ = try await $0.office.claims.payoutOrder(try $0.batch(), by: $1) }
    ),
    (
      "what waits for a file", [.makePayouts, .releasePayouts],
      { _ = try await $0.office.claims.payoutsWaiting(by: $1) }
    ),
    ("what the bank left open", [.closeMatters, .readBooks], { _ = try await $0.office.claims.matters(by: $1) }),
    ("returns", [.previewReturns, .approveReturns, .readBooks], { _ = try await $0.office.savings.returns(by: $1) }),
    ("balances", [.readBooks], { _ = try await $0.office.books.trialBalance(by: $1) }),
    ("entries", [.readBooks], { _ = try await $0.office.books.entries(keyPrefix: "claim/", by: $1) }),
    ("checks", [.readBooks], { _ = try await $0.office.books.check(by: $1) }),
    ("the trail", [.readAudit], { _ = try await $0.office.audit.rows(by: $1) }),
    (
      "a search of the trail", [.readAudit],
      { _ = try await $0.office.audit.search(AuditFilter(text: "claims"), by: $1) }
    ),
    ("staff", [.manageUsers], { _ = try await $0.office.access.staff(by: $1) }),
  ]

  @Test("Each sees what the role's table lets see, and another's things are shut", arguments: ScratchDatabase.engines)
  func table(_ engine: Engine) async throws {
    let scene = try Scene.open(engine, on: Scene.scriptBegins)
    try await scene.play()
    let (stranger, another) = (try #require(MemberID(77)), try #require(EmployerID(78)))
    var flaws: [String] = []
    for (name, permissions, look) in Self.looks {
      for role in Role.allCases {
        let actor = Actor.given(
          id: "user/\(role.rawValue)", name: role.rawValue, roles: [role], memberID: role == .member ? stranger : nil,
          employerID: role == .employer ? another : nil)
        let error = try await refusal { try await look(scene, actor) }
        let may = permissions.contains(where: actor.has)
        if (error == nil) != may { flaws.append("\(name) by \(role): \(error?.code ?? "seen")") }
        if !may, error?.code != "not-allowed" { flaws.append("\(name) by \(role): \(error?.code ?? "seen")") }
      }
    }
    #expect(flaws == [])
  }

  @Test("Members and employers see what is theirs", arguments: ScratchDatabase.engines)
  func own(_ engine: Engine) async throws {
    let scene = try Scene.open(engine, on: Scene.scriptBegins)
    try await scene.play()
    let (her, officer) = (Staff.member(try scene.member(People.sri)), Staff.officer(of: try scene.employer()))
    let hers = [
      "a member", "savings", "a statement", "bills", "a deposit", "what a claim would bring", "a claim",
      "a member's claims",
    ]
    let theirs = ["an employer", "its workers", "a bill", "its lines"]
    var flaws: [String] = []
    for (name, _, look) in Self.looks {
      for (actor, open) in [(her, hers.contains(name)), (officer, theirs.contains(name))] {
        let error = try await refusal { try await look(scene, actor) }
        if (error == nil) != open { flaws.append("\(name) by \(actor.name): \(error?.code ?? "seen")") }
      }
    }
    #expect(flaws == [])
  }

  /// What tells nothing of anybody by name.
  static let impersonal: Set<String> = [
    "an employer", "bills", "a bill", "a deposit", "suspense", "all that stands open", "the work list",
    "what waits for a file", "returns", "balances", "entries", "checks", "the trail",
    "a search of the trail", "staff", "what the bank left open",
  ]

  @Test(
    "Every look at personal data leaves a row in the trail, and no other look does", arguments: ScratchDatabase.engines)
  func leavesRow(_ engine: Engine) async throws {
    let scene = try Scene.open(engine, on: Scene.scriptBegins)
    try await scene.play()
    let all = Actor.given(id: "user/all", name: "Semua", roles: Set(Role.allCases).subtracting([.member, .employer]))
    var flaws: [String] = []
    for (name, _, look) in Self.looks {
      let before = try scene.count("audit")
      try await look(scene, all)
      let rows = try scene.count("audit") - before
      if (rows > 0) == Self.impersonal.contains(name) { flaws.append("\(name): \(rows) rows") }
    }
    #expect(flaws == [])
  }

  @Test("Whoever reads personal data is written down, with the reason", arguments: ScratchDatabase.engines)
  func writtenDown(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await scene.registerSri()
    let before = try scene.count("audit")
    _ = try await scene.office.members.member(sri.memberID, by: Staff.desk, why: "asks about her card")
    _ = try await scene.office.members.find(sri.kpj.digits, by: Staff.desk, why: "at the counter")
    _ = try await scene.office.members.find("9971011503900002", by: Staff.desk, why: "nobody")
    _ = try await scene.office.savings.balances(of: sri.memberID, by: Staff.desk, why: "asks how much")
    _ = try await scene.office.claims.claims(of: sri.memberID, by: Staff.desk)
    #expect(try scene.count("audit") == before + 5)
    let rows = try await scene.office.audit.rows(about: sri.memberID.value, by: Staff.auditor)
    #expect(rows.map(\.act).prefix(3) == ["claims.list", "savings.balance", "members.find"])
    #expect(rows.map(\.reason).prefix(3) == ["claims of the member", "asks how much", "at the counter"])
  }

  @Test("A search wants a NIK or a KPJ", arguments: ["", "Sri", "123", "9971014107850000", "2600000000"])
  func search(_ text: String) async throws {
    let scene = try Scene.open(.sqlite)
    let error = try await refusal { try await scene.office.members.find(text, by: Staff.desk, why: "w") }
    #expect(error?.places == ["query"] && error?.isPlain == true)
  }

  @Test("What is not there is told in a sentence", arguments: ScratchDatabase.engines)
  func missing(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let (member, employer) = (try #require(MemberID(5)), try #require(EmployerID(6)))
    let sri = try await scene.registerSri()
    let month = Month(year: 2020, month: 1)
    let errors = [
      try await refusal { try await scene.office.members.member(member, by: Staff.desk, why: "w") },
      try await refusal { try await scene.office.employers.employer(employer, by: Staff.clerk) },
      try await refusal { try await scene.office.contributions.bill(sri.memberID.payer, month, by: Staff.clerk) },
      try await refusal {
        try await scene.office.savings.statement(of: sri.memberID, sri.kpj, year: 2020, by: Staff.desk)
      },
      try await refusal {
        try await scene.office.employers.report([], for: employer, by: Staff.clerk, key: try scene.key("r"))
      },
    ]
    for error in errors {
      #expect(error?.code == "not-found")
      #expect(error?.isPlain == true)
    }
    let va = try #require(VirtualAccount("98991000000001"))
    #expect(try await scene.office.contributions.inquire(va, by: Staff.bank) == nil)
    let npp = try #require(NPP("26000009000"))
    #expect(try await scene.office.employers.find(npp, by: Staff.clerk) == nil)
  }
}
