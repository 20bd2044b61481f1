internal import Law
internal import Vocabulary

extension JHTDeliberation {
  /// What leaves the account: the whole balance, or the part that the ground allows.
  mutating func gross() throws(LawError) -> Rupiah {
    guard facts.ground.isPartial else {
      let grounds = try law.inForce(JHT.grounds, on: facts.filed)
      working.append(
        Step("Seluruh saldo dibayarkan.", "The whole balance is paid.", amount: facts.balance, by: grounds))
      return facts.balance
    }
    let key = facts.ground == .partial10 ? JHT.partialOtherShare : JHT.partialHousingShare
    let share = try law.inForce(key, on: facts.filed)
    let rounding = try law.inForce(JHT.partialRounding, on: facts.filed)
    let gross = Rupiah(share.value * facts.balance, rounded: rounding.value)
    working.append(
      Step(
        "\(share.value) dari saldo \(facts.balance).", "\(share.value) of the balance of \(facts.balance).",
        amount: gross, by: share))
    working.append(
      Step(
        "Bagian saldo dibulatkan \(rounding.value.words.indonesian).",
        "The part is rounded \(rounding.value.words.english).", amount: gross, by: rounding))
    return gross
  }

  /// What the member receives of `gross`.
  mutating func pay(_ gross: Rupiah) throws(LawError) -> JHTPayable {
    let tax = try tax(on: gross)
    let rule = try law.inForce(JHT.paymentRounding, on: facts.taxDay)
    let exact = gross - tax
    let net =
      switch rule.value {
      case .wholeRupiah: exact
      case .upToHundred: Rupiah((exact.amount + 99) / 100 * 100)
      }
    working.append(
      Step(
        "Pembulatan: \(net - exact). Jumlah dibayar: \(net).", "Rounding: \(net - exact). Amount paid: \(net).",
        amount: net, by: rule))
    return JHTPayable(gross: gross, tax: tax, rounding: net - exact, net: net)
  }

  /// Income tax, on the day of payment: the same day by which later claims will count this one.
  ///
  /// Payments within the window count from the first one, a part taken earlier included; the final tax is reckoned on
  /// their sum, less what was withheld already. After the window the general rates apply to what is paid in a calendar
  /// year, again less what was withheld of it.
  private mutating func tax(on gross: Rupiah) throws(LawError) -> Rupiah {
    let window = try law.inForce(JHT.finalWindow, on: facts.taxDay)
    let rule = try law.inForce(JHT.windowRule, on: facts.taxDay)
    let first = try countedPayments().map(\.paid).min() ?? facts.taxDay
    let isFinal = rule.value.covers(facts.taxDay, first: first, years: window.value.count)
    let years = Words("\(window.value.count) tahun", "\(window.value.count) years")
    working.append(
      Step(
        "Pembayaran pertama \(first.spelled(in: .indonesian)); PPh final berlaku selama \(years.indonesian).",
        "First payment on \(first.spelled(in: .english)); the final tax holds for \(years.english).", by: window))
    working.append(
      Step(
        isFinal ? "Masih dalam masa PPh final." : "Masa PPh final sudah lewat.",
        isFinal ? "Still within the window of the final tax." : "The window of the final tax is over.", by: rule))
    return isFinal ? try finalTax(on: gross) : try laterTax(on: gross, rule.value, first, window.value.count)
  }

  /// The earlier payments that count together with this one, with the reading told.
  private mutating func countedPayments() throws(LawError) -> [JHTClaimFacts.EarlierPayment] {
    guard !facts.earlierPayments.isEmpty else { return [] }
    let together = try law.inForce(JHT.paymentsTogether, on: facts.taxDay)
    let payments = try counted()
    working.append(
      Step(
        "\(payments.count) pembayaran terdahulu dihitung bersama pembayaran ini.",
        "\(payments.count) earlier payment(s) count together with this one.", by: together))
    return payments
  }

  private func counted() throws(LawError) -> [JHTClaimFacts.EarlierPayment] {
    guard !facts.earlierPayments.isEmpty else { return [] }
    switch try law.inForce(JHT.paymentsTogether, on: facts.taxDay).value {
    case .allAccounts: return facts.earlierPayments
    case .sameMembership: return facts.earlierPayments.filter(\.sameMembership)
    }
  }

  private mutating func finalTax(on gross: Rupiah) throws(LawError) -> Rupiah {
    let bands = try law.inForce(JHT.finalBands, on: facts.taxDay)
    return try withheld(bands, gross, after: try counted(), surcharge: nil)
  }

  private mutating func laterTax(
    on gross: Rupiah, _ rule: JHT.TaxWindowRule, _ first: Day, _ years: Int
  ) throws(LawError) -> Rupiah {
    let bands = try law.inForce(JHT.laterBands, on: facts.taxDay)
    let sameYear = try counted().filter {
      $0.paid.year == facts.taxDay.year && !rule.covers($0.paid, first: first, years: years)
    }
    let surcharge = facts.hasNPWP ? nil : try law.inForce(JHT.noNPWPSurcharge, on: facts.taxDay)
    return try withheld(bands, gross, after: sameYear, surcharge: surcharge)
  }

  private mutating func withheld(
    _ bands: InForce<[Band]>, _ gross: Rupiah, after earlier: [JHTClaimFacts.EarlierPayment],
    surcharge: InForce<Rate>?
  ) throws(LawError) -> Rupiah {
    let rounding = try law.inForce(JHT.taxRounding, on: facts.taxDay)
    let sum = earlier.map(\.gross).sum() + gross
    let before = earlier.map(\.tax).sum()
    let factor = surcharge.map { .one + $0.value } ?? .one
    let whole = Rupiah(bands.value.apply(to: sum) * factor, rounded: rounding.value)
    let due = max(.zero, min(whole - before, gross))
    if before > whole {
      working.append(
        Step(
          "Pajak yang sudah dipotong lebih \(before - whole) dari yang terutang; tidak dikembalikan di sini.",
          "What was withheld before is \(before - whole) more than is due; it is not paid back here.",
          amount: before - whole, by: bands))
    }
    working.append(
      Step(
        "PPh atas \(sum): \(whole); sudah dipotong \(before).", "Tax on \(sum): \(whole); withheld before: \(before).",
        amount: due, by: bands))
    if let surcharge {
      working.append(
        Step(
          "Tanpa NPWP pajak ditambah \(surcharge.value).",
          "Without a tax number \(surcharge.value) is added to the tax.",
          by: surcharge))
    }
    working.append(Step("Pajak dalam rupiah penuh.", "The tax is in whole rupiah.", amount: due, by: rounding))
    return due
  }
}

extension JHT.TaxWindowRule {
  /// Whether a payment on `day` is within the window that the `first` payment opened.
  func covers(_ day: Day, first: Day, years: Int) -> Bool {
    switch self {
    case .calendarYears: day.year - first.year < years
    case .fromFirstPayment: first.month.months(until: day.month) < years * 12
    }
  }
}
