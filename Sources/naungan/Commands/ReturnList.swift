import ArgumentParser
import Office
import Vocabulary

struct ReturnList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the previews of returns and what became of them, newest first.",
    discussion: """
      naungan returns list --json
      """)

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    let runs = try await open.office.savings.returns(by: .commandLine)
    try json ? Terminal.json(runs) : Terminal.print(runs.table)
  }
}

extension [ReturnRun] {
  var table: String {
    var table = TextTable(["YEAR", ">RATE", ">ACCOUNTS", ">EARNED", ">POSTED", "STATE"])
    for run in self {
      table.add([
        String(run.year), run.rate, run.accounts.grouped, run.earned.description, "\(run.slicesPosted)/\(run.slices)",
        run.completed ? "complete" : run.approvedBy != nil ? "approved" : "preview",
      ])
    }
    return table.text
  }
}
