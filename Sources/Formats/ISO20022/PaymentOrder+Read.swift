import Vocabulary

extension PaymentOrder {
  /// Reads a pain.001 of any version, as a bank does: counts and sums are checked on both levels. Payments come back in
  /// the order of the file, which has them by rail. Throws `FormatError.refused` with every fault and its line.
  public static func read(_ bytes: [UInt8]) throws(FormatError) -> PaymentOrder {
    let reading = Reading()
    let root = try XMLReader.read(bytes, records: ["CdtTrfTxInf"], onRecord: reading.add)
    try ISO20022.check(root, is: "pain.001")
    return try reading.order(in: root)
  }

  private final class Reading {
    private let faults = Faults()
    private var payments: [Payment] = []
    private var batches: [(element: XMLElement, count: Int, sum: Rupiah)] = []
    private var firsts: [String: Int] = [:]

    func add(_ record: XMLElement) {
      let batch = record.parent
      let amount = faults.amount(record.find("Amt", "InstdAmt"), in: record)
      let id = faults.required(record, "PmtId", "EndToEndId", most: 35)
      if let first = firsts.updateValue(record.line, forKey: id), !id.isEmpty {
        faults.add(
          record.place, "Nomor \(id) sudah ada di baris \(first).", "The number \(id) is already on line \(first).")
      }
      payments.append(
        Payment(
          endToEndID: id, amount: amount,
          creditor: BankAccount(
            name: faults.required(record, "Cdtr", "Nm"),
            number: faults.required(record, "CdtrAcct", "Id", "Othr", "Id", most: 34),
            bank: faults.required(record, "CdtrAgt", "FinInstnId", "ClrSysMmbId", "MmbId", most: 35)),
          remittance: record.text("RmtInf", "Ustrd") ?? "",
          purpose: record.text("Purp", "Cd").flatMap(Purpose.init) ?? .other, rail: rail(record, batch)))
      count(amount, in: batch)
    }

    private func rail(_ record: XMLElement, _ batch: XMLElement?) -> Rail {
      let named =
        record.text("PmtTpInf", "LclInstrm", "Prtry") ?? batch?.text("PmtTpInf", "LclInstrm", "Prtry") ?? ""
      if let rail = Rail(rawValue: named) { return rail }
      faults.add(record.place, "Jalur \"\(named)\" tidak dikenal.", "\"\(named)\" is no way to pay that we know.")
      return .bifast
    }

    private func count(_ amount: Rupiah, in batch: XMLElement?) {
      guard let batch else { return }
      if batches.last?.element !== batch { batches.append((batch, 0, .zero)) }
      batches[batches.count - 1].count += 1
      batches[batches.count - 1].sum += amount
    }

    func order(in root: XMLElement) throws(FormatError) -> PaymentOrder {
      let body = root.find("CstmrCdtTrfInitn") ?? root
      let header = body.find("GrpHdr") ?? body
      for batch in batches { faults.checkSums(batch.element, count: batch.count, sum: batch.sum) }
      faults.checkSums(header, count: payments.count, sum: payments.map(\.amount).sum())
      let groups = body.all("PmtInf")
      guard let first = groups.first else {
        faults.add(body.place, "Tidak ada pembayaran.", "There is nothing to pay.")
        throw .refused(faults.all)
      }
      let order = PaymentOrder(
        messageID: faults.required(header, "MsgId", most: 35),
        created: faults.instant(header.find("CreDtTm"), in: header),
        debtor: debtor(in: first), execution: faults.day(first.find("ReqdExctnDt"), in: first), payments: payments)
      checkAlike(groups, order)
      try faults.throwIfAny()
      return order
    }

    private func debtor(in batch: XMLElement) -> BankAccount {
      BankAccount(
        name: faults.required(batch, "Dbtr", "Nm"),
        number: faults.required(batch, "DbtrAcct", "Id", "Othr", "Id", most: 34),
        bank: faults.required(batch, "DbtrAgt", "FinInstnId", "ClrSysMmbId", "MmbId", most: 35))
    }

    // The value has one account and one day, so a file with two of either would lose one of them.
    private func checkAlike(_ groups: [XMLElement], _ order: PaymentOrder) {
      for group in groups.dropFirst()
      where debtor(in: group) != order.debtor || faults.day(group.find("ReqdExctnDt"), in: group) != order.execution {
        faults.add(
          group.place, "Semua bagian harus dari rekening dan tanggal yang sama.",
          "Every batch must be from the same account on the same day.")
      }
    }
  }
}
