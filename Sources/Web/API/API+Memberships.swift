import Office
import Vocabulary

extension API {
  var membershipRoutes: [Route] {
    [
      get("/members/{member}/memberships", "A member's memberships", for: .signedIn) { ask in
        let all = try await read(ask).memberships.map(ToldMembership.init)
        return try .list(all, last: nil, ask: ask, paging: Paging(limit: 100, after: nil), seal: seal)
      },
      act("/memberships/{kpj}/ending", "Report that a self-employed business has stopped", for: .signedIn) { ask in
        let asked = try await ask.body(AskedEnding.self, allowing: ["endedOn"])
        let ending = try await office.members.stopBusiness(
          try ask.kpj(), on: asked.endedOn, by: try ask.actor(), key: try ask.actKey())
        return try .recorded(ToldEnding(ending))
      },
      act("/memberships/{kpj}/incomes", "Report another income of a self-employed member", for: .signedIn) { ask in
        let asked = try await ask.body(AskedIncome.self, allowing: ["wage", "from"])
        let change = try await office.members.changeIncome(
          try ask.kpj(), to: asked.wage.amount, from: asked.from, by: try ask.actor(), key: try ask.actKey())
        return try .recorded(ToldWageChange(change))
      },
    ]
  }
}

struct AskedEnding: Decodable {
  let endedOn: Day
}

struct AskedIncome: Decodable {
  let wage: Money
  let from: Month
}
