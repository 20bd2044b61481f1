/// An exact fraction, kept in lowest terms: the rates of the law (`0,24%`, `5/9%`) and what is multiplied by them.
///
/// Nothing here rounds. An amount becomes whole rupiah only through `Rupiah.init(_:rounded:)`, once, where the law says.
public struct Rate: Hashable, Sendable, Comparable {
  public let numerator: Int64
  public let denominator: Int64

  public init(_ numerator: Int64, over denominator: Int64 = 1) {
    precondition(denominator != 0, "a rate has no zero below the line")
    let sign: Int64 = denominator < 0 ? -1 : 1
    let divisor = Rate.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    self.numerator = sign * (numerator / Int64(divisor))
    self.denominator = sign * (denominator / Int64(divisor))
  }

  public static let zero = Rate(0)
  public static let one = Rate(1)

  /// `Rate.percent(2)` is 2 %; `Rate.percent(24, over: 100)` is 0,24 %.
  public static func percent(_ numerator: Int64, over denominator: Int64 = 1) -> Rate {
    Rate(numerator, over: denominator * 100)
  }

  public static func < (a: Rate, b: Rate) -> Bool { a.numerator * b.denominator < b.numerator * a.denominator }
  public static func + (a: Rate, b: Rate) -> Rate {
    Rate(a.numerator * b.denominator + b.numerator * a.denominator, over: a.denominator * b.denominator)
  }
  public static func - (a: Rate, b: Rate) -> Rate { a + Rate(-b.numerator, over: b.denominator) }
  public static func * (a: Rate, b: Rate) -> Rate {
    let left = Rate(a.numerator, over: b.denominator)
    let right = Rate(b.numerator, over: a.denominator)
    return Rate(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }
  /// The exact amount, not yet rounded.
  public static func * (rate: Rate, amount: Rupiah) -> Rate { rate * Rate(amount.amount) }

  private static func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}

/// How an exact amount becomes whole rupiah. The law names which, where it says; see `law/parameters/contribution/rounding.yaml`.
public enum Rounding: String, Codable, Sendable, CaseIterable {
  case down
  case halfUp = "half up"
  case up
}

extension Rupiah {
  /// The whole rupiah nearest to `exact` by `rounding`. Half up means away from zero on the exact half.
  public init(_ exact: Rate, rounded rounding: Rounding) {
    let (quotient, remainder) = exact.numerator.quotientAndRemainder(dividingBy: exact.denominator)
    let away: Int64 = exact.numerator < 0 ? -1 : 1
    switch rounding {
    case .down: self.init(quotient)
    case .up: self.init(remainder == 0 ? quotient : quotient + away)
    case .halfUp: self.init(remainder.magnitude * 2 >= UInt64(exact.denominator) ? quotient + away : quotient)
    }
  }
}

extension Rate: CustomStringConvertible {
  /// A percentage as Indonesian law prints it where that is finite (`0,24%`), a fraction of a percent otherwise (`5/9%`).
  public var description: String {
    let percent = Rate(100) * self
    var (digits, denominator) = (0, percent.denominator)
    var scale: Int64 = 1
    while digits <= 9, denominator % 2 == 0 || denominator % 5 == 0 {
      denominator /= denominator % 10 == 0 ? 10 : (denominator % 2 == 0 ? 2 : 5)
      digits += 1
      scale *= 10
    }
    guard denominator == 1, digits <= 9 else { return "\(percent.numerator)/\(percent.denominator)%" }
    let value = percent.numerator * (scale / percent.denominator)
    let sign = value < 0 ? "-" : ""
    let (whole, part) = value.magnitude.quotientAndRemainder(dividingBy: UInt64(scale))
    guard digits > 0 else { return "\(sign)\(whole)%" }
    let fraction = String(String(UInt64(scale) + part).dropFirst())
    return "\(sign)\(whole),\(fraction)%"
  }
}
