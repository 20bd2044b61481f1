import Store
import Testing

/// A real branch from nothing: its first officer comes from the command line.
@Suite("Officers by the command line")
struct UserTests {
  @Test("The first officer of a new branch, another password, and the end", arguments: ScratchDatabase.engines)
  func first(_ engine: Engine) async throws {
    try await ScratchDatabase.atLocation(engine) { location in
      let branch = try SampleFolder(location)
      let made = try await branch.run("database", "migrate")
      #expect(made.status == 0, "\(made.err)")
      let add = ["user", "add", "bayu", "--name", "Bayu Administrator", "--role", "administrator"] + branch.options
      let silent = try await Program.run(add)
      #expect(silent.status == 2 && silent.err.contains("NAUNGAN_PASSWORD"), "\(silent.err)")
      let added = try await Program.run(add, ["NAUNGAN_PASSWORD": "rahasia-bayu"])
      #expect(added.status == 0, "\(added.err)")
      let listed = try await branch.run("user", "list")
      #expect(listed.out.contains("bayu") && listed.out.contains("administrator"))
      let system = try await Program.run(
        ["user", "add", "jahat", "--name", "Jahat", "--role", "system"] + branch.options,
        ["NAUNGAN_PASSWORD": "rahasia-jahat"])
      #expect(system.status == 2, "\(system.err)")
      let changed = try await Program.run(
        ["user", "password", "bayu"] + branch.options, ["NAUNGAN_PASSWORD": "rahasia-lain"])
      #expect(changed.status == 0, "\(changed.err)")
      let closed = try await branch.run("user", "close", "bayu", "--reason", "pindah kantor")
      #expect(closed.status == 0, "\(closed.err)")
      #expect(try await branch.run("user", "list").out.contains("CLOSED"))
    }
  }
}
