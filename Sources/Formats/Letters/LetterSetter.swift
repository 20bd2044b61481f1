import Vocabulary

/// Sets a letter: turns its parts into strips, then draws page after page.
final class LetterSetter {
  let letter: Letter
  let canvas: PDFCanvas
  var strips: [Strip] = []
  private var elements = 0

  init(_ letter: Letter) throws(FormatError) {
    self.letter = letter
    canvas = try PDFCanvas(
      width: LetterPage.width, height: LetterPage.height, title: letter.subject, author: letter.letterhead.office,
      created: letter.created)
  }

  func words(_ indonesian: String, _ english: String) -> String {
    Words(indonesian, english).text(in: letter.language)
  }

  /// A new element of structure of that kind.
  func tag(_ name: String) -> Strip.Tag {
    elements += 1
    return Strip.Tag(name: name, number: elements)
  }

  func space(_ height: Double, staysWithNext: Bool = false) {
    strips.append(Strip(height: height, staysWithNext: staysWithNext))
  }

  func block(
    _ text: String, _ typeface: Typeface, width: Double = LetterPage.text, leading: Double = 1.5,
    alignment: TextAlignment = .left
  ) -> TextBlock {
    TextBlock(text, typeface, width: width, leading: leading, alignment: alignment, on: canvas)
  }

  /// The lines of a text as strips. No page begins or ends with a single line of a longer text.
  func flow(_ text: TextBlock, _ name: String = "P", indent: Double = 0, staysWithNext: Bool = false) {
    let path = [tag(name)]
    for index in 0..<text.lineCount {
      let staysWithNext = staysWithNext || text.lineCount > 1 && (index == 0 || index == text.lineCount - 2)
      strips.append(
        Strip(height: text.lineHeight, staysWithNext: staysWithNext, path: path) { x, y in
          text.drawLine(index, x: x + indent, y: y)
        })
    }
  }

  /// Pages drawn, numbered and finished.
  func pdf() throws(FormatError) -> [UInt8] {
    var code: QRCode?
    if let text = letter.code?.text { code = try QRCode(text) }
    setHead()
    for part in letter.body { set(part) }
    setEnd(code)
    let flow = LetterFlow(
      strips, top: LetterPage.top, laterTop: LetterPage.laterTop, bottom: LetterPage.bottom)
    canvas.begin("Document")
    for (index, page) in flow.pages.enumerated() {
      if index > 0 { drawLaterTop() }
      drawStrips(page)
      drawFoot(page: index + 1, of: flow.pages.count)
      // The last page is ended with the file; a second end would add a blank one.
      if index < flow.pages.count - 1 { canvas.endPage() }
    }
    canvas.end("Document")
    canvas.endPage()
    return try canvas.finish()
  }

  private func drawStrips(_ page: [LetterFlow.Placed]) {
    var open: [Strip.Tag] = []
    for placed in page {
      let path = placed.strip.path
      let shared = zip(open, path).prefix { $0 == $1 }.count
      while open.count > shared { canvas.end(open.removeLast().name) }
      for tag in path.dropFirst(shared) {
        canvas.begin(tag.name)
        open.append(tag)
      }
      placed.strip.draw(LetterPage.left, placed.y)
    }
    while let tag = open.popLast() { canvas.end(tag.name) }
  }

  private func drawLaterTop() {
    let line = [letter.letterhead.office, letter.reference].filter { !$0.isEmpty }.joined(separator: "  ·  ")
    let text = TextBlock.fitted(line, LetterPage.small, smallest: 5, width: LetterPage.text, on: canvas)
    text.draw(x: LetterPage.left, y: 34)
    canvas.rule(x: LetterPage.left, y: 50, width: LetterPage.text, .faint)
  }

  private func drawFoot(page: Int, of pages: Int) {
    let y = LetterPage.height - 60
    canvas.rule(x: LetterPage.left, y: y, width: LetterPage.text, .faint)
    let number = words("Halaman \(page) dari \(pages)", "Page \(page) of \(pages)")
    let right = block(number, LetterPage.small, width: 90, alignment: .right)
    right.draw(x: LetterPage.left + LetterPage.text - 90, y: y + 5)
    let foot = TextBlock.fitted(
      letter.footer, LetterPage.small, smallest: 6.2, width: LetterPage.text - 100, leading: 1.35, on: canvas)
    foot.draw(x: LetterPage.left, y: y + 5)
  }
}
