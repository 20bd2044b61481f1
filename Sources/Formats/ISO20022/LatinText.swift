import Foundation

/// The Latin characters that every bank passes on: letters, digits, blank and `/ - ? : ( ) . , ' +`.
enum LatinText {
  private static let others: Set<Character> = Set("/-?:().,'+ ")

  static func isPlain(_ text: String) -> Bool { text.allSatisfy(isPlain) }

  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber) || others.contains(character)
  }

  /// What a bank would accept of `text`, at most `most` characters: accents are dropped, ligatures spelled out, `&`
  /// becomes `+`, anything else a dot. Never empty where `text` was not.
  static func transliterated(_ text: String, most: Int) -> String {
    var plain = ""
    for character in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      if character.properties.generalCategory == .nonspacingMark { continue }
      if let spelled = spelledOut[character] {
        plain += spelled
      } else if character.properties.isWhitespace {
        plain += " "
      } else {
        plain += isPlain(Character(character)) ? String(character) : "."
      }
    }
    let words = plain.split(separator: " ").joined(separator: " ")
    return String(words.prefix(most)).trimmingCharacters(in: .whitespaces)
  }

  private static let spelledOut: [Unicode.Scalar: String] = [
    "&": "+", "_": "-", "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-",
    "`": "'", "\u{2018}": "'", "\u{2019}": "'", "\u{201C}": "'", "\u{201D}": "'", "\"": "'", "\u{02BC}": "'",
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d",
    "Ð": "D", "þ": "th", "Þ": "Th", "ł": "l", "Ł": "L", "ı": "i", "[": "(", "]": ")", "{": "(", "}": ")", ";": ",",
  ]
}
