import Foundation
import Glibc

/// A program of its own process, ended with the object.
final class Program: Sendable {
  private let process: Process
  private let log: URL
  private let finished: AsyncStream<Void>

  /// Starts `path`; what it prints goes to a file, so that no pipe can fill.
  init(_ path: String, _ arguments: [String]) throws {
    let log = FileManager.default.temporaryDirectory.appendingPathComponent("naungan-\(UUID().uuidString).log")
    try Data().write(to: log)
    let output = try FileHandle(forWritingTo: log)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    // Foundation's own waiting can hang when it is done on another thread than the start.
    let (finished, finish) = AsyncStream.makeStream(of: Void.self)
    process.terminationHandler = { _ in finish.finish() }
    try process.run()
    self.process = process
    self.log = log
    self.finished = finished
  }

  deinit { stop() }

  var output: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

  /// Waits for the end and answers the exit code.
  func ended() async -> Int32 {
    for await _ in finished {}
    return process.terminationStatus
  }

  func stop() {
    // chromedriver does not heed a gentler word.
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
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
  static func waitUntilAnswers(_ port: Int, _ path: String) async throws {
    for _ in 0..<300 {
      if (try? await LocalHTTP.send("GET", path, port: port)) != nil { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw Browser.Failure(description: "nobody answers on port \(port)")
  }
}
