/// A person's national identity number (Nomor Induk Kependudukan): 16 digits.
///
/// Six digits of the district of first registration, the birth date as DDMMYY with 40 added to the day for women, and a
/// serial. There is no check digit. It never changes, so district, date and sex in it may differ from the person's own:
/// those are warnings, never refusals.
public struct NIK: Hashable, Sendable, CustomStringConvertible {
  public let digits: String

  /// The number, or `nil` if no civil registry could have issued it.
  public init?(_ text: String) {
    guard case .success(let nik) = NIK.read(text) else { return nil }
    self = nik
  }

  private init(checked digits: String) { self.digits = digits }

  /// What can be wrong with a NIK.
  public enum Flaw: Error, Hashable, Sendable {
    case notSixteenDigits(count: Int)
    case notDigits
    case impossibleRegion
    case impossibleDate
    case impossibleSerial
  }

  /// Reads a NIK as people write it, with blanks, dots or dashes between the digits.
  public static func read(_ text: String) -> Result<NIK, Flaw> {
    let kept = text.filter { !$0.isWhitespace && $0 != "." && $0 != "-" && $0 != "'" }
    guard kept.allSatisfy(\.isDigit) else { return .failure(.notDigits) }
    guard kept.count == 16 else { return .failure(.notSixteenDigits(count: kept.count)) }
    let value = kept.utf8.map { Int($0) - 48 }
    func two(_ at: Int) -> Int { value[at] * 10 + value[at + 1] }
    guard two(0) != 0, two(2) != 0, two(4) != 0 else { return .failure(.impossibleRegion) }
    let day = two(6) > 40 ? two(6) - 40 : two(6)
    guard Day(2000 + two(10), two(8), day) != nil || Day(1900 + two(10), two(8), day) != nil else {
      return .failure(.impossibleDate)
    }
    guard value[12...15].contains(where: { $0 != 0 }) else { return .failure(.impossibleSerial) }
    return .success(NIK(checked: kept))
  }

  public var description: String { digits }

  /// District of first registration, six digits.
  public var region: String { String(digits.prefix(6)) }

  public var sex: Sex { Int(digits.dropFirst(6).prefix(2)).map { $0 > 40 } == true ? .female : .male }

  /// Whether the date in the number is `birth`, as far as two digits of a year can tell.
  public func agrees(with birth: Day) -> Bool {
    let day = birth.dayOfMonth + (sex == .female ? 40 : 0)
    return digits.dropFirst(6).prefix(6)
      == zeroPadded(day, 2) + zeroPadded(birth.monthOfYear, 2) + zeroPadded(birth.year % 100, 2)
  }

  /// For lists and logs: the middle is hidden, `9971••••••••0003`.
  public var masked: String { digits.prefix(4) + String(repeating: "•", count: 8) + digits.suffix(4) }
}

extension NIK.Flaw {
  public var words: Words {
    switch self {
    case .notSixteenDigits(let count):
      Words(
        "NIK harus 16 angka. Yang Anda tulis \(count) angka. Lihat lagi di KTP.",
        "A NIK has 16 digits. You wrote \(count). Look again at the identity card.")
    case .notDigits:
      Words("NIK hanya berisi angka. Lihat lagi di KTP.", "A NIK has digits only. Look again at the identity card.")
    case .impossibleRegion:
      Words(
        "Enam angka pertama NIK bukan kode wilayah. Lihat lagi di KTP.",
        "The first six digits of the NIK are no district. Look again at the identity card.")
    case .impossibleDate:
      Words(
        "Angka ke-7 sampai ke-12 NIK bukan tanggal lahir. Lihat lagi di KTP.",
        "Digits 7 to 12 of the NIK are no birth date. Look again at the identity card.")
    case .impossibleSerial:
      Words(
        "Empat angka terakhir NIK tidak boleh 0000. Lihat lagi di KTP.",
        "The last four digits of a NIK are never 0000. Look again at the identity card.")
    }
  }
}
