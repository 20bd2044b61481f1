import ArgumentParser
import Office
import Vocabulary

struct BillClose: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Close self-employed memberships that have been unpaid for too long.",
    discussion: """
      How many months in a row the law bears is in the law: naungan law explain says. Their open bills fall away, for \
      the self-employed are not pursued; whoever pays later is a member again. Employers are never closed this way.

      One transaction, done once for a month: asked again, it tells what was done then. Run it for each month in order, \
      once the month is over.

        naungan bill close --month 2026-11

      Exit code 2 while the month can still be paid.
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
      Words(
        "Memeriksa yang belum bayar sampai \(month.spelled(in: .indonesian)) …",
        "Looking for what is unpaid at the end of \(month.spelled(in: .english)) …"))
    let closed = try await open.office.contributions.closeUnpaid(endOf: month, by: actor)
    progress.end()
    if json { return try Terminal.json(ClosedMonth(month: month, closed: closed)) }
    Terminal.say(
      "\(month): \(closed.grouped) kepesertaan ditutup.",
      "\(month): \(closed.grouped) \(closed == 1 ? "membership" : "memberships") closed.")
  }
}

/// How many memberships a month's end closed, as JSON.
private struct ClosedMonth: Encodable {
  let month: Month
  let closed: Int
}
