import ArgumentParser
import Ledger
import Office
import Vocabulary

struct BookCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run every check over the whole book.",
    discussion: """
      Exit code 1 if a rule is broken. For a script:

        naungan books check --json | jq '.[] | select(.holds | not)'
      """)

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var branch: BranchOptions
  @OptionGroup var law: LawOptions

  func run() async throws {
    let open = try branch.open(law)
    let findings = try await open.office.books.check(by: .commandLine)
    try json ? Terminal.json(findings.map(CheckedRule.init)) : findings.tell()
    let broken = findings.filter { !$0.holds }.count
    guard broken == 0 else {
      throw Ending(.faulty, "\(broken) aturan buku dilanggar.", "Broken rules of the books: \(broken).")
    }
  }
}

/// A rule of the books as JSON.
struct CheckedRule: Encodable {
  let rule: String
  let holds: Bool
  let expected: Rupiah
  let found: Rupiah
  let places: [String]

  init(_ finding: BookFinding) {
    rule = finding.rule
    holds = finding.holds
    expected = finding.expected
    found = finding.found
    places = finding.places
  }
}

extension [BookFinding] {
  /// One line a rule.
  func tell() {
    for finding in self {
      guard !finding.holds else {
        Terminal.print("ok      " + finding.rule)
        continue
      }
      let sums = finding.expected == finding.found ? "" : ": expected \(finding.expected), found \(finding.found)"
      let places = finding.places.isEmpty ? "" : " (\(finding.places.joined(separator: ", ")))"
      Terminal.print("BROKEN  " + finding.rule + sums + places)
    }
  }
}
