import Synchronization
import Vocabulary
import Web

/// Sites for tests: a fixed clock, foreseeable keys, three people who can come in.
enum TestSite {
  static let day = Day(2026, 11, 20) ?? Day(number: 0)
  static let now = Instant(day)

  static func make(_ routes: [Route] = [], _ change: (inout Site.Setup) -> Void = { _ in }) throws -> Site {
    var setup = Site.Setup(clock: { now })
    setup.random = counting()
    setup.authenticate = { credential, _ in
      switch credential {
      case .session("sri"): Identity(account: 1, name: "Sri Wahyuni", role: .member)
      case .session("dewi"): Identity(account: 2, name: "Dewi Lestari", role: .officer, permissions: ["approve"])
      case .bearer("bank"): Identity(account: 3, name: "Bank Contoh", role: .partner)
      default: nil
      }
    }
    change(&setup)
    return try Site(setup, routes: routes)
  }

  /// 01 01 01 …, then 02 02 02 …
  static func counting() -> @Sendable (Int) -> [UInt8] {
    let last = Mutex<UInt8>(0)
    return { count in
      last.withLock { last in
        last &+= 1
        return Array(repeating: last, count: count)
      }
    }
  }

  /// A keyed hash that is good enough to be told apart, and no more.
  static let seal = Seal { bytes in
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return (0..<4).flatMap { turn in withUnsafeBytes(of: (state &* UInt64(turn * 2 + 1)).bigEndian, Array.init) }
  }
}
