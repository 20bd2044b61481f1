import ArgumentParser
import Office
import Vocabulary

struct PayInquire: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inquire",
    abstract: "Say what is owed on a virtual account.",
    discussion: """
      Exit code 1 if nobody has the account.

        naungan pay inquire 9899126000000017 --json
      """)

  @Argument(help: ArgumentHelp("The virtual account.", valueName: "va"))
  var va: VirtualAccount

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    guard let bill = try await open.office.contributions.inquire(va, by: .commandLine) else {
      throw Ending(
        .faulty, "Nomor virtual account \(va.spaced) tidak dikenal. Periksa lagi nomornya.",
        "Nobody has the virtual account \(va.spaced). Look at it again.")
    }
    if json { return try Terminal.json(bill) }
    Terminal.say(
      "\(bill.name): \(bill.amount), sejak \(bill.month.spelled(in: .indonesian)).",
      "\(bill.name): \(bill.amount), since \(bill.month.spelled(in: .english)).")
  }
}
