internal import Law
internal import Vocabulary

extension JPDeliberation {
  /// After a death: the spouse, then the children, then a parent, each as long as the one before is not there.
  mutating func survivors() throws(LawError) -> JPDecision.Outcome {
    guard let died = facts.event else { return .refused([]) }
    guard let base = try basePension(died) else {
      let rule = try law.inForce(JP.survivorMembership, on: died)
      return lumpSum(by: rule)
    }
    let day = facts.on ?? died
    guard let (receiver, share, count) = try receiver(on: day) else { return .refused([.noSurvivor]) }
    let rounding = try law.inForce(JP.benefitRounding, on: day)
    let bounds = try law.inForce(JP.survivorBounds, on: day)
    let whole = bounds.value == .beforeShare && facts.lastPension == nil ? try bounded(base, on: died) : base
    var monthly = Rupiah(share.value * whole, rounded: rounding.value)
    working.append(
      Step(
        "\(share.value) dari \(whole) untuk \(receiver.words.indonesian).",
        "\(share.value) of \(whole) for \(receiver.words.english).", amount: monthly, by: share))
    if bounds.value == .afterShare { monthly = try bounded(monthly, on: day) }
    working.append(
      Step(
        "Batas pensiun dikenakan \(bounds.value == .afterShare ? "sesudah" : "sebelum") pembagian.",
        "The bounds are kept \(bounds.value == .afterShare ? "after" : "before") the share is taken.", amount: monthly,
        by: bounds))
    return try begin(receiver, monthly, divided(monthly, by: count), from: day)
  }

  /// What the share is taken of: the last pension of a pensioner, otherwise the formula; `nil` where only a lump sum is
  /// due.
  private mutating func basePension(_ died: Day) throws(LawError) -> Rupiah? {
    if let last = facts.lastPension {
      let (_, age) = try JP.retirementDay(bornOn: facts.bornOn, law: law)
      working.append(Step("Pensiun bulan terakhir.", "The pension of the last month.", amount: last, by: age))
      return last
    }
    let enough = try law.inForce(JP.monthsForPension, on: died)
    if facts.months >= enough.value.count { return try formula(counted: facts.months, on: died) }
    let membership = try law.inForce(JP.survivorMembership, on: died)
    let from = facts.joined.adding(years: membership.value.count)
    working.append(
      Step(
        "Peserta sejak \(facts.joined.spelled(in: .indonesian)), genap \(membership.value.count) tahun pada "
          + "\(from.spelled(in: .indonesian)).",
        "A member since \(facts.joined.spelled(in: .english)), \(membership.value.count) year(s) complete on "
          + "\(from.spelled(in: .english)).", by: membership))
    let dense = try isDense(until: died)
    guard died >= from, dense else { return nil }
    return try formula(counted: try countedMonths(on: died), on: died)
  }

  private mutating func receiver(
    on day: Day
  ) throws(LawError) -> (JPReceiver, InForce<Rate>, Int)? {
    let family = facts.survivors
    if family.hasSpouse, family.spouseEnded.map({ $0 > day }) ?? true {
      return (.spouse, try law.inForce(JP.spouseShare, on: day), 1)
    }
    let age = try law.inForce(JP.childAge, on: day)
    let most = try law.inForce(JP.childrenAtMost, on: day)
    let open = family.children.filter { child in
      child.bornOn.adding(years: age.value.count) > day && child.ended.map { $0 > day } ?? true
    }
    working.append(
      Step(
        "\(open.count) anak berhak: belum \(age.value.count) tahun, belum bekerja, belum menikah.",
        "\(open.count) children have a right: not yet \(age.value.count), not working, not married.", by: age))
    if !open.isEmpty {
      working.append(
        Step("Paling banyak \(most.value) anak.", "At most \(most.value) children.", by: most))
      return (.children, try law.inForce(JP.childShare, on: day), min(open.count, most.value))
    }
    // A parent is paid where the member left neither spouse nor child, not as a third in line.
    guard !family.hasSpouse, family.children.isEmpty, family.hasParent else { return nil }
    return (.parent, try law.inForce(JP.parentShare, on: day), 1)
  }

  /// Equal parts; what does not divide goes to the first.
  private func divided(_ amount: Rupiah, by count: Int) -> [Rupiah] {
    let part = Rupiah(amount.amount / Int64(max(count, 1)))
    return [amount - part * Int64(max(count, 1) - 1)] + Array(repeating: part, count: max(count, 1) - 1)
  }
}
