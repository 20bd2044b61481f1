extension LetterSetter {
  /// Titles, rows and total. Columns get the width that their longest line asks for, and share what is left or lacking.
  func set(_ table: Letter.Table) {
    if table.columns.isEmpty { return }
    let columns = LetterColumns(widths(of: table), table.columns.map(\.alignment))
    let whole = tag("Table")
    let header = rowStrip(
      table.columns.map(\.title), LetterPage.cellTitle, columns, [whole, tag("TR")], cellTag: "TH", style: .title)
    var first = header
    first.staysWithNext = true
    strips.append(first)
    for (index, row) in table.rows.enumerated() {
      var strip = rowStrip(row, LetterPage.cell, columns, [whole, tag("TR")], style: .row)
      strip.header = [header]
      // The total never stands alone on a page.
      strip.staysWithNext = index == table.rows.count - 1 && table.total != nil
      strips.append(strip)
    }
    if let total = table.total {
      strips.append(rowStrip(total, LetterPage.cellStrong, columns, [whole, tag("TR")], style: .total))
    }
  }

  private enum RowStyle {
    case title
    case row
    case total
  }

  private func rowStrip(
    _ texts: [String], _ typeface: Typeface, _ columns: LetterColumns, _ path: [Strip.Tag], cellTag: String = "TD",
    style: RowStyle
  ) -> Strip {
    var cells: [TextBlock] = []
    for (index, column) in columns.all.enumerated() {
      let text = index < texts.count ? texts[index] : ""
      cells.append(
        TextBlock(text, typeface, width: column.width, leading: 1.35, alignment: column.alignment, on: canvas))
    }
    let height = (cells.map(\.height).max() ?? 0) + 9
    let canvas = canvas
    return Strip(height: height, path: path) { x, y in
      switch style {
      case .title: canvas.fill(x: x, y: y, width: LetterPage.text, height: height, .wash)
      case .row: canvas.rule(x: x, y: y + height, width: LetterPage.text, thickness: 0.4, .faint)
      case .total: canvas.rule(x: x, y: y + 0.5, width: LetterPage.text, thickness: 1, .accent)
      }
      for (cell, column) in zip(cells, columns.all) {
        canvas.begin(cellTag)
        cell.draw(x: x + column.x, y: y + 4.5)
        canvas.end(cellTag)
      }
    }
  }

  private func widths(of table: Letter.Table) -> [Double] {
    let rows = table.rows + (table.total.map { [$0] } ?? [])
    let natural = table.columns.enumerated().map { index, column in
      let title = TextBlock(column.title, LetterPage.cellTitle, on: canvas).width
      // The widest of the longest texts; measuring every cell of a long table would cost more than it tells.
      let texts = rows.compactMap { index < $0.count ? $0[index] : nil }.sorted { $0.count > $1.count }.prefix(12)
      return texts.map { TextBlock($0, LetterPage.cellStrong, on: canvas).width }.reduce(title, max)
    }
    return LetterColumns.shared(natural, within: LetterPage.text - LetterColumns.gap * Double(table.columns.count))
  }
}

/// Where the columns of a table stand.
struct LetterColumns {
  struct Column {
    let x: Double
    let width: Double
    let alignment: TextAlignment
  }
  let all: [Column]
  static let gap = 12.0

  init(_ widths: [Double], _ alignments: [Letter.Table.Alignment]) {
    var x = LetterColumns.gap / 2
    var columns: [Column] = []
    for (width, alignment) in zip(widths, alignments) {
      let side: TextAlignment = alignment == .right ? .right : alignment == .center ? .center : .left
      columns.append(Column(x: x, width: width, alignment: side))
      x += width + LetterColumns.gap
    }
    all = columns
  }

  /// What is left over is shared in proportion. What is lacking is taken from the widest columns, which wrap.
  static func shared(_ natural: [Double], within whole: Double) -> [Double] {
    let sum = natural.reduce(0, +)
    if sum <= whole { return natural.map { $0 + (whole - sum) * (sum > 0 ? $0 / sum : 1 / Double(natural.count)) } }
    var widths = natural
    // The highest cap that makes them fit: found by lowering it below the next widest until enough is saved.
    let ordered = natural.sorted()
    var rest = whole
    for (index, width) in ordered.enumerated() {
      let fair = rest / Double(ordered.count - index)
      if width > fair {
        widths = natural.map { min($0, fair) }
        break
      }
      rest -= width
    }
    return widths
  }
}
