/// The measures of the page, in points.
enum LetterPage {
  static let width = 595.28
  static let height = 841.89
  static let left = 71.0
  static let right = 62.0
  static let top = 44.0
  static let laterTop = 62.0
  static let bottom = height - 78
  static let text = width - left - right

  static let body = Typeface.serif(9.6)
  static let strong = Typeface.serif(9.6, bold: true)
  static let heading = Typeface.sans(10.2, bold: true, ink: .accent)
  static let label = Typeface.serif(9.6, ink: .grey)
  static let cell = Typeface.sans(8.4)
  static let cellStrong = Typeface.sans(8.4, bold: true)
  static let cellTitle = Typeface.sans(7.6, bold: true, ink: .accent)
  static let small = Typeface.sans(7.2, ink: .grey)
}
