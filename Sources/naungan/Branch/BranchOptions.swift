import ArgumentParser
import Foundation
import Store

/// Where the branch is kept.
struct BranchOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The branch's folder.", valueName: "folder"))
  var data = "./data"

  @Option(
    help: ArgumentHelp(
      "The books, where they are not in the folder: postgres://… or a SQLite file. Also NAUNGAN_DATABASE.",
      valueName: "address"))
  var database: String?

  @Flag(help: "A real branch: nothing that plays a bank or holds invented people.")
  var production = false

  var folder: DataFolder { DataFolder(path: data) }

  /// - Throws: `unusable` for an address that is neither a file nor PostgreSQL.
  func location() throws(Ending) -> DatabaseLocation {
    let named = database ?? ProcessInfo.processInfo.environment["NAUNGAN_DATABASE"] ?? ""
    guard let location = DatabaseLocation(named.isEmpty ? folder.books : named) else {
      throw Ending(
        .unusable, "Alamat basis data \"\(named)\" tidak dikenal. Tulis postgres://… atau nama berkas SQLite.",
        "\"\(named)\" is no address of a database. Write postgres://… or the name of a SQLite file.")
    }
    return location
  }

  /// - Throws: `unusable` on a real branch.
  func requireSandbox() throws(Ending) {
    guard !production else {
      throw Ending(
        .unusable, "Perintah ini memakai bank mainan. Di kantor sungguhan (--production) itu tidak ada.",
        "This command plays the bank, and a real branch (--production) has no bank that is played.")
    }
  }
}
