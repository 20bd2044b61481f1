import Vocabulary

extension Field {
  /// What was typed, as one value. Three boxes of a date become `1980-01-07`, or stay as typed where that is no day.
  func typed(in form: Form) -> String? {
    guard case .date = kind else { return form[name] }
    guard let day = form[name + ".day"], let month = form[name + ".month"], let year = form[name + ".year"] else {
      return form[name]
    }
    let boxes = [day, month, year].map(\.trimmed)
    if boxes[1].isEmpty, boxes[2].isEmpty { return Day(typed: boxes[0])?.description ?? boxes[0] }
    return Day(typed: boxes.joined(separator: "/"))?.description ?? boxes.joined(separator: "/")
  }

  /// The value as the office reads it, or what is wrong with it.
  func read(_ typed: String) -> Result<String, Flawed> {
    let text = (isLong ? typed : typed.split(whereSeparator: \.isNewline).joined(separator: " ")).trimmed
    guard !text.isEmpty else { return required ? .failure(Flawed(missing)) : .success("") }
    switch kind {
    case .text: return limited(text, 200)
    case .password: return limited(typed, 200)
    case .longText: return limited(text, 4_000)
    case .file: return limited(text, 500)
    case .nik:
      switch NIK.read(text) {
      case .success(let nik): return .success(nik.digits)
      case .failure(let flaw): return .failure(Flawed(flaw.words))
      }
    case .number(let digits): return number(text, digits)
    case .money: return money(text)
    case .date: return date(text)
    case .choice(let choices): return chosen(text, choices)
    case .yesNo: return chosen(text, Kind.yesNoChoices)
    case .phone: return phone(text)
    case .email: return email(text)
    }
  }

  private var isLong: Bool { if case .longText = kind { true } else { false } }

  struct Flawed: Error {
    let words: Words
    init(_ words: Words) { self.words = words }
    init(_ indonesian: String, _ english: String) { words = Words(indonesian, english) }
  }

  private var missing: Words {
    switch kind {
    case .choice, .yesNo: Words("Pilih satu jawaban.", "Choose one answer.")
    case .file: Words("Pilih berkasnya.", "Choose the file.")
    default: Words("\(label.indonesian) belum diisi.", "\(label.english) is still empty.")
    }
  }

  private func limited(_ text: String, _ most: Int) -> Result<String, Flawed> {
    guard text.count <= most else {
      return .failure(Flawed("Paling banyak \(most) huruf.", "At most \(most) characters."))
    }
    return .success(text)
  }

  private func number(_ text: String, _ digits: ClosedRange<Int>) -> Result<String, Flawed> {
    let kept = text.filter { !$0.isWhitespace && $0 != "." && $0 != "-" }
    guard kept.allSatisfy(\.isDigit) else { return .failure(Flawed("Isi dengan angka saja.", "Use digits only.")) }
    guard digits.contains(kept.count) else {
      let wanted = digits.count == 1 ? "\(digits.lowerBound)" : "\(digits.lowerBound)–\(digits.upperBound)"
      return .failure(
        Flawed(
          "Harus \(wanted) angka. Yang Anda tulis \(kept.count) angka.",
          "Must have \(wanted) digits. You wrote \(kept.count)."))
    }
    return .success(kept)
  }

  private func money(_ text: String) -> Result<String, Flawed> {
    guard let amount = Rupiah(typed: text) else {
      return .failure(
        Flawed(
          "“\(text)” bukan jumlah rupiah. Contoh: 1.250.000.",
          "“\(text)” is not an amount of rupiah. Example: 1.250.000."))
    }
    return .success(String(amount.amount))
  }

  private func date(_ text: String) -> Result<String, Flawed> {
    guard let day = Day(typed: text), day.year >= 1900 else {
      return .failure(
        Flawed(
          "Tanggal ini tidak ada di kalender. Contoh: 7 1 1980.", "The calendar has no such day. Example: 7 1 1980."))
    }
    return .success(day.description)
  }

  private func chosen(_ text: String, _ choices: [Choice]) -> Result<String, Flawed> {
    choices.contains { $0.value == text } ? .success(text) : .failure(Flawed(missing))
  }

  /// Kept as `+62…`: `0812 3456 7890`, `62812…` and `+62 812…` are the same number.
  private func phone(_ text: String) -> Result<String, Flawed> {
    let flawed = Flawed(
      "Nomor HP belum benar. Contoh: 0812 3456 7890.", "The phone number is not right. Example: 0812 3456 7890.")
    let kept = text.filter { !$0.isWhitespace && !"-.()".contains($0) }
    let digits = kept.hasPrefix("+") ? String(kept.dropFirst()) : kept
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return .failure(flawed) }
    let national =
      digits.hasPrefix("62") ? String(digits.dropFirst(2)) : digits.hasPrefix("0") ? String(digits.dropFirst()) : ""
    guard (8...12).contains(national.count), national.first != "0" else { return .failure(flawed) }
    return .success("+62" + national)
  }

  private func email(_ text: String) -> Result<String, Flawed> {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, text.utf8.count <= 254, !text.contains(where: \.isWhitespace),
      parts[1].split(separator: ".", omittingEmptySubsequences: false).count >= 2,
      parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty })
    else {
      return .failure(
        Flawed("Alamat e-mail belum benar. Contoh: sri@contoh.id.", "The e-mail is not right. Example: sri@contoh.id."))
    }
    return .success(text)
  }
}
