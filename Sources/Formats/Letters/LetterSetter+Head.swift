import Vocabulary

extension LetterSetter {
  /// Letterhead, date, reference, subject and recipient.
  func setHead() {
    setLetterhead()
    space(16)
    let day = letter.day.spelled(in: letter.language)
    flow(block(letter.place.isEmpty ? day : "\(letter.place), \(day)", LetterPage.body))
    space(8)
    setFacts(
      [
        Letter.Fact(words("Nomor", "Number"), letter.reference),
        Letter.Fact(words("Perihal", "Subject"), letter.subject),
      ].filter { !$0.value.isEmpty }, strongFrom: 1)
    space(14)
    flow(block(words("Kepada Yth.", "To"), LetterPage.label), staysWithNext: true)
    for (index, line) in letter.recipient.enumerated() {
      flow(block(line, index == 0 ? LetterPage.strong : LetterPage.body, leading: 1.4))
    }
    space(16)
  }

  private func setLetterhead() {
    let name = TextBlock.fitted(
      letter.letterhead.office, .sans(15, bold: true, ink: .accent), smallest: 10, width: LetterPage.text, lines: 2,
      on: canvas)
    flow(name, "H1", staysWithNext: true)
    space(2, staysWithNext: true)
    for line in letter.letterhead.lines {
      flow(block(line, .sans(7.8, ink: .grey), leading: 1.4), staysWithNext: true)
    }
    let canvas = canvas
    strips.append(
      Strip(height: 12) { x, y in
        canvas.rule(x: x, y: y + 9, width: LetterPage.text, thickness: 1.6, .accent)
      })
  }

  /// Names in grey on the left, values beside them, wrapped.
  func setFacts(_ facts: [Letter.Fact], strongFrom: Int = .max) {
    let names = facts.map { TextBlock($0.name, LetterPage.label, leading: 1.5, on: canvas) }
    let nameWidth = min(170, (names.map(\.width).max() ?? 0) + 18)
    for (index, fact) in facts.enumerated() {
      let name = block(fact.name, LetterPage.label, width: nameWidth - 8)
      let typeface = index >= strongFrom ? LetterPage.strong : LetterPage.body
      let value = block(fact.value, typeface, width: LetterPage.text - nameWidth)
      strips.append(
        Strip(
          height: max(name.height, value.height) + 1, staysWithNext: index == 0 && facts.count > 1, path: [tag("P")]
        ) { x, y in
          name.draw(x: x, y: y)
          value.draw(x: x + nameWidth, y: y)
        })
    }
  }
}
