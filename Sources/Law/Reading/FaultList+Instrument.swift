internal import Vocabulary

extension FaultList {
  private static let instrumentFields: Set<String> = [
    "title", "judul", "gazette", "enacted", "in_force", "amends", "link", "confidence", "note", "catatan",
  ]

  /// Reads a file of `law/instruments/`.
  mutating func instrument(_ name: String, _ page: LawPages.Page) -> Instrument? {
    let file = page.path
    guard let root = page.read(&self), fields(of: root, in: file, allowed: Self.instrumentFields) != nil else {
      return nil
    }
    let title = titles(of: root, in: file)
    let inForce = day("in_force", of: root, in: file)
    let enacted = root.find("enacted") == nil ? nil : day("enacted", of: root, in: file)
    let confidence = confidence(of: root, in: file)
    if let enacted, let inForce, inForce < enacted {
      add(file, root.find("in_force")?.line ?? 1, "Berlaku sebelum ditetapkan.", "in force before it was enacted")
    }
    guard let title, let inForce, let confidence else { return nil }
    return Instrument(
      name: name, title: title, gazette: findText("gazette", of: root, in: file), enacted: enacted, inForce: inForce,
      amends: root.find("amends")?.list?.compactMap(\.text) ?? [], link: findText("link", of: root, in: file),
      confidence: confidence, note: note(of: root, in: file), file: file)
  }

  mutating func checkAmendments(_ instruments: [String: Instrument], _ known: Set<String>) {
    for instrument in instruments.values.sorted(by: { $0.name < $1.name }) {
      for other in instrument.amends where !known.contains(other) {
        add(
          instrument.file, 1, "amends: \"\(other)\" tidak ada di law/instruments.",
          "amends \"\(other)\", which is not in law/instruments")
      }
    }
  }

  private static let registerFields: Set<String> = [
    "programme", "title", "judul", "covers", "missing", "verified", "confidence",
  ]

  /// Reads `law/programs.yaml`.
  mutating func register(_ page: LawPages.Page) -> [RegisterEntry] {
    let file = page.path
    guard let root = page.read(&self) else { return [] }
    guard let items = root.list else {
      add(file, root.line, "Daftar program harus berupa daftar.", "the register is a list of programmes")
      return []
    }
    return items.compactMap { item in
      guard fields(of: item, in: file, allowed: Self.registerFields) != nil else { return nil }
      let title = titles(of: item, in: file)
      let confidence = confidence(of: item, in: file)
      guard let programme = text("programme", of: item, in: file).flatMap(Programme.init(rawValue:)) else {
        add(
          file, item.line, "programme: pilih JKK, JKM, JHT, JP, atau JKP.", "programme is one of JKK, JKM, JHT, JP, JKP"
        )
        return nil
      }
      let years = text("verified", of: item, in: file)?.split(separator: "-").compactMap { Int($0) } ?? []
      guard years.count == 2, years[0] <= years[1] else {
        add(file, item.line, "verified: tulis 2015-2026.", "verified years are written 2015-2026")
        return nil
      }
      let (covers, missing) = (lines("covers", of: item, in: file), lines("missing", of: item, in: file))
      guard let title, let confidence else { return nil }
      return RegisterEntry(
        programme: programme, title: title, covers: covers, missing: missing, verified: years[0]...years[1],
        confidence: confidence)
    }
  }

  /// A list of `{ id: …, en: … }`.
  private mutating func lines(_ name: String, of piece: Written, in file: String) -> [Words] {
    guard let list = piece.find(name) else { return [] }
    return (list.list ?? []).compactMap { line in
      guard fields(of: line, in: file, allowed: ["id", "en"]) != nil, let indonesian = text("id", of: line, in: file),
        let english = text("en", of: line, in: file)
      else { return nil }
      return Words(indonesian, english)
    }
  }
}
