public import Vocabulary

extension StoreError {
  /// One sentence for people, and one for logs. The statement is not in it; `description` has that.
  public var words: Words {
    switch self {
    case .unique(let table, let columns, _):
      Words(
        "Data ini sudah ada (\(table): \(columns.joined(separator: ", "))).",
        "This is there already (\(table): \(columns.joined(separator: ", "))).")
    case .foreignKey:
      Words("Data yang dirujuk tidak ada.", "What this refers to is not there.")
    case .check(let constraint, _):
      Words("Isi data tidak boleh begitu (\(constraint)).", "The data may not be so (\(constraint)).")
    case .notNull(let table, let column, _):
      Words("\(table).\(column) harus diisi.", "\(table).\(column) must be filled in.")
    case .serialization:
      Words(
        "Orang lain mengubah data yang sama. Coba lagi.", "Others changed the same data at the same time. Try again.")
    case .busy:
      Words(
        "Basis data sedang dipakai proses lain. Coba lagi sebentar lagi.",
        "Another process is using the database. Try again in a moment.")
    case .readOnly:
      Words("Di sini data hanya dibaca, tidak diubah.", "Data is only read here, not changed.")
    case .noRow:
      Words("Data tidak ditemukan.", "No row was found.")
    case .unexpectedNull(let column, _):
      Words("Kolom \(column) kosong.", "Column \(column) is NULL.")
    case .wrongType(let column, let expected, let found, _):
      Words("Kolom \(column) berisi \(found), bukan \(expected).", "Column \(column) holds \(found), not \(expected).")
    case .syntax(let message, _):
      Words("Perintah basis data salah: \(message).", "The statement is wrong: \(message).")
    case .unstorable(let sentence):
      Words("Data ini tidak dapat disimpan: \(sentence).", "This cannot be stored: \(sentence).")
    case .misuse(let sentence):
      Words("Program keliru: \(sentence).", "The program is wrong: \(sentence).")
    case .full, .unreachable, .noFolder, .corrupt, .injectedCrash, .other: wordsForOperators
    }
  }

  private var wordsForOperators: Words {
    switch self {
    case .full(let message):
      Words(
        "Disk penuh: \(message). Kosongkan disk, lalu coba lagi.",
        "The disk is full: \(message). Make room and try again.")
    case .unreachable(let place, let reason):
      Words(
        "Basis data \(place) tidak dapat dihubungi: \(reason). Periksa alamat, dan apakah basis data berjalan.",
        "The database \(place) cannot be reached: \(reason). Check the address, and that the database is running.")
    case .noFolder(let path):
      Words(
        "Folder \(path) tidak ada. Buat dahulu (mkdir -p \(path)), atau pilih tempat lain.",
        "The folder \(path) is not there. Make it first (mkdir -p \(path)), or choose another place.")
    case .corrupt(let message):
      Words(
        "Berkas basis data rusak: \(message). Pulihkan dari cadangan.",
        "The database file is damaged: \(message). Restore it from a backup.")
    case .injectedCrash:
      Words("Gangguan buatan untuk uji coba.", "A crash that a test asked for.")
    case .other(let code, let message, _):
      Words("Basis data menolak (\(code)): \(message).", "The database refused (\(code)): \(message).")
    default:
      Words("Basis data bermasalah.", "The database has a problem.")
    }
  }

  /// The statement that failed, without its values.
  public var sql: String? {
    switch self {
    case .unique(_, _, let sql), .foreignKey(let sql), .check(_, let sql), .notNull(_, _, let sql),
      .serialization(let sql), .busy(let sql), .readOnly(let sql), .syntax(_, let sql), .noRow(let sql),
      .unexpectedNull(_, let sql), .wrongType(_, _, _, let sql), .other(_, _, let sql):
      sql.isEmpty ? nil : sql
    case .full, .unreachable, .noFolder, .corrupt, .unstorable, .injectedCrash, .misuse: nil
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// For logs: the sentence, and the statement it was about.
  public var description: String { sql.map { "\(words.english) In: \($0)" } ?? words.english }
}
