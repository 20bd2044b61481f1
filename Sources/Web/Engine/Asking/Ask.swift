public import HTTPTypes
public import NIOCore
public import Vocabulary

/// One request, as a handler sees it: what was asked, by whom, in which language and when.
public struct Ask: Sendable {
  public typealias Body = AsyncSequence<ByteBuffer, any Error> & Sendable

  public let method: HTTPRequest.Method
  /// The path as sent, without the query.
  public let path: String
  public let query: Form
  public let headers: HTTPFields
  /// Read it once: `bytes(upTo:)`, `form()`, `json(_:)`, `upload(_:)` or `eachPart(_:_:)`.
  public let body: any Body
  /// The name we were called by, `naungan.example` or `localhost:8080`.
  public let host: String?
  /// The network address of whoever is connected, where there is a connection.
  public let address: String?

  public internal(set) var parameters: [String: String] = [:]
  public internal(set) var language: Language = .indonesian
  public internal(set) var identity: Identity?
  /// Names this exchange in the log, the problem document and the error page.
  public internal(set) var trace: String = ""
  /// The moment the request arrived; acts take it as their time.
  public internal(set) var now: Instant
  /// Unforeseeable bytes.
  public internal(set) var random: @Sendable (Int) -> [UInt8] = Site.Setup.systemRandom
  /// What the route accepts as a body, in bytes.
  public internal(set) var limit: Int = Route.standardLimit

  public init(
    _ method: HTTPRequest.Method, _ target: String, headers: HTTPFields = [:], body: any Body, host: String? = nil,
    address: String? = nil, now: Instant
  ) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.method = method
    path = parts.first.map(String.init) ?? "/"
    // A query that is no form is no query: handlers then miss their field and say so.
    query = (parts.count > 1 ? try? Form(encoded: Array(parts[1].utf8)) : nil) ?? Form()
    self.headers = headers
    self.body = body
    self.host = host
    self.address = address
    self.now = now
  }

  /// A value from the path, `{name}` in the route's pattern.
  public func parameter(_ name: String) -> String {
    guard let value = parameters[name] else { preconditionFailure("the route has no {\(name)}") }
    return value
  }

  /// The signed-in caller. Routes that let anyone in have none to give: 401.
  public func caller() throws -> Identity {
    guard let identity else { throw Refusal.signInFirst }
    return identity
  }

  /// A new idempotency key, for the hidden input of a form that acts.
  public func newKey() -> String { Base64URL.text(random(16)) }

  /// GET, HEAD, OPTIONS and TRACE change nothing.
  public var isSafe: Bool { [.get, .head, .options, .trace].contains(method) }

  /// The type of the body without its parameters, in lower case.
  public var contentType: String? {
    headers[.contentType]?.split(separator: ";").first.map { $0.trimmed.lowercased() }
  }
}

extension Ask {
  /// The whole body. More than `limit` bytes is refused with 413, before reading where the length was announced.
  public func bytes(upTo limit: Int? = nil) async throws -> [UInt8] {
    let limit = limit ?? self.limit
    if let announced = headers[.contentLength].flatMap(Int.init), announced > limit { throw Refusal.tooLarge(limit) }
    var bytes: [UInt8] = []
    for try await chunk in body {
      guard bytes.count + chunk.readableBytes <= limit else { throw Refusal.tooLarge(limit) }
      bytes.append(contentsOf: chunk.readableBytesView)
    }
    return bytes
  }
}
