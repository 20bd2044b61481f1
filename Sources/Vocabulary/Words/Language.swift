/// The two languages of screens, letters and messages. Indonesian is the office's own.
public enum Language: String, Sendable, Codable, CaseIterable {
  case indonesian = "id"
  case english = "en"
}

/// One sentence in both languages, written side by side so that neither drifts.
public struct Words: Hashable, Sendable, Codable {
  public let indonesian: String
  public let english: String

  public init(_ indonesian: String, _ english: String) {
    self.indonesian = indonesian
    self.english = english
  }

  public func text(in language: Language) -> String { language == .indonesian ? indonesian : english }
}

/// One thing wrong with what was handed in: where, and what to do about it.
public struct Fault: Hashable, Sendable, Codable {
  /// The field or line it stands in: `nik`, `line 412, wage`.
  public let place: String
  public let words: Words

  public init(_ place: String, _ words: Words) {
    self.place = place
    self.words = words
  }

  public init(_ place: String, _ indonesian: String, _ english: String) {
    self.init(place, Words(indonesian, english))
  }
}
