/// An amount of money in whole rupiah. Negative amounts are credits in the ledger; people never see one.
///
/// Arithmetic traps on overflow: Rp 9 × 10¹⁸ is more than the country has, so reaching it is a programmer's mistake.
public struct Rupiah: Hashable, Comparable, Sendable {
  public let amount: Int64

  public init(_ amount: Int64) { self.amount = amount }

  public static let zero = Rupiah(0)

  public static func < (a: Rupiah, b: Rupiah) -> Bool { a.amount < b.amount }
  public static func + (a: Rupiah, b: Rupiah) -> Rupiah { Rupiah(a.amount + b.amount) }
  public static func - (a: Rupiah, b: Rupiah) -> Rupiah { Rupiah(a.amount - b.amount) }
  public static prefix func - (a: Rupiah) -> Rupiah { Rupiah(-a.amount) }
  public static func * (a: Rupiah, times: Int64) -> Rupiah { Rupiah(a.amount * times) }
  public static func += (a: inout Rupiah, b: Rupiah) { a = a + b }
  public static func -= (a: inout Rupiah, b: Rupiah) { a = a - b }

  public var isPositive: Bool { amount > 0 }
  public var isNegative: Bool { amount < 0 }
  public var isZero: Bool { amount == 0 }
}

extension Sequence<Rupiah> {
  public func sum() -> Rupiah { reduce(.zero, +) }
}

extension Rupiah: CustomStringConvertible {
  /// As people write it: `Rp 1.250.000`, `-Rp 500`.
  public var description: String { (isNegative ? "-" : "") + "Rp " + grouped }

  /// The digits alone, grouped in threes by dots and without a sign: `1.250.000`.
  public var grouped: String {
    let digits = Array(String(amount.magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(".") }
      text.append(digit)
    }
    return text
  }
}

extension Rupiah {
  /// Reads what a person types for an amount: `1250000`, `1.250.000`, `Rp1.250.000`, `Rp 1.250.000,00`.
  ///
  /// Dots must group by three, and cents must be zero: `1.25` and `1,5` are refused rather than guessed at.
  public init?(typed text: String) {
    var rest = Substring(text.trimmed)
    if rest.lowercased().hasPrefix("rp") { rest = rest.dropFirst(2).drop { $0.isWhitespace || $0 == "." } }
    for ending in [",00", ",-"] where rest.hasSuffix(ending) {
      rest = rest.dropLast(ending.count)
      break
    }
    let groups = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty, groups.allSatisfy({ $0.allSatisfy(\.isDigit) }) else { return nil }
    if groups.count > 1 {
      guard first.count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    guard let amount = Int64(groups.joined()), amount <= 999_999_999_999_999 else { return nil }
    self.init(amount)
  }
}

extension Rupiah: Codable {
  public init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode(Int64.self)) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(amount)
  }
}
