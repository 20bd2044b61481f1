import ArgumentParser
import Office

struct ReturnApprove: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve the newest preview of a year. The approver is not who previewed.",
    discussion: """
      naungan returns approve 2025 --as kacab
      """)

  @Argument(help: "The year.")
  var year: Int

  @OptionGroup var who: ActorOptions
  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    let savings = open.office.savings
    let actor = try await who.actor(open.office)
    guard let newest = try await savings.returns(by: .commandLine).first(where: { $0.year == year }) else {
      throw Ending(
        .faulty, "Hasil pengembangan \(year) belum dihitung. Jalankan \"naungan returns preview \(year)\" dahulu.",
        "The return of \(year) has no preview. Run \"naungan returns preview \(year)\" first.")
    }
    _ = try await savings.approveReturn(newest.id, by: actor, key: .of(nil))
    Terminal.print(try await savings.returns(by: .commandLine).filter { $0.id == newest.id }.table)
  }
}
