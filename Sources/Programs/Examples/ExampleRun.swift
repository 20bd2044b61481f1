public import Law
public import Vocabulary

/// What came out of a worked example.
public struct ExampleResult: Sendable, Hashable {
  public let example: WorkedExample
  /// Where the programmes answered otherwise than expected, or could not be asked; empty if all is as signed.
  public let differences: [Words]
  /// The parameters that decided it.
  public let touched: Set<String>

  public var faults: [Fault] { differences.map { Fault("\(example.place), \(example.name)", $0) } }
}

/// The answers of a programme, as an example names and prints them.
struct Answers {
  var texts: [String: String] = [:]
  var touched: Set<String> = []
  var faults: [Words] = []

  /// The facts themselves were wrong.
  static func unreadable(_ faults: [Words]) -> Answers { Answers(faults: faults) }

  /// The programme refused to decide: `undecidable` in an example.
  static func undecidable(_ error: Undecidable) -> Answers {
    let reason: String =
      switch error {
      case .facts(let errors): errors.map(\.words.english).joined(separator: "; ")
      case .law(let error): error.words.english
      }
    return Answers(texts: ["undecidable": reason])
  }
}

extension WorkedExample {
  /// Puts this case to the programme that its folder names and compares the answers with what is expected.
  public func run(law: LawBook) -> ExampleResult {
    let answers: Answers
    switch kind {
    case "contributions": answers = contributionAnswers(law)
    case "construction": answers = constructionAnswers(law)
    case "arrears": answers = arrearsAnswers(law)
    case "jht-claims": answers = claimAnswers(law)
    case "jht-return": answers = returnAnswers(law)
    case "jkk", "jkm", "pmi", "scholarship", "heirs": answers = benefitAnswers(law)
    case "jp": answers = pensionAnswers(law)
    case "jkp": answers = unemploymentAnswers(law)
    case "late-payment": answers = latePaymentAnswers(law)
    case "obligations": answers = obligationAnswers(law)
    default:
      let unknown = Words(
        "Folder contoh \"\(kind)\" tidak dikenal.", "nobody decides examples of the folder \"\(kind)\"")
      answers = .unreadable([unknown])
    }
    return ExampleResult(
      example: self, differences: answers.faults.isEmpty ? differences(from: answers.texts) : answers.faults,
      touched: answers.touched)
  }

  private func differences(from answers: [String: String]) -> [Words] {
    (expect.fields ?? []).compactMap { field in
      let wanted = field.value.text ?? (field.value.list ?? []).compactMap(\.text).joined(separator: ", ")
      guard answers[field.name] != wanted else { return nil }
      let given =
        answers[field.name] ?? answers.sorted { $0.key < $1.key }.map { "\($0): \($1)" }.joined(separator: ", ")
      return Words(
        "\(field.name): diharapkan \(wanted), hasilnya \(given).", "\(field.name): expected \(wanted), got \(given)")
    }
  }
}

/// Everything wrong with the law under `folder`: what loading and `LawCheck` find, and every worked example that comes
/// out otherwise than signed. An empty list is a clean bill. This is `naungan law check`.
///
/// `otherKeys` are those that other rooms read, such as the office's deadlines. Their tests are the rooms' own, so no
/// worked example need touch them.
public func checkLaw(folder: String, own: String? = nil, otherKeys: [any AnyLawKey] = []) -> [Fault] {
  let keys = lawKeys + otherKeys
  do throws(LawFaults) {
    let law = try LawBook.load(folder: folder, own: own)
    // The examples were signed for the law as shipped; an office's letter may well answer what was silent there.
    let shipped = own == nil ? law : try LawBook.load(folder: folder)
    let results = try WorkedExample.load(folder: folder).map { $0.run(law: shipped) }
    let touched = results.reduce(into: Set(otherKeys.map(\.name))) { $0.formUnion($1.touched) }
    return LawCheck.run(law, keys: keys, touched: touched) + results.flatMap(\.faults)
  } catch {
    return LawCheck.run(folder: folder, own: own, keys: keys, touched: nil)
  }
}
