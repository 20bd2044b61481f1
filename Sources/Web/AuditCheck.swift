import Office
import Synchronization
import Vocabulary

/// Computing every seal of the trail again takes long where the trail is long, so it is done one at a time: whoever asks
/// meanwhile waits for the same answer. The last one is remembered until the process ends.
final class AuditCheck: Sendable {
  struct Done: Sendable {
    let verdict: AuditVerdict
    let at: Instant
  }

  private struct State {
    var last: Done?
    var running: Task<Done, any Error>?
  }

  private let state = Mutex(State())

  var last: Done? { state.withLock { $0.last } }

  func run(_ office: Office) async throws -> Done {
    let task = state.withLock { state in
      if let running = state.running { return running }
      let task = Task { Done(verdict: try await office.audit.verify(), at: office.clock()) }
      state.running = task
      return task
    }
    do {
      let done = try await task.value
      state.withLock { ($0.last, $0.running) = (done, nil) }
      return done
    } catch {
      state.withLock { $0.running = nil }
      throw error
    }
  }
}
