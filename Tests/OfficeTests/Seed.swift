import Foundation

/// The seed of the property tests: `SEED=42 swift test` replays one.
let seed = ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) } ?? 20_261_120
