import Law
import Testing
import Vocabulary

@Suite("Checking the law")
struct CheckingTests {
  static let rate = LawFolder.parameter("percent", "  - { from: 2015-07-01, value: 2%, source: pp-1-2015 pasal 16 }")

  private func check(
    _ files: [String: String], _ keys: [any AnyLawKey], touched: Set<String>? = nil
  ) throws -> [String] {
    try LawFolder.with(files) { folder in
      LawCheck.run(folder: folder.path, keys: keys, touched: touched).map { "\($0.place): \($0.words.english)" }
    }
  }

  @Test("A parameter that is read and touched is clean")
  func clean() throws {
    #expect(try check(["parameters/a.yaml": Self.rate], [LawKey<Rate>("a")], touched: ["a"]) == [])
  }

  @Test("A parameter that nobody reads, or no example touches, is a fault")
  func unread() throws {
    #expect(
      try check(["parameters/a.yaml": Self.rate, "parameters/b.yaml": Self.rate], [LawKey<Rate>("a")], touched: ["b"])
        == [
          "law/parameters/a.yaml:1: no example touches this parameter",
          "law/parameters/b.yaml:1: no code reads this parameter",
        ])
  }

  @Test("A key without a file is a fault, and so are two keys for one file")
  func keys() throws {
    #expect(
      try check(["parameters/a.yaml": Self.rate], [LawKey<Rate>("a"), LawKey<Rate>("a"), LawKey<Rate>("c")]) == [
        "law/parameters/a.yaml: two keys in the programs read this parameter",
        "law/parameters/c.yaml: the programs read this parameter, and there is no such file",
      ])
  }

  @Test("A file whose unit is not what the code reads is a fault at the unit's line")
  func wrongUnit() throws {
    #expect(
      try check(["parameters/a.yaml": Self.rate], [LawKey<Rupiah>("a")]) == [
        "law/parameters/a.yaml:3: the programs want rupiah; the file gives percent"
      ])
  }

  @Test("A rule that the code does not know is a fault at its entry")
  func unknownRule() throws {
    let page = LawFolder.parameter(
      "rule",
      """
        - { from: 2015-07-01, value: half up, source: pp-1-2015 }
        - { from: 2016-07-01, value: sideways, source: pp-1-2015 }
      """)
    #expect(
      try check(["parameters/a.yaml": page], [LawKey<Rounding>("a")]) == [
        "law/parameters/a.yaml:6: choose one of: down | half up | up"
      ])
  }

  @Test("A page that cannot be read is not told as missing as well")
  func unreadable() throws {
    #expect(try check(["parameters/a.yaml": "title: ["], [LawKey<Rate>("a")]).count { $0.contains("a.yaml") } == 1)
  }

  @Test("An instrument that nothing cites is a fault")
  func uncited() throws {
    #expect(
      try check(
        ["parameters/a.yaml": Self.rate, "instruments/pp-2-2016.yaml": LawFolder.instrument], [LawKey<Rate>("a")])
        == ["law/instruments/pp-2-2016.yaml:1: no parameter cites this instrument"])
  }

  @Test("Examples cite what is there, have given and expect, and names of their own")
  func examples() throws {
    let page = """
      - { case: One, citing: pp-1-2015 pasal 2, given: { a: 1 }, expect: { b: 2 } }
      - { case: One, citing: pp-1-2015 pasal 2, given: { a: 1 }, expect: { b: 2 } }
      - { case: Two, citing: pp-9-2015, given: { a: 1 } }
      - { citing: pp-1-2015, given: { a: 1 }, expect: { b: 2 }, because: x }
      """
    #expect(
      try check(
        ["parameters/a.yaml": Self.rate, "examples/kind/a.yaml": page, "examples/loose.yaml": page], [LawKey<Rate>("a")]
      )
        == [
          "law/examples/kind/a.yaml:2: the case is named already at law/examples/kind/a.yaml:1",
          "law/examples/kind/a.yaml:3: no instrument \"pp-9-2015\" in law/instruments",
          "law/examples/kind/a.yaml:3: a case needs given and expect",
          "law/examples/kind/a.yaml:4: the field \"because\" is not known here; known are case, citing, expect, given",
          "law/examples/kind/a.yaml:4: the field \"case\" is missing",
          "law/examples/loose.yaml:1: examples lie in a folder that says who decides them",
        ])
  }

  @Test("Examples come out in path order, each with its place and its facts as text")
  func order() throws {
    let page = "- { case: One, citing: pp-1-2015 pasal 2, given: { wage: 007, on: 2024-01-10 }, expect: { b: [x, y] } }"
    try LawFolder.with(["examples/kind/b.yaml": page.replacing("One", with: "Two"), "examples/kind/a.yaml": page]) {
      let examples = try WorkedExample.load(folder: $0.path)
      #expect(examples.map(\.name) == ["One", "Two"])
      #expect(examples.first?.kind == "kind" && examples.first?.place == "law/examples/kind/a.yaml:1")
      #expect(examples.first?.given.find("wage")?.text == "007")
      #expect(examples.first?.expect.find("b")?.list?.compactMap(\.text) == ["x", "y"])
    }
  }
}
