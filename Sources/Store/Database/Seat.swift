import Dispatch

/// A place in the pool: one thread of work, and the connection that sits there now. Whoever was lent the seat is alone
/// with it until it is given back; that is what makes the class safe to hand between threads.
final class Seat: @unchecked Sendable {
  let queue = DispatchQueue(label: "naungan.store")
  private let open: @Sendable () throws(StoreError) -> Connection
  private var connection: Connection?

  init(open: @escaping @Sendable () throws(StoreError) -> Connection) {
    self.open = open
  }

  var isOpen: Bool { connection != nil }

  /// Opens the connection now, so that an address that does not work is known at once.
  func connect() throws(StoreError) {
    if connection == nil { connection = try open() }
  }

  func close() {
    connection?.session.close()
    connection = nil
  }

  // A conflict is worth repeating: each round lets at least one of those in conflict through.
  private static let attempts = 24

  /// Runs `body` in one transaction, and again from its beginning while others get in its way.
  func transact<T>(_ purpose: Purpose, _ body: (Connection) throws -> T) throws -> T {
    for attempt in 1...Self.attempts {
      let connection = try begin(purpose)
      do {
        let result = try body(connection)
        try connection.commit()
        drop(ifLost: connection)
        return result
      } catch {
        let failure = connection.session.failure
        connection.rollback()
        drop(ifLost: connection)
        guard purpose == .writing, let failure, failure.isConflict else { throw error }
        guard attempt < Self.attempts else { throw failure }
        pause(after: attempt)
      }
    }
    throw StoreError.serialization(sql: "")
  }

  /// Begins on the connection at hand; if that was cut off while it lay idle, on a new one.
  private func begin(_ purpose: Purpose) throws(StoreError) -> Connection {
    if let connection {
      do {
        try connection.begin(purpose)
        return connection
      } catch {
        guard connection.session.isLost else { throw error }
        close()
      }
    }
    let fresh = try open()
    connection = fresh
    do {
      try fresh.begin(purpose)
    } catch {
      drop(ifLost: fresh)
      throw error
    }
    return fresh
  }

  private func drop(ifLost connection: Connection) {
    if connection.session.isLost { close() }
  }

  /// Waits a little, longer each time and never twice alike, so that those in conflict do not meet again.
  private func pause(after attempt: Int) {
    let longest = min(500 << min(attempt, 10), 150_000)
    let wait = DispatchTimeInterval.microseconds(Int.random(in: 100...longest))
    _ = DispatchSemaphore(value: 0).wait(timeout: .now() + wait)
  }
}
