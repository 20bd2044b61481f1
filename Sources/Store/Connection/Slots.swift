import Synchronization

/// Numbers for physical connections: the lowest free one, so that they stay few however often connections are replaced.
enum Slots {
  private static let taken = Mutex<Set<Int64>>([])

  static func take() -> Int64 {
    taken.withLock { taken in
      var slot: Int64 = 1
      while taken.contains(slot) { slot += 1 }
      taken.insert(slot)
      return slot
    }
  }

  static func release(_ slot: Int64) {
    taken.withLock { _ = $0.remove(slot) }
  }
}
