import Fixtures
import Office
import Programs
import Store
import Testing
import Vocabulary

@Suite("Registering")
struct RegistrationTests {
  /// What a self-employed person may get wrong, and where the fault must stand.
  static let mistakes: [(String, @Sendable (inout SelfEmployedForm) -> Void, [String])] = [
    ("a NIK of fifteen digits", { $0.person.nik = "997101410785000" }, ["nik"]),
    ("letters in the NIK", { $0.person.nik = "99710141078500O1" }, ["nik"]),
    ("an impossible date in the NIK", { $0.person.nik = "9971014513850001" }, ["nik"]),
    ("no name", { $0.person.name = "  " }, ["name"]),
    ("a number for a name", { ($0.person.name, $0.person.bankHolder) = ("Sri 2", nil) }, ["name"]),
    (
      "a name of a whole page", { ($0.person.name, $0.person.bankHolder) = (String(repeating: "a", count: 121), nil) },
      ["name"]
    ),
    ("30 February", { $0.person.bornOn = "30/2/1985" }, ["bornOn"]),
    ("tomorrow", { $0.person.bornOn = "2026-01-06" }, ["bornOn"]),
    ("121 years old", { $0.person.bornOn = "1904-12-31" }, ["bornOn"]),
    ("fourteen years old", { $0.person.bornOn = "2011-01-06" }, ["bornOn"]),
    ("sixty-five today", { $0.person.bornOn = "1961-01-05" }, ["bornOn"]),
    ("a third sex", { $0.person.sex = "X" }, ["sex"]),
    ("half a telephone number", { $0.person.phone = "0812" }, ["phone"]),
    ("an e-mail without a place", { $0.person.email = "sri@" }, ["email"]),
    ("an NPWP of ten digits", { $0.person.npwp = "1234567890" }, ["npwp"]),
    ("an account of three digits", { $0.person.bankAccount = "123" }, ["bankAccount"]),
    ("an unknown bank", { $0.person.bankCode = "999" }, ["bankCode"]),
    ("somebody else's account", { $0.person.bankHolder = "Budi Santoso" }, ["bankHolder"]),
    ("no income", { $0.income = "" }, ["income"]), ("an income of zero", { $0.income = "0" }, ["income"]),
    ("a negative income", { $0.income = "-1.000.000" }, ["income"]),
    ("an income in words", { $0.income = "sejuta" }, ["income"]),
    ("an income with cents", { $0.income = "1.500.000,50" }, ["income"]),
    ("more than the country earns", { $0.income = "99.999.999.999.999" }, ["income"]),
    ("no occupation", { $0.occupation = " " }, ["occupation"]),
    ("a user name with blanks", { ($0.login, $0.password) = ("sri wahyuni", "sayur-segar") }, ["login"]),
    ("a short password", { ($0.login, $0.password) = ("sri", "sayur") }, ["password"]),
    ("the user name for a password", { ($0.login, $0.password) = ("sriwahyuni", "SriWahyuni") }, ["password"]),
    (
      "everything at once",
      {
        $0.person.nik = "1"
        $0.person.name = ""
        $0.person.bornOn = "kemarin"
        $0.person.phone = "1"
        $0.person.bankCode = "999"
        $0.income = "banyak"
        $0.occupation = ""
        ($0.login, $0.password) = ("?", "1")
      }, ["nik", "name", "bornOn", "phone", "bankCode", "income", "occupation", "login", "password"]
    ),
  ]

  @Test("Every mistake in the form is told at once, under its field, in plain sentences", arguments: mistakes.indices)
  func everyMistake(_ index: Int) async throws {
    let (name, change, places) = Self.mistakes[index]
    let scene = try Scene.open(.sqlite)
    var form = People.sellsVegetables()
    change(&form)
    let typed = form
    let error = try await refusal {
      try await scene.office.members.register(typed, by: .visitor, key: try scene.key("k"))
    }
    #expect(Set(error?.places ?? []) == Set(places), "\(name)")
    #expect(error?.isPlain == true, "\(name): \(error?.sentences ?? [])")
    let rows = try ["member", "act", "audit", "bill"].map { try scene.count($0) }
    #expect(rows == [0, 0, 0, 0])
  }

