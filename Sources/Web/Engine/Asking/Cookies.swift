import HTTPTypes
import Vocabulary

/// A cookie to set. Never readable by scripts, never sent with another site's form.
public struct Cookie: Sendable, Hashable {
  public let name: String
  public let value: String
  /// Seconds to live; `nil` until the browser is closed; 0 removes it.
  public let seconds: Int?
  public let secure: Bool

  public init(_ name: String, _ value: String, seconds: Int? = nil, secure: Bool) {
    precondition(
      value.utf8.allSatisfy { (33...126).contains($0) && $0 != 34 && $0 != 44 && $0 != 59 && $0 != 92 },
      "a cookie's value is plain ASCII; encode it first")
    self.name = name
    self.value = value
    self.seconds = seconds
    self.secure = secure
  }

  /// The `Set-Cookie` header.
  public var header: String {
    "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "")
      + (seconds.map { "; Max-Age=\($0)" } ?? "")
  }
}

/// The cookie that carries a session's token. The token means nothing by itself: the office knows whose it is.
public struct SessionCookie: Sendable {
  public let name: String
  public let secure: Bool

  /// Over TLS the name's prefix makes browsers refuse one set by a subdomain or without `Secure`.
  public init(secure: Bool) {
    name = secure ? "__Host-sesi" : "sesi"
    self.secure = secure
  }

  public func holding(_ token: String, seconds: Int? = nil) -> Cookie {
    Cookie(name, token, seconds: seconds, secure: secure)
  }

  public var removed: Cookie { Cookie(name, "-", seconds: 0, secure: secure) }
}

extension Ask {
  /// The value of a cookie that was sent.
  public func cookie(_ name: String) -> String? {
    for line in headers[values: .cookie] {
      for pair in line.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, parts[0].trimmed == name { return parts[1].trimmed }
      }
    }
    return nil
  }
}

/// How a caller proves who they are.
public enum Credential: Sendable, Hashable {
  case none
  /// The token of the session cookie.
  case session(String)
  /// The token of `Authorization: Bearer …`.
  case bearer(String)
}

extension Ask {
  /// A bearer token counts before a cookie.
  public func credential(_ session: SessionCookie) -> Credential {
    if let header = headers[.authorization], header.lowercased().hasPrefix("bearer ") {
      let token = header.dropFirst("bearer ".count).trimmed
      if !token.isEmpty { return .bearer(token) }
    }
    if let token = cookie(session.name), !token.isEmpty, token != "-" { return .session(token) }
    return .none
  }
}
