import Vocabulary

/// What the QR code on a paper says: the kind and number of the paper, its day, and a seal that only this office can
/// make. Nothing personal is in it beyond a membership or claim number.
struct PaperCode {
  let key: [UInt8]

  /// `NAUNGAN KEP/JHT-26-4F7Q2K 2026-02-24 5C0E9A41B7D2F683`.
  func text(_ reference: String, on day: Day) -> String {
    let said = "NAUNGAN \(reference) \(day)"
    return "\(said) \(seal(said))"
  }

  func isGenuine(_ code: String) -> Bool {
    guard let blank = code.lastIndex(of: " ") else { return false }
    let given = Array(code[code.index(after: blank)...].utf8)
    return Sodium.equal(given, Array(seal(String(code[..<blank])).utf8))
  }

  // Eight bytes: enough against guessing at a counter, and short enough to type.
  private func seal(_ text: String) -> String {
    Sodium.hex(Array(Sodium.mac(Array(text.utf8), key: key).prefix(8))).uppercased()
  }
}
