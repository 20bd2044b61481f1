public import Vocabulary

/// A parameter as its file gives it, before a key says which type to read it as.
public struct StoredParameter: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public let line: Int
    public let from: Day
    /// `nil` once repealed.
    public let value: LawValue?
    public let source: Citation
    public let note: Words?
    public let confidence: Confidence
  }

  public let name: String
  public let file: String
  /// The line of the unit.
  public let line: Int
  public let title: Words
  public let unit: String
  /// The unit in Indonesian, such as `rupiah sebulan`.
  public let satuan: String
  public let shape: LawShape
  /// Oldest first.
  public let entries: [Entry]
  public let confidence: Confidence
  public let checked: Day
  public let note: Words?

  /// The unit as printed, in both languages.
  public var units: Words { Words(satuan, unit) }

  var columns: [LawColumn] { if case .table(let columns) = shape { columns } else { [] } }
}
