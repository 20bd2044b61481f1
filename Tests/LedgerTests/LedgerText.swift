import Ledger
import Vocabulary

/// A book written as text, the way a bookkeeper would: an entry's key and day, then its lines.
///
///     2026-01-05 pay
///       bank          KOL   1.000
///       deposits      KOL  -1.000
func book(_ text: String) throws -> [Entry] {
  var entries: [Entry] = []
  var head: (day: Day, key: String)?
  var lines: [EntryLine] = []
  func finish() throws {
    guard let head else { return }
    entries.append(try Entry(key: head.key, day: head.day, note: "", lines: lines))
    lines = []
  }
  for line in text.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
    let words = line.split(separator: " ")
    if let day = Day(String(words[0])) {
      try finish()
      head = (day, words[1...].joined(separator: " "))
    } else if let account = Account(name: words[0]), let fund = Fund(rawValue: String(words[1])),
      let amount = Rupiah(typed: words[2].filter { $0 != "-" })
    {
      lines.append(EntryLine(account: account, fund: fund, amount: words[2].hasPrefix("-") ? -amount : amount))
    } else {
      throw Misread(line: String(line))
    }
  }
  try finish()
  return entries
}

struct Misread: Error { let line: String }

/// The balances of a book as text: `1100 KOL 1.000` a line.
func balances(_ book: TrialBalance) -> String {
  book.rows.map {
    "\($0.account.rawValue) \($0.fund.rawValue) \($0.balance.isNegative ? "-" : "")\($0.balance.grouped)"
  }
  .joined(separator: "\n")
}

extension Account {
  fileprivate init?(name: Substring) {
    guard let found = Account.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = found
  }
}
