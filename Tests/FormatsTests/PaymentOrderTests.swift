import Testing
import Vocabulary

@testable import Formats

@Suite struct PaymentOrderTests {
  @Test("An order goes through pain.001 unchanged, and the same order gives the same bytes")
  func roundTrip() throws {
    let order = Samples.order
    let xml = try order.xml()
    #expect(try PaymentOrder.read(xml) == order)
    #expect(try order.xml() == xml)
  }

  @Test("Each way the money takes is a batch with its own count and sum")
  func batches() throws {
    let text = String(decoding: try Samples.order.xml(), as: UTF8.self)
    for rail in Rail.allCases {
      #expect(text.contains("<PmtInfId>NGN20261120-0001-\(rail.rawValue)</PmtInfId>"))
    }
    #expect(text.contains("<NbOfTxs>5</NbOfTxs>\n      <CtrlSum>1560250002.00</CtrlSum>"))
    #expect(text.contains("<NbOfTxs>2</NbOfTxs>\n      <CtrlSum>262000000.00</CtrlSum>"))
    #expect(text.contains("<Cd>SSBE</Cd>") && text.contains("<ReqdExctnDt>\n        <Dt>2026-11-21</Dt>"))
    #expect(text.contains("<CreDtTm>2026-11-20T14:05:00+07:00</CreDtTm>"))
    #expect(text.contains(#"<InstdAmt Ccy="IDR">48250000.00</InstdAmt>"#))
  }

  @Test(
    "The amount and the bank choose the way",
    arguments: [
      (250_000_000, "00245", Rail.bifast), (250_000_001, "00245", .skn), (1_000_000_000, "00245", .skn),
      (1_000_000_001, "00245", .rtgs), (1, "00814", .overbooking), (5_000_000_000, "00814", .overbooking),
    ] as [(Int64, String, Rail)])
  func rails(amount: Int64, bank: String, rail: Rail) {
    #expect(Samples.limits.rail(for: Rupiah(amount), from: "00814", to: bank) == rail)
  }

  @Test("Names outside the Latin set are transliterated, and cut at 140")
  func transliteration() throws {
    var order = Samples.order
    order.payments = [Samples.payment(1, 1_000, name: "Renée & Søn \"O’Brien\" <x> 王")]
    order.payments[0].remittance = String(repeating: "Uang JHT—lunas; ", count: 20)
    let read = try PaymentOrder.read(order.xml())
    #expect(read.payments[0].creditor.name == "Renee + Son 'O'Brien' .x. .")
    #expect(read.payments[0].remittance.hasPrefix("Uang JHT-lunas, Uang") && read.payments[0].remittance.count <= 140)
  }

  static let flaws: [(String, String, @Sendable (inout PaymentOrder) -> Void)] = [
    ("message number of 29 characters", "message", { $0.messageID = String(repeating: "1", count: 29) }),
    ("blank message number", "message", { $0.messageID = "" }),
    ("message number with an accent", "message", { $0.messageID = "é" }),
    ("message number with double slash", "message", { $0.messageID = "a//b" }),
    ("nothing to pay", "payments", { $0.payments = [] }),
    ("end-to-end of 36 characters", "payment 2", { $0.payments[1].endToEndID = String(repeating: "1", count: 36) }),
    ("same end-to-end twice", "payment 2, end-to-end", { $0.payments[1].endToEndID = $0.payments[0].endToEndID }),
    ("zero amount", "payment 3, amount", { $0.payments[2].amount = .zero }),
    ("negative amount", "payment 3, amount", { $0.payments[2].amount = Rupiah(-1) }),
    ("account with a dash", "payment 1, creditor, account", { $0.payments[0].creditor.number = "12-3" }),
    ("account of 35 digits", "debtor, account", { $0.debtor.number = String(repeating: "1", count: 35) }),
    ("blank name", "payment 1, creditor, name", { $0.payments[0].creditor.name = "  " }),
    ("blank bank", "debtor, bank", { $0.debtor.bank = "" }),
  ]

