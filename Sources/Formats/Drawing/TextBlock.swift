import CPango

/// A typeface from the DejaVu family, which the machine must have (Debian: fonts-dejavu-core).
struct Typeface: Hashable {
  var family = "DejaVu Sans"
  var size: Double
  var isBold = false
  var ink = Ink.black

  static func sans(_ size: Double, bold: Bool = false, ink: Ink = .black) -> Typeface {
    Typeface(size: size, isBold: bold, ink: ink)
  }
  static func serif(_ size: Double, bold: Bool = false, ink: Ink = .black) -> Typeface {
    Typeface(family: "DejaVu Serif", size: size, isBold: bold, ink: ink)
  }
}

enum TextAlignment {
  case left
  case center
  case right
}

/// Text that pango has broken into lines. It can be drawn whole or line by line, over a page's end.
final class TextBlock {
  private let canvas: PDFCanvas
  private let layout: OpaquePointer
  private let typeface: Typeface
  let lineHeight: Double
  let lineCount: Int
  /// The widest line.
  let width: Double

  var height: Double { Double(lineCount) * lineHeight }

  /// `width` is where lines break; `nil` never breaks. `leading` is the distance of base lines over the type size.
  init(
    _ text: String, _ typeface: Typeface, width: Double? = nil, leading: Double = 1.45,
    alignment: TextAlignment = .left, on canvas: PDFCanvas
  ) {
    self.canvas = canvas
    self.typeface = typeface
    layout = pango_cairo_create_layout(canvas.cr)
    // Cairo counts 72 points to the inch in PDF; pango would take 96 and set everything a third too large.
    let context = pango_layout_get_context(layout)
    pango_cairo_context_set_resolution(context, 72)
    // Paper has no pixels to round to: glyphs stand exactly where the typeface puts them.
    pango_context_set_round_glyph_positions(context, 0)
    pango_cairo_context_set_font_options(context, canvas.fontOptions)
    pango_layout_context_changed(layout)
    let description = pango_font_description_new()
    pango_font_description_set_family(description, typeface.family)
    pango_font_description_set_absolute_size(description, typeface.size * Double(PANGO_SCALE))
    pango_font_description_set_weight(description, typeface.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)
    pango_layout_set_text(layout, TextBlock.printable(text), -1)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    if let width { pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE))) }
    let alignments = [TextAlignment.left: PANGO_ALIGN_LEFT, .center: PANGO_ALIGN_CENTER, .right: PANGO_ALIGN_RIGHT]
    pango_layout_set_alignment(layout, alignments[alignment] ?? PANGO_ALIGN_LEFT)
    lineHeight = typeface.size * leading
    lineCount = Int(pango_layout_get_line_count(layout))
    var extent = PangoRectangle()
    pango_layout_get_extents(layout, nil, &extent)
    self.width = Double(extent.width) / Double(PANGO_SCALE)
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  // A zero byte would end the text for C; it cannot be seen either way.
  private static func printable(_ text: String) -> String { text.filter { $0 != "\0" } }

  /// Draws every line; `y` is the top of the first.
  func draw(x: Double, y: Double) {
    for index in 0..<lineCount { drawLine(index, x: x, y: y + Double(index) * lineHeight) }
  }

  /// Draws one line with its top at `y`, the type sitting in the middle of the line's height.
  func drawLine(_ index: Int, x: Double, y: Double) {
    guard let line = pango_layout_get_line_readonly(layout, Int32(index)) else { return }
    canvas.use(typeface.ink)
    cairo_move_to(canvas.cr, x + offset(of: index), y + lineHeight / 2 + typeface.size * 0.36)
    pango_cairo_show_layout_line(canvas.cr, line)
  }

  // Pango shifts a line for its alignment only when it draws the whole; a single line has to be shifted here.
  private func offset(of index: Int) -> Double {
    guard let iterator = pango_layout_get_iter(layout) else { return 0 }
    defer { pango_layout_iter_free(iterator) }
    for _ in 0..<index { pango_layout_iter_next_line(iterator) }
    var extent = PangoRectangle()
    pango_layout_iter_get_line_extents(iterator, nil, &extent)
    return Double(extent.x) / Double(PANGO_SCALE)
  }

  /// The text at the largest size, from the typeface's own down to `smallest`, at which it fits into `lines` lines of
  /// `width`; at `smallest` it may take more.
  static func fitted(
    _ text: String, _ typeface: Typeface, smallest: Double, width: Double, lines: Int = 1, leading: Double = 1.25,
    alignment: TextAlignment = .left, on canvas: PDFCanvas
  ) -> TextBlock {
    var typeface = typeface
    while true {
      let block = TextBlock(text, typeface, width: width, leading: leading, alignment: alignment, on: canvas)
      if block.lineCount <= lines || typeface.size <= smallest { return block }
      typeface.size = max(smallest, typeface.size - 0.5)
    }
  }
}
