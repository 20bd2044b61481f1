import ArgumentParser
import Office

struct ReturnPreview: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Compute the return of a year on every account and keep the totals. Changes no balance.",
    discussion: """
      naungan returns preview 2025 --as keuangan
      """)

  @Argument(help: "A year that is over.")
  var year: Int

  @Option(help: ArgumentHelp("Members to a slice, which is posted as one transaction.", valueName: "number"))
  var slice = SavingsDesk.sliceSize

  @OptionGroup var who: ActorOptions
  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func validate() throws {
    guard (1...100_000).contains(slice) else { throw ValidationError("--slice is 1 to 100000.") }
  }

  func run() async throws {
    let open = try branch.open(law)
    let savings = open.office.savings
    let actor = try await who.actor(open.office)
    let id = try await savings.previewReturn(of: year, by: actor, key: .of(nil), sliceSize: slice)
    Terminal.print(try await savings.returns(by: .commandLine).filter { $0.id == id }.table)
  }
}
