import Formats
import Office
import Vocabulary

extension BankDoor {
  /// Service 24: what does this virtual account owe?
  func answerInquiry(_ call: SNAPCall) async -> SNAPAnswer {
    let read = reading(call.body, SNAP.InquiryRequest.read)
    let (outcome, shown) = await inquire(call, read)
    let request = try? read.get()
    let data = request.map { echo($0, outcome, shown) }
    let response = SNAP.InquiryResponse(outcome, data: data, additionalInfo: request?.additionalInfo ?? .object([:]))
    return answer(outcome, response.json)
  }

  private func inquire(_ call: SNAPCall, _ read: Result<SNAP.InquiryRequest, TurnedAway>) async
    -> (SNAP.Outcome, Shown?)
  {
    do {
      let admission = try admit(call, flaw: read.flaw)
      let request = try read.get()
      let answer = try await office.contributions.inquire(
        request.account?.virtualAccount(of: admission.partner), for: admission.call(about: request.inquiryRequestId),
        by: .bank(admission.partner.id))
      switch answer {
      case .replayed: return (.conflict, nil)
      case .unknownAccount: return (.invalidBill(reason: "[Not Found]"), nil)
      case .account(let account):
        let exact = admission.partner.takes == .exact
        return exact && account.owed.isZero ? (.paidBill, nil) : (.successful, Shown(account: account, exact: exact))
      }
    } catch let error as TurnedAway {
      return (error.outcome, nil)
    } catch {
      return (.generalError, nil)
    }
  }

  /// What the bank's counter is shown.
  private struct Shown {
    let account: OpenAccount
    let exact: Bool
  }

  private func echo(_ request: SNAP.InquiryRequest, _ outcome: SNAP.Outcome, _ shown: Shown?) -> SNAP.InquiryData {
    var data = SNAP.InquiryData(
      answering: request, status: outcome.isSuccess ? "00" : "01", reason: SNAP.Message(outcome.reason))
    guard let shown else { return data }
    let account = shown.account
    data.virtualAccountName = account.name
    data.virtualAccountEmail = ""
    data.virtualAccountPhone = ""
    data.totalAmount = SNAP.Amount(account.owed)
    data.subCompany = "00000"
    data.billDetails = account.billDetails
    data.freeTexts = [account.freeText].compactMap(\.self)
    data.virtualAccountTrxType = shown.exact ? "C" : "O"
    data.feeAmount = SNAP.Amount(.zero)
    return data
  }
}

extension Result where Failure == TurnedAway {
  var flaw: SNAP.Outcome? { if case .failure(let error) = self { error.outcome } else { nil } }
}

extension SNAP.AccountNumber {
  /// The account, if it is one that `partner` may ask for.
  func virtualAccount(of partner: BankPartner) -> VirtualAccount? {
    partnerServiceId.trimmed == partner.serviceID ? virtualAccount : nil
  }
}

extension OpenAccount {
  /// The standard has room for 24 bills: whoever owes more sees the oldest, and the rest as one.
  fileprivate var billDetails: [SNAP.BillDetail] {
    let shown = bills.count <= 24 ? bills : Array(bills.prefix(23))
    let rest = bills.dropFirst(shown.count)
    let details = shown.enumerated().map { index, bill in
      SNAP.BillDetail(
        code: index + 1, number: bill.number, name: "IURAN \(bill.month)",
        Words("Iuran \(bill.month)", "Contrib. \(bill.month)"), bill.total)
    }
    guard let last = rest.last else { return details }
    let more = SNAP.BillDetail(
      code: 24, number: last.number, name: "IURAN LAIN", Words("\(rest.count) bulan lagi", "\(rest.count) more months"),
      rest.map(\.total).sum())
    return details + [more]
  }

  fileprivate var freeText: SNAP.Message? {
    if bills.isEmpty { return SNAP.Message(Words("Tidak ada tagihan, jadi titipan", "No bill: kept as a deposit")) }
    guard deposit.isPositive else { return nil }
    return SNAP.Message(Words("Titipan \(deposit)", "Deposit \(deposit)"))
  }
}

extension OpenMonth {
  fileprivate var number: String {
    month.description.filter(\.isDigit) + (sequence > 0 ? zeroPadded(sequence, 2) : "")
  }
}

extension SNAP.BillDetail {
  fileprivate init(code: Int, number: String, name: String, _ words: Words, _ amount: Rupiah) {
    self.init(
      billCode: zeroPadded(code, 2), billNo: number, billName: name, billShortName: "IURAN",
      billDescription: SNAP.Message(words), billSubCompany: "00000", billAmount: SNAP.Amount(amount),
      additionalInfo: .object([:]))
  }
}
