import Formats
import Testing
import Vocabulary

@Suite struct LetterTests {
  @Test("A decision on one page carries its number, its working and its articles")
  func decision() throws {
    let pdf = try Samples.decision.pdf()
    let text = try Tool.text(of: pdf)
    let expected = [
      "Kantor Cabang Contoh Jaminan Sosial", "Kota Contoh, 20 November 2026", "NGN/JKM/2026/11/000417",
      "Ibu Sri Lestari Contoh", "Cara menghitung", "Santunan berkala 24 bulan × Rp 500.000", "Rp 42.000.000",
      "Pasal 34 ayat (2) huruf c", "Ratna Contoh", "Halaman 1 dari 1",
    ]
    for words in expected { #expect(text.contains(words), "\(words)") }
  }

  @Test("The same letter gives the same bytes; another date of creation gives others")
  func sameBytes() throws {
    var letter = Samples.decision
    #expect(try letter.pdf() == letter.pdf())
    let first = try letter.pdf()
    letter.created = letter.created.adding(seconds: 60)
    #expect(try letter.pdf() != first)
  }

  @Test("Title, author, date of creation and structure are in the file")
  func facts() throws {
    let facts = try Tool.facts(of: Samples.decision.pdf())
    #expect(facts.contains("Keputusan santunan kematian atas nama almarhum Bapak Joko Contoh"))
    #expect(facts.contains("Kantor Cabang Contoh Jaminan Sosial"))
    #expect(facts.contains("Nov 20 07:05:00 2026"))
    #expect(facts.split(separator: "\n").contains { $0.hasPrefix("Tagged:") && $0.hasSuffix("yes") })
    #expect(facts.contains("(A4)"))
  }

  @Test("The code on the letter is read by a scanner")
  func code() throws {
    let read = try Tool.scanned(Samples.decision.pdf(), page: 1)
    #expect(read == "https://naungan.contoh.id/periksa/NGN-JKM-2026-11-000417")
  }

  @Test("A long table runs over three pages, with its titles on each and no row lost")
  func longTable() throws {
    let pdf = try Samples.long.pdf()
    let text = try Tool.text(of: pdf)
    for number in 1...70 { #expect(text.contains("99710141078500\(zeroPadded(number, 2))")) }
    #expect(text.components(of: "No Nama NIK Upah Iuran") == 3)
    #expect(text.contains("Halaman 3 dari 3") && text.contains("Rp 317.485.000"))
    #expect(text.contains("Kusumaningratwidyastuti"))
    #expect(text.contains("Bambang Contoh"))
    #expect(try Tool.scanned(pdf, page: 3).hasPrefix("https://"))
  }

  @Test("An English letter has English fixed words")
  func english() throws {
    var letter = Samples.decision
    letter.language = .english
    let text = try Tool.text(of: letter.pdf())
    #expect(text.contains("Page 1 of 1") && text.contains("Subject") && text.contains("Number"))
  }

  @Test("Paragraphs that fill pages keep every sentence, and no page is left blank")
  func longText() throws {
    var letter = Samples.decision
    letter.body = (1...60).map {
      .paragraph("Kalimat \($0) awal. " + String(repeating: "isi surat ", count: 40) + "akhir \($0).")
    }
    let pdf = try letter.pdf()
    let text = try Tool.text(of: pdf)
    for number in 1...60 { #expect(text.contains("Kalimat \(number) awal.") && text.contains("akhir \(number).")) }
    let pages = try #require(text.split(separator: "Halaman 1 dari ").last?.prefix { $0.isNumber })
    for page in 1...(Int(pages) ?? 0) { #expect(text.contains("Halaman \(page) dari \(pages)")) }
  }

  @Test("A bare letter, a word longer than the line and characters for C to trip over are all set")
  func oddities() throws {
    var letter = Samples.decision
    letter.body = [
      .paragraph(String(repeating: "panjang", count: 60)), .paragraph("a\0b <tag> & 日本"), .points([]), .facts([]),
    ]
    letter.body.append(.table(Letter.Table(columns: [], rows: [["x"]])))
    letter.body.append(.table(Letter.Table(columns: [.init("A"), .init("B")], rows: [["only one"]])))
    letter.code = nil
    letter.signatories = []
    let text = try Tool.text(of: letter.pdf())
    #expect(text.contains("ab <tag> &") && text.contains("only one"))
    let bare = Letter(
      letterhead: Letter.Letterhead(office: "", lines: []), place: "", day: Samples.day, created: Samples.moment,
      reference: "", recipient: [], subject: "", body: [])
    #expect(try Tool.text(of: bare.pdf()).contains("Halaman 1 dari 1"))
  }

  @Test("A code with too much to hold is refused before anything is drawn")
  func tooLong() {
    var letter = Samples.decision
    letter.code?.text = String(repeating: "x", count: 5_000)
    #expect(throws: FormatError.tooLongForCode(bytes: 5_000)) { try letter.pdf() }
  }
}

@Suite struct MemberCardTests {
  @Test("The card is 85.6 by 54 mm and says who is covered by what")
  func card() throws {
    let card = try #require(Samples.card())
    let pdf = try card.pdf()
    let text = try Tool.text(of: pdf)
    for words in ["Sri Lestari Contoh", "26 0123 45678", "Penerima upah", "JKK", "JKM", "JHT", "JP", "JKP"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(try Tool.facts(of: pdf).contains("242.646 x 153.071 pts"))
    #expect(try Tool.scanned(pdf, page: 1) == card.code)
    #expect(try card.pdf() == pdf)
  }

  @Test("A very long name shrinks and wraps, and stays whole")
  func longName() throws {
    let name = "Raden Ayu Kusumaningratwidyastuti Hadiningrat Contoh Panjang Sekali Namanya binti Suryakusuma"
    let card = try #require(Samples.card(name: name))
    #expect(try Tool.text(of: card.pdf()).contains("binti Suryakusuma"))
  }

  @Test("Every segment is named in both languages", arguments: Segment.allCases, Language.allCases)
  func segments(segment: Segment, language: Language) throws {
    var card = try #require(Samples.card())
    card.segment = segment
    card.language = language
    #expect(try Tool.text(of: card.pdf()).contains(language == .english ? "MEMBER CARD" : "KARTU PESERTA"))
  }
}

extension String {
  /// How many times `part` is in it.
  func components(of part: String) -> Int { ranges(of: part).count }
}
