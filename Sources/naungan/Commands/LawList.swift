import ArgumentParser
import Law
import Vocabulary

struct LawList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the numbers of the law with their value today.",
    discussion: """
      naungan law list jht/waiting
      """)

  @Argument(help: "Only names that begin so.")
  var prefix = ""

  @OptionGroup var law: LawOptions

  func run() throws {
    let book = try law.load()
    let today = Instant.now().day
    var table = TextTable(["NAME", "TODAY", "SURE", "TITLE"])
    let found = book.parameters.filter { $0.name.hasPrefix(prefix) }
    for parameter in found {
      let entry = parameter.entries.last { $0.from <= today }
      table.add([
        parameter.name, entry.map { $0.value?.brief ?? "repealed" } ?? "-", parameter.confidence.rawValue,
        parameter.title.text(in: Terminal.language),
      ])
    }
    guard !found.isEmpty else {
      throw Ending(.faulty, "Tidak ada parameter \(prefix)….", "No parameter begins with \(prefix).")
    }
    Terminal.print(table.text)
  }
}

extension LawValue {
  fileprivate var brief: String {
    if case .table(let rows) = self { "table, \(rows.count) rows" } else { written() }
  }
}
