/// A piece of a file as it was written, of the law or of settings: text, a list or named fields, each with its line.
///
/// Numbers and days stay text here. A parser that knows the unit reads them later, so that `0,10` can never become a
/// floating-point number on the way.
public struct Written: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case text(String)
    case list([Written])
    case fields([Field])
  }

  public struct Field: Hashable, Sendable {
    public let name: String
    public let line: Int
    public let value: Written

    public init(name: String, line: Int, value: Written) {
      self.name = name
      self.line = line
      self.value = value
    }
  }

  /// Counted from 1.
  public let line: Int
  public let content: Content

  public init(line: Int, content: Content) {
    self.line = line
    self.content = content
  }

  public var text: String? { if case .text(let text) = content { text } else { nil } }
  public var list: [Written]? { if case .list(let list) = content { list } else { nil } }
  public var fields: [Field]? { if case .fields(let fields) = content { fields } else { nil } }

  /// The field called `name`, if this piece has fields and that one among them.
  public func find(_ name: String) -> Written? { fields?.first { $0.name == name }?.value }
}
