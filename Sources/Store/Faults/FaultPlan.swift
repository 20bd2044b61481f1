import Synchronization

/// Crashes on purpose, for tests: what would be left if the program died right here? Off unless a test arms it.
///
///     for n in 1... {
///       database.faults.crash(afterWrite: n)
///       _ = try? await desk.approve(claim)          // dies after its n-th write
///       if !database.faults.hasStruck { break }     // there was no n-th write: every place was tried
///       …                                           // the books must look as if nothing had been asked
///     }
public final class FaultPlan: Sendable {
  private struct Plan {
    var crashAfterWrite: Int?
    var loseCommit: Int?
    var writes = 0
    var commits = 0
    var hasStruck = false
  }
  private let plan = Mutex(Plan())
  private let isArmed = Atomic(false)

  init() {}

  /// The `n`-th write statement from now (1, 2, …) is carried out and then throws `injectedCrash`: its connection is
  /// cut without a word, and nothing of its transaction remains.
  public func crash(afterWrite n: Int) { arm { $0.crashAfterWrite = n } }

  /// The `n`-th commit from now succeeds, but its caller is told `injectedCrash`: the answer got lost, as when the
  /// program dies between committing and replying. Whoever asks again must not act twice.
  public func loseAnswer(ofCommit n: Int) { arm { $0.loseCommit = n } }

  /// Back to normal.
  public func disarm() {
    isArmed.store(false, ordering: .sequentiallyConsistent)
    plan.withLock {
      $0.crashAfterWrite = nil
      $0.loseCommit = nil
    }
  }

  /// Write statements carried out since the last arming.
  public var writes: Int { plan.withLock(\.writes) }

  /// Whether the crash asked for last has come.
  public var hasStruck: Bool { plan.withLock(\.hasStruck) }

  private func arm(_ change: (inout Plan) -> Void) {
    plan.withLock {
      $0 = Plan()
      change(&$0)
    }
    isArmed.store(true, ordering: .sequentiallyConsistent)
  }

  /// Counts `sql` if it changes something; true when it was the one to die after.
  func strikes(after sql: String) -> Bool {
    guard isArmed.load(ordering: .relaxed), changesData(sql) else { return false }
    return plan.withLock { plan in
      plan.writes += 1
      guard plan.writes == plan.crashAfterWrite else { return false }
      plan.hasStruck = true
      return true
    }
  }

  /// Counts one commit; true when its answer is to be lost.
  func strikesAfterCommit() -> Bool {
    guard isArmed.load(ordering: .relaxed) else { return false }
    return plan.withLock { plan in
      plan.commits += 1
      guard plan.commits == plan.loseCommit else { return false }
      plan.hasStruck = true
      return true
    }
  }
}

/// Whether a statement changes data or schema, by its words: the same answer on both engines.
func changesData(_ sql: String) -> Bool {
  var words = sql.split { !($0.isLetter || $0 == "_") }.lazy.map { $0.uppercased() }.makeIterator()
  switch words.next() {
  case "SELECT", "VALUES", "EXPLAIN", "PRAGMA", "SHOW", nil: return false
  case "WITH":
    while let word = words.next() {
      if ["INSERT", "UPDATE", "DELETE", "MERGE"].contains(word) { return true }
    }
    return false
  default: return true
  }
}
