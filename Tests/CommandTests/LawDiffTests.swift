import Foundation
import Testing

@Suite("naungan law diff")
struct LawDiffTests {
  private static let ceiling = [
    "law", "diff", "--from", "2015-07-01", "--to", "2016-03-01", "--prefix", "jp/contribution",
  ]

  @Test("Two days: the value before and after, since when, by which article")
  func days() async throws {
    let ended = try await Program.run(Self.ceiling)
    #expect(ended.status == 0, "\(ended.err)")
    #expect(ended.out.hasPrefix("The law on 1 July 2015 and on 1 March 2016, hash "))
    for words in [
      "Highest monthly wage counted for JP [jp/contribution/wage_ceiling, ",
      "  before: Rp 7.000.000, since 1 July 2015: ", "  after:  Rp 7.335.300, since 1 March 2016: ",
      "\n\nDifferences: ",
    ] { #expect(ended.out.contains(words), "\(words): \(ended.out)") }
    let indonesian = try await Program.run(Self.ceiling, ["LANG": "id_ID.UTF-8"])
    #expect(indonesian.out.contains("  sesudah: Rp 7.335.300, sejak 1 Maret 2016: "), "\(indonesian.out)")
    let same = try await Program.run(["law", "diff", "--from", "2026-01-10", "--to", "2026-01-10"])
    #expect(same.status == 0 && same.out.hasSuffix("Nothing differs.\n"), "\(same.out)")
  }

  @Test("Of a table only the rows that differ are told")
  func rows() async throws {
    let ended = try await Program.run(
      ["law", "diff", "--from", "2019-12-01", "--to", "2019-12-02", "--prefix", "jkk/temporary"])
    #expect(ended.status == 0)
    #expect(ended.out.contains("    gone     from_month 7 · rate 75%\n"), "\(ended.out)")
    #expect(!ended.out.contains("from_month 1 · rate 100%"), "\(ended.out)")
  }

  @Test("As JSON every difference has its kind, both sides and the hash of the law")
  func json() async throws {
    struct Difference: Decodable {
      struct Edition: Decodable {
        let day: String
        let lawHash: String
      }
      struct Standing: Decodable {
        let value: String?
        let from: String
        let source: String
        let confidence: String
      }
      struct Parameter: Decodable {
        let name: String
        let kind: String
        let before: Standing?
        let after: Standing?
      }
      let before: Edition
      let after: Edition
      let parameters: [Parameter]
    }
    let found = try await Program.run(Self.ceiling + ["--json"]).decoded(Difference.self)
    let ceiling = try #require(found.parameters.first { $0.name == "jp/contribution/wage_ceiling" })
    #expect(ceiling.kind == "changed" && ceiling.before?.value == "Rp 7.000.000")
    #expect(ceiling.after?.value == "Rp 7.335.300" && ceiling.after?.from == "2016-03-01")
    #expect(found.before.day == "2015-07-01" && found.before.lawHash == found.after.lawHash)
  }

  @Test("Two folders are held against each other, both hashes told")
  func folders() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("naungan-law-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: Program.root.appendingPathComponent("law"), to: folder)
    let file = folder.appendingPathComponent("parameters/jkm/contribution/rate.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacingOccurrences(of: "0,30%", with: "0,35%").write(to: file, atomically: true, encoding: .utf8)
    let ended = try await Program.run(["law", "diff", "--against", folder.path, "--on", "2026-01-10"])
    #expect(ended.status == 0 && ended.out.contains("\n\nDifferences: 1.\n"), "\(ended.out)")
    #expect(ended.out.contains("  before: 0,3%, since 1 July 2015: "), "\(ended.out)")
    #expect(ended.out.contains("  after:  0,35%, since 1 July 2015: "), "\(ended.out)")
    #expect(ended.out.contains(", and hash "), "\(ended.out)")
  }

  @Test(
    "What cannot be compared is refused with what to write",
    arguments: [
      (["--to", "2026-01-01"], 2, "Write --from DAY"), (["--from", "2026-13-01"], 2, "--from"),
      (["--against", "/nowhere", "--from", "2026-01-01"], 2, "With --against write --on DAY"),
      (["--against", "/nowhere"], 2, "There is no folder of law at /nowhere"),
      (["--from", "2026-01-01", "--prefix", "zzz"], 1, "No parameter begins with zzz."),
      (["--from", "2026-01-01", "--data", "/nowhere"], 2, "There is no folder /nowhere"),
      (["--from", "2026-01-01", "--on", "2026-01-01"], 2, "--on belongs to --against"),
    ] as [([String], Int32, String)])
  func refused(_ options: [String], _ status: Int32, _ words: String) async throws {
    let ended = try await Program.run(["law", "diff"] + options)
    #expect(ended.status == status && ended.err.contains(words), "\(ended.err)")
  }
}
