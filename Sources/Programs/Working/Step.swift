public import Law
public import Vocabulary

/// One step of a decision: what was found, the amount if there is one, and the article it rests on.
///
/// Letters, pages and messages are written from these, so a step is a plain sentence in both languages.
public struct Step: Hashable, Sendable, Codable {
  public let words: Words
  public let amount: Rupiah?
  public let citation: Citation
  /// The parameter of `law/` that was looked up, if one was.
  public let parameter: String?
  public let confidence: Confidence

  public init(
    _ words: Words, amount: Rupiah? = nil, citation: Citation, parameter: String? = nil, confidence: Confidence
  ) {
    self.words = words
    self.amount = amount
    self.citation = citation
    self.parameter = parameter
    self.confidence = confidence
  }

  /// A step that rests on a value of the law.
  public init<Value>(_ indonesian: String, _ english: String, amount: Rupiah? = nil, by law: InForce<Value>) {
    self.init(
      Words(indonesian.capitalizedSentence, english.capitalizedSentence), amount: amount, citation: law.source,
      parameter: law.parameter,
      confidence: law.confidence)
  }
}

extension String {
  /// With a capital at its beginning, whatever name or word it begins with.
  fileprivate var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}

/// How a decision was reached, in order.
public typealias Working = [Step]

extension Working {
  /// `draft` as soon as one step is.
  public var confidence: Confidence { .least(map(\.confidence)) }

  /// The parameters that were looked up.
  public var parameters: Set<String> { Set(compactMap(\.parameter)) }
}
