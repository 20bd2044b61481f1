import Foundation

/// The built program, run as people and scripts run it.
enum Program {
  /// What a run left behind.
  struct Ended {
    /// The exit code; `nil` when a signal ended it.
    let status: Int32?
    let out: String
    let err: String

    func decoded<Value: Decodable>(_: Value.Type = Value.self) throws -> Value {
      try JSONDecoder().decode(Value.self, from: Data(out.utf8))
    }
  }

  struct NotBuilt: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path) is missing: run \"swift build\" first" }
  }

  /// Beside the test bundle, where the build puts both.
  static func path() throws -> URL {
    let bundle = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    let besideTests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    let built = root.appendingPathComponent(".build/debug")
    for folder in [bundle, besideTests, built].compactMap({ $0 }) {
      let program = folder.appendingPathComponent("naungan")
      if FileManager.default.isExecutableFile(atPath: program.path) { return program }
    }
    throw NotBuilt(path: built.appendingPathComponent("naungan").path)
  }

  /// The project's folder.
  static let root: URL = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url
  }()

  /// Runs to the end.
  static func run(_ arguments: [String], _ environment: [String: String] = [:]) async throws -> Ended {
    let running = try RunningProgram(arguments, environment)
    return await running.ended()
  }
}

/// A program that is running, its output in files so that no pipe can fill up.
final class RunningProgram: Sendable {
  private let process: Process
  private let folder: URL
  private let finished: AsyncStream<Void>

  init(_ arguments: [String], _ environment: [String: String] = [:]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("naungan-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = try Program.path()
    process.arguments = arguments
    process.currentDirectoryURL = Program.root
    process.environment = Self.surroundings.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try Self.file("out", in: folder)
    process.standardError = try Self.file("err", in: folder)
    let (finished, finish) = AsyncStream.makeStream(of: Void.self)
    process.terminationHandler = { _ in finish.finish() }
    try process.run()
    self.folder = folder
    self.process = process
    self.finished = finished
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    try? FileManager.default.removeItem(at: folder)
  }

  /// As a plain shell has them: no database from outside, sentences in English.
  private static let surroundings: [String: String] = {
    var environment = ProcessInfo.processInfo.environment
    for name in ["NAUNGAN_DATABASE", "NAUNGAN_PASSWORD", "LC_ALL", "LC_MESSAGES"] { environment[name] = nil }
    environment["LANG"] = "C.UTF-8"
    return environment
  }()

  private static func file(_ name: String, in folder: URL) throws -> FileHandle {
    let url = folder.appendingPathComponent(name)
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }

  var id: Int32 { process.processIdentifier }
  var isRunning: Bool { process.isRunning }
  var out: String { text("out") }
  var err: String { text("err") }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end, however it comes.
  func ended() async -> Program.Ended {
    for await _ in finished {}
    let status = process.terminationReason == .exit ? process.terminationStatus : nil
    return Program.Ended(status: status, out: out, err: err)
  }

  /// Waits until standard error has so many lines; `false` when the program ended before.
  func hasWritten(lines: Int) async throws -> Bool {
    while err.split(separator: "\n").count < lines {
      guard isRunning else { return false }
      try await Task.sleep(for: .milliseconds(2))
    }
    return true
  }

  private func text(_ name: String) -> String {
    (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
  }
}
