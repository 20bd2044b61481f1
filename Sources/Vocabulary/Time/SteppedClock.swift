import Synchronization

/// A clock that stands until it is moved, and then goes on a millisecond with every look, so that no two acts share a
/// moment. For tests, the simulator, and wherever the time is an argument.
public final class SteppedClock: Sendable {
  private let now: Mutex<Instant>

  /// Stands at nine in the morning of `day`.
  public init(_ day: Day) { now = Mutex(Instant(day)) }

  public func read() -> Instant {
    now.withLock { now in
      now = now.adding(milliseconds: 1)
      return now
    }
  }

  /// Moves on to nine in the morning of `day`; never back.
  public func move(to day: Day) { now.withLock { $0 = max($0, Instant(day)) } }

  public func move(to month: Month, day: Int = 3) { move(to: month.day(day)) }
}
