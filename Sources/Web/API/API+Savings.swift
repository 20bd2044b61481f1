import Office
import Vocabulary

extension API {
  var savingsRoutes: [Route] {
    [
      get("/members/{member}/savings", "A member's JHT savings, by membership and year", for: .signedIn) { ask in
        let all = try await balances(ask).map(ToldBalance.init)
        return try .list(all, last: nil, ask: ask, paging: Paging(limit: 100, after: nil), seal: seal)
      },
      get(
        "/members/{member}/savings/{kpj}/statements/{year}", "The statement of a year with every movement",
        for: .signedIn
      ) { ask in
        let kpj = try ask.kpj()
        guard let year = Int(ask.parameter("year")), (1900...9999).contains(year),
          let statement = try await balances(ask).first(where: { $0.kpj == kpj })?.years.first(where: {
            $0.year == year
          })
        else { throw Refusal.notFound }
        return try .json(ToldStatement(statement, language: ask.language))
      },
    ]
  }

  private func balances(_ ask: Ask) async throws -> [JHTBalance] {
    let (id, actor) = (try ask.member(), try ask.actor())
    return try await office.savings.balances(of: id, by: actor, why: try ask.reason(own: actor.memberID == id))
  }
}

struct ToldBalance: Encodable {
  let kpj: KPJ
  let balance: Money
  let years: [Year]

  struct Year: Encodable {
    let year: Int
    let opening: Money
    let contributions: Money
    let earned: Money
    let paid: Money
    let closing: Money
    let complete: Bool

    init(_ statement: JHTStatement) {
      year = statement.year
      opening = Money(statement.opening)
      contributions = Money(statement.contributions)
      earned = Money(statement.earned)
      paid = Money(statement.paid)
      closing = Money(statement.closing)
      complete = statement.complete
    }
  }

  init(_ balance: JHTBalance) {
    kpj = balance.kpj
    self.balance = Money(balance.balance)
    years = balance.years.map(Year.init)
  }
}

struct ToldStatement: Encodable {
  let kpj: KPJ
  let totals: ToldBalance.Year
  let movements: [Movement]

  struct Movement: Encodable {
    let creditedOn: Day
    let kind: String
    let text: String
    let amount: Money
  }

  init(_ statement: JHTStatement, language: Language) {
    kpj = statement.kpj
    totals = ToldBalance.Year(statement)
    movements = statement.movements.map {
      Movement(
        creditedOn: $0.creditedOn, kind: String(describing: $0.kind), text: $0.kind.words.text(in: language),
        amount: Money($0.amount))
    }
  }
}
