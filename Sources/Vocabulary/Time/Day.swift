/// A calendar day, as the law counts days: no hour, no time zone.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int32

  public init(number: Int32) { self.number = number }

  /// The day, or `nil` if the calendar has no such day.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= Month(year: year, month: month).length else { return nil }
    self.init(number: Day.number(year, month, day))
  }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  public var year: Int { parts.year }
  public var monthOfYear: Int { parts.month }
  public var dayOfMonth: Int { parts.day }
  public var month: Month { Month(year: parts.year, month: parts.month) }

  public func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

  /// The same day `months` later, or the last day of that month if it is shorter: 31 January plus one month is
  /// 28 or 29 February.
  public func adding(months: Int) -> Day {
    let target = month.adding(months)
    return target.day(min(parts.day, target.length))
  }

  public func adding(years: Int) -> Day { adding(months: years * 12) }

  public func days(until other: Day) -> Int { Int(other.number - number) }

  /// Completed years from this day to `other`: an age. A birthday on 29 February is completed on 1 March in common years.
  public func completedYears(on other: Day) -> Int {
    let (a, b) = (parts, other.parts)
    return b.year - a.year - ((b.month, b.day) < (a.month, a.day) ? 1 : 0)
  }

  /// Completed months from this day to `other`.
  public func completedMonths(on other: Day) -> Int {
    let (a, b) = (parts, other.parts)
    return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
  }
}

extension Day {
  // Howard Hinnant's civil-from-days, in integers: exact over the whole range.
  var parts: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}

extension Day: CustomStringConvertible, LosslessStringConvertible {
  /// ISO 8601: `2026-11-20`.
  public var description: String {
    let (y, m, d) = parts
    return "\(zeroPadded(y, 4))-\(zeroPadded(m, 2))-\(zeroPadded(d, 2))"
  }

  /// Reads ISO 8601 strictly.
  public init?(_ text: String) {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 3, fields[0].count == 4, fields[1].count == 2, fields[2].count == 2,
      fields.allSatisfy({ $0.allSatisfy(\.isDigit) }),
      let y = Int(fields[0]), let m = Int(fields[1]), let d = Int(fields[2])
    else { return nil }
    self.init(y, m, d)
  }

  /// Reads what a person types: ISO, or day first with `/`, `-` or `.` (`7/1/1980`, `07-01-1980`).
  public init?(typed text: String) {
    let trimmed = text.trimmed
    if let day = Day(trimmed) {
      self = day
      return
    }
    let fields = trimmed.split(whereSeparator: { "/-. ".contains($0) })
    guard fields.count == 3, fields[2].count == 4, fields.allSatisfy({ $0.allSatisfy(\.isDigit) }),
      let d = Int(fields[0]), let m = Int(fields[1]), let y = Int(fields[2])
    else { return nil }
    self.init(y, m, d)
  }

  /// As people read it: `20 November 2026`.
  public func spelled(in language: Language) -> String { "\(dayOfMonth) \(month.spelled(in: language))" }
}

extension Day: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let day = Day(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a calendar day; write 2026-11-20")
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
