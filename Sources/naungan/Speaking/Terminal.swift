import Foundation
import Vocabulary

/// Results go to standard output, everything else to standard error, so that a script can have the one without the
/// other.
enum Terminal {
  /// The language of sentences: Indonesian where the locale begins with `id`.
  static let language: Language = {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("id") == true ? .indonesian : .english
  }()

  /// One or more lines of the result.
  static func print(_ text: String) { write(text, to: .standardOutput) }

  static func say(_ indonesian: String, _ english: String) {
    print(Words(indonesian, english).text(in: language))
  }

  /// Something beside the result.
  static func aside(_ text: String) { write(text, to: .standardError) }

  static func note(_ indonesian: String, _ english: String) {
    aside(Words(indonesian, english).text(in: language))
  }

  static func note(_ ending: Ending) {
    for sentence in ending.sentences { aside("naungan: " + sentence.text(in: language)) }
  }

  /// Value as JSON for scripts: keys in order, one value a line.
  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  static func leave(_ status: ExitStatus) -> Never { exit(status.rawValue) }

  private static func write(_ text: String, to handle: FileHandle) {
    // A reader that has gone away (`| head`) is no fault of ours.
    try? handle.write(contentsOf: Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }
}
