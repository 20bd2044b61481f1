import ArgumentParser

struct BookCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "books",
    abstract: "Prove the books, and read them.",
    discussion: """
      The ledger only adds. Every sum that must equal another is checked over the whole book.

        naungan books check
      """,
    subcommands: [BookCheckCommand.self, BookBalance.self, BookEntries.self])
}
