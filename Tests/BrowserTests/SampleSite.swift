import Foundation

/// The real program on a small sample branch of its own.
final class SampleSite: Sendable {
  let address: String
  private let server: Program
  private let folder: URL

  /// Where the built products lie: beside the test bundle.
  private static let binary: String = {
    if let given = ProcessInfo.processInfo.environment["NAUNGAN_BINARY"] { return given }
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("naungan").path
  }()

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  init() async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("naungan-site-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let demo = try Program(
      Self.binary,
      ["demo", "--data", folder.path, "--law", Self.root + "/law", "--share", "0.002", "--seed", "1", "--months", "14"])
    guard await demo.ended() == 0 else { throw Browser.Failure(description: "naungan demo failed: \(demo.output)") }
    let port = try Program.freePort()
    server = try Program(
      Self.binary, ["serve", "--data", folder.path, "--law", Self.root + "/law", "--port", "\(port)"])
    address = "http://127.0.0.1:\(port)"
    try await Program.waitUntilAnswers(port, "/readyz")
  }

  func close() {
    server.stop()
    try? FileManager.default.removeItem(at: folder)
  }

  /// The password of every sample login.
  static let password = "naungan-contoh"
}
