import Store

extension OfficeError {
  /// Whether an error is the database's and passes by itself, so that the same request may be sent again under its key.
  public static func passes(_ error: any Error) -> Bool {
    switch error as? StoreError {
    case .serialization, .busy, .unreachable, .full: true
    default: false
    }
  }
}
