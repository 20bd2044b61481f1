import ArgumentParser

struct ReturnCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "returns",
    abstract: "The yearly return on JHT savings: preview, approve, post.",
    discussion: """
      Three hands: finance previews, somebody else approves the totals, then the return is posted slice by slice.

        naungan returns preview 2025 --as keuangan
        naungan returns approve 2025 --as kacab
        naungan returns post 2025
      """,
    subcommands: [ReturnList.self, ReturnPreview.self, ReturnApprove.self, ReturnPost.self])
}
