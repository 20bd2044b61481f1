import ArgumentParser
import Ledger
import Office

struct BookEntries: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entries",
    abstract: "Print the newest entries of the ledger.",
    discussion: """
      An entry's key says what happened: bills/2026-10, return/2025/3, payments/….

        naungan books entries --prefix return/2025 --limit 5
      """)

  @Option(help: ArgumentHelp("Only entries whose key begins so.", valueName: "text"))
  var prefix = ""

  @Option(help: ArgumentHelp("At most so many.", valueName: "number"))
  var limit = 20

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func validate() throws {
    guard (1...10_000).contains(limit) else { throw ValidationError("--limit is 1 to 10000.") }
  }

  func run() async throws {
    let open = try branch.open(law)
    let entries = try await open.office.books.entries(keyPrefix: prefix, limit: limit, by: .commandLine)
    if json { return try Terminal.json(entries) }
    for entry in entries {
      Terminal.print("\(entry.day)  \(entry.key)  \(entry.note)")
      for line in entry.lines { Terminal.print("    \(line.account.rawValue) \(line.fund.rawValue)  \(line.amount)") }
    }
  }
}
