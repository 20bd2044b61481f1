public import Vocabulary

/// A value set by law, with every value it has had.
public struct Parameter<Value: Sendable>: Sendable {
  public struct Entry: Sendable {
    public let from: Day
    /// `nil` once repealed.
    public let value: Value?
    public let source: Citation
    public let note: Words?
    public let confidence: Confidence
  }

  /// The path under `law/parameters/`, without the ending.
  public let name: String
  public let title: Words
  /// The unit as printed, such as `rupiah per month`.
  public let unit: String
  /// The unit in Indonesian, such as `rupiah sebulan`.
  public let satuan: String
  /// Oldest first.
  public let history: [Entry]
  public let confidence: Confidence
  /// The day on which somebody last held the file against the law.
  public let checked: Day

  /// Returns the value in force on `day`, and the article that set it.
  ///
  /// Before the first entry the law was silent, so this throws rather than answer zero.
  public func inForce(on day: Day) throws(LawError) -> InForce<Value> {
    guard let entry = history.last(where: { $0.from <= day }) else {
      throw .silent(parameter: name, on: day, begins: history.first?.from)
    }
    guard let value = entry.value else { throw .repealed(parameter: name, on: day, by: entry.source) }
    return InForce(
      value: value, source: entry.source, confidence: entry.confidence, from: entry.from, parameter: name)
  }

  /// Returns the value set for exactly the year `year`, for parameters that are declared year by year.
  public func declared(for year: Int) throws(LawError) -> InForce<Value> {
    let first = Month(year: year, month: 1).firstDay
    guard let entry = history.last(where: { $0.from == first }), let value = entry.value else {
      throw .notDeclared(parameter: name, year: year)
    }
    return InForce(
      value: value, source: entry.source, confidence: entry.confidence, from: entry.from, parameter: name)
  }
}

/// A value as it stands on some day: what, by which article, how sure, since when.
public struct InForce<Value: Sendable>: Sendable {
  public let value: Value
  public let source: Citation
  public let confidence: Confidence
  public let from: Day
  public let parameter: String

  public init(value: Value, source: Citation, confidence: Confidence, from: Day, parameter: String) {
    self.value = value
    self.source = source
    self.confidence = confidence
    self.from = from
    self.parameter = parameter
  }

  /// The same law, with what `change` makes of the value.
  public func map<Other>(_ change: (Value) -> Other) -> InForce<Other> {
    InForce<Other>(
      value: change(value), source: source, confidence: confidence, from: from, parameter: parameter)
  }
}
