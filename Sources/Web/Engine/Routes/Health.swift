import HTTPTypes

/// One thing the service needs, for `/readyz`.
public struct Readiness: Sendable, Codable, Hashable {
  public let name: String
  public let ready: Bool

  public init(_ name: String, ready: Bool) {
    self.name = name
    self.ready = ready
  }
}

/// `/livez` says that the process answers; `/readyz` that what it needs is there too.
enum Health {
  static func routes(_ ready: @escaping @Sendable () async -> [Readiness]) -> [Route] {
    [
      Route(.get, "/livez", "Whether the process lives", for: .anyone, face: .plain) { _ in .text("ok\n") },
      Route(.get, "/readyz", "Whether it can serve", for: .anyone, face: .plain) { _ in
        let state = await ready()
        return try .json(["checks": state], status: state.allSatisfy(\.ready) ? .ok : .serviceUnavailable)
      },
    ]
  }
}
