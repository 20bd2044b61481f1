/// A membership number (Kartu Peserta Jamsostek): 11 digits, the first two the year of issue. One person may have several.
public struct KPJ: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let digits: String

  public init?(_ text: String) {
    let kept = text.isPlainDigits ? text : text.filter { $0 != " " && $0 != "-" }
    guard kept.utf8.count == 11, kept.isPlainDigits else { return nil }
    digits = kept
  }

  public var description: String { digits }
  public static func < (a: KPJ, b: KPJ) -> Bool { a.digits < b.digits }
}

/// An employer's registration number (Nomor Pendaftaran Perusahaan): 8 letters or digits and a 3-digit division.
public struct NPP: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  public init?(_ text: String) {
    let kept = text.filter { $0 != " " && $0 != "-" }.uppercased()
    guard kept.utf8.count == 11, kept.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) }),
      kept.suffix(3).allSatisfy(\.isDigit)
    else { return nil }
    self.text = kept
  }

  public var description: String { text }
}

/// A virtual account number: the five-digit code of the collecting partner and up to 20 digits of customer number.
/// Each payer has one for good; whatever is paid into it is that payer's money.
public struct VirtualAccount: Hashable, Sendable, CustomStringConvertible {
  public let digits: String

  public init?(_ text: String) {
    let kept = text.isPlainDigits ? text : text.filter { $0 != " " && $0 != "-" }
    guard (9...25).contains(kept.utf8.count), kept.isPlainDigits else { return nil }
    digits = kept
  }

  public var description: String { digits }

  /// In groups of four, for reading aloud and typing over: `9899 9126 0000 0017`.
  public var spaced: String {
    digits.enumerated().map { ($0.offset > 0 && $0.offset % 4 == 0 ? " " : "") + String($0.element) }.joined()
  }
}
