/// A letter is a list of strips, each as wide as the text and never cut. The flow sets one below the other and turns
/// the page where the next does not fit.
struct Strip {
  var height: Double
  /// Never the last on a page: headings, and the first line of a paragraph.
  var staysWithNext = false
  /// Set again at the top of the page when a page ends just before this strip: the titles of a table.
  var header: [Strip] = []
  /// The elements of structure it is in, outermost first. Neighbours in the same element share it.
  var path: [Tag] = []
  var draw: (_ x: Double, _ y: Double) -> Void = { _, _ in }

  struct Tag: Hashable {
    let name: String
    let number: Int
  }
}

/// Where each strip has come to stand.
struct LetterFlow {
  struct Placed {
    let strip: Strip
    let y: Double
  }

  private(set) var pages: [[Placed]] = [[]]

  /// `top` and `bottom` bound the text on the first page, `laterTop` and `bottom` on all others.
  init(_ strips: [Strip], top: Double, laterTop: Double, bottom: Double) {
    var y = top
    var index = 0
    while index < strips.count {
      // What has to stay together is placed together, unless it fills more than a page.
      var end = index
      while end < strips.count - 1, strips[end].staysWithNext { end += 1 }
      let together = strips[index...end]
      if y + together.map(\.height).reduce(0, +) > bottom, !isAtTop(y, top, laterTop) {
        pages.append([])
        y = laterTop
        for strip in strips[index].header { place(strip, &y) }
      }
      for strip in together {
        if y + strip.height > bottom, !isAtTop(y, top, laterTop) {
          pages.append([])
          y = laterTop
        }
        // White space at the top of a page would only make it look ragged.
        if strip.path.isEmpty, isAtTop(y, top, laterTop), pages.count > 1 { continue }
        place(strip, &y)
      }
      index = end + 1
    }
  }

  private func isAtTop(_ y: Double, _ top: Double, _ laterTop: Double) -> Bool {
    y == (pages.count == 1 ? top : laterTop)
  }

  private mutating func place(_ strip: Strip, _ y: inout Double) {
    pages[pages.count - 1].append(Placed(strip: strip, y: y))
    y += strip.height
  }
}
