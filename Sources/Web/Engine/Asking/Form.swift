import Vocabulary

/// Names and values as forms and queries send them: in order, names may repeat.
public struct Form: Sendable, Hashable {
  public private(set) var pairs: [Pair] = []

  public struct Pair: Sendable, Hashable {
    public let name: String
    public let value: String
  }

  public init() {}

  public init(_ pairs: [(String, String)]) { self.pairs = pairs.map { Pair(name: $0.0, value: $0.1) } }

  /// The first value under `name`.
  public subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  public func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  public mutating func append(_ name: String, _ value: String) { pairs.append(Pair(name: name, value: value)) }

  /// Without `name`.
  public func without(_ name: String) -> Form {
    var rest = self
    rest.pairs.removeAll { $0.name == name }
    return rest
  }
}

extension Form {
  /// What a form may not exceed; a person's form never does.
  static let mostPairs = 2_000

  /// Reads `application/x-www-form-urlencoded`. What cannot be printed is left out (`PlainText`). Broken escapes and bytes that are no UTF-8 are refused with 400.
  public init(encoded bytes: [UInt8]) throws {
    for field in bytes.split(separator: UInt8(ascii: "&")) {
      let parts = field.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let first = parts.first, let name = percentDecoded(first, plusIsBlank: true),
        let value = percentDecoded(parts.count > 1 ? parts[1] : [], plusIsBlank: true), pairs.count < Form.mostPairs
      else { throw Refusal.unreadableForm }
      append(name, PlainText.cleaned(value))
    }
  }

  /// `a=1&b=dua+kata`, as browsers send it.
  public var encoded: String {
    pairs.map { percentEncoded($0.name) + "=" + percentEncoded($0.value) }.joined(separator: "&")
  }
}

/// The text behind percent escapes, or `nil` where an escape is broken or the bytes are no UTF-8.
func percentDecoded(_ text: some Collection<UInt8>, plusIsBlank: Bool = false) -> String? {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count)
  var rest = text.makeIterator()
  while let byte = rest.next() {
    switch byte {
    case UInt8(ascii: "+") where plusIsBlank: bytes.append(32)
    case UInt8(ascii: "%"):
      guard let high = rest.next().flatMap(hexValue), let low = rest.next().flatMap(hexValue) else { return nil }
      bytes.append(high << 4 | low)
    default: bytes.append(byte)
    }
  }
  return String(validating: bytes, as: UTF8.self)
}

/// Everything but letters, digits and `-._~` escaped.
func percentEncoded(_ text: String) -> String {
  var out = ""
  for byte in text.utf8 {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 46, 95, 126: out.append(Character(UnicodeScalar(byte)))
    default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
  return out
}

private func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 48...57: byte - 48
  case 65...70: byte - 55
  case 97...102: byte - 87
  default: nil
  }
}
