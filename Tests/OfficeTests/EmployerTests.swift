import Fixtures
import Office
import Programs
import Store
import Testing
import Vocabulary

@Suite("Employers and their reports")
struct EmployerTests {
  @Test(
    "A known NIK joins only with its own name and birth date, and tells nobody's name",
    arguments: ScratchDatabase.engines)
  func mistakenNIK(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    try await scene.registerSri()
    let maju = try await scene.office.employers.register(People.ptMaju, by: .visitor, key: try scene.freshKey())
    var guess = People.sri
    (guess.name, guess.bankHolder) = ("Siapa Saja", "Siapa Saja")
    let error = try await refusal { try await scene.report([guess], since: "2026-01-02", for: maju.id) }
    #expect(error?.places == ["nik"] && error?.isPlain == true)
    #expect(error?.words.indonesian.contains("Sri") == false)
    var shouted = People.sri
    shouted.name = shouted.name.uppercased()
    #expect(try await scene.report([shouted], since: "2026-01-02", for: maju.id).joined.count == 1)
  }

  @Test("Every mistake in Formulir 1 is told at once, also those about the user")
  func form() async throws {
    let scene = try Scene.open(.sqlite)
    let form = EmployerForm(
      name: "P", npwp: "12", contactName: " ", phone: "1", email: "x", business: "", scale: "huge", riskClass: 6,
      login: "a",
      password: "b")
    let error = try await refusal {
      try await scene.office.employers.register(form, by: .visitor, key: try scene.key("k"))
    }
    #expect(
      Set(error?.places ?? []) == [
        "name", "contactName", "scale", "riskClass", "phone", "email", "npwp", "login", "password",
      ])
    #expect(error?.isPlain == true, "\(error?.sentences ?? [])")
    #expect(try scene.count("employer") == 0)
  }

  @Test(
    "A report is taken whole or not at all, and every fault of every line is told", arguments: ScratchDatabase.engines)
  func faults(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let (maju, workers) = try await scene.employ([People.budi, People.worker(1)], since: "2026-01-01")
    let (_, others) = try await scene.employ([People.worker(2)], since: "2026-01-01")
    let (day, month) = (try #require(Day("2026-01-05")), Month(year: 2026, month: 2))
    var badNIK = People.worker(9)
    badNIK.nik = "123"
    badNIK.bornOn = "x"
    let lines: [WorkerReport] = [
      .joins(People.worker(5), occupation: "montir", startedOn: day, wage: Rupiah(3_000_000)),
      .joins(badNIK, occupation: "montir", startedOn: day.adding(days: 1), wage: .zero),
      .joins(People.budi, occupation: "montir", startedOn: day, wage: Rupiah(3_000_000)),
      .joins(People.worker(5), occupation: "montir", startedOn: day, wage: Rupiah(3_000_000)),
      .joins(People.worker(6), occupation: "montir", startedOn: day, wage: Rupiah(99_999_999_999_999)),
      .joins(
        People.worker(7), occupation: "montir", startedOn: try #require(Day("1980-01-01")), wage: Rupiah(3_000_000)),
      .leaves(kpj: others[0].kpj, endedOn: day, reason: .resigned),
      .leaves(kpj: try #require(KPJ("26999999999")), endedOn: day, reason: .resigned),
      .leaves(kpj: workers[1].kpj, endedOn: day.adding(days: 1), reason: .resigned),
      .leaves(kpj: workers[1].kpj, endedOn: try #require(Day("2025-12-31")), reason: .resigned),
      .leaves(kpj: workers[1].kpj, endedOn: day, reason: .resigned),
      .leaves(kpj: workers[1].kpj, endedOn: day, reason: .resigned),
      .earns(kpj: workers[1].kpj, wage: Rupiah(4_000_000), from: month),
      .earns(kpj: workers[0].kpj, wage: .zero, from: month),
      .earns(kpj: workers[0].kpj, wage: Rupiah(4_000_000), from: month),
      .earns(kpj: workers[0].kpj, wage: Rupiah(5_000_000), from: month),
      .earns(kpj: others[0].kpj, wage: Rupiah(5_000_000), from: month),
    ]
    let before = try scene.dump()
    let error = try await refusal {
      try await scene.office.employers.report(
        lines, for: maju.id, by: Staff.officer(of: maju.id), key: try scene.key("k"))
    }
    let expected: Set = [
      "line 2, nik", "line 2, bornOn", "line 2, startedOn", "line 2, wage", "line 3, nik", "line 4, nik",
      "line 5, wage",
      "line 6, startedOn", "line 7, kpj", "line 8, kpj", "line 9, endedOn", "line 10, endedOn", "line 12, kpj",
      "line 13, kpj",
      "line 14, wage", "line 16, from", "line 17, kpj",
    ]
    #expect(Set(error?.places ?? []) == expected, "\(Set(error?.places ?? []).symmetricDifference(expected))")
    #expect(error?.isPlain == true, "\(error?.sentences.filter { !$0.hasSuffix(".") } ?? [])")
    #expect(differences(before, try scene.dump()) == [])
  }

  @Test(
    "Who left comes back under a new number; who works for two employers has two", arguments: ScratchDatabase.engines)
  func comesBack(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let (maju, first) = try await scene.employ([People.budi], since: "2026-01-01")
    let (jaya, second) = try await scene.employ([People.budi], wage: 2_000_000, since: "2026-01-01")
    #expect(first[0].memberID == second[0].memberID && first[0].kpj != second[0].kpj)
    try scene.move(to: "2026-02-10")
    try await scene.leaves(first[0].kpj, on: "2026-02-03", from: maju.id)
    let back = try await scene.report([People.budi], wage: 6_000_000, since: "2026-02-09", for: maju.id).joined
    #expect(back[0].memberID == first[0].memberID && back[0].kpj != first[0].kpj)
    let him = try await scene.office.members.member(back[0].memberID, by: Staff.desk, why: "test")
    #expect(him.memberships.map { $0.status.isActive } == [false, true, true])
    let workers = try await scene.office.employers.workers(of: maju.id, by: Staff.officer(of: maju.id), why: "test")
    #expect(workers.map(\.kpj) == [back[0].kpj, first[0].kpj] && workers[1].endedOn != nil)
    #expect(try await scene.office.employers.workers(of: jaya.id, by: Staff.clerk, why: "test").count == 1)
    #expect(try await scene.brokenRules() == [])
  }

  @Test(
    "A wage changes only from a month that is not billed, and no wage that cannot be is taken",
    arguments: ScratchDatabase.engines)
  func wages(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let (maju, workers) = try await scene.employ([People.budi, People.worker(1)], since: "2026-01-01")
    try await scene.bill("2026-01")
    let kpj = workers[0].kpj
    let (january, february) = (Month(year: 2026, month: 1), Month(year: 2026, month: 2))
    let bulk = [
      WageChange(kpj: kpj, amount: Rupiah(6_000_000), from: february),
      WageChange(kpj: kpj, amount: Rupiah(7_000_000), from: february),
      WageChange(kpj: workers[1].kpj, amount: Rupiah(6_000_000), from: january),
      WageChange(kpj: workers[1].kpj, amount: Rupiah(99_999_999_999_999), from: february),
      WageChange(kpj: workers[1].kpj, amount: .zero, from: february.next),
      WageChange(kpj: try #require(KPJ("26999999999")), amount: Rupiah(6_000_000), from: february),
    ]
    let error = try await refusal {
      try await scene.office.members.change(bulk, by: Staff.clerk, key: try scene.key("bulk"))
    }
    #expect(error?.places == ["line 2, from", "line 3, from", "line 4, wage", "line 5, wage", "line 6, kpj"])
    #expect(error?.isPlain == true, "\(error?.sentences ?? [])")
    let late = try await refusal {
      try await scene.office.employers.report(
        [.earns(kpj: kpj, wage: Rupiah(6_000_000), from: january)], for: maju.id, by: Staff.officer(of: maju.id),
        key: try scene.key("late"))
    }
    #expect(late?.places == ["from"] && late?.isPlain == true)
    try scene.move(to: "2026-02-02")
    try await scene.leaves(workers[1].kpj, on: "2026-01-31", from: maju.id)
    let ended = [WageChange(kpj: workers[1].kpj, amount: Rupiah(6_000_000), from: february)]
    let gone = try await refusal {
      try await scene.office.members.change(ended, by: Staff.clerk, key: try scene.key("gone"))
    }
    #expect(gone?.places == ["line 1, kpj"] && gone?.isPlain == true)
  }
}
