public import Vocabulary

/// One thing that must hold over the whole book, and what was found: the name of the rule, both sides, and where they differ.
public struct BookFinding: Hashable, Sendable, Codable {
  public let rule: String
  public let expected: Rupiah
  public let found: Rupiah
  /// Where to look, at most a handful of places.
  public let places: [String]

  public init(rule: String, expected: Rupiah, found: Rupiah, places: [String] = []) {
    self.rule = rule
    self.expected = expected
    self.found = found
    self.places = places
  }

  public var holds: Bool { expected == found && places.isEmpty }
}

/// The checks that need nothing but the accounts. The office adds those that hold sub-ledgers to their control accounts.
public enum BookCheck {
  public static func findings(of book: TrialBalance) -> [BookFinding] {
    Fund.allCases.map { fund in
      BookFinding(
        rule: "debits equal credits in fund \(fund.rawValue)", expected: .zero,
        found: book.rows.lazy.filter { $0.fund == fund }.map(\.balance).sum())
    } + [
      BookFinding(
        rule: "what is receivable is what is billed and unpaid", expected: book.balance(.receivable),
        found: -book.balance(.billedUnpaid))
    ] + signs(of: book)
  }

  /// Accounts that can never stand on the wrong side: nobody is owed less than nothing.
  private static func signs(of book: TrialBalance) -> [BookFinding] {
    let never: [Account] = [
      .memberBalances, .deposits, .suspense, .billedUnpaid, .benefitsPayable, .inPayment, .taxPayable,
    ]
    return book.rows.filter { never.contains($0.account) && $0.balance.isPositive }.map {
      BookFinding(
        rule: "\($0.account.rawValue) \($0.fund.rawValue) is never on the debit side", expected: .zero,
        found: $0.balance)
    }
  }
}
