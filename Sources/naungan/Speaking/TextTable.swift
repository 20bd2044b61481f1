import Vocabulary

/// Rows in columns for people: texts to the left, numbers to the right.
struct TextTable {
  private let isNumber: [Bool]
  private var rows: [[String]]

  /// - Parameter columns: the head of each column; one that begins with `>` holds numbers.
  init(_ columns: [String]) {
    isNumber = columns.map { $0.hasPrefix(">") }
    rows = [columns.map { $0.hasPrefix(">") ? String($0.dropFirst()) : $0 }]
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  var text: String {
    let widths = isNumber.indices.map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      zip(row.indices, row).map { column, cell in
        let blanks = String(repeating: " ", count: max(0, widths[column] - cell.count))
        return isNumber[column] ? blanks + cell : cell + blanks
      }.joined(separator: "  ").droppingBlanksAtEnd
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate var droppingBlanksAtEnd: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}

extension Int {
  /// Grouped as people write it: `158.254`.
  var grouped: String { Rupiah(Int64(self)).grouped }
}
