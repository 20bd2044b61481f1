import ArgumentParser
import Law
import Vocabulary

struct LawExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print a number of the law: its value on a day, the article, and every value it has had.",
    discussion: """
      The name is the file's path under law/parameters; "naungan law list" has them all.

        naungan law explain jp/contribution/wage_ceiling --on 2026-03-01 --english
      """)

  @Argument(help: "The parameter, jht/retirement_age for one.")
  var name: String

  @Option(help: ArgumentHelp("The day, today unless given.", valueName: "YYYY-MM-DD"))
  var on: Day?

  @Flag(help: "In English rather than Indonesian.")
  var english = false

  @Flag(help: "As JSON, in both languages.")
  var json = false

  @OptionGroup var law: LawOptions

  func run() throws {
    let book = try law.load()
    let day = on ?? Instant.now().day
    guard let parameter = book.find(name) else { throw unknown(in: book) }
    if json { return try Terminal.json(ExplainedParameter(parameter, on: day, in: book)) }
    Terminal.print(try book.explain(name, on: day, in: english ? .english : .indonesian))
  }

  /// Names the parameters that look like the one asked for.
  private func unknown(in book: LawBook) -> Ending {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let near = book.parameters.map(\.name).filter { !last.isEmpty && $0.contains(last) }.prefix(5)
    let hint = near.isEmpty ? "naungan law list" : near.joined(separator: ", ")
    return Ending(
      .unusable, "Parameter \(name) tidak ada di buku hukum. Lihat: \(hint).",
      "There is no parameter \(name) in the law. See: \(hint).")
  }
}

/// A parameter as JSON.
struct ExplainedParameter: Encodable {
  struct Value: Encodable {
    let from: Day
    /// As the file writes it; none where it repeals.
    let value: String?
    let rows: [[String: String]]?
    let source: String
    let cited: Words
    let confidence: String
    let note: Words?
  }

  let name: String
  let title: Words
  let unit: String
  let on: Day
  /// None where the law was silent on the day.
  let inForce: Value?
  let history: [Value]
  let checked: Day
  let lawHash: String

  init(_ parameter: StoredParameter, on day: Day, in book: LawBook) {
    name = parameter.name
    title = parameter.title
    unit = parameter.unit
    on = day
    history = parameter.entries.map { Value($0, in: book) }
    inForce = parameter.entries.last { $0.from <= day }.map { Value($0, in: book) }
    checked = parameter.checked
    lawHash = book.hash
  }
}

extension ExplainedParameter.Value {
  init(_ entry: StoredParameter.Entry, in book: LawBook) {
    from = entry.from
    if case .table(let table) = entry.value {
      value = nil
      rows = table.map { $0.cells.mapValues { $0.written() } }
    } else {
      value = entry.value?.written()
      rows = nil
    }
    source = entry.source.description
    cited = Words(book.cited(entry.source, in: .indonesian), book.cited(entry.source, in: .english))
    confidence = entry.confidence.rawValue
    note = entry.note
  }
}
