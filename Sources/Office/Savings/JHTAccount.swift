import Store
public import Vocabulary

// A JHT account is the sum of its movements: contributions as they are paid, the return of each year, and what was paid
// out. Nothing is ever overwritten. The control account 2000 JHT of the ledger must equal the sum of all accounts.

/// Why a JHT balance moved. The numbers are in the book; they never change meaning.
public enum JHTMovementKind: Int64, Codable, Sendable, CaseIterable {
  case contribution = 1
  case yearlyReturn = 2
  /// The return from the last declared year up to a claim that closes the account.
  case interimReturn = 3
  case payment = 4
  /// A payment that came back from the bank for good, credited again.
  case putBack = 5

  public var words: Words {
    switch self {
    case .contribution: Words("Iuran", "Contribution")
    case .yearlyReturn: Words("Hasil pengembangan setahun", "Return of the year")
    case .interimReturn: Words("Hasil pengembangan sampai klaim", "Return up to the claim")
    case .payment: Words("Pembayaran klaim", "Claim paid")
    case .putBack: Words("Pembayaran dikembalikan", "Payment put back")
    }
  }
}

/// One movement on a JHT account. `reference` tells which: a bill (`Bill.Issue`), a year, or a claim.
public struct JHTMovement: Codable, Hashable, Sendable {
  public let member: MemberID
  public let kpj: String
  public let kind: JHTMovementKind
  public let reference: Int64
  public let creditedOn: Day
  public let amount: Rupiah
}

extension JHTMovement {
  /// The month that a contribution is for; `nil` for every other movement.
  public var month: Month? {
    kind == .contribution
      ? Month(number: Int32(truncatingIfNeeded: reference / Int64(Bill.Issue.mostInOneMonth))) : nil
  }
}

/// A year of a JHT account, as printed once a year. Opening and everything that moved add up to closing.
public struct JHTStatement: Codable, Hashable, Sendable {
  public let kpj: KPJ
  public let year: Int
  public let opening: Rupiah
  public let contributions: Rupiah
  public let earned: Rupiah
  public let paid: Rupiah
  public let closing: Rupiah
  public let movements: [JHTMovement]
  /// Whether the year's return is posted already.
  public let complete: Bool
}

extension Connection {
  func load(_ movements: [JHTMovement]) throws {
    try load("jht_movement", ["member_id", "kpj", "kind", "reference", "credited_on", "amount"]) { rows in
      for movement in movements {
        rows.append(movement.member)
        rows.append(movement.kpj)
        rows.append(movement.kind.rawValue)
        rows.append(movement.reference)
        rows.append(movement.creditedOn)
        rows.append(movement.amount)
        try rows.endRow()
      }
    }
  }

  func jhtBalance(_ member: MemberID, _ kpj: KPJ) throws -> Rupiah {
    Rupiah(
      try integer("SELECT COALESCE(SUM(amount), 0) FROM jht_movement WHERE member_id = $1 AND kpj = $2", member, kpj))
  }

  /// All movements of a member, in the order they were credited.
  func jhtMovements(of member: MemberID) throws -> [JHTMovement] {
    try rows(
      """
      SELECT member_id, kpj, kind, reference, credited_on, amount FROM jht_movement
      WHERE member_id = $1 ORDER BY credited_on, kpj, kind, reference
      """, member, as: JHTMovement.init)
  }
}

extension JHTMovement {
  init(_ row: Row) throws {
    self.init(
      member: try row.id(0), kpj: try row.text(1), kind: try row.raw(2), reference: try row.int(3),
      creditedOn: try row.day(4), amount: try row.rupiah(5))
  }
}
