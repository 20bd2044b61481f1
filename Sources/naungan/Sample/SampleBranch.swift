import Dispatch
import Ledger
import Office
import Programs
import Simulation
import Store
import Vocabulary

/// A sample branch while it is being made.
struct SampleBranch {
  let plan: SamplePlan
  let open: OpenBranch
  let clock: SteppedClock

  private var office: Office { open.office }
  private static let actor = Actor.system("sample")

  /// Opens new books for it.
  ///
  /// - Throws: `unusable` where there are members already.
  static func open(_ plan: SamplePlan, in branch: BranchOptions, _ law: LawOptions) throws -> SampleBranch {
    let clock = SteppedClock(plan.setting.first.day(1))
    try branch.folder.addLetters(besides: try law.folder())
    let open = try branch.open(
      law, tables: .brought, durability: .relaxed, random: SeededRandom(seed: plan.setting.seed),
      clock: { clock.read() })
    guard try !open.database.readNow({ try $0.exists("SELECT 1 FROM member") }) else {
      throw Ending(
        .unusable,
        "Di \(open.database.location) sudah ada peserta. Pilih folder lain: naungan demo --data contoh-2.",
        "There are members at \(open.database.location) already. Choose another folder: naungan demo --data sample-2.")
    }
    return SampleBranch(plan: plan, open: open, clock: clock)
  }

  /// Lives through the months, and leaves the people whom a newcomer meets where they can be met.
  func make() async throws -> SampleYield {
    try open.folder.write(SampleMark(plan, complete: false))
    let started = DispatchTime.now()
    var yield = SampleYield()
    var month = plan.setting.first
    let progress = Progress()
    var simulator = Simulator(office: office, clock: clock, setting: plan.setting)
    try await simulator.run { report in
      yield.add(report)
      progress.step(report.words)
    } night: {
      if month == plan.budiLeaves { try await budiResigns(on: month.lastDay) }
      month = month.next
    }
    progress.end()
    try await hireStaff()
    yield.seconds = Double(DispatchTime.now().uptimeNanoseconds - started.uptimeNanoseconds) / 1e9
    try open.database.readNow { try yield.count($0) }
    try open.folder.write(SampleMark(plan, complete: true))
    try await open.seal()
    return yield
  }

  /// PT Maju reports Budi out, so that he can claim his JHT by today.
  private func budiResigns(on day: Day) async throws {
    let budi = try await budi()
    guard let job = budi.memberships.first, let employer = job.employerID else { return }
    _ = try await office.employers.report(
      [.leaves(kpj: job.kpj, endedOn: day, reason: .resigned)], for: employer, by: Self.actor,
      key: ActKey("budi-leaves"))
  }

  private func hireStaff() async throws {
    for one in SampleStaff.all {
      let user = NewUser(login: one.login, name: one.name, password: SampleStaff.password, roles: [one.role])
      try await office.access.register(user, by: Self.actor, key: ActKey("staff/\(one.login)"))
    }
    let budi = try await budi()
    let user = NewUser(
      login: "budi", name: budi.person.name, password: SampleStaff.password, roles: [.member], memberID: budi.id)
    try await office.access.register(user, by: Self.actor, key: ActKey("login/budi"))
  }

  private func budi() async throws -> Member {
    guard let budi = try await office.members.find("9971011503900002", by: Self.actor, why: "sample") else {
      throw Ending(.stopped, "Budi tidak ada di cabang contoh.", "Budi is not in the sample branch.")
    }
    return budi
  }

  /// Holds the finished books and trail to every rule.
  func prove() async throws {
    let broken = try await office.books.check(by: Self.actor).filter { !$0.holds }
    broken.tell()
    let verdict = try await office.audit.verify(seals: try open.seals.read())
    guard broken.isEmpty, verdict.holds else {
      throw Ending(
        .faulty, "Buku cabang contoh tidak utuh: \(broken.map(\.rule) + verdict.flaws).",
        "The sample's books do not hold: \(broken.map(\.rule) + verdict.flaws).")
    }
    Terminal.say("Buku utuh: setiap aturan berlaku.", "The books hold: every rule is kept.")
    verdict.tell(seals: 1)
  }
}

extension Simulator.Report {
  fileprivate var words: Words {
    let (place, lines, payments) = ("\(month)  \(index)/\(months) ", lines.grouped, payments.grouped)
    return Words(
      "\(place) \(members.grouped) peserta, \(lines) baris iuran, \(payments) pembayaran, \(claims) klaim",
      "\(place) \(members.grouped) members, \(lines) lines, \(payments) payments, \(claims) claims")
  }
}
