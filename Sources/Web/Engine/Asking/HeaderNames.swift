import HTTPTypes

extension HTTPField.Name {
  static let idempotencyKey = named("Idempotency-Key")
  static let referrerPolicy = named("Referrer-Policy")
  static let secFetchSite = named("Sec-Fetch-Site")
  static let traceparent = named("traceparent")
  static let permissionsPolicy = named("Permissions-Policy")
  static let forwardedFor = named("X-Forwarded-For")
  static let openerPolicy = named("Cross-Origin-Opener-Policy")
  static let link = named("Link")

  private static func named(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no header name") }
    return name
  }
}
