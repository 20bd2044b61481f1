import ArgumentParser
import Office
import Vocabulary

struct AuditShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the newest rows of the trail: who did what, when and why.",
    discussion: """
      The system itself may not read the trail; an auditor or the branch head may.

        naungan audit show --about 285960729116672 --as auditor
      """)

  @Option(help: ArgumentHelp("Only rows about this member or employer.", valueName: "id"))
  var about: Int64?

  @Option(help: ArgumentHelp("At most so many.", valueName: "number"))
  var limit = 50

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var who: ActorOptions
  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func validate() throws {
    guard (1...10_000).contains(limit) else { throw ValidationError("--limit is 1 to 10000.") }
  }

  func run() async throws {
    let open = try branch.open(law)
    let audit = open.office.audit
    let rows = try await audit.rows(about: about, limit: limit, by: try await who.actor(open.office))
    if json { return try Terminal.json(rows) }
    let names = try await audit.names(of: Set(rows.map(\.actor)))
    var table = TextTable(["AT", "WHO", "ACT", "ABOUT", "WHY", "WHAT"])
    for row in rows {
      table.add([
        row.at.description, names[row.actor] ?? row.actor, row.act, row.subject.map(String.init) ?? "-", row.reason,
        row.detail,
      ])
    }
    Terminal.print(table.text)
  }
}
