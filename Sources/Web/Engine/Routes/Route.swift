public import HTTPTypes

/// One address and method: who may call it and what answers. The whole site is one list of these.
public struct Route: Sendable {
  /// How errors are told, and whether the OpenAPI document must have it.
  public enum Face: Sendable, Hashable {
    /// HTML for people.
    case page
    /// JSON for programs, described in the OpenAPI document.
    case api
    /// Neither: assets, health, files of partners. Errors are problem documents.
    case plain
  }
  public typealias Handler = @Sendable (Ask) async throws -> Reply

  public let method: HTTPRequest.Method
  /// `/klaim/{number}/persetujuan`: a segment in braces takes any one segment.
  public let pattern: String
  /// What it does, in one line; equal to the summary in the OpenAPI document.
  public let summary: String
  public let audience: Audience
  public let face: Face
  /// The largest body, in bytes.
  public let limit: Int
  /// Whether the caller must send an `Idempotency-Key`; checked before the handler runs.
  public let needsKey: Bool
  public let handler: Handler

  public static let standardLimit = 1_000_000

  public init(
    _ method: HTTPRequest.Method, _ pattern: String, _ summary: String, for audience: Audience, face: Face = .page,
    limit: Int = Route.standardLimit, needsKey: Bool = false, handler: @escaping Handler
  ) {
    precondition(pattern.hasPrefix("/"), "a route begins with a slash: \(pattern)")
    self.method = method
    self.pattern = pattern
    self.summary = summary
    self.audience = audience
    self.face = face
    self.limit = limit
    self.needsKey = needsKey
    self.handler = handler
  }

  var segments: [Substring] { pattern.split(separator: "/") }

  /// The names in braces, in order.
  public var parameterNames: [String] {
    segments.compactMap { $0.hasPrefix("{") && $0.hasSuffix("}") ? String($0.dropFirst().dropLast()) : nil }
  }
}

extension Route {
  public static func get(
    _ pattern: String, _ summary: String, for audience: Audience, face: Face = .page, handler: @escaping Handler
  ) -> Route {
    Route(.get, pattern, summary, for: audience, face: face, handler: handler)
  }

  public static func post(
    _ pattern: String, _ summary: String, for audience: Audience, face: Face = .page, limit: Int = standardLimit,
    needsKey: Bool = false, handler: @escaping Handler
  ) -> Route {
    Route(
      .post, pattern, summary, for: audience, face: face, limit: limit, needsKey: needsKey, handler: handler)
  }

  public static func put(
    _ pattern: String, _ summary: String, for audience: Audience, face: Face = .api, limit: Int = standardLimit,
    needsKey: Bool = false, handler: @escaping Handler
  ) -> Route {
    Route(.put, pattern, summary, for: audience, face: face, limit: limit, needsKey: needsKey, handler: handler)
  }

  public static func delete(
    _ pattern: String, _ summary: String, for audience: Audience, face: Face = .api, handler: @escaping Handler
  ) -> Route {
    Route(.delete, pattern, summary, for: audience, face: face, handler: handler)
  }
}
