import Foundation
import Law
import Programs
import Testing
import Vocabulary

/// Shown in the test's name, so that a failure reads as law.
struct Case: Sendable, CustomTestStringConvertible {
  let example: WorkedExample
  var testDescription: String { "\(example.name) (\(example.citing))" }
}

@Suite("The worked examples of law/examples")
struct WorkedExampleTests {
  static let cases: [Case] = ((try? WorkedExample.load(folder: lawFolder)) ?? []).map(Case.init)
  static let law = try? projectLaw()

  @Test("comes out as signed", arguments: cases)
  func run(_ item: Case) throws {
    let result = item.example.run(law: try #require(Self.law))
    #expect(result.differences.isEmpty, "\(item.example.place): \(result.differences.map(\.english))")
  }

  @Test("There are enough of them to mean something")
  func enough() { #expect(Self.cases.count >= 50) }

  @Test("An expectation that does not come out is told with both figures")
  func difference() throws {
    let law = try #require(Self.law)
    let first = try #require(Self.cases.first { $0.example.kind == "arrears" }?.example)
    let wrong = Written(
      line: 1, content: .fields([Written.Field.named("fine", "Rp 1"), Written.Field.named("colour", "blue")]))
    let example = WorkedExample(
      kind: first.kind, name: first.name, citing: first.citing, given: first.given, expect: wrong, file: first.file,
      line: first.line)
    let differences = example.run(law: law).differences.map(\.english)
    #expect(differences.count == 2)
    #expect(differences.first == "fine: expected Rp 1, got Rp 600.000")
  }

  @Test("Facts that nobody asked for are refused, not passed over")
  func unknownFacts() throws {
    let law = try #require(Self.law)
    let first = try #require(Self.cases.first { $0.example.kind == "jht-claims" }?.example)
    let given = Written(
      line: 1, content: .fields((first.given.fields ?? []) + [Written.Field.named("shoe size", "42")]))
    let example = WorkedExample(
      kind: first.kind, name: first.name, citing: first.citing, given: given, expect: first.expect, file: first.file,
      line: first.line)
    #expect(example.run(law: law).differences.first?.english.hasPrefix("given: shoe size is not known") == true)
  }
}

extension Written.Field {
  static func named(_ name: String, _ text: String) -> Written.Field {
    Written.Field(name: name, line: 1, value: Written(line: 1, content: .text(text)))
  }
}
