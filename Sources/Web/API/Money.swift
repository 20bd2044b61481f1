import Vocabulary

/// An amount as programs get it: digits as text, because not every program has whole numbers that large, and the
/// currency.
struct Money: Codable, Sendable, Hashable {
  let amount: Rupiah

  init(_ amount: Rupiah) { self.amount = amount }

  private enum Key: CodingKey {
    case value, currency
  }

  init(from decoder: any Decoder) throws {
    try decoder.refuseKeys(besides: ["value", "currency"])
    let container = try decoder.container(keyedBy: Key.self)
    let text = try container.decode(String.self, forKey: .value)
    guard (1...15).contains(text.count), text.allSatisfy(\.isDigit), let amount = Int64(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .value, in: container, debugDescription: "Whole rupiah in 1 to 15 digits, as text.")
    }
    guard try container.decode(String.self, forKey: .currency) == "IDR" else {
      throw DecodingError.dataCorruptedError(
        forKey: .currency, in: container, debugDescription: "The only currency here is IDR.")
    }
    self.amount = Rupiah(amount)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(String(amount.amount), forKey: .value)
    try container.encode("IDR", forKey: .currency)
  }
}
