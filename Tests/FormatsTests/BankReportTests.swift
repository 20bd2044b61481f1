import Testing
import Vocabulary

@testable import Formats

@Suite struct PaymentStatusReportTests {
  static var report: PaymentStatusReport {
    PaymentStatusReport(
      messageID: "BANK-1", created: Samples.moment, originalMessageID: "NGN20261120-0001", group: .partlyAccepted,
      batches: [
        PaymentStatusReport.Batch(id: "NGN20261120-0001-RTGS", status: .rejected, reason: .unknownBank)
      ],
      items: [
        item(1, "OVB", .settled, amount: 48_250_000), item(2, "BIFAST", .rejected, .closedAccount, amount: 12_000_000),
        item(3, "BIFAST", .pending, StatusReason("BANK-77"), amount: 250_000_000), item(4, "SKN", .inSettlement),
      ])
  }

  private static func item(
    _ number: Int, _ rail: String, _ status: PaymentStatus, _ reason: StatusReason? = nil, amount: Int64? = nil
  ) -> PaymentStatusReport.Item {
    PaymentStatusReport.Item(
      endToEndID: "PAY-2026-00000\(number)", batch: "NGN20261120-0001-\(rail)", status: status, reason: reason,
      note: reason == nil ? nil : "catatan bank", bankReference: "REF\(number)", amount: amount.map(Rupiah.init))
  }

  @Test("A report goes through pain.002 unchanged, batch by batch")
  func roundTrip() throws {
    let read = try PaymentStatusReport.read(PaymentStatusReportTests.report.xml())
    #expect(read.items.sorted { $0.endToEndID < $1.endToEndID } == PaymentStatusReportTests.report.items)
    #expect(read.batches == PaymentStatusReportTests.report.batches)
    #expect(read.group == .partlyAccepted && read.originalMessageID == "NGN20261120-0001")
    #expect(read.xml() == PaymentStatusReportTests.report.xml())
  }

  @Test("A file refused as a whole lists no payment")
  func wholeGroup() throws {
    let report = PaymentStatusReport(
      messageID: "B", created: Samples.moment, originalMessageID: "M", group: .rejected, groupReason: .duplicate,
      items: [])
    #expect(try PaymentStatusReport.read(report.xml()) == report)
  }

  static let spoilt = [
    SpoiltFile("wrong count", "<DtldNbOfTxs>1<", "<DtldNbOfTxs>9<", at: "DtldNbOfTxs"),
    SpoiltFile("wrong sum", "<DtldCtrlSum>12000000.00", "<DtldCtrlSum>12000001.00", at: "DtldCtrlSum"),
    SpoiltFile("unknown status", "<TxSts>ACSC<", "<TxSts>OKAY<", at: "TxSts"),
    SpoiltFile("no status", "<TxSts>ACSC</TxSts>", "", at: "TxInfAndSts"),
    SpoiltFile("no end-to-end", "<OrgnlEndToEndId>PAY-2026-000001</OrgnlEndToEndId>", "", at: "OrgnlEndToEndId"),
    SpoiltFile("no original message", "<OrgnlMsgId>NGN20261120-0001</OrgnlMsgId>", "", at: "OrgnlMsgId"),
    SpoiltFile("our own order sent back", "pain.002.001.10", "pain.001.001.09", at: "Document"),
  ]

  @Test("A spoilt report is refused at the place of its flaw", arguments: spoilt)
  func refused(file: SpoiltFile) throws {
    let bytes = try file.bytes(from: PaymentStatusReportTests.report.xml())
    let error = #expect(throws: FormatError.self) { try PaymentStatusReport.read(bytes) }
    let places = try #require(error).faults.map(\.place)
    #expect(places.contains { $0.contains(file.place) }, "\(places)")
  }

  @Test("Every status says whether the money has arrived, and has words", arguments: PaymentStatus.allCases)
  func outcomes(status: PaymentStatus) {
    let isEnd = [.settled, .credited, .rejected, .cancelled].contains(status)
    #expect((status.outcome != .open) == isEnd)
    #expect(!status.words.indonesian.isEmpty && !status.words.english.isEmpty)
  }

  @Test("Reasons have words, unknown ones too, and say whether a new account is needed")
  func reasons() {
    #expect(StatusReason.closedAccount.words.indonesian == "Rekening sudah ditutup.")
    #expect(StatusReason("ZZ99").words.english == "The bank gives the code ZZ99.")
    for reason in [StatusReason.wrongAccount, .closedAccount, .blockedAccount, .nameMismatch, .unknownBank] {
      #expect(reason.needsNewAccount)
    }
    #expect(!StatusReason.noFunds.needsNewAccount && !StatusReason.duplicate.needsNewAccount)
  }
}

