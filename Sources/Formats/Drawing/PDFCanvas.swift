import CPango
import Vocabulary

/// Pages being drawn with cairo and pango. Lengths are points (1/72 inch) from the top left; nothing here is random and
/// the only clock is `created`, so the same calls give the same bytes.
final class PDFCanvas {
  let cr: OpaquePointer
  let fontOptions: OpaquePointer?
  private let surface: OpaquePointer
  private let sink: Sink

  /// Where cairo pushes the bytes; it lives as long as the surface.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  init(width: Double, height: Double, title: String, author: String, created: Instant) throws(FormatError) {
    let sink = Sink()
    let write: cairo_write_func_t = { closure, data, length in
      guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
      let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
      sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
      return CAIRO_STATUS_SUCCESS
    }
    let opaque = Unmanaged.passUnretained(sink).toOpaque()
    guard let surface = cairo_pdf_surface_create_for_stream(write, opaque, width, height),
      let cr = cairo_create(surface)
    else { throw .drawing("cairo has no memory") }
    fontOptions = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(fontOptions, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(fontOptions, CAIRO_HINT_STYLE_NONE)
    (self.sink, self.surface, self.cr) = (sink, surface, cr)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created.description)
  }

  deinit {
    cairo_font_options_destroy(fontOptions)
    cairo_destroy(cr)
    cairo_surface_destroy(surface)
  }

  /// Ends the drawing and hands over the file.
  func finish() throws(FormatError) -> [UInt8] {
    cairo_surface_finish(surface)
    let statuses = [cairo_status(cr), cairo_surface_status(surface)]
    if let bad = statuses.first(where: { $0 != CAIRO_STATUS_SUCCESS }) {
      throw .drawing(String(cString: cairo_status_to_string(bad)))
    }
    return sink.bytes
  }

  func endPage() { cairo_show_page(cr) }

  /// Opens an element of the document's structure, for readers that speak it.
  func begin(_ tag: String) { cairo_tag_begin(cr, tag, nil) }
  func end(_ tag: String) { cairo_tag_end(cr, tag) }

  func tagged(_ tag: String, _ draw: () -> Void) {
    begin(tag)
    draw()
    end(tag)
  }
}

struct Ink: Hashable {
  let red: Double
  let green: Double
  let blue: Double

  /// `0x0B5563`.
  init(_ rgb: Int) {
    red = Double(rgb >> 16 & 255) / 255
    green = Double(rgb >> 8 & 255) / 255
    blue = Double(rgb & 255) / 255
  }

  static let black = Ink(0x1A1D21)
  static let grey = Ink(0x5B6470)
  static let faint = Ink(0xC9D0D6)
  static let wash = Ink(0xF1F5F6)
  static let accent = Ink(0x0B5563)
  static let white = Ink(0xFFFFFF)
}

extension PDFCanvas {
  func use(_ ink: Ink) { cairo_set_source_rgb(cr, ink.red, ink.green, ink.blue) }

  func fill(x: Double, y: Double, width: Double, height: Double, _ ink: Ink) {
    use(ink)
    cairo_rectangle(cr, x, y, width, height)
    cairo_fill(cr)
  }

  func rule(x: Double, y: Double, width: Double, thickness: Double = 0.6, _ ink: Ink) {
    fill(x: x, y: y - thickness / 2, width: width, height: thickness, ink)
  }

  func roundedFill(x: Double, y: Double, width: Double, height: Double, radius: Double, _ ink: Ink) {
    let quarter = Double.pi / 2
    use(ink)
    cairo_new_sub_path(cr)
    cairo_arc(cr, x + width - radius, y + radius, radius, -quarter, 0)
    cairo_arc(cr, x + width - radius, y + height - radius, radius, 0, quarter)
    cairo_arc(cr, x + radius, y + height - radius, radius, quarter, 2 * quarter)
    cairo_arc(cr, x + radius, y + radius, radius, 2 * quarter, 3 * quarter)
    cairo_close_path(cr)
    cairo_fill(cr)
  }

  /// A QR code on white with its quiet zone; `size` is the side of the whole.
  func draw(_ code: QRCode, x: Double, y: Double, size: Double, quietZone: Int = 4) {
    fill(x: x, y: y, width: size, height: size, .white)
    let module = size / Double(code.side + 2 * quietZone)
    use(Ink(0x000000))
    for run in code.runs {
      cairo_rectangle(
        cr, x + Double(run.column + quietZone) * module, y + Double(run.row + quietZone) * module,
        Double(run.length) * module, module)
    }
    cairo_fill(cr)
  }
}
