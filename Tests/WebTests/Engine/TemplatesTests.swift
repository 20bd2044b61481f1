import Testing
import Vocabulary

@testable import Web

@Suite("Templates")
struct TemplatesTests {
  private func faults(_ text: String) -> [String] {
    do {
      _ = try Templates(["a/b": text])
      return []
    } catch {
      return (error as? Templates.Faults)?.faults.map(\.description) ?? ["\(error)"]
    }
  }

  @Test("Each sentence stands beside its twin, and each language gets its own")
  func bilingual() throws {
    let templates = try Templates(["x": "<p>[[Halo, {{name}}||Hello, {{name}}]]!</p>"])
    #expect(try templates.draw("x", ["name": "Sri"], in: .indonesian) == "<p>Halo, Sri!</p>\n")
    #expect(try templates.draw("x", ["name": "Sri"], in: .english) == "<p>Hello, Sri!</p>\n")
  }

  @Test(
    "A template that is not right is refused with its file and line",
    arguments: [
      ("satu\n[[dua", "a/b.mustache:2: [[ is not closed"), ("satu\ndua]]", "a/b.mustache:2: ]] without [["),
      ("[[satu]]", "a/b.mustache:1: [[…]] needs exactly two sentences, parted by ||"),
      ("\n\n[[a||b||c]]", "a/b.mustache:3: [[…]] needs exactly two sentences, parted by ||"),
      ("[[a||b [[c||d]]", "a/b.mustache:1: [[…]] needs exactly two sentences, parted by ||"),
      ("[[a|| ]]", "a/b.mustache:1: one of the two sentences is empty"),
      ("]] [[a||b]]", "a/b.mustache:1: ]] without [["), ("{{x", "a/b.mustache:1: a tag is not closed"),
      ("{{#x}}\n", "a/b.mustache:1: {{#x}} is not closed"), ("\n{{/x}}", "a/b.mustache:2: {{/x}} closes nothing"),
      ("{{#x}}{{/y}}", "a/b.mustache:1: {{/y}} closes nothing"), ("{{}}", "a/b.mustache:1: an empty tag"),
      ("{{{x}}}", "a/b.mustache:1: unescaped values are not allowed"),
      ("{{&x}}", "a/b.mustache:1: {{&x}} is not used in this house"),
      ("{{>nowhere}}", "a/b.mustache:1: there is no partial nowhere"),
      ("{{! [[ ]] \n }}\n[[a", "a/b.mustache:3: [[ is not closed"),
    ])
  func refused(text: String, fault: String) { #expect(faults(text) == [fault]) }

  @Test("Every template's fault is told at once")
  func allFaults() {
    #expect(throws: Templates.Faults.self) { try Templates(["a": "[[x", "b": "{{#y}}"]) }
    do {
      _ = try Templates(["a": "[[x", "b": "{{#y}}", "c": "good"])
    } catch {
      #expect((error as? Templates.Faults)?.faults.map(\.file) == ["a.mustache", "b.mustache"])
    }
  }

  @Test("Values are escaped, wherever they come from")
  func escaping() throws {
    let templates = try Templates(["x": "<a href=\"{{v}}\">{{v}}</a>"])
    let html = try templates.draw("x", ["v": "\"><script>alert('x')&"], in: .indonesian)
    #expect(
      html.contains("<a href=\"&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&amp;\">"))
    #expect(!html.contains("<script"))
  }

  @Test("A key that the model has not is an error that names it")
  func missing() throws {
    let templates = try Templates([
      "x": "{{a}} {{#rows}}{{b}} {{c.d}}{{/rows}} {{^none}}{{e}}{{/none}} {{>p}} {{>*which}}", "p": "{{f}}",
      "q": "{{g}}",
    ])
    let model: Model = ["rows": [["b": "1"], ["c": ["d": "2"]]], "none": false, "which": "q"]
    #expect(templates.unresolvedKeys("x", model) == ["a", "b", "c.d", "e", "f", "g"])
    #expect(throws: Templates.MissingKeys(template: "x", keys: ["a", "b", "c.d", "e", "f", "g"])) {
      try templates.draw("x", model, in: .indonesian)
    }
    #expect(templates.unresolvedKeys("x", ["rows": [], "none": true, "a": nil, "f": "", "which": "p"]) == [])
  }

  @Test("Absent values skip their sections and do not look further out")
  func absent() throws {
    let templates = try Templates(["x": "{{#inner}}{{#hint}}shown{{/hint}}{{^hint}}none{{/hint}}{{hint}}{{/inner}}"])
    for absent: Model in [nil, "", [], false] {
      let model: Model = ["hint": "outer", "inner": ["hint": absent]]
      #expect(try templates.draw("x", model, in: .indonesian).hasPrefix("none"))
      #expect(!(try templates.draw("x", model, in: .indonesian)).contains("outer"))
    }
  }

  @Test("Days, months, money and moments are put into the page's language")
  func typed() throws {
    let templates = try Templates(["x": "{{d}}|{{m}}|{{r}}|{{n}}|{{t}}"])
    let day = try #require(Day(2026, 8, 17))
    let model: Model = [
      "d": .day(day), "m": .month(day.month), "r": .money(Rupiah(-1_250_000)), "n": 158_254, "t": .moment(Instant(day)),
    ]
    #expect(
      try templates.draw("x", model, in: .indonesian)
        == "17 Agustus 2026|Agustus 2026|-Rp 1.250.000|158.254|17 Agustus 2026, 09.00\n")
    #expect(try templates.draw("x", model, in: .english).hasPrefix("17 August 2026|August 2026|"))
  }

  @Test("A chart's longest bar is full, and nothing negative is drawn")
  func chart() throws {
    let chart = Chart(
      Words("a", "b"), columns: (Words("c", "d"), Words("e", "f")),
      bars: [1, 1_000, -5, 0].map { Chart.Bar(Words("x", "y"), Rupiah($0)) })
    guard case .tree(let tree) = chart.model, case .list(let bars)? = tree["bars"] else {
      Issue.record("no bars")
      return
    }
    let widths = bars.compactMap { bar -> Model? in if case .tree(let tree) = bar { tree["width"] } else { nil } }
    #expect(widths == ["2", "640", "0", "0"])
  }

  @Test("A late claim says so, in words and not in colour alone")
  func daysLeft() throws {
    let day = TestSite.day
    let templates = try Templates(["x": "{{words}}/{{tone}}/{{due}}/{{#dots}}{{#on}}#{{/on}}{{^on}}.{{/on}}{{/dots}}"])
    func drawn(_ left: Int) throws -> String {
      try templates.draw("x", Part.daysLeft(left, of: 3, due: day).merging(["total": "3"]), in: .english)
    }
    #expect(try drawn(3) == "3 working days left/good/20 November 2026/...\n")
    #expect(try drawn(1) == "1 working day left/waiting/20 November 2026/##.\n")
    #expect(try drawn(0) == "Due today/waiting/20 November 2026/###\n")
    #expect(try drawn(-2) == "2 working days late/bad/20 November 2026/###\n")
  }
}
