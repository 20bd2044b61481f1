import Office
import Programs
import Vocabulary

extension API {
  var employerRoutes: [Route] {
    [
      act("/employers", "Register an employer", for: .anyone) { try await registerEmployer($0) },
      get("/employers", "Find an employer by NPP", for: .may(.readEmployers)) { try await findEmployer($0) },
      get("/employers/{employer}", "An employer", for: .signedIn) { ask in
        try .json(ToldEmployer(try await office.employers.employer(try ask.employer(), by: try ask.actor())))
      },
      get("/employers/{employer}/workers", "An employer's workers, by KPJ", for: .signedIn) { ask in
        let (id, actor) = (try ask.employer(), try ask.actor())
        let reason = try ask.reason(own: actor.employerID == id)
        let workers = try await office.employers.workers(of: id, by: actor, why: reason)
        return try page(of: workers, ask, ToldWorker.init) { $0.kpj.digits }
      },
      act(
        "/employers/{employer}/reports", "Report workers who join, leave or earn otherwise", for: .signedIn,
        limit: Self.longLimit
      ) { try await report($0) },
    ]
  }

  private func registerEmployer(_ ask: Ask) async throws -> Reply {
    let form = try await ask.body(AskedEmployer.self, allowing: AskedEmployer.keys).form
    let employer = try await office.employers.register(
      form, by: ask.identity?.actor ?? .visitor, key: try ask.actKey())
    return try .created(ToldEmployer(employer), at: Self.root + "/employers/\(employer.id)")
  }

  private func findEmployer(_ ask: Ask) async throws -> Reply {
    guard let text = ask.query["npp"], let npp = NPP(text), npp.text == text else {
      throw Refusal.badQuery("npp", Words("Sebut npp, 11 huruf atau angka.", "Give npp, 11 letters or digits."))
    }
    let found = try await office.employers.find(npp, by: try ask.actor())
    return try .list(
      found.map { [ToldEmployer($0)] } ?? [], last: nil, ask: ask, paging: Paging(limit: 1, after: nil), seal: seal)
  }

  private func report(_ ask: Ask) async throws -> Reply {
    let asked = try await ask.body(AskedReport.self, allowing: ["lines"]).lines
    try Self.check(count: asked.count, of: "/lines")
    let (id, actor, key) = (try ask.employer(), try ask.actor(), try ask.actKey())
    let outcome = try await pointing(into: "lines") {
      try await office.employers.report(asked.map(\.line), for: id, by: actor, key: key)
    }
    return try .recorded(ToldReport(outcome))
  }
}

struct AskedEmployer: Decodable {
  let form: EmployerForm

  static let keys: Set<String> = [
    "name", "npwp", "address", "contactName", "phone", "email", "business", "scale", "riskClass", "labourIntensive",
    "construction", "login", "password",
  ]

  init(from decoder: any Decoder) throws { form = try EmployerForm(from: decoder) }
}

struct AskedReport: Decodable {
  let lines: [Line]

  /// `kind` says what a line tells; the other fields follow from it.
  struct Line: Decodable {
    let line: WorkerReport

    private enum Kind: String, Decodable {
      case joins, leaves, earns
    }

    private enum Key: CodingKey {
      case kind, kpj, occupation, startedOn, endedOn, reason, wage, from
    }

    init(from decoder: any Decoder) throws {
      let given = try decoder.container(keyedBy: Key.self)
      switch try given.decode(Kind.self, forKey: .kind) {
      case .joins:
        try decoder.refuseKeys(besides: AskedPerson.keys.union(["kind", "occupation", "startedOn", "wage"]))
        line = .joins(
          try AskedPerson(from: decoder).form, occupation: try given.decode(String.self, forKey: .occupation),
          startedOn: try given.decode(Day.self, forKey: .startedOn),
          wage: try given.decode(Money.self, forKey: .wage).amount)
      case .leaves:
        try decoder.refuseKeys(besides: ["kind", "kpj", "endedOn", "reason"])
        line = .leaves(
          kpj: try given.decode(KPJ.self, forKey: .kpj), endedOn: try given.decode(Day.self, forKey: .endedOn),
          reason: try given.decode(EndReason.self, forKey: .reason))
      case .earns:
        try decoder.refuseKeys(besides: ["kind", "kpj", "wage", "from"])
        line = .earns(
          kpj: try given.decode(KPJ.self, forKey: .kpj), wage: try given.decode(Money.self, forKey: .wage).amount,
          from: try given.decode(Month.self, forKey: .from))
      }
    }
  }
}

struct ToldEmployer: Encodable {
  let id: String
  let npp: NPP
  let segment: Segment
  let name: String
  let npwp: String
  let address: String
  let contactName: String
  let phone: String
  let email: String
  let business: String
  let scale: BusinessScale
  let riskClass: RiskClass
  let programmes: [Programme]
  let virtualAccount: VirtualAccount

  init(_ employer: Employer) {
    id = employer.id.description
    npp = employer.npp
    segment = employer.segment
    name = employer.profile.name
    npwp = employer.profile.npwp
    address = employer.profile.address
    contactName = employer.profile.contactName
    phone = employer.profile.phone
    email = employer.profile.email
    business = employer.profile.business
    scale = employer.profile.scale
    riskClass = employer.profile.riskClass
    programmes = employer.profile.programmes.programmes
    virtualAccount = employer.va
  }
}

struct ToldWorker: Encodable {
  let memberId: String
  let kpj: KPJ
  let name: String
  let startedOn: Day
  let endedOn: Day?
  let wage: Money

  init(_ worker: Worker) {
    memberId = worker.memberID.description
    kpj = worker.kpj
    name = worker.name
    startedOn = worker.startedOn
    endedOn = worker.endedOn
    wage = Money(worker.wage)
  }
}

struct ToldReport: Encodable {
  let joined: [ToldEnrolled]
  let left: Int
  let changed: Int

  init(_ outcome: ReportOutcome) {
    joined = outcome.joined.map(ToldEnrolled.init)
    left = outcome.left
    changed = outcome.changed
  }
}
