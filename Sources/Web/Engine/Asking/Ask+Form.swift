extension Ask {
  /// The form a page sent. Anything but a form is refused with 415, more than the route takes with 413.
  public func form() async throws -> Form {
    switch contentType {
    case "application/x-www-form-urlencoded": try Form(encoded: try await bytes())
    case "multipart/form-data": try await upload().fields
    default: throw Refusal.unsupportedType("application/x-www-form-urlencoded")
    }
  }
}
