import CPango
import Vocabulary

extension MemberCard {
  /// The card as a PDF of one page, 85.6 by 54 mm. The same card gives the same bytes.
  /// Throws `FormatError` where the code has too much to hold or the drawing fails.
  public func pdf() throws(FormatError) -> [UInt8] {
    let qr = try QRCode(code)
    let canvas = try PDFCanvas(
      width: CardPage.width, height: CardPage.height, title: "\(words.title) \(name)", author: office, created: issued)
    canvas.begin("Document")
    canvas.drawCanopy()
    draw(qr, on: canvas)
    canvas.end("Document")
    canvas.endPage()
    return try canvas.finish()
  }

  private var words: (title: String, number: String, issued: String, programmes: String) {
    language == .indonesian
      ? ("KARTU PESERTA", "Nomor peserta", "Terbit", "Program")
      : ("MEMBER CARD", "Member number", "Issued", "Programmes")
  }

  private func draw(_ qr: QRCode, on canvas: PDFCanvas) {
    let (left, codeSize) = (14.0, 66.0)
    let wide = CardPage.width - 2 * left
    let narrow = CardPage.width - left - codeSize - 20
    canvas.tagged("P") {
      TextBlock.fitted(office, .sans(7.6, bold: true, ink: .white), smallest: 5, width: wide - 84, lines: 2, on: canvas)
        .draw(x: left, y: 10)
      TextBlock(words.title, .sans(6.4, bold: true, ink: Ink(0xCFE6E8)), width: 84, alignment: .right, on: canvas)
        .draw(x: left + wide - 84, y: 10)
    }
    canvas.tagged("H1") {
      let block = TextBlock.fitted(
        name, .sans(12.5, bold: true), smallest: 7, width: wide, lines: 1, leading: 1.2, on: canvas)
      // At the smallest size a second line has to go somewhere: up, into the free space.
      block.draw(
        x: left, y: 58 - (block.lineCount > 1 ? block.height - block.lineHeight : 0) / 2 - block.lineHeight / 2)
    }
    canvas.tagged("P") { drawNumber(x: left, width: narrow, on: canvas) }
    canvas.tagged("P") { drawProgrammes(x: left, width: narrow, on: canvas) }
    canvas.tagged("Figure") {
      canvas.draw(qr, x: CardPage.width - codeSize - 9, y: CardPage.height - codeSize - 9, size: codeSize, quietZone: 2)
    }
  }

  private func drawNumber(x: Double, width: Double, on canvas: PDFCanvas) {
    TextBlock(words.number, .sans(5.4, ink: .grey), on: canvas).draw(x: x, y: 72)
    TextBlock.fitted(spacedNumber, .sans(11, bold: true, ink: .accent), smallest: 8, width: width, on: canvas)
      .draw(x: x, y: 79)
    let since = "\(segmentWords) · \(words.issued) \(issued.day.spelled(in: language))"
    TextBlock.fitted(since, .sans(5.8, ink: .grey), smallest: 4.4, width: width, lines: 2, on: canvas).draw(x: x, y: 95)
  }

  private func drawProgrammes(x: Double, width: Double, on canvas: PDFCanvas) {
    TextBlock(words.programmes, .sans(5.4, ink: .grey), on: canvas).draw(x: x, y: 117)
    var left = x
    for programme in programmes.programmes {
      let text = TextBlock(programme.rawValue, .sans(6.4, bold: true, ink: .accent), leading: 1.3, on: canvas)
      let pill = text.width + 10
      guard left + pill <= x + width else { break }
      canvas.roundedFill(x: left, y: 127, width: pill, height: 13, radius: 6.5, Ink(0xDCEDEF))
      text.draw(x: left + 5, y: 127 + (13 - text.height) / 2)
      left += pill + 4
    }
  }

  // 11 digits read aloud best as 2 4 5: the year first.
  private var spacedNumber: String {
    "\(kpj.digits.prefix(2)) \(kpj.digits.dropFirst(2).prefix(4)) \(kpj.digits.suffix(5))"
  }

  private var segmentWords: String {
    let words: Words =
      switch segment {
      case .wageEarner: Words("Penerima upah", "Wage earner")
      case .selfEmployed: Words("Bukan penerima upah", "Self-employed")
      case .construction: Words("Jasa konstruksi", "Construction worker")
      case .migrant: Words("Pekerja migran", "Migrant worker")
      }
    return words.text(in: language)
  }
}

/// The card's measures: 85.6 by 54 mm in points.
enum CardPage {
  static let width = 85.6 / 25.4 * 72
  static let height = 54.0 / 25.4 * 72
}

extension PDFCanvas {
  /// The ground of the card: a band with three roofs, one over the other, since naungan is shelter.
  fileprivate func drawCanopy() {
    fill(x: 0, y: 0, width: CardPage.width, height: CardPage.height, .white)
    fill(x: 0, y: 0, width: CardPage.width, height: 36, .accent)
    for (index, ink) in [Ink(0x0F6675), Ink(0x14798A), Ink(0x1B8C9E)].enumerated() {
      let step = Double(index)
      use(ink)
      cairo_move_to(cr, CardPage.width * 0.4 + step * 30, 36)
      cairo_curve_to(
        cr, CardPage.width * 0.6 + step * 26, 36 - step * 2, CardPage.width * 0.7 + step * 20, 4 + step * 10,
        CardPage.width, 6 + step * 11)
      cairo_line_to(cr, CardPage.width, 36)
      cairo_close_path(cr)
      cairo_fill(cr)
    }
    rule(x: 0, y: 36, width: CardPage.width, thickness: 1.4, Ink(0xE0A030))
  }
}
