import Foundation
import FoundationNetworking
import Glibc

/// A program of its own process, ended with the object.
final class Program: @unchecked Sendable {
  private let process = Process()
  private let log: URL

  /// Starts `path`; what it prints goes to a file, so that no pipe can fill.
  init(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    log = FileManager.default.temporaryDirectory.appendingPathComponent("naungan-\(UUID().uuidString).log")
    _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    let output = try FileHandle(forWritingTo: log)
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = output
    process.standardError = output
    try process.run()
  }

  deinit { stop() }

  var output: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

  func wait() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }

  func stop() {
    if process.isRunning {
      process.terminate()
      process.waitUntilExit()
    }
    try? FileManager.default.removeItem(at: log)
  }

  /// A port that nobody listens on now.
  static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard bound else { throw Browser.Failure(description: "no free port") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// Asks until something answers, for half a minute.
  static func waitUntilAnswers(_ url: String) async throws {
    guard let url = URL(string: url) else { return }
    for _ in 0..<300 {
      if let (_, response) = try? await URLSession.shared.data(from: url), response is HTTPURLResponse { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw Browser.Failure(description: "nobody answers at \(url)")
  }
}
