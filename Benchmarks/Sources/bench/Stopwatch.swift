import Foundation

/// Wall time, and the processor time of this process, since a moment.
struct Stopwatch {
  private let start = ContinuousClock.now
  private let startCPU = Stopwatch.cpu

  var elapsed: Elapsed {
    let wall = (ContinuousClock.now - start) / .seconds(1)
    return Elapsed(wall: wall, cpu: Stopwatch.cpu - startCPU)
  }

  private static var cpu: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Seconds.
struct Elapsed {
  var wall = 0.0
  var cpu = 0.0

  static func += (a: inout Elapsed, b: Elapsed) {
    a.wall += b.wall
    a.cpu += b.cpu
  }
}

extension Sequence<Double> {
  var median: Double {
    let sorted = sorted()
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}

/// A measure that could not be taken, and why.
struct Halt: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

func say(_ text: String) {
  print(text)
  fflush(nil)
}

/// With dots between thousands.
func grouped(_ number: Double) -> String {
  var digits = String(Int(number.rounded()))
  var parts: [String] = []
  while digits.count > 3 {
    parts.insert(String(digits.suffix(3)), at: 0)
    digits.removeLast(3)
  }
  return ([digits] + parts).joined(separator: ".")
}

func fixed(_ number: Double, _ places: Int = 2) -> String { String(format: "%.\(places)f", number) }
