extension QRCode {
  /// The code as one SVG element, to stand in a page or a file of its own.
  ///
  /// `size` is the side in CSS pixels with the quiet zone; the standard asks for a quiet zone of four modules.
  /// `title` is what a screen reader says.
  public func svg(size: Int = 240, quietZone: Int = 4, title: String = "") -> String {
    let whole = side + 2 * quietZone
    let path = runs.map { "M\($0.column + quietZone) \($0.row + quietZone)h\($0.length)v1h-\($0.length)z" }.joined()
    let label = title.isEmpty ? #"aria-hidden="true""# : #"role="img" aria-label="\#(XML.escaped(title))""#
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(size)" height="\(size)" viewBox="0 0 \(whole) \(whole)" \
      \(label) shape-rendering="crispEdges"><rect width="\(whole)" height="\(whole)" fill="#fff"/>\
      <path d="\(path)" fill="#000"/></svg>
      """
  }
}
