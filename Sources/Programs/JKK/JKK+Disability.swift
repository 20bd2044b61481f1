internal import Law
internal import Vocabulary

extension JKKDeliberation {
  /// The share of all lasting losses together, or `nil` with what is missing noted.
  mutating func partialShare() throws(LawError) -> InForce<Rate>? {
    let table = try law.inForce(JKK.bodyParts, on: facts.event)
    let most = try law.inForce(JKK.partialMost, on: facts.event)
    var shares: [InForce<Rate>] = []
    for loss in facts.losses {
      if let share = try share(of: loss, table) { shares.append(share) }
    }
    guard missing.isEmpty else { return nil }
    let sum = shares.reduce(Rate.zero) { $0 + $1.value }
    if shares.count > 1 {
      let rule = try law.inForce(JKK.combined, on: facts.event)
      working.append(
        Step(
          "Beberapa cacat dijumlahkan: \(sum).", "Several disabilities are added up: \(sum).", by: rule))
    }
    let capped = min(sum, most.value)
    let confidence = Confidence.least(shares.map(\.confidence))
    guard sum > most.value || shares.count > 1 else {
      return InForce(
        value: capped, source: table.source, confidence: confidence, from: table.from, parameter: table.parameter)
    }
    working.append(
      Step(
        "Gabungan paling tinggi \(most.value): dipakai \(capped).", "Together at most \(most.value): \(capped) counts.",
        by: most))
    return InForce(
      value: capped, source: table.source, confidence: .least([confidence, most.confidence]), from: table.from,
      parameter: table.parameter)
  }

  /// The share of one loss by the table.
  private mutating func share(
    of loss: JKK.Loss, _ table: InForce<[JKK.BodyPart]>
  ) throws(LawError) -> InForce<Rate>? {
    let rows = table.value.filter { $0.part == loss.part }
    guard let first = rows.first else {
      throw .noRow(parameter: table.parameter, on: facts.event, asked: loss.part)
    }
    let sided = first.side != .either
    guard !sided || loss.side != .either else {
      missing.append(.claim(.sideMissing(loss.part)))
      return nil
    }
    let side = try sided ? swapped(loss.side) : .either
    guard let row = rows.first(where: { $0.side == side }) else {
      throw .noRow(parameter: table.parameter, on: facts.event, asked: "\(side.rawValue) \(loss.part)")
    }
    guard let share = try share(row, loss) else { return nil }
    let named = loss.side == .either ? "" : (loss.side == .right ? " kanan" : " kiri")
    let lost = loss.functionLost.map { Words(", fungsi hilang \($0)%", ", \($0)% of function lost") } ?? Words("", "")
    let times = loss.count == 1 ? "" : " × \(loss.count)"
    let result = InForce(
      value: share, source: table.source, confidence: row.confidence, from: table.from, parameter: table.parameter)
    working.append(
      Step(
        "\(row.indonesian)\(side == loss.side ? "" : " (pada peserta: sisi\(named))")\(times)\(lost.indonesian): "
          + "\(share).",
        "\(row.words.english)\(side == loss.side ? "" : " (on the member: \(loss.side.rawValue))")\(times)"
          + "\(lost.english): \(share).", by: result))
    return result
  }

  /// For those who use the left hand right and left change places.
  private mutating func swapped(_ side: JKK.BodyPart.Side) throws(LawError) -> JKK.BodyPart.Side {
    guard facts.leftHanded else { return side }
    let rule = try law.inForce(JKK.leftHanded, on: facts.event)
    working.append(
      Step(
        "Peserta kidal: kanan dan kiri bertukar.", "The member uses the left hand: right and left change places.",
        by: rule))
    return side == .right ? .left : .right
  }

  private mutating func share(_ row: JKK.BodyPart, _ loss: JKK.Loss) throws(LawError) -> Rate? {
    var share = row.least
    if row.most > row.least {
      guard let chosen = loss.share else {
        missing.append(.claim(.shareMissing(loss.part)))
        return nil
      }
      share = .percent(Int64(chosen))
      guard share >= row.least, share <= row.most else {
        missing.append(.claim(.shareOutside(loss.part)))
        return nil
      }
    }
    if row.per == .ten {
      guard let tens = try tens(of: loss) else {
        missing.append(.claim(.measureMissing(loss.part)))
        return nil
      }
      share = share * tens
    }
    if let lost = loss.functionLost { share = share * .percent(Int64(lost)) }
    return share * Rate(Int64(loss.count))
  }

  /// How many tens of decibels or percent are lost.
  private mutating func tens(of loss: JKK.Loss) throws(LawError) -> Rate? {
    let rule = try law.inForce(JKK.eachTen, on: facts.event)
    var measure = loss.measure.map { Rate(Int64($0)) }
    if let eyes = loss.eyes {
      let sight = try law.inForce(JKK.visualEfficiency, on: facts.event)
      let left = Rate(Int64(3 * eyes.better + eyes.worse), over: 4)
      measure = Rate(100) - left
      working.append(
        Step(
          "Penglihatan kedua mata: (3 × \(eyes.better)% + \(eyes.worse)%) ÷ 4 = \(Rate(1, over: 100) * left).",
          "Sight of both eyes: (3 × \(eyes.better)% + \(eyes.worse)%) ÷ 4 = \(Rate(1, over: 100) * left).", by: sight))
    }
    guard let measure else { return nil }
    let tens = Rate(1, over: 10) * measure
    let counted =
      switch rule.value {
      case .completedTens: Rate(tens.numerator / tens.denominator)
      case .inProportion: tens
      }
    working.append(
      Step(
        "Tiap sepuluh dihitung: \(counted.numerator)\(counted.denominator == 1 ? "" : "/\(counted.denominator)") kali.",
        "Each ten counts: \(counted.numerator)\(counted.denominator == 1 ? "" : "/\(counted.denominator)") time(s).",
        by: rule))
    return counted
  }
}
