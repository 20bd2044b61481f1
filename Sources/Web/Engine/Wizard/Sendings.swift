import Office
import Synchronization
import Vocabulary

/// What came of forms that were sent, for a while: pressing the last button twice, or sending anew over a slow line, tells
/// the same number again.
///
/// The office does an act once per key whatever happens here. This only keeps the second press from meeting a world that
/// the first has changed. It is bounded, and may be lost with the process.
final class Sendings: Sendable {
  /// How a sending ended well.
  enum Result: Sendable {
    case confirmed(Wizard.Confirmation)
    case see(String)
  }

  /// One press of one button by one caller: the same key with other answers is another sending.
  struct Name: Hashable, Sendable {
    let caller: String
    let path: String
    let key: String
  }

  private struct Kept {
    /// A hash of this process: what was typed is not kept.
    let answers: Int
    let result: Result
  }

  private struct State {
    var kept: [Name: Kept] = [:]
    var order: [Name] = []
    var waiting: [Name: Task<Reply, any Error>] = [:]
  }

  private let most: Int
  private let state = Mutex(State())

  init(most: Int = 2_000) { self.most = most }

  static func name(_ ask: Ask, _ key: IdempotencyKey) -> Name {
    Name(caller: ask.identity?.actor.id ?? "", path: ask.path, key: key.text)
  }

  func keep(_ result: Result, of name: Name, _ answers: Form) {
    state.withLock { state in
      if state.kept.updateValue(Kept(answers: answers.hashValue, result: result), forKey: name) == nil {
        state.order.append(name)
      }
      if state.order.count > most { state.kept[state.order.removeFirst()] = nil }
    }
  }

  /// The result, if it was sent with these answers.
  func result(of name: Name, _ answers: Form) -> Result? {
    state.withLock { $0.kept[name].flatMap { $0.answers == answers.hashValue ? $0.result : nil } }
  }

  /// What the page after a sending tells.
  func confirmation(of name: Name) -> Wizard.Confirmation? {
    guard case .confirmed(let told)? = state.withLock({ $0.kept[name]?.result }) else { return nil }
    return told
  }

  /// Sends once at a time: whoever presses while the first press is under way waits for its answer.
  func alone(_ name: Name, _ send: @escaping @Sendable () async throws -> Reply) async throws -> Reply {
    let task = state.withLock { state in
      if let first = state.waiting[name] { return first }
      let task = Task { try await send() }
      state.waiting[name] = task
      return task
    }
    defer { state.withLock { $0.waiting[name] = nil } }
    return try await task.value
  }
}
