extension LetterSetter {
  /// Closing, signatures and the code. Where one person signs, the code stands beside the signature.
  func setEnd(_ code: QRCode?) {
    space(6)
    if !letter.closing.isEmpty {
      flow(block(letter.closing, LetterPage.body), staysWithNext: !letter.signatories.isEmpty)
    }
    let figure = code.map { self.figure($0, letter.code?.caption ?? "", width: LetterPage.text / 2) }
    if letter.signatories.count == 1, let figure {
      strips.append(beside(signatures(letter.signatories[...], width: LetterPage.text / 2 - 20), figure))
      return
    }
    // Two in a row, side by side; a third begins the next row.
    let width = letter.signatories.count == 1 ? LetterPage.text : (LetterPage.text - 24) / 2
    for start in stride(from: 0, to: letter.signatories.count, by: 2) {
      strips.append(signatures(letter.signatories[start..<min(start + 2, letter.signatories.count)], width: width))
    }
    if let figure {
      space(10)
      strips.append(figure)
    }
  }

  private func signatures(_ row: ArraySlice<Letter.Signatory>, width: Double) -> Strip {
    let names = row.map { block($0.name, LetterPage.strong, width: width, leading: 1.4) }
    let roles = row.map { block($0.role, .serif(8.6, ink: .grey), width: width, leading: 1.4) }
    let nameHeight = names.map(\.height).max() ?? 0
    let room = 46.0
    let height = room + nameHeight + (roles.map(\.height).max() ?? 0) + 10
    return Strip(height: height, path: [tag("P")]) { x, y in
      for (index, (name, role)) in zip(names, roles).enumerated() {
        let left = x + Double(index) * (width + 24)
        name.draw(x: left, y: y + room)
        role.draw(x: left, y: y + room + nameHeight)
      }
    }
  }

  private func figure(_ code: QRCode, _ caption: String, width: Double) -> Strip {
    let size = max(78, Double(code.side + 8) * 1.5)
    // The quiet zone is white on white: the code itself lines up with the text.
    let quiet = size * 4 / Double(code.side + 8)
    let text = block(caption, LetterPage.small, width: width - size + quiet - 8, leading: 1.45)
    let height = max(size, text.height)
    let canvas = canvas
    return Strip(height: height, path: [tag("Figure")]) { x, y in
      canvas.draw(code, x: x - quiet, y: y, size: size)
      text.draw(x: x + size - quiet + 8, y: y + max(0, (size - text.height) / 2))
    }
  }

  private func beside(_ left: Strip, _ right: Strip) -> Strip {
    let canvas = canvas
    return Strip(height: max(left.height, right.height), path: [tag("Sect")]) { x, y in
      for (strip, x) in [(left, x), (right, x + LetterPage.text / 2)] {
        for tag in strip.path { canvas.begin(tag.name) }
        strip.draw(x, y)
        for tag in strip.path.reversed() { canvas.end(tag.name) }
      }
    }
  }
}
