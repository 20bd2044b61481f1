public import Vocabulary

/// A value that was not of the form its reader wanted; `wanted` says which that is.
public struct WrongForm: Error, Hashable, Sendable {
  public let wanted: Words
  public init(wanted: Words) { self.wanted = wanted }
}

/// A type that a parameter's value can be read as.
public protocol LawReadable: Sendable {
  static var shape: LawShape { get }
  init(law value: LawValue) throws(WrongForm)
}

extension LawReadable {
  static var wrongForm: WrongForm {
    WrongForm(wanted: Words("Yang diminta: \(shape).", "wanted: \(shape)"))
  }
}

extension Rate: LawReadable {
  public static var shape: LawShape { .single(.percent) }
  public init(law value: LawValue) throws(WrongForm) {
    guard case .percent(let rate) = value else { throw Self.wrongForm }
    self = rate
  }
}

extension Rupiah: LawReadable {
  public static var shape: LawShape { .single(.rupiah) }
  public init(law value: LawValue) throws(WrongForm) {
    guard case .rupiah(let amount) = value else { throw Self.wrongForm }
    self = amount
  }
}

extension Months: LawReadable {
  public static var shape: LawShape { .single(.months) }
  public init(law value: LawValue) throws(WrongForm) {
    guard case .months(let count) = value else { throw Self.wrongForm }
    self.init(count)
  }
}

extension Years: LawReadable {
  public static var shape: LawShape { .single(.years) }
  public init(law value: LawValue) throws(WrongForm) {
    guard case .years(let count) = value else { throw Self.wrongForm }
    self.init(count)
  }
}

extension Days: LawReadable {
  public static var shape: LawShape { .single(.days) }
  public init(law value: LawValue) throws(WrongForm) {
    guard case .days(let count) = value else { throw Self.wrongForm }
    self.init(count)
  }
}

extension Int: LawReadable {
  public static var shape: LawShape { .single(.count) }
  public init(law value: LawValue) throws(WrongForm) {
    guard case .count(let count) = value else { throw Self.wrongForm }
    self = count
  }
}

extension Wait: LawReadable {
  public static var shape: LawShape { .single(.wait) }
  public init(law value: LawValue) throws(WrongForm) {
    guard case .wait(let wait) = value else { throw Self.wrongForm }
    self = wait
  }
}

/// A named rule: *how* something is done, chosen by a `switch` where it is done. Old rules stay callable for ever.
///
/// Conform an enum with `String` raw values; they are the names that law files may use.
public protocol LawRule: LawReadable, RawRepresentable<String>, CaseIterable {}

extension LawRule {
  public static var shape: LawShape { .single(.rule) }
  public init(law value: LawValue) throws(WrongForm) {
    let names = Self.allCases.map(\.rawValue).joined(separator: " | ")
    guard case .rule(let name) = value, let rule = Self(rawValue: name) else {
      throw WrongForm(wanted: Words("Pilih salah satu: \(names).", "choose one of: \(names)"))
    }
    self = rule
  }
}

extension Rounding: LawRule {}

/// A type that one row of a table can be read as.
public protocol LawRowReadable: Sendable {
  static var columns: [LawColumn] { get }
  init(law row: LawRow) throws(WrongForm)
}

extension Array: LawReadable where Element: LawRowReadable {
  public static var shape: LawShape { .table(Element.columns) }
  public init(law value: LawValue) throws(WrongForm) {
    guard case .table(let rows) = value else { throw Self.wrongForm }
    self = []
    for row in rows { append(try Element(law: row)) }
  }
}

extension LawRow {
  /// The cell of `column`, read as the type asked for.
  public func cell<Value: LawReadable>(_ column: String, as _: Value.Type = Value.self) throws(WrongForm) -> Value {
    guard let cell = cells[column] else {
      throw WrongForm(wanted: Words("Kolom \(column) belum ada.", "the column \(column) is missing"))
    }
    return try Value(law: cell)
  }

  /// The text of `column`.
  public func text(_ column: String) throws(WrongForm) -> String {
    guard case .text(let text)? = cells[column] else {
      throw WrongForm(wanted: Words("Kolom \(column) harus teks.", "the column \(column) must be text"))
    }
    return text
  }

  /// The text of `column` as one of an enum's names.
  public func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ column: String, as _: Choice.Type = Choice.self
  ) throws(WrongForm) -> Choice {
    guard let choice = Choice(rawValue: try text(column)) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: " | ")
      throw WrongForm(
        wanted: Words("\(column): pilih salah satu: \(names).", "\(column): choose one of: \(names)"))
    }
    return choice
  }
}
