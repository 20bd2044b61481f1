import Foundation
import Law
import Office
import Programs
import Vocabulary

/// Calculations are public, like the law: facts go in, the decision and its working come out, and nothing is kept.
extension API {
  var calculationRoutes: [Route] {
    [
      calculation("contribution", "Reckon a month's contribution") { (facts: AskedContribution, law) in
        try facts.reckoned(law)
      },
      calculation("construction", "Reckon the contribution of a construction project") { (facts: AskedProject, law) in
        try facts.reckoned(law)
      },
      calculation(
        "jht", "Reckon a JHT claim",
        standing: [
          "earlierPayments": [String](), "hasHeir": true, "channelAccepted": false, "dataRenewed": true,
          "hasNPWP": true,
        ]
      ) { (facts: JHTClaimFacts, law) in try facts.reckoned(law) },
      calculation("jkm", "Reckon a JKM claim", standing: ["fromWork": false, "children": [String]()]) {
        (facts: JKMClaimFacts, law) in try facts.reckoned(law)
      },
      calculation(
        "jkk", "Reckon a JKK claim",
        standing: [
          "cause": "workplace", "finding": "confirmed", "costs": [String](), "timeOff": [String](),
          "wageContinued": false,
          "losses": [String](), "leftHanded": false, "returnsToWork": false, "survivors": [String](),
          "children": [String](),
        ]
      ) { (facts: JKKClaimFacts, law) in try facts.reckoned(law) },
      calculation(
        "jp", "Reckon a JP claim",
        standing: [
          "deferred": false,
          "survivors": ["hasSpouse": false, "children": [String](), "hasParent": false] as [String: any Sendable],
        ]
      ) { (facts: JPClaimFacts, law) in try facts.reckoned(law) },
    ]
  }

  /// - Parameter standing: what stands where the facts leave it out.
  private func calculation<Facts: Codable & Sendable>(
    _ name: String, _ summary: String, standing: [String: any Sendable] = [:],
    reckon: @escaping @Sendable (Facts, LawBook) throws -> Reckoned
  ) -> Route {
    .post(Self.root + "/calculations/" + name, summary, for: .anyone, face: .api, limit: 100_000) { ask in
      let facts = try await ask.facts(Facts.self, standing: standing)
      return try .json(ToldReckoned(try reckon(facts, office.law), ask.language))
    }
  }
}

extension Ask {
  /// Facts of a calculation: money as everywhere in this interface, and no name that is not theirs, however deep.
  fileprivate func facts<Facts: Codable & Sendable>(_ type: Facts.Type, standing: [String: any Sendable]) async throws
    -> Facts
  {
    guard let contentType, contentType == "application/json" || contentType.hasSuffix("+json") else {
      throw Refusal.unsupportedType("application/json")
    }
    guard let tree = try? JSONSerialization.jsonObject(with: Data(try await bytes())) else { throw Refusal.notJSON }
    guard let given = tree as? [String: Any] else {
      throw Refusal.invalid([Fault("", "Kirim satu objek.", "Send an object.")])
    }
    let faults = TextRule.faults(in: given, at: "")
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
    guard let plain = try FactsTree.plain(given, at: "") as? [String: Any] else { throw Refusal.notJSON }
    let whole = plain.merging(standing) { mine, _ in mine }
    let facts = try JSONReading.decode(
      type, from: Array(try JSONSerialization.data(withJSONObject: whole)), allowing: nil)
    let known = try JSONSerialization.jsonObject(with: Data(try JSONWriting.bytes(facts)))
    let strange = FactsTree.strange(plain, besides: known, at: "")
    guard strange.isEmpty else {
      throw Refusal.invalid(strange.sorted().map { Fault($0, "Nama ini tidak dikenal.", "Unknown name.") })
    }
    return facts
  }
}

/// The JSON of facts between the interface's form and the form in which `Programs` reads them.
private enum FactsTree {
  /// With `{"value": "5000000", "currency": "IDR"}` as the whole number that it is.
  static func plain(_ tree: Any, at pointer: String) throws -> Any {
    switch tree {
    case let object as [String: Any] where object["currency"] != nil || object["value"] != nil:
      do {
        let data = try JSONSerialization.data(withJSONObject: object)
        return try JSONDecoder().decode(Money.self, from: data).amount.amount
      } catch {
        throw Refusal.invalid([
          Fault(
            pointer, "Tulis {\"value\": \"5000000\", \"currency\": \"IDR\"}.",
            "Write {\"value\": \"5000000\", \"currency\": \"IDR\"}.")
        ])
      }
    case let object as [String: Any]:
      return try Dictionary(
        uniqueKeysWithValues: object.map { ($0.key, try plain($0.value, at: "\(pointer)/\($0.key)")) })
    case let list as [Any]: return try list.enumerated().map { try plain($0.element, at: "\(pointer)/\($0.offset)") }
    default: return tree
    }
  }

  /// The places of names in `tree` that the facts did not read.
  static func strange(_ tree: Any, besides known: Any, at pointer: String) -> [String] {
    switch (tree, known) {
    case (let tree as [String: Any], let known as [String: Any]):
      tree.filter { !($0.value is NSNull) }.flatMap { name, value in
        known[name].map { strange(value, besides: $0, at: "\(pointer)/\(name)") } ?? ["\(pointer)/\(name)"]
      }
    case (let tree as [Any], let known as [Any]):
      zip(tree, known).enumerated().flatMap { strange($1.0, besides: $1.1, at: "\(pointer)/\($0)") }
    default: []
    }
  }
}

/// What came out of a calculation.
struct ToldReckoned: Encodable {
  struct Line: Encodable {
    let text: String
    let amount: Money
    let note: String?

    init(_ line: Reckoned.Line, _ language: Language) {
      (text, amount) = (line.words.text(in: language), Money(line.amount))
      note = line.note?.text(in: language)
    }
  }

  struct Reason: Encodable {
    let code: String
    let text: String
  }

  /// Absent where nothing is paid.
  let total: Line?
  let lines: [Line]
  /// Why nothing is paid, every reason at once.
  let refusals: [Reason]
  let working: [ToldStep]
  let confidence: Confidence
  let lawHash: String

  init(_ reckoned: Reckoned, _ language: Language) {
    total = reckoned.refusals.isEmpty ? Line(reckoned.total, language) : nil
    lines = reckoned.lines.map { Line($0, language) }
    refusals = reckoned.refusals.map { Reason(code: $0.code, text: $0.words.text(in: language)) }
    working = reckoned.working.map { ToldStep($0, language) }
    confidence = reckoned.working.confidence
    lawHash = reckoned.lawHash
  }
}
