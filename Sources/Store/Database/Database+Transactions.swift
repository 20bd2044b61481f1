import Dispatch

extension Database {
  /// Reads within one snapshot: nothing that others commit meanwhile is seen. Changing anything throws `readOnly`.
  public func read<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
    try await transact(.reading, readers, body)
  }

  /// One transaction: all of it is done, or none of it if `body` throws.
  ///
  /// On SQLite writers take turns. On PostgreSQL they run side by side under SERIALIZABLE, and one that others got in
  /// the way of is run again from its beginning: `body` must have no effect outside the database, and must not carry
  /// anything over from one run to the next. After two dozen attempts it throws `serialization`.
  public func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
    try await transact(.writing, writers, body)
  }

  /// As `read`, on the thread that calls: for the command line, the simulator and tests.
  public func readNow<T>(_ body: (Connection) throws -> T) throws -> T {
    try transactNow(.reading, readers, body)
  }

  /// As `write`, on the thread that calls: for the command line, the simulator and tests.
  public func writeNow<T>(_ body: (Connection) throws -> T) throws -> T {
    try transactNow(.writing, writers, body)
  }

  private func transact<T: Sendable>(
    _ purpose: Purpose, _ pool: Pool, _ body: @escaping @Sendable (Connection) throws -> T
  ) async throws -> T {
    let me = ObjectIdentifier(self)
    return try await withCheckedThrowingContinuation { continuation in
      do {
        try pool.lend { seat in
          seat.queue.async {
            let outcome = Result { try Database.$inTransaction.withValue([me]) { try seat.transact(purpose, body) } }
            pool.giveBack(seat)
            continuation.resume(with: outcome)
          }
        }
      } catch {
        continuation.resume(throwing: error)
      }
    }
  }

  private func transactNow<T>(_ purpose: Purpose, _ pool: Pool, _ body: (Connection) throws -> T) throws -> T {
    // It would wait for a connection while holding one: with enough such callers, for ever.
    let others = Database.inTransaction
    let me = ObjectIdentifier(self)
    guard !others.contains(me) else { throw StoreError.misuse("a transaction was begun inside another one") }
    let seat = try pool.lendNow()
    defer { pool.giveBack(seat) }
    return try Database.$inTransaction.withValue(others + [me]) { try seat.transact(purpose, body) }
  }
}
