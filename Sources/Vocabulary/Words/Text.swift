extension StringProtocol {
  /// Without white space, no-break spaces included, at either end.
  public var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}

extension String {
  /// Nothing but `0` to `9`: what is read back from the book by the hundred thousand needs no second look.
  var isPlainDigits: Bool { utf8.allSatisfy { (48...57).contains($0) } }
}

extension Character {
  /// `0` to `9`, and no digit of another script.
  public var isDigit: Bool { "0" <= self && self <= "9" && utf8.count == 1 }
}

/// `number` in decimal, with zeros in front up to `width`.
public func zeroPadded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
