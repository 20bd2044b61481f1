internal import Vocabulary

extension LawKind {
  /// Reads a value in the one form this unit has; `nil` for anything else. `form` says what would have been right.
  func read(_ text: String) -> LawValue? {
    switch self {
    case .percent: Rate(written: text).map(LawValue.percent)
    case .rupiah: Rupiah(written: text).map(LawValue.rupiah)
    case .months: counted(text, "month").map(LawValue.months)
    case .years: counted(text, "year").map(LawValue.years)
    case .days: counted(text, "day").map(LawValue.days)
    case .count: plainNumber(text).map(LawValue.count)
    case .wait: Wait(written: text).map(LawValue.wait)
    case .rule: isRule(text) ? .rule(text) : nil
    case .text: text.isEmpty ? nil : .text(text)
    }
  }

  /// The form this unit wants.
  var form: Words {
    switch self {
    case .percent:
      Words("Tulis persen seperti 2% atau 0,24% atau 5/9%.", "a percentage is written 2% or 0,24% or 5/9%")
    case .rupiah:
      Words("Tulis rupiah seperti Rp 7.000.000.", "an amount is written Rp 7.000.000, grouped by dots")
    case .months: Words("Tulis bulan seperti 1 month atau 12 months.", "months are written 1 month or 12 months")
    case .years: Words("Tulis tahun seperti 1 year atau 10 years.", "years are written 1 year or 10 years")
    case .days: Words("Tulis hari seperti 1 day atau 15 days.", "days are written 1 day or 15 days")
    case .count: Words("Tulis angka bulat seperti 3.", "a count is written in digits, as 3")
    case .wait:
      Words(
        "Tulis none, 1 month, atau first day of the next month.",
        "a wait is written none, 1 month, or first day of the next month")
    case .rule:
      Words("Tulis nama aturan dengan huruf kecil.", "a rule is named in lower-case words, with blanks between them")
    case .text: Words("Tulis teks.", "some text is wanted")
    }
  }
}

/// Digits without a sign or superfluous zeros in front.
private func plainNumber(_ text: some StringProtocol) -> Int? {
  guard !text.isEmpty, text.count <= 9, text.allSatisfy(\.isDigit), text == "0" || !text.hasPrefix("0") else {
    return nil
  }
  return Int(text)
}

private func counted(_ text: String, _ noun: String) -> Int? {
  let words = text.split(separator: " ", omittingEmptySubsequences: false)
  guard words.count == 2, let count = plainNumber(words[0]) else { return nil }
  return words[1] == (count == 1 ? noun : noun + "s") ? count : nil
}

private func isRule(_ text: String) -> Bool {
  !text.isEmpty && !text.hasPrefix(" ") && !text.hasSuffix(" ") && !text.contains("  ")
    && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 32 || $0 == 45 }
}

extension Wait {
  init?(written text: String) {
    if text == "none" {
      self = .none
    } else if text == "first day of the next month" {
      self = .firstDayOfNextMonth
    } else if let months = counted(text, "month"), months > 0 {
      self = .months(months)
    } else {
      return nil
    }
  }
}

extension Rupiah {
  /// Exactly as `description` prints it, and never negative.
  init?(written text: String) {
    guard let amount = Rupiah(typed: text), amount.description == text else { return nil }
    self = amount
  }
}

extension Rate {
  /// `2%`, `0,24%` (up to six decimals) or `5/9%`; never negative, never with a decimal point.
  init?(written text: String) {
    guard text.hasSuffix("%") else { return nil }
    let body = text.dropLast()
    if body.contains("/") {
      let parts = body.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, let above = plainNumber(parts[0]), let below = plainNumber(parts[1]), below > 0 else {
        return nil
      }
      self = .percent(Int64(above), over: Int64(below))
      return
    }
    let parts = body.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = plainNumber(parts[0]) else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || (1...6).contains(decimals.count), decimals.allSatisfy(\.isDigit) else { return nil }
    let scale = decimals.reduce(Int64(1)) { scale, _ in scale * 10 }
    self = .percent(Int64(whole) * scale + (Int64(decimals) ?? 0), over: scale)
  }
}
