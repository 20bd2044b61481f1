import Foundation
import Law
import Programs
import Vocabulary

/// The project's own law, found from this file's place.
let lawFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "law").path

/// Read once for all tests.
private let loaded = Result { try LawBook.load(folder: lawFolder) }

func projectLaw() throws -> LawBook { try loaded.get() }

/// The project's law with `old` replaced by `new` in one of its files: to ask rules that were once in force, or may be.
func projectLaw(_ parameter: String, replacing old: String, with new: String) throws -> LawBook {
  let files = FileManager.default
  let folder = files.temporaryDirectory.appending(path: "naungan-law-\(UUID().uuidString)")
  defer { try? files.removeItem(at: folder) }
  try files.copyItem(at: URL(filePath: lawFolder).resolvingSymlinksInPath(), to: folder)
  let page = folder.appending(path: "parameters/\(parameter).yaml")
  let text = try String(contentsOf: page, encoding: .utf8)
  guard text.contains(old) else { throw NotThere(text: old, page: parameter) }
  try text.replacing(old, with: new).write(to: page, atomically: true, encoding: .utf8)
  return try LawBook.load(folder: folder.path)
}

struct NotThere: Error {
  let text: String
  let page: String
}

/// The seed of a property test: `SEED=42 swift test` replays it.
let seed = ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) } ?? 20_261_120

func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
