/// A calendar month: the unit of wages, bills and contributions.
public struct Month: Hashable, Comparable, Sendable {
  /// Months since January of the year 0.
  public let number: Int32

  public init(number: Int32) { self.number = number }

  /// `month` is 1 to 12.
  public init(year: Int, month: Int) {
    precondition((1...12).contains(month), "a month is 1 to 12")
    number = Int32(year * 12 + month - 1)
  }

  public static func < (a: Month, b: Month) -> Bool { a.number < b.number }

  public var year: Int { Int(number) / 12 }
  public var monthOfYear: Int { Int(number) % 12 + 1 }
  public var next: Month { adding(1) }
  public var previous: Month { adding(-1) }
  public func adding(_ months: Int) -> Month { Month(number: number + Int32(months)) }
  public func months(until other: Month) -> Int { Int(other.number - number) }

  public var firstDay: Day { day(1) }
  public var lastDay: Day { day(length) }

  /// The given day of this month; `day` must exist in it.
  public func day(_ day: Int) -> Day {
    precondition((1...length).contains(day), "no such day in the month")
    return Day(number: Day.number(year, monthOfYear, day))
  }

  /// Number of days.
  public var length: Int {
    switch monthOfYear {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Month: Strideable {
  public func distance(to other: Month) -> Int { months(until: other) }
  public func advanced(by n: Int) -> Month { adding(n) }
}

extension Month: CustomStringConvertible, LosslessStringConvertible {
  /// ISO 8601: `2026-11`.
  public var description: String { "\(zeroPadded(year, 4))-\(zeroPadded(monthOfYear, 2))" }

  public init?(_ text: String) {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 2, fields[0].count == 4, fields[1].count == 2,
      fields.allSatisfy({ $0.allSatisfy(\.isDigit) }),
      let y = Int(fields[0]), let m = Int(fields[1]), y > 0, (1...12).contains(m)
    else { return nil }
    self.init(year: y, month: m)
  }

  /// `November 2026`.
  public func spelled(in language: Language) -> String {
    let names =
      language == .indonesian
      ? [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
        "Desember",
      ]
      : [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ]
    return "\(names[monthOfYear - 1]) \(year)"
  }
}

extension Month: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let month = Month(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a month; write 2026-11")
    }
    self = month
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
