import ArgumentParser

struct AuditCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Prove the audit trail, seal it, read it.",
    discussion: """
      Each row of the trail is sealed together with the row before it, under a key that is not in the database. A \
      seal kept outside, in audit.seals, shows when the newest rows were cut off.

        naungan audit verify
      """,
    subcommands: [AuditVerify.self, AuditSealCommand.self, AuditShow.self])
}
