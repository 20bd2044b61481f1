internal import Vocabulary

extension FaultList {
  /// Reads `law/requirements/`: the papers, then each kind of claim.
  mutating func requirements(_ pages: LawPages, instruments: Set<String>) -> [RequirementList] {
    let files = pages.pages(in: "requirements")
    guard let papers = files.first(where: { $0.name == "documents" }) else {
      for (_, page) in files {
        add(page.path, 1, "law/requirements/documents.yaml belum ada.", "law/requirements/documents.yaml is missing")
      }
      return []
    }
    let documents = documents(papers.page)
    let lists = files.filter { $0.name != "documents" }.compactMap { name, page in
      requirementList(name, page, documents, instruments)
    }
    let used = Set(lists.flatMap { $0.entries.flatMap(\.asks).flatMap { $0.requirement.documents.map(\.id) } })
    for id in documents.keys.sorted() where !used.contains(id) {
      add(papers.page.path, 1, "Dokumen \"\(id)\" tidak dipakai.", "no claim asks for the document \"\(id)\"")
    }
    return lists
  }

  private mutating func documents(_ page: LawPages.Page) -> [String: Document] {
    guard let items = page.read(&self)?.list else {
      add(page.path, 1, "Daftar dokumen harus berupa daftar.", "the documents are a list")
      return [:]
    }
    var found: [String: Document] = [:]
    for item in items {
      let known: Set<String> = ["id", "title", "judul", "issuer", "penerbit", "validity", "berlaku"]
      guard fields(of: item, in: page.path, allowed: known) != nil else { continue }
      let (id, title) = (text("id", of: item, in: page.path), titles(of: item, in: page.path))
      let issuer = pair("penerbit", "issuer", of: item, in: page.path)
      let validity =
        item.find("validity") == nil && item.find("berlaku") == nil
        ? nil : pair("berlaku", "validity", of: item, in: page.path)
      guard let id, let title, let issuer else { continue }
      if found[id] != nil {
        add(page.path, item.line, "Dokumen \"\(id)\" ditulis dua kali.", "\"\(id)\" is listed twice")
      }
      found[id] = Document(id: id, title: title, issuer: issuer, validity: validity)
    }
    return found
  }

  private mutating func pair(_ indonesian: String, _ english: String, of piece: Written, in file: String) -> Words? {
    let (first, second) = (text(indonesian, of: piece, in: file), text(english, of: piece, in: file))
    guard let first, let second else { return nil }
    return Words(first, second)
  }

  private mutating func requirementList(
    _ name: String, _ page: LawPages.Page, _ documents: [String: Document], _ instruments: Set<String>
  ) -> RequirementList? {
    let file = page.path
    let known: Set<String> = ["title", "judul", "grounds", "claimants", "channels", "history"]
    guard let root = page.read(&self), fields(of: root, in: file, allowed: known) != nil else { return nil }
    let title = titles(of: root, in: file)
    let questions = Questions(
      grounds: choices("grounds", of: root, in: file), claimants: choices("claimants", of: root, in: file),
      channels: choices("channels", of: root, in: file))
    var entries: [RequirementList.Entry] = []
    for item in root.find("history")?.list ?? [] {
      guard fields(of: item, in: file, allowed: ["from", "source", "confidence", "asks"]) != nil else { continue }
      let (from, confidence) = (day("from", of: item, in: file), confidence(of: item, in: file))
      let source = text("source", of: item, in: file).map { Citation($0) }
      if let source { checkSource(source, at: item.line, in: file, instruments) }
      guard let from, let confidence, let source else { continue }
      if let last = entries.last, from <= last.from {
        add(file, item.line, "Tanggal harus urut dari yang terlama.", "the oldest entry comes first")
      }
      let asks = (item.find("asks")?.list ?? []).compactMap {
        ask($0, questions, documents, source, confidence, in: file)
      }
      if asks.isEmpty { add(file, item.line, "asks belum ada isinya.", "an entry asks for something") }
      entries.append(RequirementList.Entry(from: from, asks: asks))
    }
    if entries.isEmpty { add(file, root.line, "history belum ada isinya.", "the history has no entries") }
    guard let title else { return nil }
    return RequirementList(
      claim: name, title: title, grounds: questions.grounds, claimants: questions.claimants,
      channels: questions.channels, entries: entries, file: file)
  }

  private struct Questions {
    let grounds: [RequirementList.Choice]
    let claimants: [RequirementList.Choice]
    let channels: [RequirementList.Choice]
  }

  private mutating func choices(_ name: String, of root: Written, in file: String) -> [RequirementList.Choice] {
    guard let list = root.find(name)?.list, !list.isEmpty else {
      add(file, root.line, "\(name) belum ada isinya.", "\(name) has no answers")
      return []
    }
    return list.compactMap { item in
      guard fields(of: item, in: file, allowed: ["value", "id", "en"]) != nil,
        let value = text("value", of: item, in: file), let words = pair("id", "en", of: item, in: file)
      else { return nil }
      return RequirementList.Choice(value: value, words: words)
    }
  }

  private mutating func ask(
    _ item: Written, _ questions: Questions, _ documents: [String: Document], _ source: Citation,
    _ confidence: Confidence, in file: String
  ) -> RequirementList.Ask? {
    let known: Set<String> = [
      "fact", "fakta", "documents", "holder", "grounds", "claimants", "channels", "note", "catatan",
    ]
    guard fields(of: item, in: file, allowed: known) != nil else { return nil }
    guard let fact = pair("fakta", "fact", of: item, in: file) else { return nil }
    let ids = (item.find("documents")?.list ?? []).compactMap(\.text)
    for id in ids where documents[id] == nil {
      add(file, item.line, "Dokumen \"\(id)\" tidak ada di documents.yaml.", "no document \"\(id)\" in documents.yaml")
    }
    var holder: Requirement.Holder?
    if let named = findText("holder", of: item, in: file) {
      holder = Requirement.Holder(rawValue: named)
      if holder == nil { add(file, item.line, "holder tidak dikenal.", "\"\(named)\" is no holder") }
    }
    if ids.isEmpty, holder == nil {
      add(file, item.line, "Tulis documents atau holder.", "a fact is shown by documents, or held by somebody")
    }
    return RequirementList.Ask(
      requirement: Requirement(
        fact: fact, documents: ids.compactMap { documents[$0] }, holder: holder, note: note(of: item, in: file),
        citation: source, confidence: confidence),
      grounds: chosen("grounds", among: questions.grounds, of: item, in: file),
      claimants: chosen("claimants", among: questions.claimants, of: item, in: file),
      channels: chosen("channels", among: questions.channels, of: item, in: file))
  }

  /// The answers that an ask is for: those it names, or all.
  private mutating func chosen(
    _ name: String, among choices: [RequirementList.Choice], of item: Written, in file: String
  ) -> Set<String> {
    let all = Set(choices.map(\.value))
    guard let named = item.find(name) else { return all }
    let values = (named.list ?? []).compactMap(\.text)
    for value in values where !all.contains(value) {
      add(file, named.line, "\(name): \"\(value)\" tidak ada di daftar.", "\(name): \"\(value)\" is not on the list")
    }
    if values.isEmpty { add(file, named.line, "\(name) belum ada isinya.", "\(name) names nobody") }
    return Set(values)
  }
}
