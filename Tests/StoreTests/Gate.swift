import Dispatch
import Synchronization

/// Holds threads until it is opened; then it stays open. Only for transaction bodies, which may block.
final class Gate: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func open() { semaphore.signal() }

  /// Gives up after a while, so that a broken test fails instead of hanging.
  func wait() {
    guard semaphore.wait(timeout: .now() + 240) == .success else { return }
    semaphore.signal()
  }
}

/// Counts what happens on several threads.
final class Tally: Sendable {
  private let value = Atomic(0)

  /// One more; the answer is how many there are now.
  @discardableResult
  func add() -> Int { value.add(1, ordering: .sequentiallyConsistent).newValue }

  var count: Int { value.load(ordering: .sequentiallyConsistent) }
}