  static let boundaries: [(String, Bool)] = [
    ("1961-01-06", true), ("1961-01-05", false), ("2011-01-05", true), ("2011-01-06", false),
  ]

  @Test("The ages of fifteen and sixty-five are reckoned to the day", arguments: boundaries)
  func ages(_ bornOn: String, _ fine: Bool) async throws {
    let scene = try Scene.open(.sqlite)
    var form = People.sellsVegetables()
    form.person.bornOn = bornOn
    let typed = form
    let error = try await refusal {
      try await scene.office.members.register(typed, by: .visitor, key: try scene.key("k"))
    }
    #expect((error == nil) == fine)
  }

  @Test(
    "A known NIK is not registered by a stranger, nor twice as self-employed by anybody",
    arguments: ScratchDatabase.engines)
  func twice(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await scene.registerSri()
    let strangers: [(Actor, String)] = [
      (.visitor, "already-member"), (Staff.member(try #require(MemberID(5))), "already-member"),
      (Staff.member(sri.memberID), "already-self-employed"), (Staff.desk, "already-self-employed"),
    ]
    for (actor, code) in strangers {
      let error = try await refusal {
        try await scene.office.members.register(People.sellsVegetables(), by: actor, key: try scene.freshKey())
      }
      #expect(error?.code == code)
      #expect(error?.isPlain == true)
    }
    #expect(try scene.count("member") == 1)
  }

  @Test("A taken user name undoes the whole registration", arguments: ScratchDatabase.engines)
  func takenLogin(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    _ = try await scene.office.members.register(
      People.sellsVegetables(login: "sri", password: "sayur-segar"), by: .visitor, key: try scene.key("a"))
    let other = SelfEmployedForm(
      person: People.budi, occupation: "ojek", income: "2.000.000", withJHT: true, login: "SRI", password: "motor-biru")
    let before = try scene.dump()
    let error = try await refusal {
      try await scene.office.members.register(other, by: .visitor, key: try scene.key("b"))
    }
    #expect(error?.places == ["login"] && error?.isPlain == true)
    #expect(differences(before, try scene.dump()) == [])
  }

  @Test("Who stopped registers again and gets a new number under the same account", arguments: ScratchDatabase.engines)
  func again(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let first = try await scene.registerSri()
    try scene.move(to: "2026-03-20")
    try await scene.bill("2026-02")
    try await scene.bill("2026-03")
    try await scene.stop(first.kpj, on: "2026-01-31")
    let again = try await scene.office.members.register(
      People.sellsVegetables(), by: Staff.member(first.memberID), key: try scene.key("lagi"))
    #expect(again.memberID == first.memberID && again.kpj != first.kpj && again.va == first.va)
    // February and March of the old number fell away; March of the new one is billed and can be paid.
    let open = try await scene.office.contributions.inquire(try #require(again.va), by: Staff.bank)
    #expect(open?.amount == Rupiah(2 * 54_800) && open?.month == Month(year: 2026, month: 1))
    let receipt = try await scene.pay(again.va, Rupiah(2 * 54_800))
    #expect(receipt.billsSettled == 2 && receipt.credits == 2)
    #expect(try scene.balance(first.kpj) == Rupiah(32_000))
    #expect(try scene.balance(again.kpj) == Rupiah(32_000))
    let lines = try await scene.office.contributions.lines(
      of: first.memberID.payer, Month(year: 2026, month: 3), by: Staff.clerk, why: "test")
    #expect(lines.map(\.kpj) == [again.kpj])
    #expect(try await scene.brokenRules() == [])
  }

  @Test("A stop lies neither ahead nor before the beginning, and comes once", arguments: ScratchDatabase.engines)
  func stops(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await scene.registerSri()
    let (_, workers) = try await scene.employ([People.budi], since: "2026-01-01")
    let her = Staff.member(sri.memberID)
    let tries: [(KPJ?, String, Actor, String)] = [
      (sri.kpj, "2026-01-06", her, "faults"), (sri.kpj, "2026-01-04", her, "faults"),
      (KPJ("26999999999"), "2026-01-05", her, "not-found"),
      (workers[0].kpj, "2026-01-05", Staff.member(workers[0].memberID), "not-self-employed"),
      (workers[0].kpj, "2026-01-05", her, "not-allowed"),
    ]
    for (kpj, day, actor, code) in tries {
      let kpj = try #require(kpj)
      let error = try await refusal { try await scene.stop(kpj, on: day, by: actor) }
      #expect(error?.code == code, "\(day)")
      #expect(error?.isPlain == true)
    }
    try await scene.stop(sri.kpj, on: "2026-01-05", by: her)
    let again = try await refusal { try await scene.stop(sri.kpj, on: "2026-01-05", by: her) }
    #expect(again?.code == "already-ended" && again?.isPlain == true)
  }

  @Test("A list of enrolments tells every line that billing could not bear", arguments: ScratchDatabase.engines)
  func enrolments(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let good = try Scene.selfEmployed(People.sri, joined: "2026-01-01")
    var lines = [good]
    func add(_ number: Int, _ change: (inout Enrolment) throws -> Void) throws {
      var line = try Scene.selfEmployed(People.worker(number), joined: "2026-01-01")
      try change(&line)
      lines.append(line)
    }
    try add(2) { $0.wage = Rupiah(-1) }
    try add(3) { $0.wage = Rupiah(99_999_999_999_999) }
    try add(4) { $0.programmes = [.jkk, .jkm, .jp] }
    try add(5) { $0.segment = .migrant }
    try add(6) { $0.segment = .wageEarner }
    try add(7) { $0.joinedOn = try #require(Day("2026-01-06")) }
    lines.append(good)
    let list = lines
    let error = try await refusal {
      try await scene.office.members.enrol(list, by: Staff.clerk, key: try scene.key("a"))
    }
    #expect(
      error?.places == [
        "line 2, wage", "line 3, wage", "line 4, programmes", "line 5, segment", "line 6, employerID",
        "line 7, joinedOn",
        "line 8, nik",
      ])
    #expect(error?.isPlain == true, "\(error?.sentences ?? [])")
    _ = try await scene.office.members.enrol([good], by: Staff.clerk, key: try scene.key("b"))
    let twice = try await refusal {
      try await scene.office.members.enrol([good], by: Staff.clerk, key: try scene.key("c"))
    }
    #expect(twice?.places == ["line 1, nik"])
    let run = try await scene.bill("2026-01")
    #expect(run.bills == 1)
  }

  @Test(
    "Renewing keeps the NIK, adds a version and tells only which fields changed", arguments: ScratchDatabase.engines)
  func renews(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await scene.registerSri()
    var form = People.sri
    form.nik = "9971011503900002"
    form.phone = "0812 9999 0000"
    let after = try await scene.office.members.renew(
      sri.memberID, as: form, by: Staff.member(sri.memberID), key: try scene.key("a"))
    #expect(after.person.nik.digits == People.sri.nik && after.person.phone == "081299990000")
    #expect(try scene.count("member_data") == 2)
    let rows = try await scene.office.audit.rows(about: sri.memberID.value, by: Staff.auditor)
    #expect(rows.first?.detail == "version 2: phone")
    form.bornOn = "32/1/1985"
    form.email = "x"
    let typed = form
    let error = try await refusal {
      try await scene.office.members.renew(sri.memberID, as: typed, by: Staff.desk, key: try scene.key("b"))
    }
    #expect(error?.places == ["bornOn", "email"] && error?.isPlain == true)
    let unknown = try #require(MemberID(99))
    let nobody = try await refusal {
      try await scene.office.members.renew(unknown, as: People.sri, by: Staff.desk, key: try scene.key("c"))
    }
    #expect(nobody?.code == "not-found" && nobody?.isPlain == true)
  }
}
