import ArgumentParser
import Foundation
import Gateways
import Vocabulary

struct PayAccount: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Pay into a virtual account, as a payer does at a bank. The word \"account\" may be left out.",
    discussion: """
      The same reference is the same money: sent again, it moves once. Exit code 1 if the bank's counter refuses.

        naungan pay 9899126000000017 54.800 --reference ATM-0001
      """)

  @Argument(help: ArgumentHelp("The virtual account.", valueName: "va"))
  var va: VirtualAccount

  @Argument(help: ArgumentHelp("Rupiah, 54800 or 54.800.", valueName: "amount"))
  var amount: Rupiah

  @Option(help: ArgumentHelp("The payer's own number of this payment.", valueName: "text"))
  var reference: String?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    try branch.requireSandbox()
    let open = try branch.open(law)
    let bank = try SandboxBank(open.office, in: branch).sandbox
    let payment = await bank.pay(va, amount, reference: reference ?? UUID().uuidString, at: .now())
    if json {
      try Terminal.json(PaidOrNot(payment))
    } else if payment.isPaid {
      Terminal.print(payment.words.text(in: Terminal.language) + " " + payment.reference)
    }
    guard payment.isPaid else { throw Ending(.faulty, [payment.words]) }
  }
}

/// What the counter said, as JSON.
struct PaidOrNot: Encodable {
  let paid: Bool
  let amount: Rupiah
  let reference: String
  let code: String
  let message: String
  let words: Words

  init(_ payment: SandboxPayment) {
    paid = payment.isPaid
    amount = payment.amount
    reference = payment.reference
    code = payment.code
    message = payment.message
    words = payment.words
  }
}
