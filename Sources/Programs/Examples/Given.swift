internal import Law
internal import Vocabulary

/// Reads the facts of a worked example, strictly: nothing off-form, nothing unknown, and all faults at once.
struct Given {
  private let fields: [Written.Field]
  private var asked: Set<String> = []
  private(set) var faults: [Words] = []

  init(_ given: Written) { fields = given.fields ?? [] }

  mutating func find(_ name: String) -> Written? {
    asked.insert(name)
    return fields.first { $0.name == name }?.value
  }

  /// The value called `name`, or `standing` where the example leaves it out.
  mutating func value<Value>(_ name: String, standing: Value? = nil, _ read: (String) -> Value?) -> Value? {
    guard let piece = find(name) else {
      if standing == nil { faults.append(Words("given: \(name) belum ada.", "given: \(name) is missing")) }
      return standing
    }
    guard let text = piece.text, let value = read(text) else {
      faults.append(
        Words("given: \(name) tidak terbaca.", "given: \(name) cannot be read: \"\(piece.text ?? "a list")\""))
      return nil
    }
    return value
  }

  mutating func day(_ name: String, standing: Day? = nil) -> Day? { value(name, standing: standing) { Day($0) } }

  mutating func findDay(_ name: String) -> Day? { find(name) == nil ? nil : day(name) }

  mutating func month(_ name: String) -> Month? { value(name) { Month($0) } }

  mutating func rupiah(_ name: String, standing: Rupiah? = nil) -> Rupiah? {
    value(name, standing: standing, Rupiah.init(written:))
  }

  mutating func number(_ name: String, standing: Int? = nil) -> Int? { value(name, standing: standing) { Int($0) } }

  /// One of two words, such as `yes` and `no`.
  mutating func either(_ name: String, _ true: String = "yes", _ false: String = "no", standing: Bool?) -> Bool? {
    value(name, standing: standing) { text in
      if text == `true` { return true }
      return text == `false` ? false : nil
    }
  }

  mutating func choice<Choice: RawRepresentable<String>>(_ name: String, standing: Choice? = nil) -> Choice? {
    value(name, standing: standing) { Choice(rawValue: $0) }
  }

  mutating func choices<Choice: RawRepresentable<String>>(_ name: String, standing: [Choice]) -> [Choice] {
    guard let piece = find(name) else { return standing }
    let texts = piece.list?.compactMap(\.text) ?? []
    let choices = texts.compactMap { Choice(rawValue: $0) }
    if choices.isEmpty || choices.count != (piece.list?.count ?? 0) {
      faults.append(Words("given: \(name) tidak terbaca.", "given: \(name) cannot be read; write a list"))
    }
    return choices
  }

  mutating func note(_ fault: Words) { faults.append(fault) }

  /// The faults, those of fields that nobody asked for included.
  func finish() -> [Words] {
    faults
      + fields.filter { !asked.contains($0.name) }.map {
        Words("given: \($0.name) tidak dikenal.", "given: \($0.name) is not known; known are \(asked.sorted())")
      }
  }
}

extension Rupiah {
  /// Exactly as printed: `Rp 1.250.000`, `Rp 0`, `-Rp 500`.
  init?(written text: String) {
    let negative = text.hasPrefix("-")
    guard let amount = Rupiah(typed: negative ? String(text.dropFirst()) : text) else { return nil }
    self = negative ? -amount : amount
    guard description == text else { return nil }
  }
}
