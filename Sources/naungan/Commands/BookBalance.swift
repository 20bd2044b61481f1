import ArgumentParser
import Ledger
import Office
import Vocabulary

struct BookBalance: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance",
    abstract: "Print the trial balance: what stands on each account of each fund.",
    discussion: """
      Debits are above zero, credits below; the whole comes to nothing.

        naungan books balance
      """)

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    let rows = try await open.office.books.trialBalance(by: .commandLine).rows
    if json { return try Terminal.json(rows.map(BalanceRow.init)) }
    var table = TextTable(["ACCOUNT", "FUND", ">BALANCE", "NAME"])
    for row in rows {
      table.add([
        row.account.rawValue, row.fund.rawValue, row.balance.description, row.account.words.text(in: Terminal.language),
      ])
    }
    Terminal.print(table.text)
  }
}

/// A row of the trial balance as JSON.
struct BalanceRow: Encodable {
  let account: String
  let fund: String
  let balance: Rupiah
  let name: Words

  init(_ row: TrialBalance.Row) {
    account = row.account.rawValue
    fund = row.fund.rawValue
    balance = row.balance
    name = row.account.words
  }
}
