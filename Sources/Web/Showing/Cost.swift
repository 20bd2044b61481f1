import Law
import Office
import Programs
import Vocabulary

/// What a month costs, before anybody agrees to it.
enum Cost {
  /// Of somebody who answered `Asked.work`.
  static func preview(_ answers: Answers, on day: Day, law: LawBook) throws -> Wizard.Preview {
    guard let income = answers.rupiah("income") else { return .nothing }
    return try preview(
      income, programmes: answers.isYes("jht") ? [.jkk, .jkm, .jht] : [.jkk, .jkm],
      relief: answers.isYes("transport") ? .transport : .nonTransport, on: day, law: law)
  }

  /// `parts/cost`; nothing where the office will refuse the wage or income anyway, and say why.
  static func preview(
    _ wage: Rupiah, segment: Segment = .selfEmployed, programmes: ProgrammeSet, riskClass: RiskClass = .veryLow,
    relief: Relief, on day: Day, law: LawBook
  ) throws -> Wizard.Preview {
    let facts: ContributionFacts
    do throws(FactsError) {
      facts = try ContributionFacts(
        segment: segment, programmes: programmes, base: wage, riskClass: riskClass, relief: relief)
    } catch {
      return .nothing
    }
    let cost = try Tariff(month: day.month, law: law).contribution(for: facts)
    let lines = Programme.allCases.map { ($0, cost[$0]) }.filter { $0.1.isPositive }
    return .shown(
      template: "parts/cost",
      [
        "total": .money(cost.total),
        "lines": .each(lines) { programme, amount in
          ["words": .words(programme.words), "amount": .money(amount)]
        },
        "withheld": segment == .selfEmployed || cost.workerShare.isZero ? .nothing : .money(cost.workerShare),
      ])
  }
}
