import ArgumentParser
import Office
import Store
import Vocabulary

struct DatabaseStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say where the books are, and which migrations wait.",
    discussion: """
      Exit code 1 if migrations wait.

        naungan database status || naungan database migrate
      """)

  @OptionGroup var branch: BranchOptions

  func run() throws {
    let database = try branch.openDatabase(tables: .asNeeded)
    let migrator = try Migrator(migrations: try Schema.migrations(for: database.engine))
    let pending = try migrator.pending(database)
    Terminal.print("\(database.engine.rawValue)  \(database.location)")
    let waiting = Set(pending.map(\.number))
    for migration in migrator.migrations {
      let mark = waiting.contains(migration.number) ? "WAITS" : "ok   "
      Terminal.print("\(mark)  \(zeroPadded(migration.number, 4)) \(migration.name): \(migration.reason)")
    }
    guard pending.isEmpty else { throw Ending(.faulty, Ending.behind(by: pending.count).sentences) }
  }
}
