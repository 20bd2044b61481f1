import ArgumentParser

struct DatabaseCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "database",
    abstract: "Look at the database, and bring it to what this program needs.",
    discussion: """
      The schema comes in numbered steps, each run once.

        naungan database status
        naungan database migrate --database postgres://naungan@db.example/naungan
      """,
    subcommands: [DatabaseStatus.self, DatabaseMigrate.self, DatabaseSize.self])
}
