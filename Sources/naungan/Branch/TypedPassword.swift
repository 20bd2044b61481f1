import Foundation

/// Passwords as a terminal gives them: unseen, or from `NAUNGAN_PASSWORD`. Never from the command line, which every user
/// of the machine can read.
enum TypedPassword {
  static func of(_ login: String) throws(Ending) -> String { try read("\(login): ", login) }

  /// A new one, typed twice.
  static func new(for login: String) throws(Ending) -> String {
    let first = try read("Kata sandi baru / new password, \(login): ", login)
    if ProcessInfo.processInfo.environment["NAUNGAN_PASSWORD"] != nil { return first }
    guard try read("Sekali lagi / again: ", login) == first else {
      throw Ending(
        .unusable, "Kedua kata sandi berbeda. Jalankan lagi.", "The two passwords differ. Run it again.")
    }
    return first
  }

  private static func read(_ prompt: String, _ login: String) throws(Ending) -> String {
    if let password = ProcessInfo.processInfo.environment["NAUNGAN_PASSWORD"] { return password }
    guard isatty(STDIN_FILENO) == 1, let typed = getpass(prompt) else {
      throw Ending(
        .unusable, "Kata sandi \(login) tidak ada. Isi NAUNGAN_PASSWORD, atau jalankan di terminal.",
        "There is no password for \(login). Set NAUNGAN_PASSWORD, or run it in a terminal.")
    }
    return String(cString: typed)
  }
}
