import ArgumentParser

struct MemberCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member",
    abstract: "Show a member, and register one.",
    discussion: """
      Whoever reads a member's data is written down, with the reason.

        naungan member show 9971014107850001 --reason "called about her card"
      """,
    subcommands: [MemberShow.self, MemberRegister.self])
}
