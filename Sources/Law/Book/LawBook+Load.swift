internal import Vocabulary

extension LawBook {
  /// Reads the law under `folder` (the folder that holds `instruments/` and `parameters/`).
  ///
  /// Throws every fault at once, each with its file and line; a book that loads has no unknown source, no disorder of
  /// dates, no value off its unit's form and no missing title.
  ///
  /// - Parameter own: a folder of the same form with what an office adds, such as the letters it received; a page of the
  ///   same path stands in the place of the one in `folder`. The hash is of the pages as read.
  public static func load(folder: String, own: String? = nil) throws(LawFaults) -> LawBook {
    var faults = FaultList()
    let book = read(LawPages(folder: folder, own: own, faults: &faults), &faults)
    guard faults.faults.isEmpty else { throw LawFaults(faults: faults.faults) }
    return book
  }

  static func read(_ pages: LawPages, _ faults: inout FaultList) -> LawBook {
    var instruments: [String: Instrument] = [:]
    for (name, page) in pages.pages(in: "instruments") {
      instruments[name] = faults.instrument(name, page)
    }
    let known = Set(pages.pages(in: "instruments").map(\.name))
    faults.checkAmendments(instruments, known)
    var parameters: [StoredParameter] = []
    for (name, page) in pages.pages(in: "parameters") {
      if let parameter = faults.parameter(name, page, instruments: known) { parameters.append(parameter) }
    }
    var register: [RegisterEntry] = []
    for page in pages.pages where page.path == "law/programs.yaml" { register = faults.register(page) }
    return LawBook(
      hash: pages.hash, instruments: instruments, parameters: parameters, register: register,
      requirements: faults.requirements(pages, instruments: known))
  }
}
