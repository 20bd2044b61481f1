import Law
import Vocabulary

extension LawDifference {
  /// On paper: a paragraph for each number, then one for each kind of claim.
  func text(in language: Language) -> String {
    var paragraphs = [heading.text(in: language)]
    paragraphs += parameters.map { $0.paragraph(in: language) }
    paragraphs += requirements.map { $0.paragraph(in: language) }
    let count = parameters.count + requirements.count
    paragraphs.append(
      (count == 0
        ? Words("Tidak ada yang berbeda.", "Nothing differs.")
        : Words("Berbeda: \(count).", "Differences: \(count).")).text(in: language))
    return paragraphs.joined(separator: "\n\n")
  }

  private var heading: Words {
    let (old, new) = (before.book.hash.prefix(12), after.book.hash.prefix(12))
    func day(_ edition: Edition, _ language: Language) -> String { edition.day.spelled(in: language) }
    if old == new {
      return Words(
        "Hukum pada \(day(before, .indonesian)) dan pada \(day(after, .indonesian)), sidik \(old):",
        "The law on \(day(before, .english)) and on \(day(after, .english)), hash \(old):")
    }
    return Words(
      "Hukum pada \(day(after, .indonesian)): sidik \(old), dan sidik \(new):",
      "The law on \(day(after, .english)): hash \(old), and hash \(new):")
  }
}

extension ParameterChange {
  fileprivate func paragraph(in language: Language) -> String {
    var lines = ["\(title.text(in: language)) [\(name), \(unit.text(in: language))]"]
    lines.append("  " + Words("sebelum: ", "before: ").text(in: language) + told(before, in: language))
    lines.append("  " + Words("sesudah: ", "after:  ").text(in: language) + toldAfter(in: language))
    if kind == .restated {
      lines.append("  " + Words("Nilainya sama, dasarnya lain.", "The value is the same.").text(in: language))
    }
    lines += rows.map { "    " + $0.sentence.text(in: language) }
    return lines.joined(separator: "\n")
  }

  private func toldAfter(in language: Language) -> String {
    guard let repeal else { return told(after, in: language) }
    return Words("dicabut", "repealed").text(in: language)
      + since(repeal.from, repeal.cited, repeal.confidence, in: language)
  }

  private func told(_ standing: Standing?, in language: Language) -> String {
    guard let standing else { return Words("belum ada aturan", "the law is silent").text(in: language) }
    return standing.value.words.text(in: language)
      + since(standing.from, standing.cited, standing.confidence, in: language)
  }

  private func since(_ day: Day, _ cited: Words, _ confidence: Confidence, in language: Language) -> String {
    let mark = confidence == .draft ? Words(" (DRAF)", " (DRAFT)").text(in: language) : ""
    let since = Words(", sejak \(day.spelled(in: .indonesian))", ", since \(day.spelled(in: .english))")
    return since.text(in: language) + ": " + cited.text(in: language) + mark
  }
}

extension RowChange {
  fileprivate var sentence: Words {
    switch (before, after) {
    case (let before?, let after?):
      let same = columns.filter { !changed.contains($0) }
      let moved = changed.map {
        "\($0.name) \(before.cells[$0.name]?.written() ?? "-") → \(after.cells[$0.name]?.written() ?? "-")"
      }
      let text = [before.told(same), moved.joined(separator: " · ")].filter { !$0.isEmpty }.joined(separator: ": ")
      return Words("berubah  \(text)", "changed  \(text)")
    case (let before?, nil): return Words("hilang   \(before.told(columns))", "gone     \(before.told(columns))")
    case (nil, let after?): return Words("baru     \(after.told(columns))", "new      \(after.told(columns))")
    case (nil, nil): return Words("", "")
    }
  }
}

extension LawRow {
  fileprivate func told(_ columns: [LawColumn]) -> String {
    columns.map { "\($0.name) \(cells[$0.name]?.written() ?? "-")" }.joined(separator: " · ")
  }
}

extension RequirementChange {
  fileprivate func paragraph(in language: Language) -> String {
    let begins =
      from.map { Words("daftar sejak \($0.spelled(in: .indonesian))", "the list since \($0.spelled(in: .english))") }
      ?? Words("tidak ada daftar lagi", "no list any more")
    var lines = ["\(title.text(in: language)) [requirements/\(claim), \(begins.text(in: language))]"]
    lines += went.map { "    " + Words("hilang   ", "gone     ").text(in: language) + $0.told(in: language) }
    for pair in changed {
      lines.append("    " + Words("berubah  ", "changed  ").text(in: language) + pair.before.told(in: language))
      lines.append("          →  " + pair.after.told(in: language))
    }
    lines += came.map { "    " + Words("baru     ", "new      ").text(in: language) + $0.told(in: language) }
    return lines.joined(separator: "\n")
  }
}

extension RequirementChange.Asked {
  /// Fact, what shows it, whom it is asked of, by which article.
  fileprivate func told(in language: Language) -> String {
    var proofs = requirement.documents.map { $0.title.text(in: language) }
    if let holder = requirement.holder { proofs.append(holder.words.text(in: language)) }
    let or = Words(" atau ", " or ").text(in: language)
    let asked = only.map { $0.map { $0.text(in: language) }.joined(separator: ", ") }.joined(separator: "; ")
    let whom = asked.isEmpty ? "" : Words(" (hanya: \(asked))", " (only: \(asked))").text(in: language)
    let mark = requirement.confidence == .draft ? Words(" (DRAF)", " (DRAFT)").text(in: language) : ""
    let note = requirement.note.map { " " + $0.text(in: language) } ?? ""
    return requirement.fact.text(in: language) + ": " + proofs.joined(separator: or) + "." + note
      + "\(whom) [\(requirement.citation)]\(mark)"
  }
}
