public import Vocabulary

/// A bar chart drawn as SVG from numbers, with the same numbers as a table: `parts/chart`.
public struct Chart: Sendable, Hashable {
  public struct Bar: Sendable, Hashable {
    public let label: Words
    public let amount: Int64
    /// As people read it: `Rp 1.250.000`.
    public let text: String

    public init(_ label: Words, _ amount: Rupiah) {
      self.init(label, amount.amount, text: amount.description)
    }

    public init(_ label: Words, _ amount: Int64, text: String) {
      self.label = label
      self.amount = amount
      self.text = text
    }
  }

  public let title: Words
  /// Heads of the two columns of the table.
  public let columns: (label: Words, amount: Words)
  public let bars: [Bar]

  public init(_ title: Words, columns: (label: Words, amount: Words), bars: [Bar]) {
    self.title = title
    self.columns = columns
    self.bars = bars
  }

  public static func == (a: Chart, b: Chart) -> Bool { a.title == b.title && a.bars == b.bars }
  public func hash(into hasher: inout Hasher) { hasher.combine(bars) }

  /// The longest bar is 640 wide. Negative amounts have no bar and stand in the table all the same.
  public var model: Model {
    let most = max(bars.map(\.amount).max() ?? 0, 1)
    return [
      "title": .words(title), "labelColumn": .words(columns.label), "amountColumn": .words(columns.amount),
      "bars": .each(bars) { bar in
        let width = bar.amount <= 0 ? 0 : max(2, Int64((Double(bar.amount) / Double(most) * 640).rounded()))
        return ["label": .words(bar.label), "text": .text(bar.text), "width": .text(String(width))]
      },
    ]
  }
}
