import Foundation
import Testing

@Suite("Bad input")
struct UsageTests {
  struct Misuse: Sendable, CustomTestStringConvertible {
    let arguments: String
    let status: Int32
    let says: String
    var testDescription: String { arguments }

    init(_ arguments: String, _ status: Int32, _ says: String) {
      self.arguments = arguments
      self.status = status
      self.says = says
    }
  }

  @Test("What cannot be used is refused with a sentence that says what to do", arguments: misuses)
  func refused(_ misuse: Misuse) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("naungan-none-\(UUID().uuidString)").path
    let arguments = misuse.arguments.split(separator: " ").map { $0 == "NOWHERE" ? folder : String($0) }
    let ended = try await Program.run(arguments)
    #expect(ended.status == misuse.status)
    #expect(ended.err.contains(misuse.says), "\(ended.err)")
    #expect(ended.out == "")
    #expect(!FileManager.default.fileExists(atPath: folder), "a refused command leaves nothing behind")
  }

  static let misuses = [
    Misuse("serv", 2, "Unexpected argument 'serv'"),
    Misuse("books chekc", 2, "Unexpected argument 'chekc'"),
    Misuse("demo --share 2 --data NOWHERE", 2, "--share is above 0 and at most 1."),
    Misuse("demo --full --quick --data NOWHERE", 2, "Give one of --share, --full and --quick."),
    Misuse("demo --months 0 --data NOWHERE", 2, "--months is 1 to 120."),
    Misuse("demo --until 2999-01 --data NOWHERE", 2, "--until is a month that is over."),
    Misuse("demo --until 2026-13 --data NOWHERE", 2, "'2026-13' is invalid"),
    Misuse("demo --production --data NOWHERE", 2, "a real branch (--production) has no bank that is played"),
    Misuse("demo --law NOWHERE --data NOWHERE", 2, "Say where it is: --law FOLDER."),
    Misuse("books check --data NOWHERE", 2, "Make a sample with \"naungan demo\""),
    Misuse("books check --database mysql://x/y", 2, "Write postgres://… or the name of a SQLite file."),
    Misuse(
      "books check --database postgresql:///none?host=/nowhere --data NOWHERE", 2, "cannot be reached"),
    Misuse("database status --data NOWHERE", 2, "There are no books at"),
    Misuse("member show 9971014107850001 --data NOWHERE", 2, "Missing expected argument '--reason <text>'"),
    Misuse("pay 98991 10000 --data NOWHERE", 2, "'98991' is invalid"),
    Misuse("pay 9899126000000017 1.5 --data NOWHERE", 2, "'1.5' is invalid"),
    Misuse("pay 9899126000000017 1.500 --production --data NOWHERE", 2, "no bank that is played"),
    Misuse("pay import x.xml --production --data NOWHERE", 2, "Say which bank it is: --partner NAME."),
    Misuse(
      "law explain jp/contribution/ceiling", 2, "See: jkp/contribution/wage_ceiling, jp/contribution/wage_ceiling."),
    Misuse("law explain jht/retirement_age --on 31/2/2026", 2, "'31/2/2026' is invalid"),
    Misuse("serve --port 70000 --data NOWHERE", 2, "--port is 0 to 65535."),
    Misuse("serve --host no.such.host.invalid --data NOWHERE", 2, "Use 127.0.0.1, or 0.0.0.0 for all."),
  ]

  @Test("A folder that cannot be made is told in a sentence")
  func unwritable() async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("naungan-file-\(UUID().uuidString)")
    try Data().write(to: file)
    for command in [["demo", "--quick"], ["serve", "--port", "0"], ["database", "migrate"]] {
      let ended = try await Program.run(command + ["--data", file.path + "/inside"])
      #expect(ended.status == 2)
      #expect(ended.err.contains("cannot be written to. Choose another with --data."), "\(command): \(ended.err)")
    }
    try FileManager.default.removeItem(at: file)
  }

  @Test("Sentences follow the locale")
  func indonesian() async throws {
    let ended = try await Program.run(["law", "explain", "tidak/ada"], ["LANG": "id_ID.UTF-8"])
    #expect(ended.err == "naungan: Parameter tidak/ada tidak ada di buku hukum. Lihat: naungan law list.\n")
  }
}
