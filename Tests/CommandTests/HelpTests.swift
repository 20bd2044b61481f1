import Testing

@Suite("Help")
struct HelpTests {
  @Test("The first page of help teaches the first steps, the folder and the exit codes")
  func first() async throws {
    let help = try await Program.run(["--help"])
    #expect(help.status == 0)
    #expect(help.err == "")
    #expect(help.out == Self.golden)
  }

  @Test("Every command says in a line what it does and shows an example", arguments: commands)
  func each(_ command: String) async throws {
    let help = try await Program.run(command.split(separator: " ").map(String.init) + ["--help"])
    #expect(help.status == 0)
    #expect(help.out.hasPrefix("OVERVIEW: "))
    let beforeUsage = help.out.prefix(upTo: help.out.firstRange(of: "USAGE:")?.lowerBound ?? help.out.startIndex)
    #expect(beforeUsage.contains("naungan \(command.split(separator: " ")[0])"))
    // The usage line is the parser's own and as long as the options are many.
    #expect(beforeUsage.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  static let commands = [
    "serve", "demo", "database", "database status", "database migrate", "database size", "law", "law check",
    "law explain", "law list", "law diff", "law impact", "books", "books check", "books balance", "books entries",
    "audit", "audit verify",
    "audit seal", "audit show", "member", "member show", "member register", "pay", "pay account", "pay inquire",
    "pay import", "pay statement", "pay benefits", "returns", "returns list", "returns preview", "returns approve",
    "returns post", "pay order", "bill", "bill run", "bill close", "user", "user add", "user list", "user close",
    "user password",
  ]

  static let golden = """
    OVERVIEW: A branch of workers' social security: its books, its law and its
    doors.

    Try it, with invented people and invented money:

      naungan demo
      naungan serve        then open http://127.0.0.1:8080

    A branch is one folder, ./data unless --data names another:

      books.sqlite      the books; or PostgreSQL, by --database or NAUNGAN_DATABASE
      keys/office.key   the office's secret: back it up apart from the books
      keys/banks.yaml   a real branch's banks: docs/operating.md has an example
      audit.seals       proof that the trail is whole: keep a copy elsewhere

    Exit codes, for scripts:

      0  done
      1  done, and faults were found; or the office refused
      2  not begun: the command, or what it was given, cannot be used
      3  stopped before the end: what was done is whole; run it again

    Sentences come in Indonesian where LANG begins with "id", otherwise in English.

    USAGE: naungan <subcommand>

    OPTIONS:
      -h, --help              Show help information.

    SUBCOMMANDS:
      serve                   Open the branch: pages, the interface for programs,
                              the bank's door.
      demo                    Make a sample branch: invented people who work, pay,
                              stop and claim for years.
      database                Look at the database, and bring it to what this
                              program needs.
      law                     Check the law, explain, list and compare its numbers.
      books                   Prove the books, and read them.
      audit                   Prove the audit trail, seal it, read it.
      member                  Show a member, and register one.
      bill                    The month's work on contributions: bill everybody,
                              and close what stays unpaid.
      pay                     Play a payer, ask what is owed, and exchange files
                              with the bank.
      user                    Who may sign in: add, list, close, set a password.
      returns                 The yearly return on JHT savings: preview, approve,
                              post.

      See 'naungan help <subcommand>' for detailed help.

    """
}
