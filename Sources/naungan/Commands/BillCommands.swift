import ArgumentParser
import Vocabulary

struct BillCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bill",
    abstract: "The month's work on contributions: bill everybody, and close what stays unpaid.",
    discussion: """
      Each is done once for a month, however often it is asked for, so that a scheduler may ask again:

        naungan bill run --month 2026-12        on the month's first day, or the days before
        naungan bill close --month 2026-11      once November is over
      """,
    subcommands: [BillMonth.self, BillClose.self])
}

/// Which month is meant.
struct MonthOption: ParsableArguments {
  @Option(help: ArgumentHelp("The month, as 2026-11.", valueName: "YYYY-MM"))
  var month: Month
}
