/// A moment, in milliseconds since 1970 UTC. Acts and audit rows carry one; law reckons in days.
public struct Instant: Hashable, Comparable, Sendable, Codable {
  public let milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// `hour` o'clock Western Indonesian Time (UTC+7) on `day`.
  public init(_ day: Day, hour: Int = 9, minute: Int = 0) {
    milliseconds = (Int64(day.number) * 1_440 + Int64(hour * 60 + minute) - Instant.westernOffset) * 60_000
  }

  // The office keeps Western Indonesian Time, UTC+7 the year round.
  private static let westernOffset: Int64 = 7 * 60

  public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
  public func adding(seconds: Int64) -> Instant { Instant(milliseconds: milliseconds + seconds * 1_000) }
  public func adding(milliseconds more: Int64) -> Instant { Instant(milliseconds: milliseconds + more) }

  private var westernMilliseconds: Int64 { milliseconds + Instant.westernOffset * 60_000 }

  /// The day in Western Indonesian Time.
  public var day: Day { Day(number: Int32(floorDivided(westernMilliseconds, 86_400_000))) }

  /// `14.05` in Western Indonesian Time.
  public var clock: String {
    let minutes = Int(floorDivided(westernMilliseconds, 60_000) % 1_440)
    return "\(zeroPadded(minutes / 60, 2)).\(zeroPadded(minutes % 60, 2))"
  }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 with the office's offset: `2026-11-20T14:05:09+07:00`.
  public var description: String {
    let seconds = Int(floorDivided(westernMilliseconds, 1_000) % 86_400)
    let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { zeroPadded($0, 2) }.joined(separator: ":")
    return "\(day)T\(time)+07:00"
  }
}

func floorDivided(_ a: Int64, _ b: Int64) -> Int64 { a >= 0 ? a / b : (a - b + 1) / b }
