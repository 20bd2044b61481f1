import ArgumentParser
import Office
import Vocabulary

struct BillCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bill", abstract: "The month's bills, and the closing of what stays unpaid. For a timer.",
    discussion: "  naungan bill run\n  naungan bill close",
    subcommands: [BillRunCommand.self, BillClose.self])
}

struct BillRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Bill everybody for a month, once however often it is run.",
    discussion: "  naungan bill run --month 2026-11")

  @Option(help: ArgumentHelp("The month; this one unless given.", valueName: "YYYY-MM"))
  var month: Month?

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    let month = month ?? open.office.today.month
    guard month <= open.office.today.month.adding(1) else {
      throw Ending(
        .unusable, "Paling jauh bulan depan yang dapat ditagih.", "No month after the next one can be billed.")
    }
    let run = try await open.office.contributions.bill(month, by: .commandLine)
    Terminal.say(
      "\(run.month): \(run.bills) tagihan, \(run.lines) baris, \(run.total).",
      "\(run.month): \(run.bills) bills, \(run.lines) lines, \(run.total).")
  }
}

struct BillClose: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close self-employed memberships that stayed unpaid too long, at a month's end.",
    discussion: "Without --month the month before this one.\n\n  naungan bill close --month 2026-10")

  @Option(help: ArgumentHelp("The month that is over.", valueName: "YYYY-MM"))
  var month: Month?

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    let month = month ?? open.office.today.month.adding(-1)
    let closed = try await open.office.contributions.closeUnpaid(endOf: month, by: .commandLine)
    Terminal.say("\(month): \(closed) kepesertaan ditutup.", "\(month): \(closed) memberships closed.")
  }
}
