public import Vocabulary

/// The questions that `naungan law check` asks of `law/` beyond what loading it asks already.
public enum LawCheck {
  /// Everything wrong with the law under `folder`, each fault with file and line; an empty list if nothing is.
  ///
  /// - Parameters:
  ///   - own: an office's own folder beside it, as in `LawBook.load`.
  ///   - keys: every parameter that code reads. A key without a file of its form is a fault, and so is a file that no
  ///     key reads.
  ///   - touched: the names of parameters that worked examples decided by. A parameter outside is a fault; `nil` leaves
  ///     the question unasked.
  public static func run(folder: String, own: String? = nil, keys: [any AnyLawKey], touched: Set<String>?) -> [Fault] {
    var faults = FaultList()
    let pages = LawPages(folder: folder, own: own, faults: &faults)
    let book = LawBook.read(pages, &faults)
    _ = WorkedExample.read(pages, &faults)
    guard !pages.pages.isEmpty else { return faults.faults }
    // A page that is there but cannot be read has its own faults above; it is not missing as well.
    let unreadable = Set(pages.pages(in: "parameters").map(\.name)).subtracting(book.parameters.map(\.name))
    return faults.faults + run(book, keys: keys.filter { !unreadable.contains($0.name) }, touched: touched)
  }

  /// The same questions of a book that has loaded.
  public static func run(_ book: LawBook, keys: [any AnyLawKey], touched: Set<String>?) -> [Fault] {
    var faults: [Fault] = []
    var names: Set<String> = []
    for key in keys {
      if !names.insert(key.name).inserted {
        faults.append(
          Fault(
            "law/parameters/\(key.name).yaml", "Dua kunci di program membaca parameter ini.",
            "two keys in the programs read this parameter"))
      }
      faults += key.faults(in: book)
    }
    for parameter in book.parameters {
      if !names.contains(parameter.name) {
        faults.append(
          Fault("\(parameter.file):1", "Parameter ini tidak dibaca program.", "no code reads this parameter"))
      }
      if let touched, !touched.contains(parameter.name) {
        faults.append(
          Fault(
            "\(parameter.file):1", "Tidak ada contoh yang memakai parameter ini.", "no example touches this parameter"))
      }
    }
    return faults + instrumentFaults(book)
  }

  private static func instrumentFaults(_ book: LawBook) -> [Fault] {
    var cited = Set(book.parameters.flatMap { $0.entries.map(\.source.instrument) })
    cited.formUnion(book.instruments.values.flatMap(\.amends))
    for list in book.requirements {
      cited.formUnion(list.entries.flatMap(\.asks).map(\.requirement.citation.instrument))
    }
    let unused = book.instruments.values.filter { !cited.contains($0.name) }.sorted { $0.name < $1.name }
    return unused.map {
      Fault("\($0.file):1", "Tidak ada parameter yang bersumber dari sini.", "no parameter cites this instrument")
    }
  }
}
