import Store
import Vocabulary

// Letters are written from what the office knows, when somebody asks for one: nothing of a letter is stored, and the
// same facts make the same letter, byte for byte. Each is composed by a pure function of facts, which a `Stationery`
// puts on the branch's paper; the desk only checks who may, reads the facts, and writes down that they were read.

/// Writes the office's letters and members' cards.
public struct LetterDesk: Sendable {
  let office: Office
}

extension LetterDesk {
  /// Whether a code that was scanned from a letter or a card was printed by this office. It says so of the code alone:
  /// what the paper says must still be compared with the books.
  public func isOurs(_ code: String) -> Bool { PaperCode(key: office.keys.letters).isGenuine(code) }

  func stationery(_ language: Language) -> Stationery {
    Stationery(branch: office.branch, law: office.law, code: PaperCode(key: office.keys.letters), language: language)
  }
}

extension Connection {
  /// The name of whoever acted, where it is a user; actors of jobs and tests have none.
  func userName(ofActor actor: String) throws -> String? {
    guard actor.hasPrefix("user/"), let id = Int64(actor.dropFirst(5)) else { return nil }
    return try row("SELECT name FROM app_user WHERE user_id = $1", id) { try $0.text(0) }
  }
}
