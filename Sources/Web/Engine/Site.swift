import Foundation
public import Vocabulary

/// The whole web house: what it is called, who may come in, and the one list of routes.
///
/// A request comes in as an `Ask` and leaves as a `Reply`; `Site+Respond.swift` is the way between, in order.
/// `Site+Serve.swift` puts it on a port.
public struct Site: Sendable {
  /// Everything the house is told from outside. Closures, so that nothing here knows the office.
  public struct Setup: Sendable {
    /// Shown beside the name on every page, where this is not a real branch.
    public var sampleBanner: Words?
    public var help: Words
    /// Served over TLS (by a proxy in front): cookies then say so.
    public var secure = false
    /// Take the caller's address from the last entry of `X-Forwarded-For`, because a proxy we run writes it.
    public var trustsProxy = false
    public var session: SessionCookie { SessionCookie(secure: secure) }
    public var clock: @Sendable () -> Instant
    /// Unforeseeable bytes, for keys and tokens.
    public var random: @Sendable (Int) -> [UInt8] = Setup.systemRandom
    /// Who the credential belongs to; `nil` where it is unknown or has ended.
    public var authenticate: @Sendable (Credential, Ask) async throws -> Identity? = { _, _ in nil }
    /// What an error of the office means here; `nil` where nobody foresaw it.
    public var explain: @Sendable (any Error) -> Refusal? = { _ in nil }
    public var navigation: @Sendable (Identity?) -> [Page.Link] = { _ in [] }
    public var ready: @Sendable () async -> [Readiness] = { [] }
    public var log: @Sendable (RequestLine) -> Void = { _ in }
    /// Where a page sends those who must sign in first.
    public var signInPath = "/masuk"

    public init(
      clock: @escaping @Sendable () -> Instant,
      help: Words = Words(
        "Perlu bantuan? Datang ke kantor cabang, Senin–Jumat pukul 08.00–15.00. Gratis, tanpa perantara.",
        "Need help? Come to the branch, Monday to Friday, 8 am to 3 pm. It is free, and you need no agent.")
    ) {
      self.clock = clock
      self.help = help
    }

    public static let systemRandom: @Sendable (Int) -> [UInt8] = { count in
      var system = SystemRandomNumberGenerator()
      return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &system) }
    }
  }

  public let setup: Setup
  public let templates: Templates
  public let assets: Assets
  public let table: RouteTable

  /// Templates and assets come from the bundle. Faults in a template are thrown here, before anything is served.
  public init(_ setup: Setup, routes: [Route]) throws {
    try self.init(
      setup, routes: routes, templates: Bundled.templates.get(), assets: Bundled.assets.get())
  }

  public init(_ setup: Setup, routes: [Route], templates: Templates, assets: Assets) throws {
    self.setup = setup
    self.templates = templates
    self.assets = assets
    table = RouteTable(routes + [assets.route] + Health.routes(setup.ready))
  }

  /// A token nobody can guess: 32 random bytes.
  public func token() -> String { Base64URL.text(setup.random(32)) }
}
