import Ledger
import Office
import Vocabulary

extension API {
  var bookRoutes: [Route] {
    [
      get("/books/trial-balance", "What stands on each account of each fund", for: .may(.readBooks)) { ask in
        let book = try await office.books.trialBalance(by: try ask.actor())
        return try .json(["rows": book.rows.map { ToldBalanceRow($0, ask.language) }])
      },
      get("/books/checks", "Every check over the whole book", for: .may(.readBooks)) { ask in
        let findings = try await office.books.check(by: try ask.actor())
        return try .json(ToldChecks(holds: findings.allSatisfy(\.holds), checks: findings.map(ToldFinding.init)))
      },
      get("/books/entries", "The newest entries, or those whose key begins so", for: .may(.readBooks)) { ask in
        let prefix = ask.query["key"] ?? ""
        guard prefix.count <= 100, TextRule.isPlain(prefix) else {
          throw Refusal.badQuery("key", Words("Paling panjang 100 huruf.", "At most 100 characters."))
        }
        let paging = try ask.paging(seal)
        let entries = try await office.books.entries(keyPrefix: prefix, limit: paging.limit, by: try ask.actor())
        return try .list(entries.map { ToldEntry($0, ask.language) }, last: nil, ask: ask, paging: paging, seal: seal)
      },
    ]
  }
}

/// Debits above zero, credits below.
struct ToldBalanceRow: Encodable {
  let account: String
  let name: String
  let fund: String
  let balance: Money

  init(_ row: TrialBalance.Row, _ language: Language) {
    account = row.account.rawValue
    name = row.account.words.text(in: language)
    fund = row.fund.rawValue
    balance = Money(row.balance)
  }
}

struct ToldChecks: Encodable {
  let holds: Bool
  let checks: [ToldFinding]
}

struct ToldFinding: Encodable {
  let rule: String
  let holds: Bool
  let expected: Money
  let found: Money
  let places: [String]

  init(_ finding: BookFinding) {
    rule = finding.rule
    holds = finding.holds
    expected = Money(finding.expected)
    found = Money(finding.found)
    places = finding.places
  }
}

struct ToldEntry: Encodable {
  let key: String
  let day: Day
  let note: String
  let lines: [Line]

  struct Line: Encodable {
    let account: String
    let name: String
    let fund: String
    let amount: Money
  }

  init(_ entry: Entry, _ language: Language) {
    key = entry.key
    day = entry.day
    note = entry.note
    lines = entry.lines.map {
      Line(
        account: $0.account.rawValue, name: $0.account.words.text(in: language), fund: $0.fund.rawValue,
        amount: Money($0.amount))
    }
  }
}
