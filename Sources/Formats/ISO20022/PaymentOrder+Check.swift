public import Vocabulary

extension PaymentOrder {
  /// Everything that keeps this order from being written. Names and texts are no faults: they are transliterated.
  public var faults: [Fault] {
    let faults = Faults()
    PaymentOrder.checkIdentifier(messageID, most: 28, at: "message", faults)
    PaymentOrder.check(debtor, at: "debtor", faults)
    if payments.isEmpty { faults.add("payments", "Tidak ada pembayaran.", "There is nothing to pay.") }
    var firsts: [String: Int] = [:]
    for (index, payment) in payments.enumerated() {
      let place = "payment \(index + 1)"
      PaymentOrder.checkIdentifier(payment.endToEndID, most: 35, at: place, faults)
      PaymentOrder.check(payment.creditor, at: "\(place), creditor", faults)
      if !payment.amount.isPositive {
        faults.add("\(place), amount", "Jumlah harus di atas nol.", "The amount must be above zero.")
      }
      if let first = firsts.updateValue(index + 1, forKey: payment.endToEndID) {
        faults.add(
          "\(place), end-to-end", "Nomor \(payment.endToEndID) sudah dipakai pembayaran \(first).",
          "The number \(payment.endToEndID) is already that of payment \(first).")
      }
    }
    return faults.all
  }

  // A number is said back to us letter by letter, so it is refused rather than transliterated.
  private static func checkIdentifier(_ text: String, most: Int, at place: String, _ faults: Faults) {
    guard text.isEmpty || text.count > most || !LatinText.isPlain(text) || text.trimmed != text else {
      if text.hasPrefix("/") || text.hasSuffix("/") || text.contains("//") {
        faults.add(place, "Nomor \(text) memakai garis miring di ujung atau ganda.", "Misplaced slashes in \(text).")
      }
      return
    }
    faults.add(
      place, "Nomor \"\(text)\" harus 1 sampai \(most) huruf atau angka biasa.",
      "The number \"\(text)\" must be 1 to \(most) plain letters or digits.")
  }

  private static func check(_ account: BankAccount, at place: String, _ faults: Faults) {
    if account.name.trimmed.isEmpty {
      faults.add("\(place), name", "Nama pemilik rekening kosong.", "The account holder's name is blank.")
    }
    if !(1...34).contains(account.number.count)
      || !account.number.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    {
      faults.add(
        "\(place), account", "Nomor rekening \"\(account.number)\" tidak mungkin.",
        "\"\(account.number)\" cannot be an account number.")
    }
    if !(1...35).contains(account.bank.count)
      || !account.bank.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    {
      faults.add(
        "\(place), bank", "Kode bank \"\(account.bank)\" tidak mungkin.", "\"\(account.bank)\" cannot be a bank's code."
      )
    }
  }
}
