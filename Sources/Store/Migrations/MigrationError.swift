public import Vocabulary

/// Why the schema was left as it is.
public enum MigrationError: Error, Hashable, Sendable {
  case unreadable(path: String)
  case badName(file: String)
  case noReason(file: String)
  /// Number `expected` is missing, or a number is there twice.
  case gap(expected: Int, found: Int)
  /// The file was edited after it had run in this database.
  case changed(number: Int, name: String)
  /// The database has migrations that this program does not know.
  case newerDatabase(number: Int, known: Int)

  public var words: Words {
    switch self {
    case .unreadable(let path):
      Words("Migrasi di \(path) tidak dapat dibaca.", "The migrations in \(path) cannot be read.")
    case .badName(let file):
      Words(
        "Nama migrasi \(file) salah. Tulis seperti 0001-anggota.sql.",
        "The migration \(file) is misnamed. Write it like 0001-members.sql.")
    case .noReason(let file):
      Words(
        "Baris pertama \(file) harus berisi alasan: -- satu kalimat.",
        "The first line of \(file) must say why: -- one sentence.")
    case .gap(let expected, let found):
      Words(
        "Migrasi \(expected) tidak ada; yang ada \(found).", "Migration \(expected) is missing; \(found) was found.")
    case .changed(let number, let name):
      Words(
        "Migrasi \(number) (\(name)) diubah setelah dijalankan. Kembalikan isinya, dan tulis migrasi baru.",
        "Migration \(number) (\(name)) was edited after it had run. Restore it, and write a new one.")
    case .newerDatabase(let number, let known):
      Words(
        "Basis data sudah di migrasi \(number), program ini baru tahu sampai \(known). Pakai program yang lebih baru.",
        "The database is at migration \(number), and this program knows up to \(known). Use a newer program.")
    }
  }
}

extension MigrationError: CustomStringConvertible {
  public var description: String { words.english }
}
