public import Office
import Vocabulary

extension Ask {
  /// Who acts, for the office. 401 where nobody is signed in.
  public func actor() throws -> Actor { try caller().actor }

  /// The `Idempotency-Key` header as the office takes it. 400 where it is missing or malformed.
  ///
  /// Visitors share one name in the book, so theirs must be long enough that no two of them think of the same.
  public func actKey() throws -> ActKey {
    let key = try idempotencyKey().text
    guard identity != nil || key.utf8.count >= 16 else { throw Refusal.keyTooShort }
    return try ActKey(key)
  }
}

extension Form {
  /// The key in the form's hidden `_key`: pressing the button twice does one thing. 400 where it is missing.
  public func actKey() throws -> ActKey {
    guard let text = self["_key"] else { throw Refusal.unreadableForm }
    return try ActKey(text)
  }
}

extension IdempotencyKey {
  /// As the office takes it.
  func actKey() throws -> ActKey { try ActKey(text) }
}

extension Wizard.Outcome {
  /// Runs an act at a wizard's end. What the office finds wrong leads back to the questions; `places` names the wizard's
  /// field where it is called otherwise there.
  static func of(_ places: [String: String] = [:], _ act: () async throws -> Wizard.Outcome) async throws
    -> Wizard.Outcome
  {
    do {
      return try await act()
    } catch OfficeError.faults(let faults) {
      return .faults(faults.map { Fault(places[$0.place] ?? $0.place, $0.words) })
    } catch OfficeError.conflict(_, let words) {
      return .faults([Fault("", words)])
    }
  }
}
