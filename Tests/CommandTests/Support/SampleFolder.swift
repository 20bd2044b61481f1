import Foundation
import Store

/// A branch of a test: a folder that goes when the test is over, and where its books are.
final class SampleFolder: Sendable {
  let path: String
  let location: DatabaseLocation

  init(_ location: DatabaseLocation) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("naungan-branch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
    self.location = location
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What every command of this branch is told.
  var options: [String] {
    let address =
      switch location {
      case .sqlite(let path): path
      case .postgresql(let url): url
      }
    return ["--data", path, "--database", address]
  }

  func run(_ arguments: String..., as password: String? = nil) async throws -> Program.Ended {
    try await Program.run(arguments + options, password.map { ["NAUNGAN_PASSWORD": $0] } ?? [:])
  }

  func start(_ arguments: String...) throws -> RunningProgram { try RunningProgram(arguments + options) }

  /// What `books check` and `audit verify` find wrong; nothing in sound books.
  func flaws() async throws -> [String] {
    var flaws: [String] = []
    for command in [["books", "check"], ["audit", "verify"]] {
      let ended = try await Program.run(command + options)
      guard ended.status != 0 else { continue }
      flaws.append("\(command): \(ended.status.map(String.init) ?? "killed") \(ended.err)")
      flaws += ended.out.split(separator: "\n").filter { $0.hasPrefix("BROKEN") }.map(String.init)
    }
    return flaws
  }

  /// What stands on an account, over all funds.
  func balance(_ account: String) async throws -> Int64 {
    struct Row: Decodable {
      let account: String
      let balance: Int64
    }
    let rows = try await run("books", "balance", "--json").decoded([Row].self)
    return rows.filter { $0.account == account }.map(\.balance).reduce(0, +)
  }

  /// How many rows a table has.
  func rows(of table: String) async throws -> Int {
    struct Size: Decodable {
      struct Table: Decodable {
        let name: String
        let rows: Int
      }
      let tables: [Table]
    }
    return try await run("database", "size", "--json").decoded(Size.self).tables.first { $0.name == table }?.rows ?? -1
  }

  static let password = "naungan-contoh"
}
