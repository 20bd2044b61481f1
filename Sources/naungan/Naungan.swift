import ArgumentParser

/// The command: doors to the same office that the pages and the interface for programs have.
struct Naungan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "naungan",
    abstract: "A branch of workers' social security: its books, its law and its doors.",
    discussion: """
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
      """,
    subcommands: [
      Serve.self, Demo.self, DatabaseCommands.self, LawCommands.self, BookCommands.self, AuditCommands.self,
      MemberCommands.self, BillCommands.self, Pay.self, UserCommands.self, ReturnCommands.self,
    ])
}

@main
enum Program {
  static func main() async {
    let status = await run(Array(CommandLine.arguments.dropFirst()))
    Terminal.leave(status)
  }

  /// Runs one command line. What ArgumentParser calls a usage error is our 2, so that scripts know five numbers less.
  private static func run(_ arguments: [String]) async -> ExitStatus {
    var command: any ParsableCommand
    do {
      command = try Naungan.parseAsRoot(arguments)
    } catch {
      return parsingEnded(by: error)
    }
    do {
      if var patient = command as? any AsyncParsableCommand {
        try await patient.run()
      } else {
        try command.run()
      }
      return .done
    } catch {
      let ending = Ending(error)
      if let ending {
        Terminal.note(ending)
        return ending.status
      }
      return parsingEnded(by: error)
    }
  }

  /// Help was asked for, or the words on the command line make no command.
  private static func parsingEnded(by error: any Error) -> ExitStatus {
    let message = Naungan.fullMessage(for: error)
    guard Naungan.exitCode(for: error) == .success else {
      Terminal.aside(message)
      return .unusable
    }
    Terminal.print(message)
    return .done
  }
}
