import Foundation
import Testing
import Vocabulary

@Suite("Printed numbers")
struct NumbersTests {
  static let goodNIKs: [(String, Sex)] = [
    ("9971014107850001", .female), ("9971011503900002", .male), ("9971 0115 0390 0002", .male),
    ("997101.150390.0002", .male),
    ("9971-0115-0390-0002", .male), ("'9971011503900002", .male), ("\t9971011503900002\n", .male),
    ("9971012902000001", .male),
    ("9971016902960001", .female), ("9971017112850001", .female), ("9999993112999999", .male),
  ]

  @Test("A NIK is read as people write it, and tells the sex", arguments: goodNIKs)
  func reads(_ text: String, _ sex: Sex) { #expect(NIK(text)?.sex == sex) }

  static let badNIKs: [(String, NIK.Flaw)] = [
    ("", .notSixteenDigits(count: 0)), ("997101410785000", .notSixteenDigits(count: 15)),
    ("99710141078500011", .notSixteenDigits(count: 17)), ("997101410785000A", .notDigits),
    ("9971014107850OO1", .notDigits),
    ("٩٩٧١٠١٤١٠٧٨٥٠٠٠١", .notDigits), ("9971014107850001\u{301}", .notDigits), ("0071014107850001", .impossibleRegion),
    ("9900014107850001", .impossibleRegion), ("9971004107850001", .impossibleRegion),
    ("9971010007850001", .impossibleDate),
    ("9971014007850001", .impossibleDate), ("9971013207850001", .impossibleDate), ("9971017207850001", .impossibleDate),
    ("9971018107850001", .impossibleDate), ("9971010113850001", .impossibleDate), ("9971010100850001", .impossibleDate),
    ("9971013002850001", .impossibleDate), ("9971012902850001", .impossibleDate), ("9971013104850001", .impossibleDate),
    ("9971014107850000", .impossibleSerial),
  ]

  @Test("What no registry could have issued is refused, and says why", arguments: badNIKs)
  func flaws(_ text: String, _ flaw: NIK.Flaw) {
    #expect(NIK.read(text) == .failure(flaw))
    #expect(NIK(text) == nil)
    for words in [flaw.words.indonesian, flaw.words.english] { #expect(words.hasSuffix(".") && words.count > 20) }
  }

  @Test("A NIK agrees with the birthday in it, and hides its middle")
  func agrees() throws {
    let sri = try #require(NIK("9971014107850001"))
    let days = ["1985-07-01", "1885-07-01", "1985-07-02"].compactMap { Day($0) }
    #expect(days.map { sri.agrees(with: $0) } == [true, true, false])
    #expect(sri.masked == "9971••••••••0001" && sri.region == "997101")
  }

  static let goodKPJs = ["26000000001", "260 0000 0001", "26-0000-00001", "00000000000"]
  static let badKPJs = [
    "", "2600000000", "260000000011", "2600000000A", "２６０００００００００１", "26.000.000.001", "26000000001\u{301}",
  ]

  @Test("A KPJ has eleven digits")
  func kpjs() {
    for text in Self.goodKPJs { #expect(KPJ(text) != nil, "\(text)") }
    for text in Self.badKPJs { #expect(KPJ(text) == nil, "\(text)") }
    #expect(
      [KPJ("26000000002"), KPJ("25000000009")].compactMap { $0 }.sorted().map(\.digits) == [
        "25000000009", "26000000002",
      ])
  }

  static let goodNPPs: [(String, String)] = [
    ("26000001000", "26000001000"), ("jj012345-000", "JJ012345000"), ("AB 123456 001", "AB123456001"),
  ]
  static let badNPPs = [
    "", "2600000100", "260000010000", "26000001A00", "26000001-00A", "26_00001000", "ÄB123456001", "ßb123456001",
  ]

  @Test("An NPP has eight letters or digits and three digits")
  func npps() {
    for (text, kept) in Self.goodNPPs { #expect(NPP(text)?.text == kept, "\(text)") }
    for text in Self.badNPPs { #expect(NPP(text) == nil, "\(text)") }
  }

  static let badVAs = [
    "", "12345678", "12345678901234567890123456", "98991-A", "9899.1260.0001", "９８９９１２６００", "98991 1260 000x",
  ]

  @Test("A virtual account has nine to twenty-five digits, and is read aloud in fours")
  func virtualAccounts() {
    #expect(VirtualAccount("98991-1-26000000017")?.digits == "98991126000000017")
    #expect(VirtualAccount("9899112600000001")?.spaced == "9899 1126 0000 0001")
    #expect(VirtualAccount("123456789") != nil && VirtualAccount("1234567890123456789012345") != nil)
    for text in Self.badVAs { #expect(VirtualAccount(text) == nil, "\(text)") }
  }

  @Test("Printed numbers travel as text and are refused when they cannot be")
  func travel() throws {
    let kpj = try #require(KPJ("26000000001"))
    let json = try JSONEncoder().encode([kpj])
    #expect(String(decoding: json, as: UTF8.self) == #"["26000000001"]"#)
    #expect(try JSONDecoder().decode([KPJ].self, from: json) == [kpj])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([KPJ].self, from: Data(#"["26"]"#.utf8)) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data(#"["2026-02-30"]"#.utf8)) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Identifier<Int>].self, from: Data("[0]".utf8)) }
  }

  @Test("A citation splits at the first blank, and a set of programmes keeps its order")
  func words() {
    let citation = Citation("pp-46-2015 pasal 22 ayat (5)")
    #expect(citation.instrument == "pp-46-2015" && citation.article == "pasal 22 ayat (5)")
    #expect(Citation("pp-46-2015").article.isEmpty && Citation("").instrument.isEmpty)
    #expect(citation.description == "pp-46-2015 pasal 22 ayat (5)")
    #expect(
      ProgrammeSet([.jht, .jkk]).description == "JKK, JHT" && ProgrammeSet([.jkk]).contains(Programme.jkm) == false)
  }
}
