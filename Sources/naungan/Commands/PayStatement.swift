import ArgumentParser
import Foundation
import Gateways
import Office
import Vocabulary

struct PayStatement: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "Play the bank: write statements (camt.054) that pay every open bill of a month, for trying out imports.",
    discussion: """
      Changes nothing in the books. Written again, the same bills have the same references.

        naungan pay statement 2026-10 --into statements --files 10
        naungan pay import statements/*.xml
      """)

  @Argument(help: ArgumentHelp("The month of the bills.", valueName: "YYYY-MM"))
  var month: Month

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var into = "."

  @Option(help: ArgumentHelp("How many files to spread the payments over.", valueName: "number"))
  var files = 1

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func validate() throws {
    guard (1...1_000).contains(files) else { throw ValidationError("--files is 1 to 1000.") }
  }

  func run() async throws {
    try branch.requireSandbox()
    let open = try branch.open(law)
    let bank = try SandboxBank(open.office, in: branch).sandbox
    let bills = try await open.office.contributions.openBills(of: month, by: .commandLine)
    let credits = bills.map {
      SandboxCredit(
        reference: "ST\(month)-\($0.payerID)", va: $0.va.digits, amount: $0.amount, payer: "Pembayar \($0.payerID)")
    }
    try DataFolder(path: into).make()
    let size = max(1, (credits.count + files - 1) / files)
    for (offset, start) in stride(from: 0, to: credits.count, by: size).enumerated() {
      let part = Array(credits[start..<min(start + size, credits.count)])
      let number = "\(month)-\(zeroPadded(offset + 1, 4))"
      let path = "\(into)/statement-\(number).xml"
      try Data(bank.notification(of: part, number: number, at: .now())).write(to: URL(fileURLWithPath: path))
      Terminal.print(path)
    }
    let total = credits.map(\.amount).sum()
    Terminal.note("\(credits.count) pembayaran, \(total).", "\(credits.count) payments, \(total).")
  }
}
