import Foundation
public import Law
import Ledger
public import Office
public import Store
public import Vocabulary

public typealias GivenClock = SteppedClock

/// An office on a fresh database with given time and randomness: the same acts leave the same bytes.
public struct TestOffice: Sendable {
  public let office: Office
  public let clock: GivenClock

  /// Opens the office on `database`, with its schema.
  public static func open(_ database: Database, on day: Day = TestOffice.firstDay, seed: UInt64 = 42) throws
    -> TestOffice
  {
    let migrator = try Migrator(migrations: Schema.migrations(for: database.engine))
    _ = try migrator.apply(database, at: Instant(day))
    return try reopen(database, on: day, seed: seed)
  }

  /// Opens it on a database that has the schema.
  public static func reopen(_ database: Database, on day: Day = TestOffice.firstDay, seed: UInt64 = 42) throws
    -> TestOffice
  {
    let clock = GivenClock(day)
    let office = Office(
      database: database, law: try law.get(), keys: OfficeKeys(seed: "tests"), random: SeededRandom(seed: seed),
      clock: { clock.read() })
    return TestOffice(office: office, clock: clock)
  }

  /// A fresh office on a fresh database of its own, which goes when the office is released.
  public static func open(_ engine: Engine, on day: Day = TestOffice.firstDay, seed: UInt64 = 42) throws -> TestOffice {
    try open(ScratchDatabase.open(engine), on: day, seed: seed)
  }

  /// Runs `body` with a fresh office.
  @discardableResult
  public static func each<T>(
    _ engine: Engine, on day: Day = TestOffice.firstDay, _ body: (TestOffice) async throws -> T
  ) async throws -> T {
    try await ScratchDatabase.each(engine) { try await body(try open($0, on: day)) }
  }

  /// 5 January 2026.
  public static let firstDay = Month(year: 2026, month: 1).day(5)

  /// The project's folder.
  public static let root: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// The law as it stands in `law/`, with the letters of the sample branch.
  public static let law: Result<LawBook, LawFaults> = Result { () throws(LawFaults) in
    try LawBook.load(folder: root + "/law", own: root + "/samples/law")
  }
}

extension TestOffice {
  public func key(_ text: String) throws -> ActKey { try ActKey(text) }

  /// What of the whole-book checks does not hold.
  public func brokenRules() async throws -> [BookRule] {
    try await office.books.check(by: Staff.auditor).filter { !$0.holds }.map {
      BookRule(text: "\($0.rule): expected \($0.expected), found \($0.found) \($0.places.joined(separator: ", "))")
    }
  }
}

/// A broken rule, for reading in a failed test.
public struct BookRule: Sendable, Equatable, CustomStringConvertible {
  public let text: String
  public var description: String { text }
}
