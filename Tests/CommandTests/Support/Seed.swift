import Foundation
import Vocabulary

/// Replay a failure with `SEED=42 make test`.
enum Seed {
  static let number = UInt64(ProcessInfo.processInfo.environment["SEED"] ?? "") ?? 20_261_121

  static func random(_ more: UInt64 = 0) -> SeededRandom { SeededRandom(seed: number &+ more) }
}
