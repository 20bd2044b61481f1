import Dispatch
import Foundation
import Vocabulary

/// Ends the program with `stopped` and a sentence when somebody interrupts it. The transaction in hand is lost whole,
/// as with any sudden death; everything before it stands.
struct Interruption {
  private let sources: [any DispatchSourceSignal]

  init(_ indonesian: String, _ english: String) {
    let words = Words(indonesian, english)
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        Terminal.note(Ending(.stopped, [words]))
        // Not exit(): nothing may be tidied up while another thread is inside the database.
        _exit(ExitStatus.stopped.rawValue)
      }
      source.resume()
      return source
    }
  }

  /// From here on an interruption is nobody's business but the system's again.
  func end() {
    for source in sources { source.cancel() }
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }
}
