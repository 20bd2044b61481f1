import Vocabulary

extension AccountNotification {
  /// The notification as camt.054.001.08, an entry for each movement, with counts and sums.
  public func xml() -> [UInt8] {
    ISO20022.document("camt.054.001.08") { xml in
      xml.element("BkToCstmrDbtCdtNtfctn") { xml in
        xml.element("GrpHdr") { xml in
          xml.element("MsgId", messageID)
          xml.element("CreDtTm", created.description)
        }
        for notice in notices { write(notice, to: &xml) }
      }
    }
  }

  private func write(_ notice: Notice, to xml: inout XML) {
    xml.element("Ntfctn") { xml in
      xml.element("Id", notice.id)
      xml.element("ElctrncSeqNb", notice.sequence.map(String.init))
      xml.element("CreDtTm", created.description)
      xml.account("Acct", notice.account, currency: true)
      xml.element("TxsSummry") { xml in
        writeTotals("TtlNtries", notice.entries, to: &xml)
        writeTotals("TtlCdtNtries", notice.entries.filter(\.isCredit), to: &xml)
        writeTotals("TtlDbtNtries", notice.entries.filter { !$0.isCredit }, to: &xml)
      }
      for entry in notice.entries { write(entry, to: &xml) }
    }
  }

  private func writeTotals(_ name: String, _ entries: [Entry], to xml: inout XML) {
    xml.element(name) { xml in
      xml.element("NbOfNtries", String(entries.count))
      xml.element("Sum", ISO20022.spelled(entries.map(\.amount).sum()))
    }
  }

  private func write(_ entry: Entry, to xml: inout XML) {
    xml.element("Ntry") { xml in
      xml.element("Amt", with: [("Ccy", "IDR")], ISO20022.spelled(entry.amount))
      xml.element("CdtDbtInd", entry.isCredit ? "CRDT" : "DBIT")
      xml.element("RvslInd", entry.isReversal ? "true" : nil)
      xml.nested("Sts", "Cd", text: entry.isBooked ? "BOOK" : "PDNG")
      xml.nested("BookgDt", "Dt", text: entry.booked.description)
      xml.nested("ValDt", "Dt", text: entry.booked.description)
      xml.element("AcctSvcrRef", entry.reference)
      xml.element("BkTxCd") { xml in writeKind(entry, to: &xml) }
      xml.element("NtryDtls") { xml in
        xml.element("TxDtls") { xml in writeDetails(entry, to: &xml) }
      }
    }
  }

  // PMNT/RCDT/DMCT: a domestic credit transfer received; PMNT/ICDT/RRTN: one issued by us that was returned.
  private func writeKind(_ entry: Entry, to xml: inout XML) {
    let issued = !entry.isCredit || entry.returned != nil
    xml.element("Domn") { xml in
      xml.element("Cd", "PMNT")
      xml.element("Fmly") { xml in
        xml.element("Cd", issued ? "ICDT" : "RCDT")
        xml.element("SubFmlyCd", entry.returned == nil ? "DMCT" : "RRTN")
      }
    }
  }

  private func writeDetails(_ entry: Entry, to xml: inout XML) {
    xml.element("Refs") { xml in
      xml.element("AcctSvcrRef", entry.reference)
      xml.element("EndToEndId", entry.endToEndID)
    }
    xml.element("Amt", with: [("Ccy", "IDR")], ISO20022.spelled(entry.amount))
    xml.element("CdtDbtInd", entry.isCredit ? "CRDT" : "DBIT")
    writeParties(entry, to: &xml)
    xml.nested("RmtInf", "Ustrd", text: entry.remittance.map { LatinText.transliterated($0, most: 140) })
    if entry.returned != nil || entry.returnNote != nil {
      xml.element("RtrInf") { xml in
        xml.reason(entry.returned)
        xml.element("AddtlInf", entry.returnNote.map { LatinText.transliterated($0, most: 105) })
      }
    }
  }

  private func writeParties(_ entry: Entry, to xml: inout XML) {
    if entry.party == nil, entry.partyAccount == nil, entry.virtualAccount == nil { return }
    let paidByUs = !entry.isCredit || entry.returned != nil
    let name = entry.party.map { LatinText.transliterated($0, most: 140) }
    xml.element("RltdPties") { xml in
      if !paidByUs {
        if let name { xml.nested("Dbtr", "Pty", "Nm", text: name) }
        if let account = entry.partyAccount { xml.account("DbtrAcct", account) }
        if let account = entry.virtualAccount { xml.account("CdtrAcct", account, scheme: "VA") }
      } else {
        if let name { xml.nested("Cdtr", "Pty", "Nm", text: name) }
        if let account = entry.partyAccount { xml.account("CdtrAcct", account) }
      }
    }
  }
}
