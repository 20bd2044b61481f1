import Vocabulary

extension PaymentOrder {
  /// The order as pain.001.001.09: a batch for each way the money takes, counts and sums on both levels. The same order
  /// gives the same bytes. Throws `FormatError.refused` with all of `faults`.
  public func xml() throws(FormatError) -> [UInt8] {
    let faults = faults
    if !faults.isEmpty { throw .refused(faults) }
    return ISO20022.document("pain.001.001.09") { xml in
      xml.element("CstmrCdtTrfInitn") { xml in
        xml.element("GrpHdr") { xml in
          xml.element("MsgId", messageID)
          xml.element("CreDtTm", created.description)
          xml.element("NbOfTxs", String(payments.count))
          xml.element("CtrlSum", ISO20022.spelled(total))
          xml.nested("InitgPty", "Nm", text: LatinText.transliterated(debtor.name, most: 140))
        }
        for rail in Rail.allCases {
          let batch = payments.filter { $0.rail == rail }
          if !batch.isEmpty { write(batch, by: rail, to: &xml) }
        }
      }
    }
  }

  private func write(_ batch: [Payment], by rail: Rail, to xml: inout XML) {
    xml.element("PmtInf") { xml in
      xml.element("PmtInfId", "\(messageID)-\(rail.rawValue)")
      xml.element("PmtMtd", "TRF")
      xml.element("NbOfTxs", String(batch.count))
      xml.element("CtrlSum", ISO20022.spelled(batch.map(\.amount).sum()))
      xml.element("PmtTpInf") { xml in
        xml.nested("LclInstrm", "Prtry", text: rail.rawValue)
        xml.nested("CtgyPurp", "Cd", text: "SSBE")
      }
      xml.nested("ReqdExctnDt", "Dt", text: execution.description)
      xml.nested("Dbtr", "Nm", text: LatinText.transliterated(debtor.name, most: 140))
      xml.account("DbtrAcct", debtor.number, currency: true)
      xml.agent("DbtrAgt", debtor.bank)
      // The debtor bears the charges: what was decided arrives whole.
      xml.element("ChrgBr", "DEBT")
      for payment in batch { write(payment, to: &xml) }
    }
  }

  private func write(_ payment: Payment, to xml: inout XML) {
    xml.element("CdtTrfTxInf") { xml in
      xml.nested("PmtId", "EndToEndId", text: payment.endToEndID)
      xml.element("Amt") { xml in
        xml.element("InstdAmt", with: [("Ccy", "IDR")], ISO20022.spelled(payment.amount))
      }
      xml.agent("CdtrAgt", payment.creditor.bank)
      xml.nested("Cdtr", "Nm", text: LatinText.transliterated(payment.creditor.name, most: 140))
      xml.account("CdtrAcct", payment.creditor.number)
      xml.nested("Purp", "Cd", text: payment.purpose.rawValue)
      let remittance = LatinText.transliterated(payment.remittance, most: 140)
      xml.nested("RmtInf", "Ustrd", text: remittance.isEmpty ? nil : remittance)
    }
  }
}

extension XML {
  mutating func agent(_ name: String, _ bank: String) {
    element(name) { xml in
      xml.element("FinInstnId") { xml in
        xml.element("ClrSysMmbId") { xml in
          xml.nested("ClrSysId", "Prtry", text: ISO20022.clearingSystem)
          xml.element("MmbId", bank)
        }
      }
    }
  }

  mutating func account(_ name: String, _ number: String, currency: Bool = false, scheme: String? = nil) {
    element(name) { xml in
      xml.element("Id") { xml in
        xml.element("Othr") { xml in
          xml.element("Id", number)
          xml.nested("SchmeNm", "Prtry", text: scheme)
        }
      }
      if currency { xml.element("Ccy", "IDR") }
    }
  }
}
