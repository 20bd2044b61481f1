/// A request of a partner as it came in, whichever server took it.
public struct SNAPCall: Hashable, Sendable {
  public let method: String
  /// As received, without host: it is part of what was signed.
  public let path: String
  /// By names in lower case.
  public let headers: [String: String]
  /// The very bytes: they are part of what was signed, so nobody may decode and encode them on the way.
  public let body: [UInt8]

  /// - Parameter headers: names in any case.
  public init(method: String, path: String, headers: [String: String], body: [UInt8]) {
    self.method = method
    self.path = path
    self.headers = Dictionary(headers.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
    self.body = body
  }

  /// The header, or `nil` where it is missing or empty.
  func header(_ name: String) -> String? {
    headers[name.lowercased()].flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// What goes back. The HTTP status is the first three digits of the code in the body.
public struct SNAPAnswer: Hashable, Sendable {
  public let status: Int
  public let headers: [String: String]
  public let body: [UInt8]

  public init(status: Int, headers: [String: String], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