  @Test("An order with a flaw is not written, and the flaw's place is told", arguments: flaws.indices)
  func refused(index: Int) throws {
    let (name, place, spoil) = PaymentOrderTests.flaws[index]
    var order = Samples.order
    spoil(&order)
    #expect(order.faults.map(\.place) == [place], "\(name)")
    #expect(throws: FormatError.refused(order.faults), "\(name)") { try order.xml() }
  }

  @Test("Every fault of an order is told at once")
  func allFaults() {
    var order = Samples.order
    order.payments[0].amount = .zero
    order.payments[1].creditor.number = ""
    order.debtor.name = ""
    #expect(order.faults.count == 3)
  }
}

/// A file spoilt in one way, and where that must be noticed.
struct SpoiltFile: Sendable, CustomTestStringConvertible {
  let name: String
  let replace: String
  let with: String
  let place: String
  var testDescription: String { name }

  init(_ name: String, _ replace: String, _ with: String, at place: String) {
    (self.name, self.replace, self.with, self.place) = (name, replace, with, place)
  }

  func bytes(from xml: [UInt8]) throws -> [UInt8] {
    let text = String(decoding: xml, as: UTF8.self)
    let range = try #require(text.firstRange(of: replace), "the sample has no \(replace)")
    return Array(
      text.replacing(replace, with: with, subrange: range.lowerBound..<text.endIndex, maxReplacements: 1).utf8)
  }
}

