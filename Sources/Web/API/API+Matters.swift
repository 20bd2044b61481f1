import Office
import Vocabulary

extension API {
  var matterRoutes: [Route] {
    [
      get("/bank-matters", "What the bank said that waits for a person, oldest first", for: .signedIn) { ask in
        let matters = try await office.claims.matters(by: try ask.actor())
        return try .list(
          matters.map { ToldMatter($0, ask.language) }, last: nil, ask: ask, paging: Paging(limit: 200, after: nil),
          seal: seal)
      },
      act("/bank-matters/{id}/closing", "Say how a matter with the bank stands", for: .may(.closeMatters)) { ask in
        let asked = try await ask.body(AskedClosing.self, allowing: ["outcome", "reason"])
        guard TextRule.isPlain(ask.parameter("id")) else { throw Refusal.notFound }
        try await office.claims.close(
          ask.parameter("id"), as: asked.outcome, because: asked.reason, by: try ask.actor(), key: try ask.actKey())
        return try .recorded(["closed": ask.parameter("id")])
      },
    ]
  }
}

struct AskedClosing: Decodable {
  let outcome: BankMatter.Outcome
  let reason: String
}

struct ToldMatter: Encodable {
  let id: String
  let kind: BankMatter.Kind
  /// The payment it is about; none for a left-over line.
  let endToEnd: String?
  let amount: Money?
  let place: String
  let text: String
  let outcomes: [BankMatter.Outcome]
  let notedAt: String

  init(_ matter: BankMatter, _ language: Language) {
    id = matter.id
    kind = matter.kind
    endToEnd = matter.endToEnd.isEmpty ? nil : matter.endToEnd
    amount = matter.amount.isPositive ? Money(matter.amount) : nil
    place = matter.place
    text = matter.words.text(in: language)
    outcomes = matter.outcomes
    notedAt = matter.notedAt.description
  }
}
