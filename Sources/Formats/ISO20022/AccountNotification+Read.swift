import Vocabulary

extension AccountNotification {
  /// Reads a camt.054 of any version. Counts and sums are checked where stated; an entry of several movements becomes
  /// as many entries. Throws `FormatError.refused` with every fault and its line.
  public static func read(_ bytes: [UInt8]) throws(FormatError) -> AccountNotification {
    let reading = Reading()
    let root = try XMLReader.read(bytes, records: ["Ntry"], onRecord: reading.add)
    try ISO20022.check(root, is: "camt.054")
    return try reading.notification(in: root)
  }

  private final class Reading {
    private let faults = Faults()
    private var tallies: [Tally] = []

    /// What was found under one `Ntfctn`. Totals count whole entries as the bank does, not their parts.
    private struct Tally {
      let element: XMLElement
      var entries: [Entry] = []
      var credits: [Rupiah] = []
      var debits: [Rupiah] = []
    }

    func add(_ record: XMLElement) {
      guard let parent = record.parent else { return }
      if tallies.last?.element !== parent { tallies.append(Tally(element: parent)) }
      let amount = faults.amount(record.find("Amt"), in: record)
      let isCredit = direction(record)
      let parts = record.all("NtryDtls").flatMap { $0.all("TxDtls") }
      let entries = parts.isEmpty ? [entry(record, record)] : parts.map { entry(record, $0) }
      if parts.count > 1, entries.map(\.amount).sum() != amount {
        faults.add(
          record.place, "Jumlah rinciannya tidak sama dengan \(amount.amount).",
          "Its parts do not add up to \(amount.amount).")
      }
      let last = tallies.count - 1
      tallies[last].entries += numbered(entries, of: record)
      if isCredit { tallies[last].credits.append(amount) } else { tallies[last].debits.append(amount) }
    }

    private func direction(_ record: XMLElement) -> Bool {
      let stated = record.text("CdtDbtInd")
      if stated != "CRDT", stated != "DBIT" {
        faults.add(record.place, "Arah uang tidak disebut.", "CdtDbtInd must be CRDT or DBIT.")
      }
      return stated == "CRDT"
    }

    private func entry(_ record: XMLElement, _ part: XMLElement) -> Entry {
      let isCredit = (part.text("CdtDbtInd") ?? record.text("CdtDbtInd")) == "CRDT"
      let stated =
        part.find("Amt") ?? part.find("AmtDtls", "TxAmt", "Amt") ?? record.find("Amt")
      let returned = part.find("RtrInf")
      var entry = Entry(
        reference: part.text("Refs", "AcctSvcrRef") ?? "",
        amount: part === record ? Rupiah(wire: stated?.text ?? "") ?? .zero : faults.amount(stated, in: part),
        isCredit: isCredit, isBooked: (record.text("Sts", "Cd") ?? record.text("Sts")) == "BOOK",
        isReversal: ["true", "1"].contains(record.text("RvslInd") ?? ""),
        booked: faults.day(record.find("BookgDt"), in: record), remittance: part.text("RmtInf", "Ustrd"),
        endToEndID: part.text("Refs", "EndToEndId").flatMap { $0 == "NOTPROVIDED" ? nil : $0 },
        returned: returned.map { StatusReason($0.text("Rsn", "Cd") ?? $0.text("Rsn", "Prtry") ?? "MS03") },
        returnNote: returned?.text("AddtlInf"))
      readParties(part, into: &entry)
      return entry
    }

    private func readParties(_ part: XMLElement, into entry: inout Entry) {
      guard let parties = part.find("RltdPties") else { return readReference(part, into: &entry) }
      let other = entry.isCredit && entry.returned == nil ? "Dbtr" : "Cdtr"
      // Names stand in Pty from version .08 on.
      entry.party = parties.text(other, "Pty", "Nm") ?? parties.text(other, "Nm")
      entry.partyAccount =
        parties.text("\(other)Acct", "Id", "Othr", "Id") ?? parties.text("\(other)Acct", "Id", "IBAN")
      if other == "Dbtr" { entry.virtualAccount = parties.text("CdtrAcct", "Id", "Othr", "Id") }
      readReference(part, into: &entry)
    }

    // Some banks put the virtual account into the structured reference instead.
    private func readReference(_ part: XMLElement, into entry: inout Entry) {
      guard entry.virtualAccount == nil, entry.isCredit, entry.returned == nil else { return }
      entry.virtualAccount = part.text("RmtInf", "Strd", "CdtrRefInf", "Ref")
    }

    // A movement without a number of its own has that of its entry; several such are told apart by counting.
    private func numbered(_ entries: [Entry], of record: XMLElement) -> [Entry] {
      let whole = record.text("AcctSvcrRef") ?? record.text("NtryRef") ?? ""
      return entries.enumerated().map { index, entry in
        var entry = entry
        if entry.reference.isEmpty {
          entry.reference = entries.count == 1 || whole.isEmpty ? whole : "\(whole)/\(index + 1)"
        }
        if entry.reference.isEmpty {
          faults.add(record.place, "Nomor referensi bank tidak ada.", "The bank's reference is missing.")
        }
        return entry
      }
    }

    func notification(in root: XMLElement) throws(FormatError) -> AccountNotification {
      let body = root.find("BkToCstmrDbtCdtNtfctn") ?? root
      let header = body.find("GrpHdr") ?? body
      let notices = body.all("Ntfctn").map(notice)
      if notices.isEmpty { faults.add(body.place, "Tidak ada mutasi.", "There is no notification in it.") }
      let notification = AccountNotification(
        messageID: faults.required(header, "MsgId", most: 35),
        created: faults.instant(header.find("CreDtTm"), in: header), notices: notices)
      try faults.throwIfAny()
      return notification
    }

    private func notice(_ element: XMLElement) -> Notice {
      let tally = tallies.first { $0.element === element } ?? Tally(element: element)
      let summary = element.find("TxsSummry")
      func check(_ name: String, _ amounts: [Rupiah]) {
        faults.checkSums(
          summary?.find(name), count: amounts.count, sum: amounts.sum(), countName: "NbOfNtries", sumName: "Sum")
      }
      check("TtlNtries", tally.credits + tally.debits)
      check("TtlCdtNtries", tally.credits)
      check("TtlDbtNtries", tally.debits)
      let account =
        element.text("Acct", "Id", "IBAN") ?? faults.required(element, "Acct", "Id", "Othr", "Id", most: 34)
      return Notice(
        id: faults.required(element, "Id", most: 35), sequence: element.text("ElctrncSeqNb").flatMap { Int($0) },
        account: account, entries: tally.entries)
    }
  }
}
