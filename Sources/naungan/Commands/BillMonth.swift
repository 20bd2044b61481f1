import ArgumentParser
import Office
import Vocabulary

struct BillMonth: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Bill every employer and self-employed member for a month.",
    discussion: """
      Wages and memberships are those of the month, and so is the law. Workers reported late are billed for the months \
      that they missed, and what payers have with us is used at once. At most one month ahead.

      All of it is one transaction: stopped or killed in the middle, nothing was billed; run it again. A month that was \
      billed is not billed twice: it tells what was done then.

        naungan bill run --month 2026-12
        naungan bill run --month 2026-12 --as pap --json

      Exit code 2 for a month that cannot be billed yet.
      """)

  @OptionGroup var month: MonthOption

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var who: ActorOptions
  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    let actor = try await who.actor(open.office)
    let month = month.month
    let progress = Progress()
    progress.step(
      Words("Menagih \(month.spelled(in: .indonesian)) …", "Billing \(month.spelled(in: .english)) …"))
    let run = try await open.office.contributions.bill(month, by: actor)
    progress.step(
      Words(
        "\(run.bills.grouped) tagihan terbit, \(run.settledFromDeposits.grouped) langsung lunas.",
        "\(run.bills.grouped) bills issued, \(run.settledFromDeposits.grouped) settled at once."))
    progress.end()
    if json { return try Terminal.json(run) }
    var table = TextTable(["MONTH", ">BILLS", ">LINES", ">LATE", ">SETTLED", ">TOTAL"])
    table.add([
      "\(run.month)", run.bills.grouped, run.lines.grouped, run.lateLines.grouped, run.settledFromDeposits.grouped,
      run.total.description,
    ])
    Terminal.print(table.text)
  }
}
