import HTTPTypes

extension Reply {
  /// 201 for what has no address of its own: a step of a claim, a receipt.
  static func recorded(_ value: some Encodable) throws -> Reply { try .json(value, status: .created) }
}
