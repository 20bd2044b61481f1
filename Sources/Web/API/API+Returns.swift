import HTTPTypes
import Office
import Vocabulary

extension API {
  var returnRoutes: [Route] {
    [
      get("/returns", "Yearly returns previewed, and how far each has come", for: .signedIn) { ask in
        let runs = try await office.savings.returns(by: try ask.actor())
        return try .list(
          runs.map(ToldReturn.init), last: nil, ask: ask, paging: Paging(limit: 100, after: nil), seal: seal)
      },
      act("/returns", "Preview the JHT return of a year", for: .may(.previewReturns)) { ask in
        let year = try await ask.body(AskedReturn.self, allowing: ["year"]).year
        guard (2015...9999).contains(year) else {
          throw Refusal.invalid([Fault("year", "Tahun mulai 2015.", "Years from 2015 on.")])
        }
        let id = try await office.savings.previewReturn(of: year, by: try ask.actor(), key: try ask.actKey())
        return try .created(ToldRun(id: id.description), at: Self.root + "/returns/\(id)")
      },
      get("/returns/{run}", "One preview, and how far it has come", for: .signedIn) { ask in
        try .json(ToldReturn(try await run(ask)))
      },
      act("/returns/{run}/approval", "Approve a preview", for: .may(.approveReturns)) { ask in
        try await ask.nothing()
        let id = try await office.savings.approveReturn(
          try ask.identifier("run"), by: try ask.actor(), key: try ask.actKey())
        return try .recorded(ToldRun(id: id.description))
      },
      put("/returns/{run}/posting", "Post an approved return; it goes on after the answer", for: .may(.postReturns)) {
        ask in
        try await ask.nothing()
        let run = try await run(ask)
        guard run.approvedBy != nil else {
          throw Refusal.conflict(
            "return-not-approved",
            Words("Hasil pengembangan \(run.year) belum disetujui.", "The return of \(run.year) is not approved yet."))
        }
        desk.postings.start(run.year, in: office, by: try ask.actor())
        return try .json(ToldRun(id: run.id.description), status: .accepted)
          .adding(.location, Self.root + "/returns/\(run.id)")
      },
    ]
  }

  private func run(_ ask: Ask) async throws -> ReturnRun {
    let id: ReturnRunID = try ask.identifier("run")
    guard let run = try await office.savings.returns(by: try ask.actor()).first(where: { $0.id == id }) else {
      throw Refusal.notFound
    }
    return run
  }
}

struct AskedReturn: Decodable {
  let year: Int
}

struct ToldRun: Encodable {
  let id: String
}

struct ToldReturn: Encodable {
  let id: String
  let year: Int
  let rate: String
  let confidence: String
  let accounts: Int
  let opening: Money
  let credited: Money
  let earned: Money
  let previewedAt: String
  let previewedBy: String
  let approvedBy: String?
  let slices: Int
  let slicesPosted: Int
  let completed: Bool

  init(_ run: ReturnRun) {
    id = run.id.description
    year = run.year
    rate = run.rate
    confidence = run.confidence
    accounts = run.accounts
    opening = Money(run.opening)
    credited = Money(run.credited)
    earned = Money(run.earned)
    previewedAt = run.previewedAt.description
    previewedBy = run.previewedBy
    approvedBy = run.approvedBy
    slices = run.slices
    slicesPosted = run.slicesPosted
    completed = run.completed
  }
}
