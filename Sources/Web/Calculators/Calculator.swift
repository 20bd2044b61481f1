import Law
import Programs
import Vocabulary

/// A calculator: what it asks, what stands there before anybody answers, and how it is reckoned.
struct Calculator: Sendable {
  /// Its place under `/hitung`.
  let name: String
  let title: Words
  let lead: Words
  /// What it takes for granted, and what it leaves out.
  let note: Words
  let fields: [Field]
  /// What stands in the fields before anybody answers.
  let usual: @Sendable (Day) -> [String: String]
  /// Throws `AnswerFaults`, `Undecidable` or `LawError`.
  let reckon: @Sendable (Answers, LawBook) throws -> Reckoned

  var address: String { "/hitung/\(name)" }

  /// All of them, in the order in which people ask.
  static func all(_ law: LawBook) -> [Calculator] {
    [contribution, savings, death, accident(law), project, pension]
  }
}

/// Answers that cannot be reckoned with, each at its field.
struct AnswerFaults: Error {
  let faults: [Fault]

  init(_ faults: [Fault]) { self.faults = faults }
}

/// What came out: the sum, what it is made of, or why nothing is paid, and the working.
struct Reckoned: Sendable {
  struct Line: Sendable {
    let words: Words
    let amount: Rupiah
    let note: Words?

    init(_ words: Words, _ amount: Rupiah, note: Words? = nil) {
      (self.words, self.amount, self.note) = (words, amount, note)
    }
  }

  struct Reason: Sendable {
    let code: String
    let words: Words
  }

  let total: Line
  let lines: [Line]
  /// Every reason at once; empty where something comes out.
  let refusals: [Reason]
  let working: Working
  let lawHash: String

  init(_ total: Line, _ lines: [Line], working: Working, lawHash: String) {
    (self.total, self.lines, self.working, self.lawHash) = (total, lines, working, lawHash)
    refusals = []
  }

  init(refused: [Reason], working: Working, lawHash: String) {
    total = Line(Words("Yang dibayar", "What is paid"), .zero)
    (refusals, self.working, self.lawHash) = (refused, working, lawHash)
    lines = []
  }
}

extension Answers {
  /// A month as people write it: `11/2026`, or `2026-11`.
  func month(_ name: String) -> Month? {
    if let month = Month(text(name)) { return month }
    let parts = text(name).split(whereSeparator: { "/- .".contains($0) }).compactMap { Int($0) }
    guard parts.count == 2, (1900...9999).contains(parts[1]) else { return nil }
    return Month("\(parts[1])-\(parts[0] < 10 ? "0" : "")\(parts[0])")
  }
}
