internal import Vocabulary

/// Collects everything wrong with a folder of law, each fault with its file and line, and reads the plain fields.
struct FaultList {
  private(set) var faults: [Fault] = []

  mutating func add(_ file: String, _ line: Int, _ indonesian: String, _ english: String) {
    faults.append(Fault("\(file):\(line)", indonesian, english))
  }

  mutating func add(_ file: String, _ line: Int, _ words: Words) {
    faults.append(Fault("\(file):\(line)", words))
  }

  /// The fields of a page, once none is unknown; `nil` if the piece has no fields at all.
  mutating func fields(of piece: Written, in file: String, allowed: Set<String>) -> [Written.Field]? {
    guard let fields = piece.fields else {
      add(file, piece.line, "Di sini harus ada isian bernama.", "named fields are wanted here")
      return nil
    }
    for field in fields where !allowed.contains(field.name) {
      add(
        file, field.line, "Isian \"\(field.name)\" tidak dikenal.",
        "the field \"\(field.name)\" is not known here; known are \(allowed.sorted().joined(separator: ", "))")
    }
    return fields
  }

  mutating func text(_ name: String, of piece: Written, in file: String) -> String? {
    guard let value = piece.find(name) else {
      add(file, piece.line, "Isian \"\(name)\" belum ada.", "the field \"\(name)\" is missing")
      return nil
    }
    guard let text = value.text, !text.isEmpty else {
      add(file, value.line, "Isian \"\(name)\" harus teks.", "the field \"\(name)\" must be text")
      return nil
    }
    return text
  }

  mutating func findText(_ name: String, of piece: Written, in file: String) -> String? {
    piece.find(name) == nil ? nil : text(name, of: piece, in: file)
  }

  mutating func day(_ name: String, of piece: Written, in file: String) -> Day? {
    guard let text = text(name, of: piece, in: file) else { return nil }
    guard let day = Day(text) else {
      add(
        file, piece.find(name)?.line ?? piece.line, "\(name): \"\(text)\" bukan tanggal. Tulis 2026-11-20.",
        "\(name): \"\(text)\" is no calendar day; write 2026-11-20")
      return nil
    }
    return day
  }

  mutating func confidence(of piece: Written, in file: String) -> Confidence? {
    guard let text = text("confidence", of: piece, in: file) else { return nil }
    guard let confidence = Confidence(rawValue: text) else {
      add(
        file, piece.find("confidence")?.line ?? piece.line, "confidence: pilih seen atau draft.",
        "confidence: \"\(text)\" is neither seen nor draft")
      return nil
    }
    return confidence
  }

  /// A note and its Indonesian twin: both or neither.
  mutating func note(of piece: Written, in file: String) -> Words? {
    let (english, indonesian) = (findText("note", of: piece, in: file), findText("catatan", of: piece, in: file))
    switch (indonesian, english) {
    case (nil, nil): return nil
    case (let indonesian?, let english?): return Words(indonesian, english)
    default:
      add(
        file, piece.line, "Tulis note dan catatan bersama-sama.",
        "note (English) and catatan (Indonesian) are written together")
      return nil
    }
  }
}
