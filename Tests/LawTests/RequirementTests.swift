import Law
import Testing
import Vocabulary

@Suite("What a claim asks for")
struct RequirementTests {
  static let documents = """
    - { id: ktp, title: Card, judul: KTP, issuer: Registry, penerbit: Dukcapil }
    - { id: letter, title: Letter, judul: Surat, issuer: Village, penerbit: Desa, validity: A month, berlaku: Sebulan }
    """

  static func list(_ asks: String, from: String = "2015-07-01", more: String = "") -> String {
    """
    title: A claim
    judul: Sebuah klaim
    grounds: [ { value: a, id: A, en: A }, { value: b, id: B, en: B } ]
    claimants: [ { value: self, id: Sendiri, en: Self }, { value: heir, id: Ahli waris, en: Heir } ]
    channels: [ { value: desk, id: Loket, en: Desk } ]
    history:
      - from: \(from)
        source: pp-1-2015
        confidence: draft
        asks:
    \(asks)
    \(more)
    """
  }

  private static let two = """
          - { fact: Who, fakta: Siapa, documents: [ktp, letter] }
          - { fact: Why, fakta: Mengapa, documents: [letter], grounds: [b], claimants: [heir] }
          - { fact: Wage, fakta: Upah, holder: employer }
    """

  @Test("Only what a situation asks for is on its list, on the day that it is asked")
  func situations() throws {
    let files = ["requirements/documents.yaml": Self.documents, "requirements/x.yaml": Self.list(Self.two)]
    let book = try LawFolder.with(files) { try $0.load().get() }
    let found = try #require(book.requirements.first)
    func facts(_ ground: String, _ claimant: String) throws -> [String] {
      let situation = RequirementList.Situation(ground: ground, claimant: claimant, channel: "desk")
      return try found.requirements(for: situation, on: day("2015-07-01")).map(\.fact.english)
    }
    #expect(try facts("a", "self") == ["Who", "Wage"])
    #expect(try facts("b", "self") == ["Who", "Wage"])
    #expect(try facts("b", "heir") == ["Who", "Why", "Wage"])
    let known = RequirementList.Situation(ground: "a", claimant: "self", channel: "desk")
    #expect(throws: LawError.silent(parameter: "requirements/x", on: day("2015-06-30"), begins: day("2015-07-01"))) {
      try found.requirements(for: known, on: day("2015-06-30"))
    }
    let strange = RequirementList.Situation(ground: "c", claimant: "self", channel: "desk")
    #expect(throws: LawError.noRow(parameter: "requirements/x", on: day("2016-01-01"), asked: "c")) {
      try found.requirements(for: strange, on: day("2016-01-01"))
    }
  }

  @Test(
    "Every fault of a list is told with its file",
    arguments: [
      ("- { fact: Who, fakta: Siapa, documents: [kpt] }", "no document \"kpt\""),
      ("- { fact: Who, fakta: Siapa }", "shown by documents, or held by somebody"),
      ("- { fact: Who, fakta: Siapa, holder: aunt }", "\"aunt\" is no holder"),
      ("- { fact: Who, fakta: Siapa, documents: [ktp], grounds: [z] }", "grounds: \"z\" is not on the list"),
      ("- { fact: Who, documents: [ktp] }", "the field \"fakta\" is missing"),
      ("- { fact: Who, fakta: Siapa, documents: [ktp], why: x }", "the field \"why\" is not known"),
    ])
  func faults(_ ask: String, _ words: String) throws {
    let files = [
      "requirements/documents.yaml": Self.documents, "requirements/x.yaml": Self.list("          " + ask),
    ]
    let faults = try LawFolder.with(files) { $0.faults() }
    #expect(faults.contains { $0.hasPrefix("law/requirements/x.yaml:") && $0.contains(words) }, "\(faults)")
  }

  @Test("A paper that no claim asks for is a fault, and so is a list without papers")
  func papers() throws {
    let ask = "          - { fact: Who, fakta: Siapa, documents: [ktp] }"
    let unused = try LawFolder.with([
      "requirements/documents.yaml": Self.documents, "requirements/x.yaml": Self.list(ask),
    ]) { $0.faults() }
    #expect(unused == ["law/requirements/documents.yaml:1: no claim asks for the document \"letter\""])
    let without = try LawFolder.with(["requirements/x.yaml": Self.list(ask)]) { $0.faults() }
    #expect(without == ["law/requirements/x.yaml:1: law/requirements/documents.yaml is missing"])
  }
}
