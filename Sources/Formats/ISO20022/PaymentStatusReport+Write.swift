import Vocabulary

extension PaymentStatusReport {
  /// The report as pain.002.001.10, with counts and, where every amount is known, sums by status.
  public func xml() -> [UInt8] {
    ISO20022.document("pain.002.001.10") { xml in
      xml.element("CstmrPmtStsRpt") { xml in
        xml.element("GrpHdr") { xml in
          xml.element("MsgId", messageID)
          xml.element("CreDtTm", created.description)
        }
        xml.element("OrgnlGrpInfAndSts") { xml in
          xml.element("OrgnlMsgId", originalMessageID)
          xml.element("OrgnlMsgNmId", "pain.001.001.09")
          xml.element("GrpSts", group?.rawValue)
          write(groupReason, note: nil, to: &xml)
          for status in PaymentStatus.allCases { writeCount(of: status, to: &xml) }
        }
        for id in batchNames { write(batch: id, to: &xml) }
      }
    }
  }

  // Batches in the order in which they are first named.
  private var batchNames: [String] {
    var seen: Set<String> = []
    return (batches.map(\.id) + items.map(\.batch)).filter { seen.insert($0).inserted }
  }

  private func writeCount(of status: PaymentStatus, to xml: inout XML) {
    let counted = items.filter { $0.status == status }
    if counted.isEmpty { return }
    let amounts = counted.compactMap(\.amount)
    xml.element("NbOfTxsPerSts") { xml in
      xml.element("DtldNbOfTxs", String(counted.count))
      xml.element("DtldSts", status.rawValue)
      xml.element("DtldCtrlSum", amounts.count == counted.count ? ISO20022.spelled(amounts.sum()) : nil)
    }
  }

  private func write(batch id: String, to xml: inout XML) {
    let whole = batches.first { $0.id == id }
    xml.element("OrgnlPmtInfAndSts") { xml in
      xml.element("OrgnlPmtInfId", id)
      xml.element("PmtInfSts", whole?.status.rawValue)
      write(whole?.reason, note: nil, to: &xml)
      for item in items where item.batch == id { write(item, to: &xml) }
    }
  }

  private func write(_ item: Item, to xml: inout XML) {
    xml.element("TxInfAndSts") { xml in
      xml.element("OrgnlEndToEndId", item.endToEndID)
      xml.element("TxSts", item.status.rawValue)
      write(item.reason, note: item.note, to: &xml)
      xml.element("AcctSvcrRef", item.bankReference)
      if let amount = item.amount {
        xml.element("OrgnlTxRef") { xml in
          xml.element("Amt") { xml in xml.element("InstdAmt", with: [("Ccy", "IDR")], ISO20022.spelled(amount)) }
        }
      }
    }
  }

  private func write(_ reason: StatusReason?, note: String?, to xml: inout XML) {
    if reason == nil, note == nil { return }
    xml.element("StsRsnInf") { xml in
      xml.reason(reason)
      xml.element("AddtlInf", note.map { LatinText.transliterated($0, most: 105) })
    }
  }
}

extension XML {
  /// The standard's codes have four characters; a bank's own goes under `Prtry`.
  mutating func reason(_ reason: StatusReason?) {
    guard let code = reason?.rawValue else { return }
    nested("Rsn", code.count == 4 ? "Cd" : "Prtry", text: code)
  }
}
