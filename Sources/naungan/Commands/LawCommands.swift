import ArgumentParser

struct LawCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law",
    abstract: "Check the law, explain, list and compare its numbers.",
    discussion: """
      The law is data in the folder law/: one file per number, each value with its day, its article and how sure we \
      are. The decisions of the office are made from these files and from nothing else.

        naungan law explain jht/waiting/resigned --on 2024-01-10
        naungan law diff --from 2024-12-31 --to 2026-01-01
      """,
    subcommands: [LawCheckCommand.self, LawExplain.self, LawList.self, LawDiff.self, LawImpactCommand.self])
}
