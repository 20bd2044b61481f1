public import Vocabulary

/// Writes comma-separated files that spreadsheet programs open rightly and safely: UTF-8 with a byte order mark,
/// semicolons as Indonesian settings expect, CRLF, and no text that could run as a formula.
public struct CSVWriter: Sendable {
  public enum Cell: Hashable, Sendable {
    case text(String)
    case number(Int64)
    /// Digits alone, so that it adds up in a spreadsheet.
    case amount(Rupiah)
    case day(Day)
    case blank
  }

  private var content: String
  private let separator: Character

  public init(separator: Character = ";", byteOrderMark: Bool = true) {
    self.separator = separator
    content = byteOrderMark ? "\u{FEFF}" : ""
  }

  public mutating func row(_ cells: [Cell]) {
    content += cells.map(spelled).joined(separator: String(separator))
    content += "\r\n"
  }

  /// A row of texts, such as titles.
  public mutating func row(_ texts: [String]) { row(texts.map(Cell.text)) }

  public var bytes: [UInt8] { Array(content.utf8) }

  private func spelled(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): quoted(CSVWriter.guarded(text))
    case .number(let number): String(number)
    case .amount(let amount): String(amount.amount)
    case .day(let day): day.description
    case .blank: ""
    }
  }

  private func quoted(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { "\"\r\n\t;,".unicodeScalars.contains($0) } || text.trimmed != text
    return needsQuotes
      ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" : text
  }

  /// Text that a spreadsheet would run as a formula gets an apostrophe in front; all other text stays as it is.
  /// Full-width signs count too: some programs narrow them on opening.
  public static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first,
      "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }

  /// Takes back what `guarded` did.
  public static func unguarded(_ text: String) -> String {
    guard text.hasPrefix("'") else { return text }
    let rest = String(text.dropFirst())
    return guarded(rest) == text ? rest : text
  }
}
