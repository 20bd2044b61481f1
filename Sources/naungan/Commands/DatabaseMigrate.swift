import ArgumentParser
import Office
import Store
import Vocabulary

struct DatabaseMigrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Make the tables, or bring them up to date.",
    discussion: """
      Each migration is one transaction; what has run is never run again. On new books it also makes the office's key.

        naungan database migrate --data /srv/naungan
      """)

  @OptionGroup var branch: BranchOptions

  func run() throws {
    let database = try branch.openDatabase(tables: .brought)
    // The key first: books without their key cannot be told from books whose key was lost.
    _ = try OfficeKeys.load(from: branch.folder.key)
    let migrator = try Migrator(migrations: try Schema.migrations(for: database.engine))
    let ran = try migrator.apply(database, at: .now())
    for migration in ran { Terminal.print("\(zeroPadded(migration.number, 4)) \(migration.name): \(migration.reason)") }
    Terminal.say(
      ran.isEmpty ? "Tidak ada yang perlu dilakukan." : "\(ran.count) migrasi dijalankan.",
      ran.isEmpty ? "Nothing to do." : "Migrations run: \(ran.count).")
  }
}
