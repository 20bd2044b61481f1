public import Vocabulary

extension LawBook {
  /// The parameter `name` on paper: the value on `day` with its article, the law's title, every value it has had, and
  /// how sure we are. For `naungan law explain` and the public page.
  public func explain(_ name: String, on day: Day, in language: Language) throws(LawError) -> String {
    guard let parameter = find(name) else { throw .unknownParameter(name) }
    func say(_ indonesian: String, _ english: String) -> String { Words(indonesian, english).text(in: language) }
    var lines = [
      parameter.title.text(in: language), "\(parameter.name) · \(parameter.units.text(in: language))",
      "",
    ]
    lines.append(say("Pada ", "On ") + day.spelled(in: language) + ":")
    if let entry = parameter.entries.last(where: { $0.from <= day }) {
      lines += indented(entry.value?.written(columns: parameter.columns) ?? say("dicabut", "repealed"))
      lines += indented(cited(entry.source, in: language))
      lines += indented(entry.confidence.words.text(in: language))
      if let note = entry.note { lines += indented(note.text(in: language)) }
    } else {
      lines += indented(say("belum ada aturan", "the law is silent"))
    }
    lines += ["", say("Riwayat:", "History:")]
    for entry in parameter.entries {
      let value = entry.value.map { short($0, in: language) } ?? say("dicabut", "repealed")
      let mark = entry.confidence == .draft ? say(" (draf)", " (draft)") : ""
      lines.append("  \(entry.from)  \(value)  [\(entry.source)]\(mark)")
      if let note = entry.note { lines.append("              \(note.text(in: language))") }
    }
    if let note = parameter.note { lines += ["", note.text(in: language)] }
    lines += ["", say("Terakhir diperiksa: ", "Last checked: ") + parameter.checked.spelled(in: language)]
    return lines.joined(separator: "\n") + "\n"
  }

  /// `PP 46/2015 … pasal 22`: the instrument's title and the article.
  public func cited(_ citation: Citation, in language: Language) -> String {
    let title = instruments[citation.instrument]?.title.text(in: language) ?? citation.instrument
    return citation.article.isEmpty ? title : "\(title), \(citation.article)"
  }

  private func short(_ value: LawValue, in language: Language) -> String {
    guard case .table(let rows) = value else { return value.written() }
    return Words("tabel \(rows.count) baris", "a table of \(counted(rows.count, "row"))").text(in: language)
  }

  private func indented(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
  }
}
