public import ArgumentParser
public import Office
import Vocabulary

struct UserCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "Who may sign in: add, list, close, set a password.",
    discussion: """
      The first officer of a new branch comes from here; later ones from the administrator's page. Passwords are asked \
      for, or taken from NAUNGAN_PASSWORD; never write one on the command line.

        naungan user add bayu --name "Bayu Administrator" --role administrator
      """,
    subcommands: [UserAdd.self, UserList.self, UserClose.self, UserPassword.self])
}

extension OfficeRole: ExpressibleByArgument {}

struct UserAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an officer.",
    discussion: "  naungan user add wati --name \"Wati Petugas\" --role customerService")

  @Argument(help: "The name to sign in with.")
  var login: String

  @Option(help: "The full name.")
  var name: String

  @Option(help: "What the officer may do; give it again for another role.")
  var role: [OfficeRole]

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    let user = NewUser(login: login, name: name, password: try TypedPassword.new(for: login), roles: role)
    _ = try await open.office.access.register(user, by: .commandLine, key: .of(nil))
    Terminal.say("\(user.login) sudah ditambahkan.", "\(user.login) is added.")
  }
}

struct UserList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Officers and their roles.",
    discussion: "  naungan user list")

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    var table = TextTable(["LOGIN", "NAME", "ROLES", "SINCE"])
    var last = ""
    while true {
      let page = try await open.office.access.staff(after: last, limit: 500, by: .commandLine)
      guard let end = page.last else { break }
      for one in page {
        let roles = one.roles.map(\.rawValue).joined(separator: ", ")
        table.add([one.login, one.name, roles, "\(one.createdAt.day)" + (one.isClosed ? " CLOSED" : "")])
      }
      last = end.login
    }
    Terminal.print(table.text)
  }
}

struct UserClose: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Shut a user out, at once and for good.",
    discussion: "  naungan user close wati --reason \"left the office\"")

  @Argument(help: "The name to sign in with.")
  var login: String

  @Option(help: "Why.")
  var reason: String

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    let user = try await open.office.access.user(login: login, by: .commandLine)
    try await open.office.access.close(user, by: .commandLine, why: reason, key: .of(nil))
    Terminal.say("\(login) sudah ditutup.", "\(login) is closed.")
  }
}

struct UserPassword: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "password", abstract: "Set a user's password; all sessions end.",
    discussion: "  naungan user password wati")

  @Argument(help: "The name to sign in with.")
  var login: String

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    try await open.office.access.setPassword(
      of: login, to: try TypedPassword.new(for: login), by: .commandLine, key: .of(nil))
    Terminal.say("Kata sandi \(login) sudah diganti.", "The password of \(login) is changed.")
  }
}
