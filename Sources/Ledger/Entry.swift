public import Vocabulary

/// One line of an entry: debits above zero, credits below.
public struct EntryLine: Hashable, Sendable, Codable {
  public let account: Account
  public let fund: Fund
  public let amount: Rupiah

  public static func debit(_ account: Account, _ fund: Fund, _ amount: Rupiah) -> EntryLine {
    EntryLine(account: account, fund: fund, amount: amount)
  }

  public static func credit(_ account: Account, _ fund: Fund, _ amount: Rupiah) -> EntryLine {
    EntryLine(account: account, fund: fund, amount: -amount)
  }

  public init(account: Account, fund: Fund, amount: Rupiah) {
    self.account = account
    self.fund = fund
    self.amount = amount
  }
}

/// A balanced movement of money. Entries are only ever added; a mistake is put right by another entry that names the first.
///
/// The key says what happened (`claim 26-00017 approved`) and is unique in the book, so that posting twice is posting once.
public struct Entry: Hashable, Sendable, Codable {
  public let key: String
  public let day: Day
  public let note: String
  public let lines: [EntryLine]

  /// Makes the entry; lines of zero are left out and lines of one account and fund are added up.
  ///
  /// - Throws: `EntryFlaw` when debits and credits differ, in the whole or within one fund, or when nothing moves.
  public init(key: String, day: Day, note: String, lines: [EntryLine]) throws(EntryFlaw) {
    precondition(!key.isEmpty, "an entry has a key that says what happened")
    var order: [Slot] = []
    var totals: [Slot: Rupiah] = [:]
    for line in lines {
      let slot = Slot(account: line.account, fund: line.fund)
      if totals[slot] == nil { order.append(slot) }
      totals[slot, default: .zero] += line.amount
    }
    let kept = order.compactMap { slot -> EntryLine? in
      guard let amount = totals[slot], !amount.isZero else { return nil }
      return EntryLine(account: slot.account, fund: slot.fund, amount: amount)
    }
    guard !kept.isEmpty else { throw .nothingMoves(key: key) }
    for fund in Fund.allCases {
      let difference = kept.lazy.filter { $0.fund == fund }.map(\.amount).sum()
      guard difference.isZero else { throw .unbalanced(key: key, fund: fund, by: difference) }
    }
    self.key = key
    self.day = day
    self.note = note
    self.lines = kept
  }

  private struct Slot: Hashable {
    let account: Account
    let fund: Fund
  }
}

/// Why lines are no entry. Reaching one is a programmer's mistake: the act that posts it is undone whole.
public enum EntryFlaw: Error, Hashable, Sendable, CustomStringConvertible {
  case nothingMoves(key: String)
  case unbalanced(key: String, fund: Fund, by: Rupiah)

  public var description: String {
    switch self {
    case .nothingMoves(let key): "entry \"\(key)\" moves nothing"
    case .unbalanced(let key, let fund, let by): "entry \"\(key)\" is off by \(by) in fund \(fund.rawValue)"
    }
  }
}
