import ArgumentParser
import Office

struct AuditVerify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read the whole trail and recompute every seal.",
    discussion: """
      Finds rows that were altered, removed or reordered; with audit.seals also rows cut off the end. Exit code 1 if \
      anything is wrong.

        naungan audit verify --json
      """)

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    let seals = try open.seals.read()
    let verdict = try await open.office.audit.verify(seals: seals)
    try json ? Terminal.json(verdict) : verdict.tell(seals: seals.count)
    guard verdict.holds else {
      throw Ending(
        .faulty, "Jejak audit rusak di \(verdict.flaws.count) tempat. Simpan buku ini apa adanya, lalu lapor.",
        "The audit trail is broken in \(verdict.flaws.count) places. Keep these books as they are, and report it.")
    }
  }
}

extension AuditVerdict {
  func tell(seals: Int) {
    for flaw in flaws { Terminal.print("BROKEN  " + flaw) }
    guard holds else { return }
    Terminal.say(
      "Jejak audit utuh: \(rows.grouped) baris, \(chains) rantai, \(seals) segel.",
      "The audit trail holds: \(rows.grouped) rows, \(chains) chains, \(seals) seals.")
  }
}
