import Law
import Programs
import Vocabulary

/// What an account earned since its last posted year, up to a day: paid with the claim that closes it.
struct InterimReturn {
  let law: LawBook
  let on: Day

  init(law: LawBook, on day: Day) {
    self.law = law
    on = day
  }

  /// Year by year from the last posted one; what a year earned stands in the next. The current year earns for the months
  /// that are over. With the steps of every year that earned something.
  func earned(_ movements: [JHTMovement]) throws -> (amount: Rupiah, working: Working) {
    guard let firstDay = movements.map(\.creditedOn).min() else { return (.zero, []) }
    let lastPosted = movements.filter { $0.kind == .yearlyReturn }.map { Int($0.reference) }.max()
    let closed = movements.filter { $0.kind == .interimReturn }.map(\.creditedOn).max()
    let start = lastPosted.map { $0 + 1 } ?? firstDay.year
    guard start <= on.year else { return (.zero, []) }
    let counted = closed.map { movements.after(closing: $0) } ?? movements
    var opening = counted.filter { $0.standsBefore(start) }.map(\.amount).sum()
    var total = Rupiah.zero
    var working: Working = []
    for year in start...on.year {
      let changes = (1...12).map { month in
        counted.filter {
          !$0.standsBefore(year) && $0.creditedOn.month == Month(year: year, month: month) && $0.kind != .yearlyReturn
        }
        .map(\.amount).sum()
      }
      let rule = year < on.year ? try rule(for: year) : try JHTReturnRule.interim(on: on, law: law)
      let through = year < on.year ? 12 : on.monthOfYear - 1
      let earned = rule.earned(opening: opening, changes: changes, throughMonth: through)
      if !earned.isZero { working += rule.working(opening: opening, changes: changes, throughMonth: through) }
      total += earned
      opening += changes.sum() + earned
    }
    return (total, working)
  }

  private func rule(for year: Int) throws -> JHTReturnRule {
    try JHTReturnRule.interim(on: Month(year: year, month: 12).lastDay, law: law)
  }
}

extension [JHTMovement] {
  /// What still grows in an account that a claim closed: what came in later, and what came in on that very day after the
  /// claim was paid, which is all that is left of the rest.
  fileprivate func after(closing day: Day) -> [JHTMovement] {
    let before = filter { $0.creditedOn <= day }
    guard let first = before.first else { return self }
    let left = JHTMovement(
      member: first.member, kpj: first.kpj, kind: .contribution, reference: 0, creditedOn: day,
      amount: before.map(\.amount).sum())
    return [left] + filter { $0.creditedOn > day }
  }
}

extension JHTMovement {
  /// Whether the amount is part of the balance with which `year` begins.
  fileprivate func standsBefore(_ year: Int) -> Bool {
    kind == .yearlyReturn ? Int(reference) < year : creditedOn.year < year
  }
}
