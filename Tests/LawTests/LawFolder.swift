import Foundation
import Law
import Vocabulary

/// A folder of law written for one test, and thrown away after it.
struct LawFolder {
  let path: String

  /// `files` by their path under `law/`. One instrument, `pp-1-2015`, is always there.
  static func with<Answer>(_ files: [String: String], _ ask: (LawFolder) throws -> Answer) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(path: "naungan-law-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let all = files.merging(["instruments/pp-1-2015.yaml": instrument]) { given, _ in given }
    for (path, text) in all {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return try ask(LawFolder(path: folder.path))
  }

  static let instrument = """
    title: Government Regulation 1 of 2015
    judul: Peraturan Pemerintah Nomor 1 Tahun 2015
    enacted: 2015-06-30
    in_force: 2015-07-01
    confidence: seen
    """

  /// A parameter with the lines of its history.
  static func parameter(_ unit: String, _ history: String, confidence: String = "seen") -> String {
    """
    title: A value
    judul: Sebuah nilai
    unit: \(unit)
    history:
    \(history)
    confidence: \(confidence)
    checked: 2026-11-20
    satuan: sesuatu
    """
  }

  /// The book, or every fault as `place: words`.
  func load() -> Result<LawBook, LawFaults> {
    Result { () throws(LawFaults) in try LawBook.load(folder: path) }
  }

  func faults() -> [String] {
    guard case .failure(let error) = load() else { return [] }
    return error.faults.map { "\($0.place): \($0.words.english)" }
  }
}

func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
