import Foundation

/// The project's own files, as they would be committed.
struct Repository {
  let files: [TextFile]
  /// Every path, of files that are no text too, and of folders.
  let paths: Set<String>

  static let here = Result { try Repository(at: root) }

  /// The project's folder, also where its parts are linked from elsewhere.
  static let root: URL = {
    let this = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    return (0..<4).reduce(this) { url, _ in url.deletingLastPathComponent() }
  }()

  init(at root: URL) throws {
    var (files, paths): ([TextFile], Set<String>) = ([], [])
    var folders = [""]
    while let folder = folders.popLast() {
      let place = root.appendingPathComponent(folder)
      for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() {
        let path = folder.isEmpty ? name : folder + "/" + name
        guard !Self.isMade(path, name) else { continue }
        paths.insert(path)
        var isFolder: ObjCBool = false
        let url = root.appendingPathComponent(path)
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { continue }
        if isFolder.boolValue {
          folders.append(path)
        } else if Self.isText(name), let text = try? String(contentsOf: url, encoding: .utf8) {
          files.append(TextFile(path, text))
        }
      }
    }
    self.files = files.sorted { $0.path < $1.path }
    self.paths = paths
  }

  /// A few files made up for a test of the rules themselves.
  init(_ files: [TextFile]) {
    self.files = files
    paths = Set(files.map(\.path))
  }

  /// What building and running leaves behind; `.gitignore` names the same.
  private static func isMade(_ path: String, _ name: String) -> Bool {
    name.hasPrefix(".build") || name == ".git" || name == ".swiftpm" || name == ".python" || name == "Package.resolved"
      || name.hasSuffix(".swp") || name == ".DS_Store" || path == "data"
  }

  private static func isText(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return true }
    let ending = name[name.index(after: dot)...]
    return ["swift", "md", "yaml", "yml", "sql", "mustache", "css", "js", "json", "svg", "sh", "csv", "txt", "h", "py"]
      .contains(String(ending)) || ending == "modulemap" || ending == "swift-format"
  }

  func file(_ path: String) throws -> TextFile {
    guard let file = files.first(where: { $0.path == path }) else { throw MissingFile(path: path) }
    return file
  }

  func files(ending: String, under folder: String = "") -> [TextFile] {
    files.filter { $0.path.hasSuffix(ending) && $0.path.hasPrefix(folder) }
  }

  var swift: [TextFile] { files(ending: ".swift") }
}

struct MissingFile: Error, CustomStringConvertible {
  let path: String
  var description: String { "\(path) is missing" }
}

/// A file of text and its lines.
struct TextFile: Sendable {
  let path: String
  let text: String
  let lines: [String]
  /// Of Swift sources, told apart; of anything else `nil`.
  let parts: SwiftParts?

  init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
    parts = path.hasSuffix(".swift") ? SwiftParts(text) : nil
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The folder it is in, without a slash at the end; empty at the top.
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

  /// What lines give, each with its number from 1.
  func findings(_ look: (String) -> String?) -> [Finding] {
    lines.enumerated().compactMap { offset, line in look(line).map { Finding(path, offset + 1, $0) } }
  }

  /// The same of one part of Swift source; nothing of other files.
  func findings(in part: KeyPath<SwiftParts, String>, _ look: (Substring) -> String?) -> [Finding] {
    guard let parts else { return [] }
    return parts[keyPath: part].split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      offset, line in look(line).map { Finding(path, offset + 1, $0) }
    }
  }
}

/// One thing out of order: where, and what.
struct Finding: Equatable, CustomStringConvertible {
  let path: String
  let line: Int
  let words: String

  init(_ path: String, _ line: Int, _ words: String) {
    self.path = path
    self.line = line
    self.words = words
  }

  var description: String { "\(path):\(line): \(words)" }
}
