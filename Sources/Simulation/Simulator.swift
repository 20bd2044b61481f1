public import Office
import Programs
import Store
public import Vocabulary

/// Lives under a seed: people join, earn, pay, forget to pay, change jobs, leave and claim, month after month, all through
/// the office's own acts. Clock and randomness are arguments: the same seed gives the same book, to the byte.
///
/// It makes the sample branch, and in tests it runs with a crash between any two writes: an act that dies is asked for
/// again under the same key, as a caller would, and the books must hold every night.
public struct Simulator {
  /// What the simulator does it all with.
  public struct Setting: Sendable {
    public var size: BranchSize
    public var first: Month
    public var months: Int
    public var seed: UInt64
    /// At most so many new claims a month; each is four acts by three people.
    public var claimsPerMonth: Int
    /// Passwords for the people who sign in by name; `nil` leaves them without a login.
    public var password: String?

    public init(
      size: BranchSize, first: Month, months: Int, seed: UInt64 = 1, claimsPerMonth: Int = 20, password: String? = nil
    ) {
      self.size = size
      self.first = first
      self.months = months
      self.seed = seed
      self.claimsPerMonth = claimsPerMonth
      self.password = password
    }
  }

  /// What was done in a month, for whoever watches.
  public struct Report: Sendable {
    public let month: Month
    public let index: Int
    public let months: Int
    public let members: Int
    public let lines: Int
    public let payments: Int
    public let credits: Int
    public let claims: Int
  }

  /// The parts of a month, in their order.
  public enum Step: String, CaseIterable, Sendable {
    case people, returns, claims, bills, payments, closing
  }

  let office: Office
  let clock: SteppedClock
  let setting: Setting
  var random: SeededRandom
  var lives: [Life] = []
  var businesses: [Business] = []
  var payers: [PayerID: Payer] = [:]
  var leavers: [Leaver] = []
  var people = 0
  var receipts = 0
  var unmended: [ClaimNumber] = []
  /// Called when an act was killed, before it is asked for again.
  public var onCrash: () -> Void = {}
  /// Called as each part of a month begins.
  public var onStep: (Step) -> Void = { _ in }

  /// - Parameter office: an office with the schema and nothing in it, whose time is `clock`.
  public init(office: Office, clock: SteppedClock, setting: Setting) {
    self.office = office
    self.clock = clock
    self.setting = setting
    random = SeededRandom(seed: setting.seed)
  }

  /// Lives through all months.
  ///
  /// - Parameters:
  ///   - watch: told after each month what was done.
  ///   - night: called at the end of each month, when the books must hold.
  public mutating func run(
    watch: (Report) -> Void = { _ in }, night: () async throws -> Void = {}
  ) async throws {
    clock.move(to: setting.first, day: 2)
    onStep(.people)
    try await openBranch()
    for index in 0..<setting.months {
      let month = setting.first.adding(index)
      clock.move(to: month, day: 3)
      onStep(.people)
      try await meetTarget(month, index)
      try await raiseWages(month, index)
      clock.move(to: month, day: 12)
      onStep(.returns)
      try await creditReturn(after: month)
      clock.move(to: month, day: 15)
      onStep(.claims)
      let claims = try await claim(month)
      clock.move(to: month, day: 20)
      onStep(.bills)
      let billed = try await bill(month)
      clock.move(to: month, day: 27)
      onStep(.payments)
      let receipt = try await pay(month)
      clock.move(to: month.lastDay)
      onStep(.closing)
      _ = try await again { try await office.contributions.closeUnpaid(endOf: month, by: .system("closing")) }
      watch(
        Report(
          month: month, index: index + 1, months: setting.months, members: lives.lazy.filter(\.isActive).count,
          lines: billed.lines, payments: receipt.received + receipt.unknown, credits: receipt.credits, claims: claims))
      try await night()
    }
  }

  /// Asks again until the act is done: a crash undoes an act whole or answers late, and its key keeps it from being doubled.
  func again<Output>(_ act: () async throws -> Output) async throws -> Output {
    while true {
      do { return try await act() } catch StoreError.injectedCrash { onCrash() }
    }
  }

  func key(_ parts: Any...) throws -> ActKey { try ActKey(parts.map { "\($0)" }.joined(separator: "/")) }

  /// Staff of the simulated branch; each step by somebody of its role.
  static let clerk = Actor.given(id: "user/sim-clerk", name: "Petugas Simulasi", roles: [.membershipOfficer])
  static let desk = Actor.given(id: "user/sim-desk", name: "CS Simulasi", roles: [.customerService])
  static let claimsHead = Actor.given(id: "user/sim-head", name: "Kabid Simulasi", roles: [.claimsHead])
  static let finance = Actor.given(id: "user/sim-finance", name: "Keuangan Simulasi", roles: [.finance])
  static let branchHead = Actor.given(id: "user/sim-branch", name: "Kacab Simulasi", roles: [.branchHead])
}
