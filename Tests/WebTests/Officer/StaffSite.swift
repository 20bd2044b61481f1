import Fixtures
import HTTPTypes
import Office
import Store
import Synchronization
import Testing
import Vocabulary

@testable import Web

/// The officers' pages and the interface for programs over an office with a clock of its own. Whoever comes is known by
/// a word instead of a token.
struct StaffSite {
  let test: TestOffice
  let desk: WebDesk
  let site: Site

  var office: Office { test.office }

  init(_ test: TestOffice, _ change: (inout WebDesk) -> Void = { _ in }) throws {
    var desk = WebDesk(test.office)
    change(&desk)
    var setup = Site.Setup(clock: test.office.clock)
    setup.random = Self.counting()
    setup.explain = { Refusal.explaining($0) }
    let office = test.office
    setup.authenticate = { credential, _ in
      switch credential {
      case .none: nil
      case .session(let word), .bearer(let word):
        try await Self.actor(word, office).map(Identity.init)
      }
    }
    self.test = test
    self.desk = desk
    site = try Site(setup, routes: officerRoutes(desk) + apiRoutes(desk))
  }

  static let staff: [Actor] = [
    Staff.clerk, Staff.desk, Staff.secondDesk, Staff.claimsHead, Staff.finance, Staff.branchHead, Staff.auditor,
    Staff.administrator, Staff.staff(.membershipHead, "Retno"), Staff.bank,
  ]

  private static func actor(_ word: String, _ office: Office) async throws -> Actor? {
    if let one = staff.first(where: { $0.name == word }) { return one }
    if let id = number(word, "member-").flatMap({ MemberID($0) }) { return Staff.member(id) }
    if let id = number(word, "employer-").flatMap({ EmployerID($0) }) { return Staff.officer(of: id) }
    return try await office.access.actor(of: SessionToken(word))
  }

  private static func number(_ word: String, _ prefix: String) -> Int64? {
    word.hasPrefix(prefix) ? Int64(word.dropFirst(prefix.count)) : nil
  }

  /// A browser in which somebody is signed in.
  func browser(_ actor: Actor?) -> TestClient {
    let client = TestClient(site)
    if let actor { client.headers[.cookie] = "sesi=\(Self.word(actor))" }
    return client
  }

  /// A program with somebody's token.
  func program(_ actor: Actor?) -> TestClient {
    let client = TestClient(site)
    client.headers[.acceptLanguage] = "en"
    if let actor { client.headers[.authorization] = "Bearer \(Self.word(actor))" }
    return client
  }

  private static func word(_ actor: Actor) -> String {
    actor.memberID.map { "member-\($0)" } ?? actor.employerID.map { "employer-\($0)" } ?? actor.name
  }

  /// 1, 2, 3 … in as many bytes as asked for.
  private static func counting() -> @Sendable (Int) -> [UInt8] {
    let last = Mutex<UInt64>(0)
    return { count in
      let number = last.withLock { last in
        last += 1
        return last
      }
      return (0..<count).map { UInt8(truncatingIfNeeded: $0 < 8 ? number >> (8 * UInt64($0)) : 7) }
    }
  }
}

/// Sri, who sells vegetables, with some months paid.
struct PaidUp {
  let kpj: KPJ
  let id: MemberID
  let va: VirtualAccount
  var her: Actor { Staff.member(id) }
  var payer: PayerID? { PayerID(id.value) }

  /// She registers on 8 January 2025 and pays so many months; then the clock stands in the month after.
  static func sri(_ test: TestOffice, months: Int = 3) async throws -> PaidUp {
    let office = test.office
    let first = Month(year: 2025, month: 1)
    let enrolled = try await office.members.register(People.sellsVegetables(), by: .visitor, key: test.key("sri"))
    let sri = PaidUp(kpj: enrolled.kpj, id: enrolled.memberID, va: try #require(enrolled.va))
    for month in first..<first.adding(months) {
      if month > first { test.clock.move(to: month.day(1)) }
      _ = try await office.contributions.bill(month, by: .system("billing"))
      test.clock.move(to: month.day(12))
      let bill = try await office.contributions.bill(try #require(sri.payer), month, by: sri.her)
      _ = try await office.contributions.receive(
        [
          IncomingPayment(
            bankReference: "SRI-\(month)", va: sri.va.digits, amount: bill.total, paidOn: month.day(12), channel: "ATM")
        ], by: Staff.bank, key: test.key("bayar-\(month)"))
    }
    return sri
  }

  /// She stops on the last day of March 2025 and it is May: her claim is payable.
  func stops(_ test: TestOffice) async throws {
    test.clock.move(to: Month(year: 2025, month: 4).day(2))
    _ = try await test.office.members.stopBusiness(
      kpj, on: Month(year: 2025, month: 3).day(31), by: her, key: test.key("berhenti"))
    test.clock.move(to: Month(year: 2025, month: 5).day(5))
  }

  static let firstDay = Month(year: 2025, month: 1).day(8)
}
