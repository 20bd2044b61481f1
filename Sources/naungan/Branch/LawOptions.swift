import ArgumentParser
import Foundation
import Law

/// Where the law lies.
struct LawOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the law. Default: ./law, or one beside or above the program.", valueName: "folder"))
  var law: String?

  /// The folder asked for, or the nearest one.
  ///
  /// - Throws: `unusable` where there is none.
  func folder() throws(Ending) -> String {
    let candidates = law.map { [$0] } ?? ["./law"] + Self.besideProgram
    for candidate in candidates where FileManager.default.fileExists(atPath: candidate + "/parameters") {
      return candidate
    }
    throw Ending(
      .unusable, "Folder hukum tidak ditemukan di \(law ?? "./law"). Tunjukkan tempatnya: --law FOLDER.",
      "There is no folder of law at \(law ?? "./law"). Say where it is: --law FOLDER.")
  }

  /// A folder of law that an option names.
  ///
  /// - Throws: `unusable` where it holds no law.
  static func folder(at path: String, option: String) throws(Ending) -> String {
    guard FileManager.default.fileExists(atPath: path + "/parameters") else {
      throw Ending(
        .unusable, "Folder hukum tidak ditemukan di \(path). Tunjukkan tempatnya: \(option) FOLDER.",
        "There is no folder of law at \(path). Say where it is: \(option) FOLDER.")
    }
    return path
  }

  /// The law, with what the office's own folder adds.
  ///
  /// - Throws: `LawFaults` with every fault, where it cannot be read.
  func load(own: String? = nil) throws -> LawBook { try LawBook.load(folder: try folder(), own: own) }

  private static var besideProgram: [String] {
    guard var folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent() else {
      return []
    }
    var found: [String] = []
    while folder.path != "/", found.count < 8 {
      found.append(folder.appendingPathComponent("law").path)
      folder.deleteLastPathComponent()
    }
    return found
  }
}
