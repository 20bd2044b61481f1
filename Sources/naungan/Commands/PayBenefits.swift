import ArgumentParser
import Gateways
import Office
import Vocabulary

struct PayBenefits: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benefits",
    abstract: "Play the paying bank: answer every payment file that the branch head has released.",
    discussion: """
      Reads each file as a bank does and records what becomes of its payments. Account numbers that end in 9901, \
      9904, 9906 or 9913 are sent back. Safe to run again.

        naungan pay benefits
      """)

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    try branch.requireSandbox()
    let open = try branch.open(law)
    let carried = try await SandboxBank(open.office, in: branch).courier.carry(by: .commandLine)
    var table = TextTable(["FILE", ">PAYMENTS", ">ANSWERED"])
    for batch in carried { table.add([batch.message, String(batch.payments), String(batch.heard.recorded)]) }
    if carried.isEmpty {
      Terminal.say("Tidak ada berkas yang menunggu.", "There is no file that waits.")
    } else {
      Terminal.print(table.text)
    }
    let left = carried.flatMap(\.heard.left)
    guard left.isEmpty else { throw Ending(.faulty, left.map(\.sentence)) }
  }
}
