import ArgumentParser

struct Pay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: "Play a payer, ask what is owed, and take in the bank's statements.",
    discussion: """
      Pays through the bank sandbox: the same signed calls that a bank makes. There is none on a real branch, where \
      money comes in at the bank's door and by its statements.

        naungan pay 9899126000000017 54.800
        naungan pay inquire 9899126000000017
        naungan pay import statement-2026-11-20.xml
      """,
    subcommands: [
      PayAccount.self, PayInquire.self, PayImport.self, PayStatement.self, PayBenefits.self, PayOrder.self,
    ],
    defaultSubcommand: PayAccount.self)
}
