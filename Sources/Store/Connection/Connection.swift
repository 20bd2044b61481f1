/// The books, inside one transaction. It lives in the closure of `Database.read` or `write` only.
///
/// Placeholders are `$1`, `$2`, … on both engines; the same one may be used twice. Statements are prepared once on each
/// physical connection and kept, so write SQL with placeholders, never with values in it.
///
/// A statement that fails spoils its transaction: later statements throw the same error and the commit is refused. What
/// may fail and be lived with goes into `attempt`, or better into `ON CONFLICT DO NOTHING`.
public final class Connection {
  public let engine: Engine

  /// The lowest number from 1 that no other live connection of this `Database` has; free again when the connection
  /// closes. Two transactions that run at the same time on one `Database` never share it.
  public let slot: Int64

  let session: any Session
  private let faults: FaultPlan
  private let slots: Slots
  private var purpose: Purpose?
  private var depth = 0
  var isLoading = false

  init(engine: Engine, session: any Session, faults: FaultPlan, slots: Slots) {
    self.engine = engine
    self.session = session
    self.faults = faults
    self.slots = slots
    slot = slots.take()
  }

  deinit { slots.release(slot) }

  /// Runs one statement; the answer is the number of rows it inserted, updated or deleted itself.
  @discardableResult
  public func execute(_ sql: String, _ values: (any SQLBindable)?...) throws(StoreError) -> Int {
    try execute(sql, values: values.map(\.stored))
  }

  @discardableResult
  public func execute(_ sql: String, values: [SQLValue]) throws(StoreError) -> Int {
    try check()
    let changed = try session.execute(sql, values)
    try strike(after: sql)
    return changed
  }

  /// Runs many statements without values, as a migration does. They may not begin or end a transaction.
  public func script(_ sql: String) throws(StoreError) {
    try check()
    try session.script(sql)
    try strike(after: sql)
  }

  /// Tries `body`. If it throws, what it did is undone, the error is thrown on, and the transaction may go on without
  /// it.
  public func attempt<T>(_ body: () throws -> T) throws -> T {
    try check()
    depth += 1
    defer { depth -= 1 }
    let name = "attempt_\(depth)"
    try session.script("SAVEPOINT \(name)")
    do {
      let result = try body()
      try check()
      try session.script("RELEASE SAVEPOINT \(name)")
      return result
    } catch {
      // A lost connection or a conflict with others ends the whole transaction; only the rest can be undone in part.
      guard !session.isLost, session.failure?.isConflict != true else { throw error }
      session.failure = nil
      try session.script("ROLLBACK TO SAVEPOINT \(name); RELEASE SAVEPOINT \(name)")
      throw error
    }
  }

  /// Throws unless the transaction is open and unspoilt.
  func check() throws(StoreError) {
    if let failure = session.failure { throw failure }
    guard purpose != nil else { throw .misuse("a connection was used after its transaction had ended") }
    guard !isLoading else { throw .misuse("a statement was run in the middle of a bulk load") }
  }

  /// Dies here if a test asked for it.
  func strike(after sql: String) throws(StoreError) {
    guard purpose == .writing, faults.strikes(after: sql) else { return }
    session.isLost = true
    throw session.failing(.injectedCrash)
  }
}

extension Connection {
  func begin(_ purpose: Purpose) throws(StoreError) {
    session.failure = nil
    try session.begin(purpose)
    self.purpose = purpose
  }

  /// Commits, unless a statement failed, whether or not somebody caught that error.
  func commit() throws(StoreError) {
    try check()
    try session.commit()
    purpose = nil
    guard faults.strikesAfterCommit() else { return }
    session.isLost = true
    throw .injectedCrash
  }

  /// Undoes everything. A connection that cannot even do that is lost, and with it what was not committed.
  func rollback() {
    guard purpose != nil else { return }
    purpose = nil
    guard !session.isLost else { return }
    do { try session.rollback() } catch { session.isLost = true }
  }
}

extension Optional where Wrapped == any SQLBindable {
  var stored: SQLValue {
    switch self {
    case .some(let value): value.sqlValue
    case .none: .null
    }
  }
}