@Suite struct AccountNotificationTests {
  static var notification: AccountNotification {
    AccountNotification(
      messageID: "CAMT-1", created: Samples.moment,
      notices: [
        AccountNotification.Notice(
          id: "ST-7", sequence: 7, account: "0011223344",
          entries: [
            AccountNotification.Entry(
              reference: "R1", amount: Rupiah(525_000), booked: Samples.day, virtualAccount: "9899912600000017",
              party: "PT Contoh Sejahtera", partyAccount: "5544332211", remittance: "Iuran 2026-11", endToEndID: "X1"),
            AccountNotification.Entry(
              reference: "R2", amount: Rupiah(12_000_000), booked: Samples.day, party: "Sri Contoh",
              partyAccount: "990002", endToEndID: "PAY-2026-000002", returned: .closedAccount,
              returnNote: "rekening tutup"),
            AccountNotification.Entry(
              reference: "R3", amount: Rupiah(6_500), isCredit: false, isBooked: false, isReversal: true,
              booked: Samples.day),
          ]),
        AccountNotification.Notice(id: "ST-8", account: "0011223355", entries: []),
      ])
  }

  @Test("Contributions received and payouts returned go through camt.054 unchanged")
  func roundTrip() throws {
    let xml = AccountNotificationTests.notification.xml()
    #expect(try AccountNotification.read(xml) == AccountNotificationTests.notification)
  }

  static let spoilt = [
    SpoiltFile("wrong number of entries", "<NbOfNtries>3<", "<NbOfNtries>4<", at: "NbOfNtries"),
    SpoiltFile("wrong sum of credits", "<Sum>12525000.00", "<Sum>12525001.00", at: "Sum"),
    SpoiltFile("wrong sum of debits", "<Sum>6500.00", "<Sum>0.00", at: "Sum"),
    SpoiltFile("no direction", "<CdtDbtInd>CRDT</CdtDbtInd>", "", at: "Ntry"),
    SpoiltFile("no booking day", "<BookgDt>\n          <Dt>2026-11-20</Dt>\n        </BookgDt>", "", at: "Ntry"),
    SpoiltFile("foreign currency", "<Amt Ccy=\"IDR\">525000.00", "<Amt Ccy=\"USD\">525000.00", at: "Amt"),
    SpoiltFile("no account", "<Id>0011223344</Id>", "", at: "Acct/Id/Othr/Id"),
    SpoiltFile("no id", "<Id>ST-7</Id>", "", at: "Ntfctn/Id"),
  ]

  @Test("A spoilt notification is refused at the place of its flaw", arguments: spoilt)
  func refused(file: SpoiltFile) throws {
    let bytes = try file.bytes(from: AccountNotificationTests.notification.xml())
    let error = #expect(throws: FormatError.self) { try AccountNotification.read(bytes) }
    let places = try #require(error).faults.map(\.place)
    #expect(places.contains { $0.contains(file.place) }, "\(places)")
  }

  private func document(_ entry: String) -> [UInt8] {
    Array(
      """
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"><BkToCstmrDbtCdtNtfctn>
      <GrpHdr><MsgId>M</MsgId><CreDtTm>2026-11-20T10:00:00</CreDtTm></GrpHdr>
      <Ntfctn><Id>1</Id><Acct><Id><Othr><Id>0011</Id></Othr></Id></Acct>\(entry)</Ntfctn>
      </BkToCstmrDbtCdtNtfctn></Document>
      """.utf8)
  }

  @Test("One entry of several payments becomes as many, told apart by number")
  func batchBooking() throws {
    let part = "<TxDtls><Amt Ccy=\"IDR\">1000</Amt><RltdPties><Dbtr><Nm>Budi</Nm></Dbtr></RltdPties></TxDtls>"
    let entry =
      "<Ntry><NtryRef>N9</NtryRef><Amt Ccy=\"IDR\">2000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
      + "<BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls>\(part)\(part)</NtryDtls></Ntry>"
    let entries = try AccountNotification.read(document(entry)).notices[0].entries
    #expect(entries.map(\.reference) == ["N9/1", "N9/2"])
    #expect(entries.map(\.amount) == [Rupiah(1_000), Rupiah(1_000)] && entries[0].party == "Budi")
    #expect(entries.map(\.isBooked) == [true, true])
    let uneven = entry.replacing("2000.00", with: "2001.00")
    #expect(throws: FormatError.self) { try AccountNotification.read(document(uneven)) }
  }

  @Test("The virtual account may stand in the structured reference, and an entry need have no details")
  func otherShapes() throws {
    let head = "<Amt Ccy=\"IDR\">5000</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
    let day = "<BookgDt><DtTm>2026-11-20T09:00:00+07:00</DtTm></BookgDt><AcctSvcrRef>A1</AcctSvcrRef>"
    let reference = "<RmtInf><Strd><CdtrRefInf><Ref>9899912600000017</Ref></CdtrRefInf></Strd></RmtInf>"
    let plain = try AccountNotification.read(document("<Ntry>\(head)\(day)</Ntry>")).notices[0].entries[0]
    #expect(plain.reference == "A1" && plain.amount == Rupiah(5_000) && plain.booked == Samples.day)
    let structured = "<Ntry>\(head)\(day)<NtryDtls><TxDtls>\(reference)</TxDtls></NtryDtls></Ntry>"
    let entry = try AccountNotification.read(document(structured)).notices[0].entries[0]
    #expect(entry.virtualAccount == "9899912600000017" && entry.amount == Rupiah(5_000))
    #expect(throws: FormatError.self) { try AccountNotification.read(document("<Ntry>\(head)</Ntry>")) }
  }
}
