import Store
public import Vocabulary

/// Members' JHT accounts: balances, yearly statements, and the yearly return.
public struct SavingsDesk: Sendable {
  let office: Office
}

/// A membership's savings at a glance.
public struct JHTBalance: Codable, Hashable, Sendable {
  public let kpj: KPJ
  public let balance: Rupiah
  /// By year, oldest first: what was paid in and what was earned.
  public let years: [JHTStatement]
}

extension SavingsDesk {
  /// What a member has saved, per membership and year.
  public func balances(of member: MemberID, by actor: Actor, why reason: String) async throws -> [JHTBalance] {
    try actor.require(.readMembers, orBeing: member)
    return try await office.reading("savings.balance", by: actor, why: reason) { act in
      act.subject = member.value
      let complete = try act.db.completedReturnYears()
      let accounts = Dictionary(grouping: try act.db.jhtMovements(of: member), by: \.kpj).sorted { $0.key < $1.key }
      return accounts.compactMap { digits, movements in
        KPJ(digits).map { JHTBalance($0, movements, through: act.today.year, complete) }
      }
    }
  }

  /// The statement of one year.
  public func statement(of member: MemberID, _ kpj: KPJ, year: Int, by actor: Actor) async throws -> JHTStatement {
    let balances = try await balances(of: member, by: actor, why: "statement \(year)")
    guard let found = balances.first(where: { $0.kpj == kpj })?.years.first(where: { $0.year == year }) else {
      throw OfficeError.notFound(
        Words("Tidak ada saldo JHT untuk tahun \(year).", "There are no JHT savings for the year \(year)."))
    }
    return found
  }
}

extension JHTBalance {
  init(_ kpj: KPJ, _ movements: [JHTMovement], through lastYear: Int, _ complete: Set<Int>) {
    var opening = Rupiah.zero
    var years: [JHTStatement] = []
    let firstYear = movements.first?.creditedOn.year ?? lastYear
    for year in firstYear...max(firstYear, lastYear) {
      // The return of a year is credited after it is over, and belongs to the year it was earned in.
      let ofYear = movements.filter { $0.year == year }
      func sum(_ kinds: JHTMovementKind...) -> Rupiah {
        ofYear.lazy.filter { kinds.contains($0.kind) }.map(\.amount).sum()
      }
      let closing = opening + ofYear.map(\.amount).sum()
      years.append(
        JHTStatement(
          kpj: kpj, year: year, opening: opening, contributions: sum(.contribution),
          earned: sum(.yearlyReturn, .interimReturn), paid: sum(.payment, .putBack), closing: closing,
          movements: ofYear,
          complete: complete.contains(year)))
      opening = closing
    }
    self.init(kpj: kpj, balance: opening, years: years)
  }
}

extension JHTMovement {
  /// The year whose statement shows it.
  var year: Int { kind == .yearlyReturn ? Int(reference) : creditedOn.year }
}

extension Connection {
  func completedReturnYears() throws -> Set<Int> {
    Set(try rows("SELECT year FROM return_completed") { Int(try $0.int(0)) })
  }
}
