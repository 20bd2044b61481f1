import Foundation
import Store
import Testing

/// A newcomer's first hour at the command line, on both engines.
@Suite("A sample branch by the command line")
struct BranchTests {
  @Test("demo, then every command of the branch", arguments: ScratchDatabase.engines)
  func hour(_ engine: Engine) async throws {
    try await ScratchDatabase.atLocation(engine) { location in
      let branch = try SampleFolder(location)
      try await Self.demo(branch)
      let va = try await Self.register(branch)
      try await Self.pay(va, branch)
      try await Self.statements(branch)
      try await Self.yearlyReturn(branch)
      try await Self.reading(branch)
      try await Self.impact(branch)
    }
  }

  private static func demo(_ branch: SampleFolder) async throws {
    let made = try await branch.run("demo", "--share", "0.002", "--months", "14", "--until", "2025-12")
    #expect(made.status == 0, "\(made.err)")
    for word in [
      "BPU memberships open", "PU memberships open", "lines billed", "rows a second", "The books hold",
      "The audit trail holds",
    ] {
      #expect(made.out.contains(word), "\(word): \(made.out)")
    }
    #expect(made.err.contains("2025-12  14/14"))
    struct Mark: Decodable {
      struct Login: Decodable { let login: String }
      let seed: Int
      let months: Int
      let complete: Bool
      let logins: [Login]
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: branch.path + "/sample.json"))
    let mark = try JSONDecoder().decode(Mark.self, from: bytes)
    #expect(mark.seed == 1 && mark.months == 14 && mark.complete)
    #expect(mark.logins.map(\.login).contains("budi") && mark.logins.map(\.login).contains("kacab"))
    #expect(try await branch.flaws() == [])
    let again = try await branch.run("demo", "--quick")
    #expect(again.status == 2 && again.err.contains("naungan demo --data sample-2"), "\(again.err)")
    let migrations = try await branch.run("database", "status")
    #expect(migrations.status == 0 && !migrations.out.contains("WAITS"))
    let budi = try await branch.run("member", "show", "9971011503900002", "--reason", "test")
    #expect(budi.out.contains("Ended 2025-10-31: Resigned"), "\(budi.out)")
  }

  /// Answers the newcomer's virtual account.
  private static func register(_ branch: SampleFolder) async throws -> String {
    struct Enrolled: Decodable {
      let kpj: String
      let va: String
    }
    let command = [
      "member", "register", "--nik", "9971015206900011", "--name", "Tuti Rahayu", "--born", "1990-06-12", "--income",
      "1.500.000", "--work", "penjahit", "--jht", "--key", "first", "--json",
    ]
    let once = try await Program.run(command + branch.options).decoded(Enrolled.self)
    let again = try await Program.run(command + branch.options).decoded(Enrolled.self)
    #expect(once.kpj == again.kpj)
    let wrong = try await branch.run(
      "member", "register", "--nik", "123", "--name", "", "--born", "never", "--income", "much", "--work", "")
    #expect(wrong.status == 2)
    for field in ["nik: ", "name: ", "income: ", "occupation: "] { #expect(wrong.err.contains(field), "\(wrong.err)") }
    let shown = try await branch.run("member", "show", once.kpj, "--reason", "test")
    #expect(shown.status == 0 && shown.out.contains("Tuti Rahayu") && shown.out.contains("JKK, JKM, JHT"))
    let nobody = try await branch.run("member", "show", "9971015206900099", "--reason", "test")
    #expect(nobody.status == 1)
    return once.va
  }

  private static func pay(_ va: String, _ branch: SampleFolder) async throws {
    struct Owed: Decodable { let amount: Int64 }
    struct Paid: Decodable {
      let paid: Bool
      let reference: String
    }
    let owed = try await branch.run("pay", "inquire", va, "--json").decoded(Owed.self).amount
    #expect(owed > 0)
    let bank = try await branch.balance("1100")
    let first = try await branch.run("pay", va, String(owed), "--reference", "R1", "--json")
    let again = try await branch.run("pay", "account", va, String(owed), "--reference", "R1", "--json")
    let paid = try first.decoded(Paid.self)
    #expect(first.status == 0 && paid.paid)
    #expect(try again.decoded(Paid.self).reference == paid.reference)
    #expect(try await branch.balance("1100") == bank + owed, "the same reference is the same money")
    #expect(try await branch.run("pay", "inquire", va, "--json").decoded(Owed.self).amount == 0)
    let unknown = try await branch.run("pay", "9899100000000099", "10.000")
    #expect(unknown.status == 1 && unknown.err == "naungan: No such virtual account. Look at it again.\n")
    let real = try await branch.run("pay", va, "10.000", "--production")
    #expect(real.status == 2)
  }

  private static func statements(_ branch: SampleFolder) async throws {
    let folder = branch.path + "/statements"
    let written = try await branch.run("pay", "statement", "2025-12", "--into", folder, "--files", "2")
    #expect(written.status == 0)
    let files = written.out.split(separator: "\n").map(String.init)
    let payments = try await branch.rows(of: "payment")
    let taken = try await Program.run(["pay", "import"] + files + branch.options)
    #expect(taken.status == 0 && taken.out.hasPrefix("FILE"), "\(taken.err)")
    let after = try await branch.rows(of: "payment")
    #expect(after > payments)
    let again = try await Program.run(["pay", "import"] + files + branch.options)
    #expect(again.status == 0)
    #expect(try await branch.rows(of: "payment") == after, "the same statement again changes nothing")
    let other = branch.path + "/other.xml"
    try Data("<html/>".utf8).write(to: URL(fileURLWithPath: other))
    let wrong = try await branch.run("pay", "import", other)
    #expect(wrong.status == 2 && wrong.err.contains("other.xml"), "\(wrong.err)")
  }

  private static func yearlyReturn(_ branch: SampleFolder) async throws {
    let early = try await branch.run("returns", "post", "2025")
    #expect(early.status == 1 && early.err.contains("not approved yet"), "\(early.err)")
    let system = try await branch.run("returns", "preview", "2025")
    #expect(system.status == 1 && system.err.contains("--as LOGIN"), "\(system.err)")
    let silent = try await branch.run("returns", "preview", "2025", "--as", "keuangan")
    #expect(silent.status == 2 && silent.err.contains("NAUNGAN_PASSWORD"), "\(silent.err)")
    let wrong = try await branch.run("returns", "preview", "2025", "--as", "keuangan", as: "guess")
    #expect(wrong.status == 1)
    let preview = try await branch.run(
      "returns", "preview", "2025", "--slice", "30", "--as", "keuangan", as: SampleFolder.password)
    #expect(preview.status == 0 && preview.out.contains("preview"), "\(preview.err)")
    let own = try await branch.run("returns", "approve", "2025", "--as", "keuangan", as: SampleFolder.password)
    #expect(own.status == 1)
    let approved = try await branch.run("returns", "approve", "2025", "--as", "kacab", as: SampleFolder.password)
    #expect(approved.status == 0 && approved.out.contains("approved"), "\(approved.err)")
    let posted = try await branch.run("returns", "post", "2025")
    #expect(posted.status == 0 && posted.out.contains("complete"), "\(posted.err)")
    let credited = try await branch.balance("5100")
    #expect(try await branch.run("returns", "post", "2025").status == 0)
    #expect(try await branch.balance("5100") == credited)
  }

  private static func reading(_ branch: SampleFolder) async throws {
    let entries = try await branch.run("books", "entries", "--prefix", "return/2025", "--limit", "3")
    #expect(entries.status == 0 && entries.out.contains("return/2025/"))
    let refused = try await branch.run("audit", "show")
    #expect(refused.status == 1 && refused.err.contains("readAudit"))
    let shown = try await branch.run("audit", "show", "--limit", "5", "--as", "auditor", as: SampleFolder.password)
    #expect(shown.status == 0 && shown.out.contains("access.sign-in"), "\(shown.err)")
    #expect(shown.out.split(separator: "\n").count == 6)
    #expect(try await branch.run("audit", "seal").status == 0)
    #expect(try await branch.flaws() == [])
  }

  @Test("A trail that somebody changed or shortened is found out", arguments: ScratchDatabase.engines)
  func tampering(_ engine: Engine) async throws {
    try await ScratchDatabase.atLocation(engine) { location in
      let branch = try SampleFolder(location)
      try await Self.tamper(branch, location)
    }
  }

  private static func tamper(_ branch: SampleFolder, _ location: DatabaseLocation) async throws {
    #expect(try await branch.run("demo", "--share", "0.001", "--months", "2").status == 0)
    let database = try Database.open(location, connections: 1)
    let last = "(SELECT max(seq) FROM audit WHERE chain = 1)"
    try database.writeNow { try $0.script("UPDATE audit SET reason = 'other' WHERE chain = 1 AND seq = 3") }
    let altered = try await branch.run("audit", "verify")
    #expect(altered.status == 1)
    #expect(altered.out.contains("chain 1, row 3: altered"), "\(altered.out)")
    try database.writeNow { try $0.script("UPDATE audit SET reason = '' WHERE chain = 1 AND seq = 3") }
    #expect(try await branch.run("audit", "verify").status == 0)
    // Cut off the last row and mend the head, as somebody would who knows the tables but has not the seals.
    try database.writeNow {
      try $0.script(
        """
        DELETE FROM audit WHERE chain = 1 AND seq = \(last);
        UPDATE audit_head SET seq = \(last), mac = (SELECT mac FROM audit WHERE chain = 1 AND seq = \(last))
        WHERE chain = 1
        """)
    }
    let shortened = try await branch.run("audit", "verify", "--json")
    #expect(shortened.status == 1 && shortened.out.contains("sealed on"), "\(shortened.out)")
    try FileManager.default.removeItem(atPath: branch.path + "/keys/office.key")
    let keyless = try await branch.run("books", "check")
    #expect(keyless.status == 2 && keyless.err.contains("Put it back from your backup"), "\(keyless.err)")
    database.close()
  }

  @Test("New books are made by migrating, and wait for members", arguments: ScratchDatabase.engines)
  func empty(_ engine: Engine) async throws {
    try await ScratchDatabase.atLocation(engine) { location in
      let branch = try SampleFolder(location)
      try await Self.migrate(branch)
    }
  }

  private static func migrate(_ branch: SampleFolder) async throws {
    let before = try await branch.run("books", "check")
    #expect(before.status == 2 && before.err.contains("There are no books at"))
    let served = try await branch.run("serve", "--no-migrate", "--port", "0")
    #expect(served.status == 2, "\(served.err)")
    let made = try await branch.run("database", "migrate")
    #expect(made.status == 0 && made.out.contains("0001 people-and-access"))
    let again = try await branch.run("database", "migrate")
    #expect(again.status == 0 && again.out == "Nothing to do.\n")
    #expect(try await branch.flaws() == [])
    #expect(FileManager.default.fileExists(atPath: branch.path + "/keys/office.key"))
  }

  /// Who would be touched by another law.
  private static func impact(_ branch: SampleFolder) async throws {
    struct Impact: Decodable {
      struct Line: Decodable {
        let segment: String?
        let programme: String?
        let members: Int
        let touched: Int
        let before: Int64
        let after: Int64
      }
      let memberships: Int
      let lines: [Line]
    }
    let asked = ["law", "impact", "--month", "2025-12", "--set", "jkm/contribution/rate=0,35%"] + branch.options
    let found = try await Program.run(asked + ["--json"]).decoded(Impact.self)
    let total = try #require(found.lines.last)
    #expect(total.segment == nil && total.programme == nil && total.touched > 0 && total.after > total.before)
    let wage = try #require(found.lines.first { $0.segment == "PU" && $0.programme == "JKM" })
    #expect(wage.touched == wage.members && wage.after - wage.before == total.after - total.before)
    let told = try await Program.run(asked)
    #expect(told.status == 0 && told.out.hasPrefix("SEGMENT  PROGRAMME  MEMBERS  TOUCHED"), "\(told.out)")
    #expect(told.out.contains("\nTouched: "), "\(told.out)")
    for (options, words) in [
      (["--set", "jkm/contribution/rate=35"], "a percentage is written"),
      (["--set", "jkm/contribution/rat=1%"], "no parameter jkm/contribution/rat in the law"),
      (["--set", "jkk/contribution/rates=1%"], "this is a table"), (["--set", "jkm"], "--set is written NAME=VALUE"),
      (["--to", "2010-01"], "it begins on"), ([], "Write one of --to MONTH"),
    ] {
      let refused = try await Program.run(["law", "impact", "--month", "2025-12"] + options + branch.options)
      #expect(refused.status == 2 && refused.err.contains(words), "\(options): \(refused.err)")
    }
  }
}
