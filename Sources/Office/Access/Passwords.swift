import Dispatch
import Synchronization

/// Hashes passwords on a queue of its own: each takes 19 MiB and some milliseconds on purpose, so one at a time. So
/// many may wait; whoever comes then is asked to come again, so that a flood keeps nobody waiting for minutes.
final class Passwords: Sendable {
  private let queue = DispatchQueue(label: "naungan.passwords")
  private let waiting = Mutex(0)
  private let most: Int

  init(most: Int = 64) { self.most = most }

  /// - Throws: `OfficeError.busy` when too many wait; `signInFailed` when the password cannot be hashed.
  func hash(_ password: String) async throws(OfficeError) -> String {
    try enter()
    let hash: String? = await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: Sodium.passwordHash(password)) }
    }
    leave()
    guard let hash else { throw .signInFailed }
    return hash
  }

  /// - Throws: `OfficeError.busy` when too many wait.
  func check(_ password: String, against hash: String) async throws(OfficeError) -> Bool {
    try enter()
    let matches: Bool = await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: Sodium.password(password, matches: hash)) }
    }
    leave()
    return matches
  }

  private func enter() throws(OfficeError) {
    let mayEnter = waiting.withLock { count in
      guard count < most else { return false }
      count += 1
      return true
    }
    guard mayEnter else { throw .busy(seconds: 5) }
  }

  private func leave() { waiting.withLock { $0 -= 1 } }
}
