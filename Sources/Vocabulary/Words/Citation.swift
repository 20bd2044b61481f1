/// Where a rule stands: an instrument of `law/instruments/` and the place in it, `pp-46-2015 pasal 22 ayat (5)`.
public struct Citation: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The instrument's name: its file in `law/instruments/`, without the ending.
  public let instrument: String
  /// The article, paragraph or annex, as printed; empty where the whole instrument is meant.
  public let article: String

  public init(instrument: String, article: String) {
    self.instrument = instrument
    self.article = article
  }

  /// Splits at the first blank: `pp-46-2015 pasal 22`.
  public init(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 1)
    self.init(instrument: parts.first.map(String.init) ?? "", article: parts.count > 1 ? parts[1].trimmed : "")
  }

  public var description: String { article.isEmpty ? instrument : "\(instrument) \(article)" }
}
