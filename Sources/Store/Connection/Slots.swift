import Synchronization

/// Numbers for a database's physical connections: the lowest free one, so that they stay few however often connections are replaced.
final class Slots: Sendable {
  private let taken = Mutex<Set<Int64>>([])

  func take() -> Int64 {
    taken.withLock { taken in
      var slot: Int64 = 1
      while taken.contains(slot) { slot += 1 }
      taken.insert(slot)
      return slot
    }
  }

  func release(_ slot: Int64) {
    taken.withLock { _ = $0.remove(slot) }
  }
}