@Suite struct PaymentOrderReadingTests {
  static let spoilt = [
    SpoiltFile("wrong count of the file", "<NbOfTxs>5<", "<NbOfTxs>6<", at: "line 7, NbOfTxs"),
    SpoiltFile("wrong sum of the file", "<CtrlSum>1560250002.00", "<CtrlSum>1560250003.00", at: "line 8, CtrlSum"),
    SpoiltFile("wrong count of a batch", "<NbOfTxs>2<", "<NbOfTxs>3<", at: "NbOfTxs"),
    SpoiltFile("wrong sum of a batch", "<CtrlSum>262000000.00", "<CtrlSum>1.00", at: "CtrlSum"),
    SpoiltFile("dollars", "Ccy=\"IDR\"", "Ccy=\"USD\"", at: "InstdAmt"),
    SpoiltFile("lower-case currency", "Ccy=\"IDR\"", "Ccy=\"idr\"", at: "InstdAmt"),
    SpoiltFile("cents", ">12000000.00<", ">12000000.50<", at: "InstdAmt"),
    SpoiltFile("an amount in words", ">12000000.00<", ">dua belas juta<", at: "InstdAmt"),
    SpoiltFile("no creation time", "<CreDtTm>2026-11-20T14:05:00+07:00</CreDtTm>", "", at: "GrpHdr"),
    SpoiltFile("a day that is none", "<Dt>2026-11-21", "<Dt>2026-02-30", at: "ReqdExctnDt"),
    SpoiltFile("an unknown way", "<Prtry>SKN<", "<Prtry>POS<", at: "CdtTrfTxInf"),
    SpoiltFile("no message number", "<MsgId>NGN20261120-0001</MsgId>", "", at: "GrpHdr/MsgId"),
    SpoiltFile("same number twice", "PAY-2026-000002", "PAY-2026-000001", at: "CdtTrfTxInf"),
    SpoiltFile("another kind of file", "pain.001.001.09", "pain.008.001.08", at: "Document"),
    SpoiltFile("no namespace", " xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"", "", at: "Document"),
    SpoiltFile("a creditor without a name", "<Nm>Sri Contoh</Nm>", "", at: "Cdtr/Nm"),
  ]

  @Test("A spoilt file is refused at the place of its flaw", arguments: spoilt)
  func refused(file: SpoiltFile) throws {
    let bytes = try file.bytes(from: Samples.order.xml())
    let error = #expect(throws: FormatError.self) { try PaymentOrder.read(bytes) }
    let places = try #require(error).faults.map(\.place)
    #expect(places.contains { $0.contains(file.place) }, "\(places)")
  }

  @Test("Other versions and a prefix before every name are read", arguments: ["02", "03", "08", "12"])
  func versions(version: String) throws {
    let text = String(decoding: try Samples.order.xml(), as: UTF8.self)
      .replacing("pain.001.001.09", with: "pain.001.001.\(version)")
    #expect(try PaymentOrder.read(Array(text.utf8)) == Samples.order)
    let prefixed = text.replacing("</", with: "\u{1}").replacing("<?", with: "\u{2}").replacing("<", with: "<p:")
      .replacing("\u{1}", with: "</p:").replacing("\u{2}", with: "<?").replacing(" xmlns=", with: " xmlns:p=")
    #expect(try PaymentOrder.read(Array(prefixed.utf8)) == Samples.order)
  }

  @Test("Version 03 has the day alone")
  func plainDay() throws {
    let text = String(decoding: try Samples.order.xml(), as: UTF8.self)
      .replacing("<Dt>2026-11-21</Dt>", with: "2026-11-21")
    #expect(try PaymentOrder.read(Array(text.utf8)) == Samples.order)
  }

  @Test("Faults in many places are told together, each with its line")
  func together() throws {
    let text = String(decoding: try Samples.order.xml(), as: UTF8.self).replacing("Ccy=\"IDR\"", with: "Ccy=\"SGD\"")
    let error = #expect(throws: FormatError.self) { try PaymentOrder.read(Array(text.utf8)) }
    let lines = Set(try #require(error).faults.map(\.place))
    #expect(lines.count == 5)
  }

  @Test("A file above ten million bytes is read to its end")
  func large() throws {
    var order = Samples.order
    order.payments = (1...13_000).map { Samples.payment($0, Int64($0)) }
    let xml = try order.xml()
    #expect(xml.count > 10_000_000)
    #expect(try PaymentOrder.read(xml).total == Rupiah(84_506_500))
  }

  @Test("A seeded thousand payments go through unchanged")
  func seeded() throws {
    let seed = Tool.seed
    var random = SeededRandom(seed: seed)
    for _ in 0..<50 {
      var order = Samples.order
      order.payments = (1...20).map { number in
        Samples.payment(
          number, Int64(1 + random.below(2_000_000_000)), bank: random.pick(["00245", "00814"]),
          name: random.pick(["Sri Contoh", "Budi (Contoh)", "A.B. Contoh"]))
      }
      let inOrder = Rail.allCases.flatMap { rail in order.payments.filter { $0.rail == rail } }
      let read = try PaymentOrder.read(order.xml())
      #expect(read.payments == inOrder, "seed \(seed)")
    }
  }
}

@Suite struct XMLTests {
  private func faults(_ bytes: [UInt8]) throws -> [Fault] {
    let error = #expect(throws: FormatError.self) { try PaymentOrder.read(bytes) }
    return try #require(error).faults
  }

  static let bombs: [(String, String)] = [
    (
      "billion laughs",
      "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<Document>&b;</Document>"
    ),
    ("external entity", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Document>&x;</Document>"),
    ("external document type", "<!DOCTYPE d SYSTEM \"http://example.org/d.dtd\"><Document/>"),
    ("undefined entity", "<Document>&x;</Document>"), ("cut short", "<Document><a>"), ("not closed", "<Document"),
    ("crossed elements", "<Document><a></b></Document>"), ("plain words", "halo"), ("nothing", ""), ("blanks", " \n "),
    ("two roots", "<Document/><Document/>"), ("zero byte", "<Document>\0</Document>"),
    ("declared Latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><Document/>"),
    ("declared UTF-7", "<?xml version=\"1.0\" encoding=\"UTF-7\"?><Document/>"),
    ("ten thousand deep", String(repeating: "<a>", count: 10_000)),
    ("no content", "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"/>"),
  ]

  @Test("A file that is not what it should be is refused with a place", arguments: bombs)
  func refused(name: String, text: String) throws {
    #expect(!(try faults(Array(text.utf8))).isEmpty, "\(name)")
  }

  @Test("Broken UTF-8 and UTF-16 are refused")
  func encodings() throws {
    #expect(try faults([0x3C, 0x61, 0x3E, 0xFF, 0x3C]).first?.place == "line 1")
    #expect(try faults([0xFF, 0xFE, 0x3C, 0x00]).first?.place == "line 1")
    #expect(try faults(Array("<!DOCTYPE x><a/>".utf8)).first?.words.english == "XML with a DOCTYPE is refused.")
  }

  @Test("Bytes taken from anywhere in a good file and changed never crash the reader")
  func mutations() throws {
    let seed = Tool.seed
    var random = SeededRandom(seed: seed)
    let good = try Samples.order.xml()
    for _ in 0..<400 {
      var bytes = good
      for _ in 0...random.below(3) {
        switch random.below(3) {
        case 0: bytes[random.below(bytes.count)] = UInt8(random.below(256))
        case 1: bytes.removeSubrange(random.below(bytes.count / 2)..<(bytes.count / 2 + random.below(bytes.count / 4)))
        default: bytes.insert(random.pick(Array("<>&\"/ é".utf8)), at: random.below(bytes.count))
        }
      }
      // Only that it ends, with an order or with faults that have places.
      do { _ = try PaymentOrder.read(bytes) } catch {
        #expect(error.faults.allSatisfy { !$0.place.isEmpty }, "seed \(seed)")
      }
    }
  }

  @Test("Escaping holds in text and in attributes, and leaves out what XML cannot hold")
  func escaping() {
    #expect(XML.escaped("a<b>&\"c\"\u{1}\u{FFFE}\n") == "a&lt;b&gt;&amp;&quot;c&quot;&#10;")
  }

  @Test(
    "Moments are read with any offset, and without one as Western Indonesian Time",
    arguments: [
      ("2026-11-20T14:05:09+07:00", "2026-11-20T14:05:09+07:00"), ("2026-11-20T07:05:09Z", "2026-11-20T14:05:09+07:00"),
      ("2026-11-20T14:05:09", "2026-11-20T14:05:09+07:00"),
      ("2026-11-20T14:05:09.250+0700", "2026-11-20T14:05:09+07:00"),
      ("2026-11-20T03:35:09-03:30", "2026-11-20T14:05:09+07:00"), ("2026-11-20", nil), ("2026-11-20T25:00:00Z", nil),
      ("2026-11-20T14:05", nil), ("2026-11-20T14:05:09+7", nil), ("2026-11-20T14:05:09.x", nil), ("", nil),
    ] as [(String, String?)])
  func moments(text: String, moment: String?) { #expect(Instant(iso: text)?.description == moment) }

  @Test(
    "Amounts on the wire are whole rupiah",
    arguments: [
      ("1250000", 1_250_000), ("1250000.00", 1_250_000), ("1250000.0", 1_250_000), ("0", 0), ("1.5", nil),
      ("1,00", nil),
      ("-1", nil), ("", nil), ("1.", nil), (".00", nil), ("1.0.0", nil), ("12345678901234567", nil), ("1e5", nil),
      ("٥", nil),
    ] as [(String, Int64?)])
  func amounts(text: String, amount: Int64?) { #expect(Rupiah(wire: text)?.amount == amount) }

  @Test(
    "Text for banks keeps to the Latin set",
    arguments: [
      ("Sri Contoh", "Sri Contoh"), ("Ñandú Çelik", "Nandu Celik"), ("A\tB  C", "A B C"), ("a_b;c", "a-b,c"),
      ("Łódź", "Lodz"), ("👍", "."), ("Groß", "Gross"), ("½", "."), ("", ""),
    ])
  func latin(text: String, plain: String) {
    #expect(LatinText.transliterated(text, most: 140) == plain)
    #expect(LatinText.isPlain(plain))
  }
}
