import Dispatch

/// Hashes passwords on a queue of its own: each takes 19 MiB and some milliseconds on purpose, so a few at a time.
struct Passwords: Sendable {
  private let queue = DispatchQueue(label: "naungan.passwords")

  func hash(_ password: String) async -> String? {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: Sodium.passwordHash(password)) }
    }
  }

  func check(_ password: String, against hash: String) async -> Bool {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: Sodium.password(password, matches: hash)) }
    }
  }
}
