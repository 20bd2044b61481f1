import HTTPTypes
import Vocabulary

/// The caller's own name for one act: sent again, the act is not done again.
public struct IdempotencyKey: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  /// 1 to 100 visible ASCII characters.
  public init?(_ text: String) {
    guard (1...100).contains(text.utf8.count), text.utf8.allSatisfy({ (33...126).contains($0) }) else { return nil }
    self.text = text
  }

  /// The header's value: a structured-field string (`"8e03978e"`, as the IETF draft asks) or a bare token.
  public init?(header: String) {
    var text = header.trimmed
    if text.hasPrefix("\"") {
      guard text.count >= 2, text.hasSuffix("\"") else { return nil }
      text = String(text.dropFirst().dropLast())
      guard let plain = Self.unescaped(text) else { return nil }
      text = plain
    }
    self.init(text)
  }

  public var description: String { text }

  private static func unescaped(_ text: String) -> String? {
    var plain = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "\\":
        guard let next = rest.popFirst(), next == "\"" || next == "\\" else { return nil }
        plain.append(next)
      case "\"": return nil
      default: plain.append(character)
      }
    }
    return plain
  }
}

extension Ask {
  /// The `Idempotency-Key` header. Missing or malformed where it is required: 400.
  public func idempotencyKey() throws -> IdempotencyKey {
    guard let header = headers[.idempotencyKey] else { throw Refusal.keyMissing }
    guard let key = IdempotencyKey(header: header) else { throw Refusal.keyMalformed }
    return key
  }
}
