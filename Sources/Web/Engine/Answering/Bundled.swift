import Foundation

/// Where the files shipped with this room lie.
enum Bundled {
  /// Read once for the process: they do not change while it runs.
  static let templates = Result { try Templates(folder: folder("Templates")) }
  static let assets = Result { try Assets(folder: folder("Assets")) }

  /// `Templates` or `Assets`. A moved binary finds them beside itself, also through a symbolic link; `NAUNGAN_FILES` names
  /// another place; the build folder serves while developing.
  static func folder(_ name: String) -> String {
    let environment = ProcessInfo.processInfo.environment["NAUNGAN_FILES"].map { [URL(fileURLWithPath: $0)] } ?? []
    let candidates = environment + besideExecutable()
    for candidate in candidates {
      let folder = candidate.appendingPathComponent(name, isDirectory: true)
      if FileManager.default.fileExists(atPath: folder.path) { return folder.path }
    }
    return Bundle.module.bundleURL.appendingPathComponent(name, isDirectory: true).path
  }

  private static func besideExecutable() -> [URL] {
    guard let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return [] }
    let folder = URL(fileURLWithPath: link).deletingLastPathComponent()
    return [
      folder.appendingPathComponent("naungan_Web.resources"),
      folder.deletingLastPathComponent().appendingPathComponent("share/naungan"),
    ]
  }
}
