extension LetterSetter {
  func set(_ part: Letter.Block) {
    switch part {
    case .paragraph(let text):
      flow(block(text, LetterPage.body, leading: 1.55))
      space(8)
    case .heading(let text):
      space(4)
      flow(block(text, LetterPage.heading), "H2", staysWithNext: true)
      space(2, staysWithNext: true)
    case .facts(let facts):
      setFacts(facts)
      space(9)
    case .points(let points):
      setPoints(points)
      space(7)
    case .table(let table):
      set(table)
      space(12)
    case .working(let working):
      set(working)
      space(12)
    }
  }

  private func setPoints(_ points: [String]) {
    for (index, point) in points.enumerated() {
      let number = block("\(index + 1).", LetterPage.label, width: 22)
      let text = block(point, LetterPage.body, width: LetterPage.text - 24, leading: 1.5)
      let path = [tag("P")]
      for line in 0..<text.lineCount {
        strips.append(
          Strip(height: text.lineHeight, staysWithNext: line < text.lineCount - 1 && line < 2, path: path) { x, y in
            if line == 0 { number.drawLine(0, x: x, y: y) }
            text.drawLine(line, x: x + 24, y: y)
          })
      }
      space(2)
    }
  }

  /// How the amount was worked out: a panel with a number, words, article and amount for each step.
  private func set(_ working: Letter.Working) {
    let outer = tag("Sect")
    let title = block(working.title, LetterPage.heading, width: LetterPage.text - 24)
    let canvas = canvas
    func panel(_ y: Double, _ x: Double, _ height: Double) {
      canvas.fill(x: x, y: y - 0.2, width: LetterPage.text, height: height + 0.4, .wash)
      canvas.fill(x: x, y: y - 0.2, width: 2.4, height: height + 0.4, .accent)
    }
    strips.append(
      Strip(height: title.height + 12, staysWithNext: true, path: [outer, tag("H2")]) { x, y in
        panel(y, x, title.height + 12)
        title.draw(x: x + 14, y: y + 7)
      })
    for (index, step) in working.steps.enumerated() {
      let isLast = index == working.steps.count - 1
      var strip = stepStrip(step, number: "\(index + 1)", isTotal: false, in: outer, panel)
      strip.staysWithNext = isLast && working.total != nil
      strips.append(strip)
    }
    if let total = working.total { strips.append(stepStrip(total, number: "", isTotal: true, in: outer, panel)) }
    strips.append(Strip(height: 6, path: [outer]) { x, y in panel(y, x, 6) })
  }

  private func stepStrip(
    _ step: Letter.Working.Step, number: String, isTotal: Bool, in outer: Strip.Tag,
    _ panel: @escaping (Double, Double, Double) -> Void
  ) -> Strip {
    let amountWidth = 112.0
    let left = isTotal ? 14.0 : 34.0
    let typeface = isTotal ? LetterPage.cellStrong : LetterPage.cell
    let textWidth = LetterPage.text - left - amountWidth - 22
    let mark = block(number, .sans(8.4, bold: true, ink: .accent), width: 18)
    let text = block(step.text, typeface, width: textWidth, leading: 1.4)
    let article = step.article.isEmpty ? nil : block(step.article, LetterPage.small, width: textWidth, leading: 1.35)
    let amount = TextBlock.fitted(
      step.amount, typeface, smallest: 6, width: amountWidth, leading: 1.4, alignment: .right, on: canvas)
    let height = max(text.height + (article?.height ?? 0), amount.height) + (isTotal ? 12 : 7)
    let canvas = canvas
    return Strip(height: height, path: [outer, tag("P")]) { x, y in
      panel(y, x, height)
      let top = y + (isTotal ? 8 : 3)
      if isTotal {
        canvas.rule(x: x + 14, y: y + 4, width: LetterPage.text - 24, thickness: 0.8, .accent)
      } else {
        mark.drawLine(0, x: x + 14, y: top)
      }
      text.draw(x: x + left, y: top)
      article?.draw(x: x + left, y: top + text.height)
      amount.draw(x: x + LetterPage.text - amountWidth - 10, y: top)
    }
  }
}
