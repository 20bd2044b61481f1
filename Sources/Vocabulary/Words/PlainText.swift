/// What text of people may hold. Control characters and marks that turn the direction of writing have no place in a name
/// or an address: some databases refuse them, and on paper they show something other than what was typed.
public enum PlainText {
  /// NUL, the other controls of C0 and C1, and the marks that override or isolate the direction of writing.
  public static func isStray(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<32, 127..<160, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func breaks(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" || scalar == "\t" }

  /// Whether all of it can be printed; breaks of lines and tabs are fine.
  public static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { !isStray($0) || breaks($0) }
  }

  /// Whether all of it can be printed on one line.
  public static func isLine(_ text: String) -> Bool { !text.unicodeScalars.contains(where: isStray) }

  /// Without what cannot be printed; breaks of lines and tabs stay.
  public static func cleaned(_ text: String) -> String {
    if isPlain(text) { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isStray($0) || breaks($0) }))
  }
}
