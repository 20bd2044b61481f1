public import Vocabulary

/// The units in which law files give values. Each has one strict form; see `law/README.md`.
public enum LawKind: String, Hashable, Sendable, CaseIterable {
  case percent, rupiah, months, years, days, count, wait, rule, text
}

/// A value as read, with its unit.
public enum LawValue: Hashable, Sendable {
  case percent(Rate)
  case rupiah(Rupiah)
  case months(Int)
  case years(Int)
  case days(Int)
  case count(Int)
  case wait(Wait)
  case rule(String)
  case text(String)
  case table([LawRow])
}

/// One row of a table: a value for each column.
public struct LawRow: Hashable, Sendable {
  public let cells: [String: LawValue]
  public init(cells: [String: LawValue]) { self.cells = cells }
}

/// A column of a table and its unit, in the order written.
public struct LawColumn: Hashable, Sendable {
  public let name: String
  public let kind: LawKind

  public init(_ name: String, _ kind: LawKind) {
    self.name = name
    self.kind = kind
  }
}

/// What a parameter holds: one value of a unit, or a table.
public enum LawShape: Hashable, Sendable, CustomStringConvertible {
  case single(LawKind)
  case table([LawColumn])

  public var description: String {
    switch self {
    case .single(let kind): kind.rawValue
    case .table(let columns):
      "table {" + columns.map { " \($0.name): \($0.kind.rawValue)" }.joined(separator: ",") + " }"
    }
  }
}

extension LawValue {
  /// The value as it is written in law files; a table as one line per row.
  public func written(columns: [LawColumn] = []) -> String {
    switch self {
    case .percent(let rate): rate.description
    case .rupiah(let amount): amount.description
    case .months(let count): counted(count, "month")
    case .years(let count): counted(count, "year")
    case .days(let count): counted(count, "day")
    case .count(let count): String(count)
    case .wait(.none): "none"
    case .wait(.months(let months)): counted(months, "month")
    case .wait(.firstDayOfNextMonth): "first day of the next month"
    case .rule(let text), .text(let text): text
    case .table(let rows):
      rows.map { row in
        columns.map { "\($0.name) \(row.cells[$0.name]?.written() ?? "-")" }.joined(separator: " · ")
      }.joined(separator: "\n")
    }
  }
}
