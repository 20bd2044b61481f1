import Fixtures
import Law
import Office
import Programs
import Store
import Testing
import Vocabulary

@Suite("Whom another law would touch")
struct ImpactTests {
  private static let january = Month(year: 2026, month: 1)

  @Test("What if JKM were 0,35%: who is touched and by how much, told as totals", arguments: ScratchDatabase.engines)
  func whatIf(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    try await scene.registerSri()
    _ = try await scene.employ([People.budi, People.worker(1)], wage: 5_000_000, since: "2026-01-01")
    let law = try TestOffice.law.get().replacing("jkm/contribution/rate", from: Self.january.firstDay, value: "0,35%")
    let impact = try await scene.office.contributions.impact(
      in: Self.january, of: law, at: Self.january, by: Staff.clerk, why: "RUPS")
    #expect(impact.memberships == 3 && impact.lawAfter == law.hash && impact.lawAfter != impact.lawBefore)
    let jkm = try #require(impact.lines.first { $0.segment == .wageEarner && $0.programme == .jkm })
    #expect(jkm.members == 2 && jkm.touched == 2)
    #expect(jkm.before == Rupiah(30_000) && jkm.after == Rupiah(35_000))
    #expect(jkm.largestRise == Rupiah(2_500) && jkm.largestFall == .zero)
    let jht = try #require(impact.lines.first { $0.segment == .wageEarner && $0.programme == .jht })
    #expect(jht.members == 2 && jht.touched == 0 && jht.before == jht.after)
    let sri = try #require(impact.lines.first { $0.segment == .selfEmployed && $0.programme == nil })
    #expect(sri.members == 1 && sri.touched == 0)
    #expect(impact.total.members == 3 && impact.total.touched == 2)
    #expect(impact.total.after - impact.total.before == Rupiah(5_000))
  }

  @Test("The totals before are what the month's bills come to, and the same law touches nobody")
  func sameLaw() async throws {
    let scene = try Scene.open(.sqlite)
    _ = try await scene.employ([People.budi, People.worker(1)], wage: 7_300_000, since: "2026-01-01")
    let run = try await scene.bill("2026-01")
    let impact = try await scene.office.contributions.impact(
      in: Self.january, of: scene.office.law, at: Self.january, by: Staff.clerk, why: "w")
    #expect(impact.total.before == run.total && impact.total.after == run.total)
    #expect(impact.lines.allSatisfy { $0.touched == 0 && $0.largestRise == .zero && $0.largestFall == .zero })
  }

  @Test("The totals are the sums of single reckonings", arguments: ScratchDatabase.engines)
  func sums(_ engine: Engine) async throws {
    var random = SeededRandom(seed: seed &+ 11)
    let scene = try Scene.open(engine)
    let since = "2026-01-01"
    var wages: [Int64] = []
    for number in 1...12 {
      let wage = Int64(1_000_000 + random.below(14_000) * 1_000)
      wages.append(wage)
      let form = number == 1 ? try await scene.employ([People.worker(1)], wage: wage, since: since).employer : nil
      if form == nil {
        try await scene.report([People.worker(number)], wage: wage, since: since, for: try scene.employer())
      }
    }
    let run = try await scene.bill("2026-01")
    let mine = scene.office.law
    let law = try mine.replacing("jp/contribution/wage_ceiling", from: Self.january.firstDay, value: "Rp 6.000.000")
    let impact = try await scene.office.contributions.impact(
      in: Self.january, of: law, at: Self.january, by: Staff.clerk, why: "w")
    let employer = try scene.employer()
    let lines = try await scene.office.contributions.lines(
      of: employer.payer, Self.january, by: Staff.clerk, why: "w")
    #expect(lines.map(\.base.amount).sorted() == wages.sorted(), "seed \(seed)")
    let jp = try #require(impact.lines.first { $0.segment == .wageEarner && $0.programme == .jp })
    let before = lines.reduce(Rupiah.zero) { $0 + $1.jpEmployer + $1.jpWorker }
    let falls = try lines.map { line in
      let wage = line.jpEmployer + line.jpWorker
      let facts = try ContributionFacts(segment: .wageEarner, programmes: [.jp], base: line.base)
      return wage - (try Tariff(month: Self.january, law: law).contribution(for: facts).total)
    }
    #expect(jp.before == before && jp.before - jp.after == falls.reduce(.zero, +), "seed \(seed)")
    #expect(jp.largestFall == falls.max() && jp.largestRise == .zero, "seed \(seed)")
    #expect(jp.touched == falls.filter(\.isPositive).count, "seed \(seed)")
    #expect(impact.total.before == run.total, "seed \(seed)")
    let parts = Segment.allCases.map { segment in
      impact.lines.first { $0.segment == segment && $0.programme == nil }?.after ?? .zero
    }
    #expect(parts.reduce(.zero, +) == impact.total.after, "seed \(seed)")
  }

  @Test("By the law of another month people keep the age of theirs, and only the law differs")
  func otherMonth() async throws {
    let scene = try Scene.open(.sqlite)
    _ = try await scene.employ([People.budi], wage: 20_000_000, since: "2026-01-01")
    let march = Month(year: 2026, month: 3)
    let impact = try await scene.office.contributions.impact(
      in: Self.january, of: scene.office.law, at: march, by: Staff.clerk, why: "w")
    let (old, new) = (
      try scene.office.law.inForce(JP.wageCeiling, on: Self.january.firstDay).value,
      try scene.office.law.inForce(JP.wageCeiling, on: march.firstDay).value
    )
    #expect(impact.monthAfter == march && impact.total.touched == (old == new ? 0 : 1))
    #expect((impact.total.after > impact.total.before) == (new > old))
  }

  @Test("Only who may read contributions may ask, and it is written down without a name")
  func permission() async throws {
    let scene = try Scene.open(.sqlite)
    let error = try await refusal {
      try await scene.office.contributions.impact(
        in: Self.january, of: scene.office.law, at: Self.january, by: Staff.bank, why: "w")
    }
    #expect(error?.code == "not-allowed")
    _ = try await scene.office.contributions.impact(
      in: Self.january, of: scene.office.law, at: Self.january, by: Staff.clerk, why: "before the vote")
    let reason = try scene.read { db in
      try db.row("SELECT reason FROM audit WHERE act = 'contributions.impact'") { try $0.text(0) }
    }
    #expect(reason == "before the vote")
  }

  @Test("A month without law is an error that names the parameter, not a zero")
  func silent() async throws {
    let scene = try Scene.open(.sqlite)
    await #expect(throws: LawError.self) {
      try await scene.office.contributions.impact(
        in: Self.january, of: scene.office.law, at: Month(year: 2010, month: 1), by: Staff.clerk, why: "w")
    }
  }
}
