/// A printed number that travels as text and is refused when it cannot be one.
public protocol PrintedNumber: Codable, Hashable, Sendable, CustomStringConvertible {
  init?(_ text: String)
}

extension PrintedNumber {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let number = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a \(Self.self)")
    }
    self = number
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension NIK: PrintedNumber {}
extension KPJ: PrintedNumber {}
extension NPP: PrintedNumber {}
extension VirtualAccount: PrintedNumber {}
