public import Vocabulary

// Days, months and moments are stored as their numbers: compact, ordered, and the same on both engines.

extension Day: SQLBindable {
  /// Days since 1970-01-01.
  public var sqlValue: SQLValue { .integer(Int64(number)) }
}

extension Month: SQLBindable {
  /// Months since January of the year 0.
  public var sqlValue: SQLValue { .integer(Int64(number)) }
}

extension Instant: SQLBindable {
  /// Milliseconds since 1970 UTC.
  public var sqlValue: SQLValue { .integer(milliseconds) }
}

extension Rupiah: SQLBindable {
  /// Whole rupiah.
  public var sqlValue: SQLValue { .integer(amount) }
}

extension Identifier: SQLBindable {
  public var sqlValue: SQLValue { .integer(value) }
}

extension ProgrammeSet: SQLBindable {
  /// One bit for each programme.
  public var sqlValue: SQLValue { .integer(Int64(rawValue)) }
}

extension NIK: SQLBindable {
  public var sqlValue: SQLValue { .text(digits) }
}

extension KPJ: SQLBindable {
  public var sqlValue: SQLValue { .text(digits) }
}

extension NPP: SQLBindable {
  public var sqlValue: SQLValue { .text(text) }
}

extension VirtualAccount: SQLBindable {
  public var sqlValue: SQLValue { .text(digits) }
}
