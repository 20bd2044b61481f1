/// JSON as bytes, where decoding and encoding again would change what was signed.
public enum JSONBytes {
  /// The same bytes without the white space between tokens. Order, escapes, number spelling and everything inside
  /// strings stay as they came. Bytes that are no JSON are not refused here: what is outside strings loses its blanks.
  public static func minified(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var (inString, escaped) = (false, false)
    for byte in bytes {
      if inString {
        if escaped {
          escaped = false
        } else if byte == UInt8(ascii: "\\") {
          escaped = true
        } else if byte == UInt8(ascii: "\"") {
          inString = false
        }
      } else if byte == UInt8(ascii: "\"") {
        inString = true
      } else if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        continue
      }
      kept.append(byte)
    }
    return kept
  }
}
