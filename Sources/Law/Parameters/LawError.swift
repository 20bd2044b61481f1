public import Vocabulary

/// Why the law gives no answer. Silence is not zero, so none of these is ever read as a value.
public enum LawError: Error, Hashable, Sendable {
  /// The day is before the first entry; `begins` is the day of that entry.
  case silent(parameter: String, on: Day, begins: Day?)
  case repealed(parameter: String, on: Day, by: Citation)
  /// A value that is set year by year has none for this year yet.
  case notDeclared(parameter: String, year: Int)
  case unknownParameter(String)
  case wrongForm(parameter: String, wanted: Words)
  /// A table in force on the day has no row for what was asked.
  case noRow(parameter: String, on: Day, asked: String)
}

extension LawError {
  public var words: Words {
    switch self {
    case .silent(let parameter, let day, let begins):
      Words(
        "Belum ada aturan \(parameter) pada \(day.spelled(in: .indonesian))"
          + (begins.map { "; aturan mulai \($0.spelled(in: .indonesian))." } ?? "."),
        "no law on \(parameter) on \(day)" + (begins.map { "; it begins on \($0)" } ?? ""))
    case .repealed(let parameter, let day, let citation):
      Words(
        "Aturan \(parameter) sudah dicabut pada \(day.spelled(in: .indonesian)) oleh \(citation).",
        "the law on \(parameter) is repealed on \(day), by \(citation)")
    case .notDeclared(let parameter, let year):
      Words("\(parameter) untuk tahun \(year) belum ditetapkan.", "\(parameter) is not declared for \(year)")
    case .unknownParameter(let parameter):
      Words("Parameter \(parameter) tidak ada di buku hukum.", "no parameter \(parameter) in the law")
    case .wrongForm(let parameter, let wanted):
      Words("\(parameter): \(wanted.indonesian)", "\(parameter): \(wanted.english)")
    case .noRow(let parameter, let day, let asked):
      Words(
        "\(parameter) tidak mengatur \(asked) pada \(day.spelled(in: .indonesian)).",
        "\(parameter) has no row for \(asked) on \(day)")
    }
  }
}

extension LawError: CustomStringConvertible {
  public var description: String { words.english }
}
