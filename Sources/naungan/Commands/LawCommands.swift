import ArgumentParser

struct LawCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law",
    abstract: "Check the law, explain a number of it, list it.",
    discussion: """
      The law is data in the folder law/: one file per number, each value with its day, its article and how sure we \
      are. The decisions of the office are made from these files and from nothing else.

        naungan law explain jht/waiting/resigned --on 2024-01-10
      """,
    subcommands: [LawCheckCommand.self, LawExplain.self, LawList.self])
}
