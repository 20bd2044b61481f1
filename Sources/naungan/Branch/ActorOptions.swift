import ArgumentParser
import Foundation
import Office
import Vocabulary

/// In whose name the command acts.
struct ActorOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Act as this user, for what the system may not do. The password is asked for, or taken from NAUNGAN_PASSWORD.",
      valueName: "login"))
  var login: String?

  /// The user who signs in; without one the system, by the name of whoever runs the program.
  func actor(_ office: Office) async throws -> Actor {
    guard let login else { return .commandLine }
    let token = try await office.access.signIn(login: login, password: try TypedPassword.of(login), kind: .program)
    let actor = try await office.access.actor(of: token)
    try await office.access.signOut(token)
    guard let actor else { throw OfficeError.signInFailed }
    return actor
  }
}

extension Actor {
  /// `system/cli/surya`: the trail shows who sat at the machine.
  static var commandLine: Actor { .system("cli/\(NSUserName())") }
}

extension ActKey {
  /// The key asked for, or one that nobody has used.
  static func of(_ text: String?) throws(OfficeError) -> ActKey { try ActKey(text ?? "cli-\(UUID().uuidString)") }
}
