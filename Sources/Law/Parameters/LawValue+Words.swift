public import Vocabulary

extension LawValue {
  /// The value as people read it, in both languages. A table only by its number of rows.
  public var words: Words {
    switch self {
    case .percent, .rupiah, .count, .rule, .text: Words(written(), written())
    case .months(let count): Words("\(count) bulan", written())
    case .years(let count): Words("\(count) tahun", written())
    case .days(let count): Words("\(count) hari", written())
    case .wait(let wait): wait.words
    case .table(let rows): Words("tabel \(rows.count) baris", "a table of \(counted(rows.count, "row"))")
    }
  }
}
