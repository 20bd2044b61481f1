internal import Vocabulary

extension FaultList {
  /// The value of an entry; `nil` for a repeal. Anything off-form is noted.
  mutating func value(of entry: Written, _ shape: LawShape, in file: String) -> LawValue? {
    let given = ["value", "rows", "repealed"].filter { entry.find($0) != nil }
    guard given.count == 1, let name = given.first, let piece = entry.find(name) else {
      add(
        file, entry.line, "Tulis tepat satu: value, rows, atau repealed.",
        "an entry has exactly one of value, rows, repealed")
      return nil
    }
    switch (name, shape) {
    case ("repealed", _):
      if piece.text != "true" { add(file, piece.line, "Tulis repealed: true.", "a repeal is written repealed: true") }
      return nil
    case ("value", .single(let kind)):
      return single(piece, kind, in: file)
    case ("rows", .table(let columns)):
      return rows(piece, columns, in: file)
    default:
      add(
        file, piece.line, "Tabel memakai rows; selain tabel memakai value.",
        "a table has rows, anything else has a value")
      return nil
    }
  }

  private mutating func single(_ piece: Written, _ kind: LawKind, in file: String) -> LawValue? {
    guard let text = piece.text, let value = kind.read(text) else {
      let shown = piece.text.map { "\"\($0)\": " } ?? ""
      add(file, piece.line, Words(shown + kind.form.indonesian, shown + kind.form.english))
      return nil
    }
    return value
  }

  private mutating func rows(_ piece: Written, _ columns: [LawColumn], in file: String) -> LawValue? {
    guard let items = piece.list, !items.isEmpty else {
      add(file, piece.line, "Tabel belum punya baris.", "the table has no rows")
      return nil
    }
    var rows: [LawRow] = []
    for item in items {
      guard fields(of: item, in: file, allowed: Set(columns.map(\.name))) != nil else { continue }
      var cells: [String: LawValue] = [:]
      for column in columns {
        guard let cell = item.find(column.name) else {
          add(file, item.line, "Kolom \(column.name) belum ada.", "the column \(column.name) is missing")
          continue
        }
        cells[column.name] = single(cell, column.kind, in: file)
      }
      rows.append(LawRow(cells: cells))
    }
    return .table(rows)
  }
}
