import Foundation
import Store
import Testing

/// The banks of a real branch, and the month's work there.
@Suite("A real branch's banks and months", .serialized)
struct BankFileTests {
  /// Invented, as in docs/operating.md.
  static let sound = """
    collecting:
      - id: BANK-CONTOH
        name: Bank Nusa Contoh
        service id: "98991"
        secret: contoh-rahasia-0123456789-0123456789
        token: contoh-token-0123456789-0123456789
        exact amounts: no
        reference on statements: no
    paying:
      bank: BANK-CONTOH
      code: "989"
      account: "9899000000001"

    """

  private static func write(_ text: String, _ branch: SampleFolder, mode: Int = 0o600) throws {
    let folder = branch.path + "/keys"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = folder + "/banks.yaml"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
  }

  @Test("With the file of the banks, the bank's door is open and payers read its name")
  func door() async throws {
    try await ScratchDatabase.atLocation(.sqlite) { location in
      let branch = try SampleFolder(location)
      try await Self.openDoor(branch)
    }
  }

  private static func openDoor(_ branch: SampleFolder) async throws {
    #expect(try await branch.run("database", "migrate").status == 0)
    try write(sound, branch)
    let served = try await ServedBranch.start(branch, ["--production", "--no-migrate"])
    let answer = try await served.post("/snap/v1.0/transfer-va/inquiry", [String: String]())
    #expect(answer.status == 400 && answer.text.contains("\"responseCode\":\"4002402\""), "\(answer.text)")
    served.running.send(SIGINT)
    #expect(await served.running.ended().status == 0)
    let strange = try await branch.run("pay", "import", "/dev/null", "--partner", "BANK-LAIN", "--production")
    #expect(strange.status == 2 && strange.err.contains("Known are: BANK-CONTOH"), "\(strange.err)")
  }

  @Test("Everything wrong with the file of the banks is told at once, each with its line, and no secret")
  func faults() async throws {
    try await ScratchDatabase.atLocation(.sqlite) { location in
      let branch = try SampleFolder(location)
      try await Self.tellFaults(branch)
    }
  }

  private static func tellFaults(_ branch: SampleFolder) async throws {
    #expect(try await branch.run("database", "migrate").status == 0)
    let wrong =
      sound.replacingOccurrences(of: "exact amounts: no", with: "exact amounts: perhaps")
      .replacingOccurrences(of: "\"98991\"", with: "\"9899\"")
      .replacingOccurrences(of: "contoh-rahasia-0123456789-0123456789", with: "terlalu-pendek")
      .replacingOccurrences(of: "code:", with: "kode:")
    try write(wrong, branch, mode: 0o644)
    let ended = try await branch.run("serve", "--production", "--port", "0")
    #expect(ended.status == 2)
    for (line, word) in [
      (1, "chmod 600"), (4, "service id"), (5, "secret"), (7, "exact amounts"), (11, "kode"), (10, "code"),
    ] {
      let told = ended.err.split(separator: "\n").contains { $0.contains("banks.yaml:\(line):") && $0.contains(word) }
      #expect(told, "line \(line), \(word): \(ended.err)")
    }
    #expect(!ended.err.contains("terlalu-pendek"))
    try write("collecting: [", branch)
    let torn = try await branch.run("books", "check")
    #expect(torn.status == 2 && torn.err.contains("banks.yaml:"), "\(torn.err)")
    try write("\(sound)", branch)
    #expect(try await branch.run("books", "check").status == 0)
  }

  @Test("A month is billed and closed from the command line, once", arguments: ScratchDatabase.engines)
  func months(_ engine: Engine) async throws {
    try await ScratchDatabase.atLocation(engine) { location in
      let branch = try SampleFolder(location)
      try await Self.billAndClose(branch)
    }
  }

  private static func billAndClose(_ branch: SampleFolder) async throws {
    struct Run: Decodable { let bills: Int }
    let made = try await branch.run("demo", "--share", "0.001", "--months", "3", "--until", "2025-12")
    try #require(made.status == 0, "\(made.err)")
    let bills = try await branch.rows(of: "bill")
    let first = try await branch.run("bill", "run", "--month", "2026-01", "--json")
    #expect(first.status == 0 && first.err.contains("Billing January 2026"), "\(first.err)")
    let issued = try first.decoded(Run.self).bills
    #expect(issued > 0)
    let again = try await branch.run("bill", "run", "--month", "2026-01")
    #expect(again.status == 0 && again.out.contains("2026-01"), "\(again.err)")
    #expect(try await branch.rows(of: "bill") == bills + issued)
    let far = try await branch.run("bill", "run", "--month", "2062-02")
    #expect(far.status == 2 && far.err.contains("cannot be billed"), "\(far.err)")
    #expect(try await branch.run("bill", "run", "--month", "soon").status == 2)
    let open = try await branch.run("bill", "close", "--month", "2062-02")
    #expect(open.status == 2 && open.err.contains("is not over"), "\(open.err)")
    let closed = try await branch.run("bill", "close", "--month", "2026-01")
    #expect(closed.status == 0 && closed.out.contains("closed."), "\(closed.err)")
    #expect(try await branch.run("bill", "close", "--month", "2026-01").out == closed.out)
    let desk = try await branch.run(
      "bill", "run", "--month", "2026-01", "--as", "keuangan", as: SampleFolder.password)
    #expect(desk.status == 1 && desk.err.contains("billContributions"), "\(desk.err)")
    #expect(try await branch.flaws() == [])
  }

  @Test("The branch's own folder of law is checked as the branch reads it")
  func ownLaw() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("naungan-own-\(UUID().uuidString)")
    let own = folder.appendingPathComponent("law")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let plain = try await Program.run(["law", "check"])
    let none = try await Program.run(["law", "check", "--data", folder.path])
    #expect(none.status == 0 && none.out == plain.out)
    try FileManager.default.copyItem(at: Program.root.appendingPathComponent("samples/law"), to: own)
    let sound = try await Program.run(["law", "check", "--data", folder.path])
    #expect(sound.status == 0 && sound.out != plain.out, "\(sound.out)")
    let file = own.appendingPathComponent("parameters/jht/return/declared.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacingOccurrences(of: "sample-letter", with: "surat-hilang").write(
      to: file, atomically: true, encoding: .utf8)
    let wrong = try await Program.run(["law", "check", "--data", folder.path])
    #expect(wrong.status == 1 && wrong.out.contains("\(file.path):"), "\(wrong.out)")
    let nowhere = try await Program.run(["law", "check", "--data", folder.path + "-none"])
    #expect(nowhere.status == 2 && nowhere.err.contains("There is no folder"))
  }
}
