import Foundation
import Web

/// One JSON line a request, on standard error.
enum RequestLog {
  static let write: @Sendable (RequestLine) -> Void = { line in
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(LoggedRequest(time: Date().formatted(.iso8601), request: line)) else {
      return
    }
    JSONLines.toStandardError(String(decoding: bytes, as: UTF8.self))
  }

  private struct LoggedRequest: Encodable {
    let time: String
    let request: RequestLine
  }
}
