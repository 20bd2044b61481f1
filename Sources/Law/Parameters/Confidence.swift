public import Vocabulary

/// How sure we are of a value. The mark is shown wherever the value decides something.
public enum Confidence: String, Codable, Sendable, CaseIterable {
  /// Seen in sources that quote the law.
  case seen
  /// From memory, derived or disputed: a legal officer must still check it against the printed text.
  case draft

  public var words: Words {
    switch self {
    case .seen: Words("sudah dilihat di sumbernya", "seen in its source")
    case .draft: Words("DRAF: harus diperiksa bagian hukum", "DRAFT: to be checked by a legal officer")
    }
  }

  /// Of several values that decide together, the least sure one counts.
  public static func least(_ all: some Sequence<Confidence>) -> Confidence { all.contains(.draft) ? .draft : .seen }
}
