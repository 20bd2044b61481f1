import ArgumentParser
import Office
import Vocabulary

struct AuditSealCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Seal the trail as it stands now, into audit.seals.",
    discussion: """
      "naungan serve" does it at its start, each hour and at its end. Copy the file to where nobody who keeps the \
      database can change it.

        naungan audit seal && cp data/audit.seals /mnt/safe/
      """)

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    let seal = try await open.seal()
    Terminal.say(
      "Disegel pada \(seal.at): \(seal.heads.count) rantai, di \(open.folder.seals).",
      "Sealed at \(seal.at): \(seal.heads.count) chains, in \(open.folder.seals).")
  }
}
