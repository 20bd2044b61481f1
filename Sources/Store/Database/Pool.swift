import Dispatch
import Synchronization

/// Seats, lent to one user at a time; those who must wait are served in the order they came.
final class Pool: Sendable {
  private struct State {
    var free: [Seat]
    var waiting: [@Sendable (Seat) -> Void] = []
    var isClosed = false
  }
  private let state: Mutex<State>

  init(seats: [Seat]) {
    // The seat that was given back last is lent first: its connection and caches are warm, and seldom-used ones stay
    // shut.
    state = Mutex(State(free: seats.reversed()))
  }

  /// Calls `use` with a seat: at once if one is free, else on the thread that gives one back.
  func lend(_ use: @escaping @Sendable (Seat) -> Void) throws(StoreError) {
    let (seat, isClosed) = state.withLock { state -> (Seat?, Bool) in
      if state.isClosed { return (nil, true) }
      if let seat = state.free.popLast() { return (seat, false) }
      state.waiting.append(use)
      return (nil, false)
    }
    guard !isClosed else { throw .misuse("the database is closed") }
    if let seat { use(seat) }
  }

  /// A seat, for a thread that may wait.
  func lendNow() throws(StoreError) -> Seat {
    let arrived = DispatchSemaphore(value: 0)
    let slip = Slip()
    try lend { seat in
      slip.seat.withLock { $0 = seat }
      arrived.signal()
    }
    arrived.wait()
    guard let seat = slip.seat.withLock({ $0 }) else { throw .misuse("no seat came") }
    return seat
  }

  private final class Slip: Sendable {
    let seat = Mutex<Seat?>(nil)
  }

  func giveBack(_ seat: Seat) {
    let (next, isClosed) = state.withLock { state -> ((@Sendable (Seat) -> Void)?, Bool) in
      if !state.waiting.isEmpty { return (state.waiting.removeFirst(), false) }
      if state.isClosed { return (nil, true) }
      state.free.append(seat)
      return (nil, false)
    }
    if let next { next(seat) } else if isClosed { seat.close() }
  }

  /// Closes what is idle now, and the rest as it comes back. Those already waiting are still served.
  func close() {
    let idle = state.withLock { state in
      state.isClosed = true
      defer { state.free = [] }
      return state.free
    }
    for seat in idle { seat.close() }
  }
}
