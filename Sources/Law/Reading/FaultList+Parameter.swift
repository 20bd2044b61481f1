internal import Vocabulary

extension FaultList {
  private static let fields: Set<String> = [
    "title", "judul", "unit", "satuan", "columns", "history", "confidence", "checked", "note", "catatan",
  ]
  private static let entryFields: Set<String> = [
    "from", "value", "rows", "repealed", "source", "note", "catatan", "confidence",
  ]

  /// Reads a file of `law/parameters/`, noting everything wrong with it.
  mutating func parameter(_ name: String, _ page: LawPages.Page, instruments: Set<String>) -> StoredParameter? {
    let file = page.path
    if !name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 || $0 == 47 }) {
      add(
        file, 1, "Nama berkas: huruf kecil, angka, _ saja.", "a file's name has only lower-case letters, digits and _")
    }
    guard let root = page.read(&self), fields(of: root, in: file, allowed: Self.fields) != nil else { return nil }
    let title = titles(of: root, in: file)
    let confidence = confidence(of: root, in: file)
    let checked = day("checked", of: root, in: file)
    let note = note(of: root, in: file)
    let unit = text("unit", of: root, in: file)
    let satuan = text("satuan", of: root, in: file)
    let shape = unit.flatMap { readShape(unit: $0, of: root, in: file) }
    guard let history = root.find("history"), let items = history.list, !items.isEmpty else {
      add(file, root.find("history")?.line ?? root.line, "history belum ada isinya.", "the history has no entries")
      return nil
    }
    guard let title, let unit, let satuan, let shape, let confidence, let checked else { return nil }
    let entries = items.compactMap { readEntry($0, shape, confidence, in: file, instruments: instruments) }
    checkOrder(entries, in: file)
    guard entries.count == items.count else { return nil }
    return StoredParameter(
      name: name, file: file, line: root.find("unit")?.line ?? 1, title: title, unit: unit, satuan: satuan,
      shape: shape, entries: entries, confidence: confidence, checked: checked, note: note)
  }

  mutating func titles(of piece: Written, in file: String) -> Words? {
    let (english, indonesian) = (text("title", of: piece, in: file), text("judul", of: piece, in: file))
    guard let english, let indonesian else { return nil }
    return Words(indonesian, english)
  }

  private mutating func readShape(unit: String, of root: Written, in file: String) -> LawShape? {
    let line = root.find("unit")?.line ?? root.line
    let kind = unit.prefix { $0 != " " && $0 != "," }
    if kind == "table" { return table(of: root, in: file) }
    if let columns = root.find("columns") {
      add(file, columns.line, "columns hanya untuk unit: table.", "only a table has columns")
    }
    guard let kind = LawKind(rawValue: String(kind)) else {
      let known = LawKind.allCases.map(\.rawValue).joined(separator: ", ")
      add(
        file, line, "Satuan \"\(unit)\" tidak dikenal. Pilihan: \(known), table.",
        "the unit \"\(unit)\" begins with none of \(known), table")
      return nil
    }
    return .single(kind)
  }

  private mutating func table(of root: Written, in file: String) -> LawShape? {
    guard let columns = root.find("columns")?.fields, !columns.isEmpty else {
      add(
        file, root.find("columns")?.line ?? root.line, "Tabel perlu columns: nama dan satuan tiap kolom.",
        "a table needs columns, each with its unit")
      return nil
    }
    var read: [LawColumn] = []
    for column in columns {
      guard let kind = column.value.text.flatMap(LawKind.init(rawValue:)) else {
        add(
          file, column.line, "Satuan kolom \(column.name) tidak dikenal.", "the column \(column.name) has no known unit"
        )
        continue
      }
      read.append(LawColumn(column.name, kind))
    }
    return read.count == columns.count ? .table(read) : nil
  }

  private mutating func readEntry(
    _ piece: Written, _ shape: LawShape, _ confidence: Confidence, in file: String, instruments: Set<String>
  ) -> StoredParameter.Entry? {
    guard fields(of: piece, in: file, allowed: Self.entryFields) != nil else { return nil }
    let from = day("from", of: piece, in: file)
    let source = text("source", of: piece, in: file).map { Citation($0) }
    if let source { checkSource(source, at: piece.find("source")?.line ?? piece.line, in: file, instruments) }
    let note = note(of: piece, in: file)
    let own = piece.find("confidence") == nil ? confidence : self.confidence(of: piece, in: file)
    let before = faults.count
    let value = value(of: piece, shape, in: file)
    guard let from, let source, let own, faults.count == before else { return nil }
    return StoredParameter.Entry(
      line: piece.line, from: from, value: value, source: source, note: note, confidence: own)
  }

  mutating func checkSource(_ source: Citation, at line: Int, in file: String, _ instruments: Set<String>) {
    guard !instruments.contains(source.instrument) else { return }
    add(
      file, line, "Sumber \"\(source.instrument)\" tidak ada di law/instruments.",
      "no instrument \"\(source.instrument)\" in law/instruments")
  }

  private mutating func checkOrder(_ entries: [StoredParameter.Entry], in file: String) {
    for (earlier, later) in zip(entries, entries.dropFirst()) where later.from <= earlier.from {
      add(
        file, later.line, "Tanggal \(later.from) tidak sesudah \(earlier.from). Urutkan dari yang terlama.",
        "\(later.from) is not after \(earlier.from): the oldest entry comes first")
    }
    if let first = entries.first, first.value == nil {
      add(file, first.line, "Yang pertama tidak bisa pencabutan.", "the first entry cannot be a repeal")
    }
  }
}
