import Law
import Testing
import Vocabulary

@Suite("Loading the law")
struct LoadingTests {
  private func faults(_ files: [String: String]) throws -> [String] { try LawFolder.with(files) { $0.faults() } }

  @Test("Every fault is told at once, with its file and line")
  func all() throws {
    let page = """
      title: A value
      unit: bushels
      colour: blue
      history:
        - { from: 2015-07-01, value: 2%, source: pp-99-2015 pasal 1 }
        - { from: yesterday, value: 2%, source: pp-1-2015 }
      confidence: certain
      """
    #expect(
      try faults(["parameters/a.yaml": page]) == [
        "law/parameters/a.yaml:3: the field \"colour\" is not known here; known are "
          + "catatan, checked, columns, confidence, history, judul, note, satuan, title, unit",
        "law/parameters/a.yaml:1: the field \"judul\" is missing",
        "law/parameters/a.yaml:7: confidence: \"certain\" is neither seen nor draft",
        "law/parameters/a.yaml:1: the field \"checked\" is missing",
        "law/parameters/a.yaml:1: the field \"satuan\" is missing",
        "law/parameters/a.yaml:2: the unit \"bushels\" begins with none of "
          + "percent, rupiah, months, years, days, count, wait, rule, text, table",
      ])
  }

  @Test("The entries of a history have faults of their own")
  func entries() throws {
    let page = LawFolder.parameter(
      "percent",
      """
        - { from: 2015-07-01, value: 2%, source: pp-99-2015 pasal 1 }
        - { from: yesterday, value: 2%, source: pp-1-2015 }
        - { from: 2016-07-01, value: 2%, repealed: true, source: pp-1-2015 }
        - { from: 2017-07-01, source: pp-1-2015 }
        - { from: 2018-07-01, value: 2% }
        - { from: 2019-07-01, value: 2%, source: pp-1-2015, note: only in English }
      """)
    #expect(
      try faults(["parameters/a.yaml": page]) == [
        "law/parameters/a.yaml:5: no instrument \"pp-99-2015\" in law/instruments",
        "law/parameters/a.yaml:6: from: \"yesterday\" is no calendar day; write 2026-11-20",
        "law/parameters/a.yaml:7: an entry has exactly one of value, rows, repealed",
        "law/parameters/a.yaml:8: an entry has exactly one of value, rows, repealed",
        "law/parameters/a.yaml:9: the field \"source\" is missing",
        "law/parameters/a.yaml:10: note (English) and catatan (Indonesian) are written together",
      ])
  }

  @Test("Days out of order are refused, and so is the same day twice")
  func order() throws {
    let page = LawFolder.parameter(
      "percent",
      """
        - { from: 2016-07-01, value: 2%, source: pp-1-2015 }
        - { from: 2015-07-01, value: 3%, source: pp-1-2015 }
        - { from: 2015-07-01, value: 4%, source: pp-1-2015 }
      """)
    #expect(
      try faults(["parameters/a.yaml": page]) == [
        "law/parameters/a.yaml:6: 2015-07-01 is not after 2016-07-01: the oldest entry comes first",
        "law/parameters/a.yaml:7: 2015-07-01 is not after 2015-07-01: the oldest entry comes first",
      ])
  }

  @Test("A history does not begin with a repeal")
  func repealFirst() throws {
    let page = LawFolder.parameter("percent", "  - { from: 2016-07-01, repealed: true, source: pp-1-2015 }")
    #expect(try faults(["parameters/a.yaml": page]) == ["law/parameters/a.yaml:5: the first entry cannot be a repeal"])
  }

  @Test("A table names a unit for each column, and each row gives each column")
  func tables() throws {
    let page = """
      title: A table
      judul: Sebuah tabel
      unit: table
      satuan: tabel
      columns: { from: rupiah, base: rupiah }
      history:
        - from: 2015-07-01
          source: pp-1-2015
          rows:
            - { from: Rp 0, base: Rp 1.000 }
            - { from: Rp 5.000 }
            - { from: Rp 6.000, base: 7000 }
            - { from: Rp 8.000, base: Rp 9.000, colour: blue }
        - { from: 2016-07-01, value: Rp 1, source: pp-1-2015 }
      confidence: seen
      checked: 2026-11-20
      """
    #expect(
      try faults(["parameters/a.yaml": page]) == [
        "law/parameters/a.yaml:11: the column base is missing",
        "law/parameters/a.yaml:12: \"7000\": an amount is written Rp 7.000.000, grouped by dots",
        "law/parameters/a.yaml:13: the field \"colour\" is not known here; known are base, from",
        "law/parameters/a.yaml:14: a table has rows, anything else has a value",
      ])
  }

  @Test("A field written twice and broken YAML are faults of the page")
  func pages() throws {
    let twice =
      LawFolder.parameter("percent", "  - { from: 2016-07-01, value: 2%, source: pp-1-2015 }") + "\ntitle: Again\n"
    let page = try faults([
      "parameters/twice.yaml": twice, "parameters/broken.yaml": "title: [",
    ])
    #expect(page.count == 2)
    #expect(page.contains { $0.hasPrefix("law/parameters/twice.yaml:1:") && $0.contains("written twice: title") })
    #expect(page.contains { $0.hasPrefix("law/parameters/broken.yaml:") })
  }

  @Test("A file's name is lower case, and a missing folder is a fault")
  func names() throws {
    let page = LawFolder.parameter("percent", "  - { from: 2016-07-01, value: 2%, source: pp-1-2015 }")
    #expect(try faults(["parameters/Rate.yaml": page]).count == 1)
    #expect(LawFolder(path: "/nowhere/at/all").faults() == ["law:1: the folder of law is missing or empty"])
  }

  @Test("An instrument is not in force before it was enacted, and amends only what is there")
  func instruments() throws {
    let page = """
      title: Government Regulation 2 of 2016
      judul: Peraturan Pemerintah Nomor 2 Tahun 2016
      enacted: 2016-07-01
      in_force: 2016-06-30
      amends: [pp-1-2015, pp-7-1999]
      confidence: draft
      """
    #expect(
      try faults(["instruments/pp-2-2016.yaml": page]) == [
        "law/instruments/pp-2-2016.yaml:4: in force before it was enacted",
        "law/instruments/pp-2-2016.yaml:1: amends \"pp-7-1999\", which is not in law/instruments",
      ])
  }

  @Test("The register wants a programme that exists and years in order")
  func register() throws {
    let page = """
      - { programme: JHT, title: Savings, judul: Tabungan, verified: 2015-2026, confidence: seen }
      - { programme: BPJS, title: Savings, judul: Tabungan, verified: 2015-2026, confidence: seen }
      - { programme: JP, title: Savings, judul: Tabungan, verified: 2026-2015, confidence: seen }
      """
    #expect(
      try faults(["programs.yaml": page]) == [
        "law/programs.yaml:2: programme is one of JKK, JKM, JHT, JP, JKP",
        "law/programs.yaml:3: verified years are written 2015-2026",
      ])
  }

  @Test("The fingerprint is SHA-256, and every character of the law moves it")
  func fingerprint() throws {
    let page = LawFolder.parameter("percent", "  - { from: 2016-07-01, value: 2%, source: pp-1-2015 }")
    let (same, again, other) = (
      try LawFolder.with(["parameters/a.yaml": page]) { try $0.load().get().hash },
      try LawFolder.with(["parameters/a.yaml": page, "README.md": "not law"]) { try $0.load().get().hash },
      try LawFolder.with(["parameters/a.yaml": page + "\n"]) { try $0.load().get().hash }
    )
    #expect(same == again)
    #expect(same != other)
    #expect(same.count == 64 && same.allSatisfy { $0.isHexDigit && !$0.isUppercase })
  }
}
