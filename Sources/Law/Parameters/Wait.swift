public import Vocabulary

/// A waiting time as the law sets one.
public enum Wait: Hashable, Sendable {
  case none
  case months(Int)
  case firstDayOfNextMonth

  /// The first day on which the wait from `day` is over.
  public func over(from day: Day) -> Day {
    switch self {
    case .none: day
    case .months(let months): day.adding(months: months)
    case .firstDayOfNextMonth: day.month.next.firstDay
    }
  }

  public var words: Words {
    switch self {
    case .none: Words("tanpa masa tunggu", "no waiting time")
    case .months(let months): Words("masa tunggu \(months) bulan", "a wait of \(counted(months, "month"))")
    case .firstDayOfNextMonth:
      Words("mulai tanggal 1 bulan berikutnya", "from the first day of the next month")
    }
  }
}

/// A number of months, years or days, kept apart by type so that none is handed where another is asked for.
public struct Months: Hashable, Sendable {
  public let count: Int
  public init(_ count: Int) { self.count = count }
}

public struct Years: Hashable, Sendable {
  public let count: Int
  public init(_ count: Int) { self.count = count }
}

public struct Days: Hashable, Sendable {
  public let count: Int
  public init(_ count: Int) { self.count = count }
}

func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
