import Vocabulary

extension PaymentStatusReport {
  /// Reads a pain.002 of any version; counts and sums by status are checked where stated. Throws `FormatError.refused`
  /// with every fault and its line.
  public static func read(_ bytes: [UInt8]) throws(FormatError) -> PaymentStatusReport {
    let reading = Reading()
    let root = try XMLReader.read(bytes, records: ["TxInfAndSts"], onRecord: reading.add)
    try ISO20022.check(root, is: "pain.002")
    return try reading.report(in: root)
  }

  private final class Reading {
    private let faults = Faults()
    private var items: [Item] = []

    func add(_ record: XMLElement) {
      let amount = record.find("OrgnlTxRef", "Amt", "InstdAmt").map { faults.amount($0, in: record) }
      items.append(
        Item(
          endToEndID: faults.required(record, "OrgnlEndToEndId", most: 35),
          batch: record.parent?.text("OrgnlPmtInfId") ?? "", status: status(record.find("TxSts"), in: record),
          reason: reason(record), note: note(record), bankReference: record.text("AcctSvcrRef"), amount: amount))
    }

    func report(in root: XMLElement) throws(FormatError) -> PaymentStatusReport {
      let body = root.find("CstmrPmtStsRpt") ?? root
      let header = body.find("GrpHdr") ?? body
      let original = body.find("OrgnlGrpInfAndSts") ?? body
      checkCounts(original)
      let group = original.find("GrpSts").map { status($0, in: original) }
      let report = PaymentStatusReport(
        messageID: faults.required(header, "MsgId", most: 35),
        created: faults.instant(header.find("CreDtTm"), in: header),
        originalMessageID: faults.required(original, "OrgnlMsgId", most: 35), group: group,
        groupReason: reason(original), batches: batches(in: body), items: items)
      try faults.throwIfAny()
      return report
    }

    private func batches(in body: XMLElement) -> [Batch] {
      body.all("OrgnlPmtInfAndSts").compactMap { batch in
        guard let stated = batch.find("PmtInfSts") else { return nil }
        return Batch(
          id: faults.required(batch, "OrgnlPmtInfId", most: 35), status: status(stated, in: batch),
          reason: reason(batch))
      }
    }

    private func status(_ element: XMLElement?, in parent: XMLElement) -> PaymentStatus {
      let code = element?.text ?? ""
      if let status = PaymentStatus(rawValue: code) { return status }
      faults.add(
        (element ?? parent).place, "Status \"\(code)\" tidak dikenal.", "The status \"\(code)\" is not known.")
      return .pending
    }

    private func reason(_ element: XMLElement) -> StatusReason? {
      (element.text("StsRsnInf", "Rsn", "Cd") ?? element.text("StsRsnInf", "Rsn", "Prtry")).map(StatusReason.init(_:))
    }

    private func note(_ element: XMLElement) -> String? {
      let lines = element.all("StsRsnInf").flatMap { $0.all("AddtlInf") }.map(\.text).filter { !$0.isEmpty }
      return lines.isEmpty ? nil : lines.joined(separator: " ")
    }

    // A report may list only the failures, so counts are held against the list only where it lists that status.
    private func checkCounts(_ original: XMLElement) {
      for stated in original.all("NbOfTxsPerSts") {
        let counted = items.filter { $0.status.rawValue == stated.text("DtldSts") }
        if counted.isEmpty { continue }
        let amounts = counted.compactMap(\.amount)
        let known = amounts.count == counted.count
        faults.checkSums(
          stated, count: counted.count, sum: amounts.sum(), countName: "DtldNbOfTxs",
          sumName: known ? "DtldCtrlSum" : "")
      }
    }
  }
}
