import Synchronization

/// A 64-bit identifier, ordered by the time it was made. The application makes them; no database sequence does.
///
/// `Of` only keeps a member's identifier from being handed where an employer's is asked for.
public struct Identifier<Of>: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let value: Int64

  public init?(_ value: Int64) {
    guard value > 0 else { return nil }
    self.value = value
  }

  init(made value: Int64) { self.value = value }

  public static func < (a: Self, b: Self) -> Bool { a.value < b.value }
  public var description: String { String(value) }
}

extension Identifier: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = Identifier(try container.decode(Int64.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "an identifier is above zero")
    }
    self = id
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

/// Makes identifiers: 41 bits of milliseconds since 2020, then 22 bits that start at random and count up.
///
/// Two sources in two processes meet only if they make identifiers in the same millisecond from the same random start.
/// With a seeded `random` and a given clock the same identifiers come out again.
public final class IdentifierSource: Sendable {
  private struct Last {
    /// Never below zero: a clock that stands before 2020 counts up from there, so that identifiers stay above zero.
    var time: Int64 = 0
    var low: Int64 = 0
    var random: SeededRandom
  }
  private let last: Mutex<Last>
  private static let epoch = Instant(milliseconds: 1_577_836_800_000)
  private static let lowBits: Int64 = 22

  public init(random: SeededRandom) { last = Mutex(Last(random: random)) }

  public func next<Of>(at now: Instant, _: Of.Type = Of.self) -> Identifier<Of> {
    last.withLock { last in
      let time = max(now.milliseconds - Self.epoch.milliseconds, last.time)
      if time > last.time {
        last.low = Int64(last.random.next() >> 44)  // 20 bits: leaves room to count up within the millisecond
        last.time = time
      } else {
        last.low += 1
        if last.low >= 1 << Self.lowBits { (last.time, last.low) = (last.time + 1, 0) }
      }
      return Identifier(made: last.time << Self.lowBits | last.low)
    }
  }
}
