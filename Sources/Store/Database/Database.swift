/// The books: a SQLite file or a PostgreSQL database, behind a few connections.
///
/// Every piece of work is one transaction, in a synchronous closure that alone has the connection. What was checked at
/// its beginning therefore still holds at its end, and no network call can hide inside.
///
///     let name = try await database.read { books in
///       try books.row("SELECT name FROM member WHERE id = $1", id) { try $0.text(0) }
///     }
public final class Database: Sendable {
  public let engine: Engine
  public let location: DatabaseLocation

  /// Crashes on purpose; see `FaultPlan`. Nothing happens unless a test arms it.
  public let faults: FaultPlan

  let readers: Pool
  let writers: Pool

  /// What goes when the database goes: the file or schema of a test.
  let remains: Remains?

  /// Opens the database, making the SQLite file if there is none.
  ///
  /// SQLite gets one connection that writes and `connections` − 1 that read, PostgreSQL `connections` that do both. One
  /// is opened at once, so that a wrong address is known here; the others when they are first needed.
  public static func open(
    _ location: DatabaseLocation, connections: Int = 8, durability: Durability = .full
  ) throws(StoreError) -> Database {
    try open(location, connections: connections, durability: durability, patience: .seconds(10))
  }

  static func open(
    _ location: DatabaseLocation, connections: Int, durability: Durability, patience: Duration = .seconds(10),
    remains: Remains? = nil
  ) throws(StoreError) -> Database {
    let faults = FaultPlan()
    let slots = Slots()
    let first: Seat
    let pools: (readers: Pool, writers: Pool)
    switch location {
    case .sqlite(let path):
      func seat(_ purpose: Purpose) -> Seat {
        Seat { () throws(StoreError) in
          let session = try SQLiteSession(path: path, purpose: purpose, durability: durability, patience)
          return Connection(engine: .sqlite, session: session, faults: faults, slots: slots)
        }
      }
      first = seat(.writing)
      pools = (Pool(seats: (0..<max(1, connections - 1)).map { _ in seat(.reading) }), Pool(seats: [first]))
    case .postgresql(let url):
      let seats = (0..<max(1, connections)).map { _ in
        Seat { () throws(StoreError) in
          let session = try PostgreSQLSession(url: url, place: location.description, durability: durability)
          return Connection(engine: .postgresql, session: session, faults: faults, slots: slots)
        }
      }
      first = seats[0]
      let pool = Pool(seats: seats)
      pools = (pool, pool)
    }
    try first.connect()
    return Database(location, faults, readers: pools.readers, writers: pools.writers, remains: remains)
  }

  private init(
    _ location: DatabaseLocation, _ faults: FaultPlan, readers: Pool, writers: Pool, remains: Remains?
  ) {
    self.remains = remains
    self.location = location
    self.engine = location.engine
    self.faults = faults
    self.readers = readers
    self.writers = writers
  }

  /// Closes every connection: idle ones now, busy ones when their transaction has ended. Later work is refused.
  public func close() {
    readers.close()
    writers.close()
  }

  /// The databases that have a transaction open on this very thread or task.
  @TaskLocal static var inTransaction: [ObjectIdentifier] = []
}
