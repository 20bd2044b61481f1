internal import Law
internal import Vocabulary

extension JKKDeliberation {
  /// Care, transport, rehabilitation, aids and care at home.
  mutating func payCosts() throws(LawError) {
    let care = try law.inForce(JKK.care, on: facts.event)
    let transport = try law.inForce(JKK.transport, on: facts.event)
    let aids = try law.inForce(JKK.aids, on: facts.event)
    for kind in JKK.CostKind.allCases {
      let costs = guaranteed(facts.costs.filter { $0.kind == kind && $0.amount.isPositive })
      guard !costs.isEmpty else { continue }
      switch kind {
      case .homeCare: try payHomeCare(costs)
      case .prosthesis: try payProstheses(costs)
      case .rehabilitation:
        if let most = try law.findInForce(JKK.rehabilitationMost, on: facts.event) {
          pay(costs, upTo: most.value, by: most)
        } else {
          payAsNeeded(costs, care)
        }
      default:
        if let limit = transport.value.first(where: { $0.cost == kind }) {
          pay(costs, upTo: limit.most, by: transport)
        } else if let limit = aids.value.first(where: { $0.cost == kind }) {
          pay(costs, upTo: limit.most, by: aids)
        } else {
          payAsNeeded(costs, care)
        }
      }
    }
    if facts.returnsToWork {
      let rule = try law.inForce(JKK.returnToWork, on: facts.event)
      helpsReturn = true
      working.append(
        Step(
          "Pendampingan kembali bekerja dan pelatihan diberikan.",
          "Help to return to work and training are given.", by: rule))
    }
  }

  /// All of them; of a case that was found not to come from work, those until that day.
  private mutating func guaranteed(_ costs: [JKK.Cost]) -> [JKK.Cost] {
    guard facts.finding == .notFromWork, let decided = facts.decided else { return costs }
    func inTime(_ cost: JKK.Cost) -> Bool { cost.on.map { $0 <= decided } ?? false }
    for cost in costs where !inTime(cost) { decline(cost.kind.benefit, cost.amount, .notFromWork) }
    return costs.filter(inTime)
  }

  private mutating func payAsNeeded(_ costs: [JKK.Cost], _ care: InForce<[JKK.CareRule]>) {
    guard let kind = costs.first?.kind else { return }
    let sum = costs.map(\.amount).sum()
    guard let rule = care.value.first(where: { $0.cost == kind }) else {
      decline(kind.benefit, sum, .notCoveredThen)
      working.append(
        Step(
          "\(kind.words.indonesian) \(sum): belum ditanggung pada hari itu.",
          "\(kind.words.english) of \(sum): not covered on that day.", by: care))
      return
    }
    for cost in costs { pay(kind.benefit, cost.amount, to: cost.advancedBy.payee) }
    working.append(
      Step(
        "\(kind.words.indonesian) \(rule.extent.words.indonesian).",
        "\(kind.words.english) \(rule.extent.words.english).", amount: sum, by: care))
  }

  /// Pays in the order given until the limit is reached.
  private mutating func pay<Value>(_ costs: [JKK.Cost], upTo most: Rupiah, by law: InForce<Value>) {
    guard let kind = costs.first?.kind else { return }
    var left = most
    for cost in costs {
      let paid = min(cost.amount, left)
      pay(kind.benefit, paid, to: cost.advancedBy.payee)
      left -= paid
    }
    let sum = costs.map(\.amount).sum()
    working.append(
      Step(
        "\(kind.words.indonesian) \(sum); paling banyak \(most).", "\(kind.words.english) of \(sum); at most \(most).",
        amount: min(sum, most), by: law))
    if sum > most { decline(kind.benefit, sum - most, .overTheLimit) }
  }

  private mutating func payHomeCare(_ costs: [JKK.Cost]) throws(LawError) {
    let sum = costs.map(\.amount).sum()
    guard let most = try law.findInForce(JKK.homeCareMost, on: facts.event) else {
      decline(.homeCare, sum, .notCoveredThen)
      return
    }
    let years = try law.inForce(JKK.homeCareYears, on: facts.event)
    let first = costs.compactMap(\.on).min() ?? facts.event
    let end = first.adding(years: years.value.count)
    let late = costs.filter { ($0.on ?? first) >= end }
    let inTime = costs.filter { ($0.on ?? first) < end }
    working.append(
      Step(
        "Perawatan di rumah paling lama \(years.value.count) tahun: sebelum \(end.spelled(in: .indonesian)).",
        "Care at home for at most \(years.value.count) year(s): before \(end.spelled(in: .english)).", by: years))
    if !late.isEmpty { decline(.homeCare, late.map(\.amount).sum(), .tooLate) }
    pay(inTime, upTo: most.value, by: most)
  }

  private mutating func payProstheses(_ costs: [JKK.Cost]) throws(LawError) {
    let markup = try law.inForce(JKK.prosthesisMarkup, on: facts.event)
    let rounding = try law.inForce(JKK.benefitRounding, on: facts.event)
    for cost in costs {
      guard let reference = cost.referencePrice else { continue }
      let most = Rupiah((Rate.one + markup.value) * reference, rounded: rounding.value)
      pay([cost], upTo: most, by: markup)
    }
  }
}
