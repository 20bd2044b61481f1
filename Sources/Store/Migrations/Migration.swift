import Foundation

/// One step of the schema, from a file `0001-members.sql` whose first line says why: `-- People and their numbers.`
///
/// A migration that has run anywhere is never edited; the next one changes what it made.
public struct Migration: Hashable, Sendable {
  /// 1, 2, 3, … without a gap.
  public let number: Int
  public let name: String
  /// One sentence.
  public let reason: String
  public let sql: String

  /// Reads one file. `file` is its name, with or without folders before it.
  public init(file: String, text: String) throws(MigrationError) {
    let base = file.split(separator: "/").last.map(String.init) ?? file
    let parts = base.dropLast(base.hasSuffix(".sql") ? 4 : 0).split(separator: "-", maxSplits: 1)
    guard base.hasSuffix(".sql"), parts.count == 2, parts[0].allSatisfy({ "0" <= $0 && $0 <= "9" }),
      let number = Int(parts[0]), number > 0
    else { throw .badName(file: base) }
    let first = text.prefix { !$0.isNewline }
    let reason = first.drop { $0 == "-" || $0 == " " }
    guard first.hasPrefix("-- "), !reason.isEmpty else { throw .noReason(file: base) }
    self.number = number
    self.name = String(parts[1])
    self.reason = String(reason)
    self.sql = text
  }

  /// The `.sql` files of a folder, by number.
  public static func all(inFolder path: String) throws(MigrationError) -> [Migration] {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".sql") }
      return try names.map { name in
        try Migration(file: name, text: String(contentsOfFile: "\(path)/\(name)", encoding: .utf8))
      }.sorted { $0.number < $1.number }
    } catch let error as MigrationError {
      throw error
    } catch {
      throw .unreadable(path: path)
    }
  }

  /// Sixteen hexadecimal digits (FNV-1a) by which an edited file is noticed. It guards against mistakes, not malice.
  public var checksum: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in sql.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
