import Foundation
import Testing

/// Runs a program of the test machine over a file and gives what it prints. A missing program fails the test: a page
/// that nobody looked at is not tested.
enum Tool {
  static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus != 127, "\(program) is not installed")
    #expect(process.terminationStatus == 0, "\(program) \(arguments.joined(separator: " "))")
    return String(decoding: data, as: UTF8.self)
  }

  /// `body` gets a fresh folder that is gone afterwards.
  static func inFolder<R>(_ body: (URL) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// The text of a PDF as a reader would copy it, blanks and line ends collapsed.
  static func text(of pdf: [UInt8]) throws -> String {
    try inFolder { folder in
      let file = folder.appendingPathComponent("file.pdf")
      try Data(pdf).write(to: file)
      let text = try run("pdftotext", ["-layout", file.path, "-"])
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  static func facts(of pdf: [UInt8]) throws -> String {
    try inFolder { folder in
      let file = folder.appendingPathComponent("file.pdf")
      try Data(pdf).write(to: file)
      return try run("pdfinfo", [file.path])
    }
  }

  /// What a scanner reads on a page of a PDF.
  static func scanned(_ pdf: [UInt8], page: Int) throws -> String {
    try inFolder { folder in
      let file = folder.appendingPathComponent("file.pdf")
      try Data(pdf).write(to: file)
      let picture = folder.appendingPathComponent("page").path
      let number = String(page)
      _ = try run("pdftoppm", ["-r", "200", "-f", number, "-l", number, "-singlefile", "-png", file.path, picture])
      return try run("zbarimg", ["-q", "--raw", "\(picture).png"]).trimmingCharacters(in: .newlines)
    }
  }
}

extension Tool {
  /// From the environment variable `SEED`, so that a failure can be played again; else one nobody chose.
  static var seed: UInt64 {
    ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...UInt64.max)
  }
}
