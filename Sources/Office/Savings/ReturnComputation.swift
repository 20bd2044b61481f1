import Programs
import Store
import Vocabulary

/// The return of a year on every JHT account, one pass over the movements in the order of the book.
struct ReturnComputation {
  let rule: JHTReturnRule
  let year: Int

  struct Earned {
    let member: MemberID
    let kpj: String
    let opening: Rupiah
    let credited: Rupiah
    let amount: Rupiah
  }

  /// Calls `body` for each account of members from `first` to `last` that existed in the year.
  func eachAccount(
    in db: Connection, from first: MemberID? = nil, through last: MemberID? = nil, _ body: (Earned) throws -> Void
  ) throws {
    var account = Account(year: year)
    func finish() throws {
      guard let earned = account.earned(rule) else { return }
      try body(earned)
    }
    try db.each(
      """
      SELECT member_id, kpj, kind, reference, credited_on, amount FROM jht_movement
      WHERE member_id >= $1 AND member_id <= $2 ORDER BY member_id, kpj, kind, reference
      """, first?.value ?? 0, last?.value ?? Int64.max
    ) { row in
      let member: MemberID = try row.id(0)
      let kpj = try row.text(1)
      if account.member != member || account.kpj != kpj {
        try finish()
        account.start(member, kpj)
      }
      let kind: JHTMovementKind = try row.raw(2)
      account.add(kind, reference: try row.int(3), on: try row.day(4), try row.rupiah(5))
    }
    try finish()
  }

  /// One account while its movements go by. Contributions come first and payments last, because that is the key's order.
  private struct Account {
    let year: Int
    private let start: Day
    private let end: Day
    var member: MemberID?
    var kpj = ""
    private var opening = Rupiah.zero
    private var changes = [Rupiah](repeating: .zero, count: 12)
    private var all: [(day: Day, amount: Rupiah)] = []
    private var closedOn: Day?
    private var posted = false

    init(year: Int) {
      self.year = year
      start = Month(year: year, month: 1).firstDay
      end = Month(year: year, month: 12).lastDay
    }

    mutating func start(_ member: MemberID, _ kpj: String) {
      self.member = member
      self.kpj = kpj
      opening = .zero
      for i in 0..<12 { changes[i] = .zero }
      all.removeAll(keepingCapacity: true)
      closedOn = nil
      posted = false
    }

    mutating func add(_ kind: JHTMovementKind, reference: Int64, on day: Day, _ amount: Rupiah) {
      // The return of an earlier year is credited in this one, and stands in it from its beginning.
      let effective = kind == .yearlyReturn ? Month(year: Int(reference), month: 12).lastDay : day
      if kind == .yearlyReturn, reference == Int64(year) { posted = true }
      if kind == .interimReturn { closedOn = max(closedOn ?? day, day) }
      if kind == .yearlyReturn, reference >= Int64(year) { return }
      all.append((effective, amount))
    }

    /// `nil` when the account earned nothing that is still to be credited for the year: it came later, it was closed by a
    /// claim that already carried its return, or the year is posted.
    ///
    /// What moved up to the closing earns no more, but for what came in on that very day after the claim was paid.
    mutating func earned(_ rule: JHTReturnRule) -> Earned? {
      guard let member, !posted else { return nil }
      var left = Rupiah.zero
      for (day, amount) in all where day <= end {
        if let closedOn, day <= closedOn {
          left += amount
        } else if day < start {
          opening += amount
        } else {
          changes[day.monthOfYear - 1] += amount
        }
      }
      if let closedOn {
        guard closedOn.year <= year else { return nil }
        if closedOn.year < year { opening += left } else { changes[closedOn.monthOfYear - 1] += left }
      }
      let credited = changes.sum()
      guard !opening.isZero || !credited.isZero else { return nil }
      return Earned(
        member: member, kpj: kpj, opening: opening, credited: credited,
        amount: rule.earned(opening: opening, changes: changes, throughMonth: 12))
    }
  }
}
