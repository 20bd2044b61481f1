public import Vocabulary

/// What stands on each account of each fund: debits above zero, credits below.
public struct TrialBalance: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public let account: Account
    public let fund: Fund
    public let balance: Rupiah

    public init(account: Account, fund: Fund, balance: Rupiah) {
      self.account = account
      self.fund = fund
      self.balance = balance
    }
  }

  /// In the order of the chart, fund within account; accounts on which nothing stands are left out.
  public let rows: [Row]

  public init(rows: [Row]) {
    self.rows = rows.filter { !$0.balance.isZero }.sorted {
      ($0.account.rawValue, $0.fund.rawValue) < ($1.account.rawValue, $1.fund.rawValue)
    }
  }

  /// Adds up `entries`, for tests and small books; the office lets the database do it.
  public init(of entries: some Sequence<Entry>) {
    var totals: [String: (Account, Fund, Rupiah)] = [:]
    for line in entries.lazy.flatMap(\.lines) {
      let key = line.account.rawValue + line.fund.rawValue
      totals[key] = (line.account, line.fund, (totals[key]?.2 ?? .zero) + line.amount)
    }
    self.init(rows: totals.values.map { Row(account: $0.0, fund: $0.1, balance: $0.2) })
  }

  public func balance(_ account: Account, _ fund: Fund) -> Rupiah {
    rows.first { $0.account == account && $0.fund == fund }?.balance ?? .zero
  }

  /// Over all funds.
  public func balance(_ account: Account) -> Rupiah { rows.lazy.filter { $0.account == account }.map(\.balance).sum() }
}
