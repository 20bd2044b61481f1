import Office
import Synchronization
import Vocabulary

/// Yearly returns that are being posted in the background. How far one has come is read from the book; only whether
/// somebody is at it, and what stopped it last, is kept here, and may be lost with the process: posting goes on where
/// it stopped.
final class Postings: Sendable {
  private enum State {
    case running
    case stopped(Words)
  }
  private let states = Mutex<[Int: State]>([:])

  init() {}

  /// Begins to post the return of `year`, unless that is going on already.
  func start(_ year: Int, in office: Office, by actor: Actor) {
    let starts = states.withLock { states in
      if case .running? = states[year] { return false }
      states[year] = .running
      return true
    }
    guard starts else { return }
    Task {
      do {
        _ = try await office.savings.postReturn(of: year, by: actor)
        states.withLock { $0[year] = nil }
      } catch {
        let refusal = Refusal.explaining(error) ?? .unforeseen
        states.withLock { $0[year] = .stopped(refusal.detail) }
      }
    }
  }

  func isRunning(_ year: Int) -> Bool {
    states.withLock { if case .running? = $0[year] { true } else { false } }
  }

  /// Why the last attempt stopped before the end.
  func stopped(_ year: Int) -> Words? {
    states.withLock { if case .stopped(let words)? = $0[year] { words } else { nil } }
  }
}
