import Foundation
import Vocabulary

/// How far long work has come, on standard error: one line that overwrites itself where somebody watches, a line a step
/// where it goes into a file.
struct Progress: Sendable {
  private let isWatched = isatty(STDERR_FILENO) == 1

  func step(_ words: Words) {
    let text = words.text(in: Terminal.language)
    guard isWatched else { return Terminal.aside(text) }
    write("\r\u{1B}[K" + text)
  }

  /// Leaves the last step standing, so that what follows begins on a line of its own.
  func end() {
    if isWatched { write("\n") }
  }

  private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
