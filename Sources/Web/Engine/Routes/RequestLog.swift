import Foundation
public import Logging

/// One line per request. It names the route, never the path or the query: those may hold a person's number.
public struct RequestLine: Sendable, Codable, Hashable {
  public let method: String
  /// The pattern, `/klaim/{number}`; `-` where none matched.
  public let route: String
  public let status: Int
  public let milliseconds: Double
  public let trace: String
  /// `member`, `officer`, …; `-` where nobody is signed in.
  public let role: String
  /// What went wrong, where something nobody foresaw did: the error's type and case, which carry no personal data.
  public let error: String?
}

/// A log handler that writes one JSON object a line.
public struct JSONLines: LogHandler {
  public var metadata: Logger.Metadata = [:]
  public var logLevel: Logger.Level = .info
  private let label: String
  private let write: @Sendable (String) -> Void

  public init(label: String, write: @escaping @Sendable (String) -> Void = JSONLines.toStandardError) {
    self.label = label
    self.write = write
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    var fields = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues(\.description)
    fields["level"] = event.level.rawValue
    fields["log"] = label
    fields["message"] = event.message.description
    fields["time"] = Date().formatted(.iso8601)
    guard let line = try? JSONWriting.bytes(fields) else { return }
    write(String(decoding: line, as: UTF8.self))
  }

  public static let toStandardError: @Sendable (String) -> Void = { line in
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
