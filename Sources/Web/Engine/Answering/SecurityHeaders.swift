import HTTPTypes

/// What every answer carries. Nothing inline runs or styles, nothing may frame us, nothing personal stays in a cache.
enum SecurityHeaders {
  static let policy = [
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:", "font-src 'self'",
    "connect-src 'self'", "manifest-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
  ].joined(separator: "; ")

  static func add(to headers: inout HTTPFields, secure: Bool) {
    headers[.contentSecurityPolicy] = policy
    headers[.xContentTypeOptions] = "nosniff"
    headers[.referrerPolicy] = "same-origin"
    headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=(), payment=()"
    headers[.openerPolicy] = "same-origin"
    headers[.crossOriginResourcePolicy] = "same-origin"
    if secure { headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
    // Unless a route says otherwise its answer may be about a person.
    if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
  }
}
