import Foundation
import Testing

@Suite("naungan law")
struct LawTests {
  @Test("The law of this project holds")
  func check() async throws {
    let ended = try await Program.run(["law", "check"])
    #expect(ended.status == 0, "\(ended.out)")
    #expect(ended.out.hasPrefix("The law holds: "))
  }

  @Test("A fault in the law is told with file and line, and exit code 1")
  func faults() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("naungan-law-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Program.root.appendingPathComponent("law"), to: folder)
    let file = folder.appendingPathComponent("parameters/jht/retirement_age.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacingOccurrences(of: "pp-46-2015", with: "pp-99-2099").write(
      to: file, atomically: true, encoding: .utf8)
    let ended = try await Program.run(["law", "check", "--law", folder.path])
    #expect(ended.status == 1)
    #expect(ended.out.contains("law/parameters/jht/retirement_age.yaml:"), "\(ended.out)")
    #expect(ended.err.hasPrefix("naungan: Faults in the law: "))
    try FileManager.default.removeItem(at: folder)
  }

  @Test("A number is explained with its article and history, in either language")
  func explain() async throws {
    let indonesian = try await Program.run(["law", "explain", "jht/retirement_age", "--on", "2026-01-10"])
    #expect(indonesian.status == 0)
    #expect(indonesian.out.hasPrefix("Usia pembayaran JHT\n"))
    #expect(indonesian.out.contains("Pada 10 Januari 2026:\n  56 years\n"))
    let english = try await Program.run(["law", "explain", "jht/retirement_age", "--on", "10/1/2026", "--english"])
    #expect(english.out.contains("On 10 January 2026:\n  56 years\n"))
    #expect(english.out.contains("[pp-46-2015 pasal 22]"))
  }

  @Test("Before its first entry the law is silent, and JSON says so")
  func silent() async throws {
    struct Explained: Decodable {
      struct Value: Decodable {
        let value: String?
        let source: String
      }
      let on: String
      let inForce: Value?
      let history: [Value]
    }
    let before = try await Program.run(["law", "explain", "jht/retirement_age", "--on", "2000-01-01", "--json"])
    let silent = try before.decoded(Explained.self)
    #expect(silent.inForce == nil && silent.on == "2000-01-01" && silent.history.count >= 1)
    let after = try await Program.run(["law", "explain", "jht/retirement_age", "--on", "2026-01-01", "--json"])
    let known = try after.decoded(Explained.self)
    #expect(known.inForce?.value == "56 years" && known.inForce?.source == "pp-46-2015 pasal 22")
  }

  @Test("The list names every number below a prefix")
  func list() async throws {
    let ended = try await Program.run(["law", "list", "jht/waiting/re"])
    #expect(ended.status == 0)
    #expect(ended.out.split(separator: "\n").count == 6)
    #expect(ended.out.contains("jht/waiting/resigned                 1 month "))
    let none = try await Program.run(["law", "list", "zzz"])
    #expect(none.status == 1 && none.err.contains("No parameter begins with zzz."))
  }
}
