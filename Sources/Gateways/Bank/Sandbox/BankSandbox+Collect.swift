import Formats
public import Vocabulary

/// What a payer sees at the counter of the sandbox.
public struct SandboxPayment: Hashable, Sendable {
  public let isPaid: Bool
  /// Our door's seven digits: of the payment, or of the inquiry where that was refused.
  public let code: String
  public let message: String
  public let amount: Rupiah
  /// Under which the bank has the money; its statement names it too.
  public let reference: String

  /// One plain sentence.
  public var words: Words {
    if isPaid { return Words("Pembayaran \(amount) berhasil.", "\(amount) was paid.") }
    switch SNAP.read(code) {
    case .invalidBill:
      return Words(
        "Nomor virtual account tidak dikenal. Periksa lagi nomornya.", "No such virtual account. Look at it again.")
    case .paidBill: return Words("Tidak ada tagihan yang harus dibayar.", "There is nothing to pay.")
    case .invalidAmount: return Words("Bayar sesuai jumlah tagihan.", "Pay the amount of the bill.")
    case .inconsistentRequest:
      return Words(
        "Nomor transaksi ini sudah dipakai untuk pembayaran lain.",
        "This transaction number was used for another payment.")
    default:
      return Words("Pembayaran gagal (\(code)). Coba lagi nanti.", "The payment failed (\(code)). Try again later.")
    }
  }
}

/// Money that came into our collecting account.
public struct SandboxCredit: Hashable, Sendable {
  public let reference: String
  /// As the payer typed it; may be nobody's.
  public let va: String
  public let amount: Rupiah
  public let payer: String

  public init(reference: String, va: String, amount: Rupiah, payer: String) {
    self.reference = reference
    self.va = va
    self.amount = amount
    self.payer = payer
  }
}

extension BankSandbox {
  /// Pays as a bank does: asks what the account owes, then says that it was paid, both signed.
  ///
  /// - Parameters:
  ///   - reference: the payer's own number for this payment. Used again it is the same money, which moves once.
  ///   - now: the bank's clock.
  public func pay(_ va: VirtualAccount, _ amount: Rupiah, reference: String, at now: Instant) async -> SandboxPayment {
    let bankReference = "SBX\(number("reference", reference, length: 17))"
    func seen(_ code: String, _ message: String, isPaid: Bool = false) -> SandboxPayment {
      SandboxPayment(isPaid: isPaid, code: code, message: message, amount: amount, reference: bankReference)
    }
    guard amount.isPositive,
      let account = SNAP.AccountNumber(
        partner: String(va.digits.prefix(partner.serviceID.count)),
        customerNo: String(va.digits.dropFirst(partner.serviceID.count)))
    else { return seen("4002501", "Invalid Field Format") }
    let request = "SBX\(number("request", reference, length: 20))"
    do {
      let asked = try await call(
        "inquiry", SNAP.InquiryRequest(account, inquiryRequestId: request, trxDateInit: now.description).json(),
        reference, now)
      let inquiry = try SNAP.InquiryResponse.read(asked.body)
      guard inquiry.responseCode == SNAP.Outcome.successful.code(of: .inquiry) else {
        return seen(inquiry.responseCode, inquiry.responseMessage)
      }
      let body = try SNAP.PaymentRequest(
        account, paymentRequestId: request, paidAmount: SNAP.Amount(amount),
        totalAmount: inquiry.virtualAccountData?.totalAmount, trxDateTime: now.description, referenceNo: bankReference,
        flagAdvise: "N"
      ).json()
      let answer = try SNAP.PaymentResponse.read(try await call("payment", body, reference, now).body)
      // A payment that is on record with the same money was made: the bank only did not hear of it the first time.
      return seen(
        answer.responseCode, answer.responseMessage, isPaid: answer.virtualAccountData?.paymentFlagStatus == "00")
    } catch {
      return seen(SNAP.Outcome.externalError.code(of: .payment), "the answer could not be read")
    }
  }

  /// What the bank tells of our collecting account at the end of a day: camt.054.
  public func notification(of credits: [SandboxCredit], number: String, at now: Instant) -> [UInt8] {
    let entries = credits.map { credit in
      AccountNotification.Entry(
        reference: credit.reference, amount: credit.amount, booked: now.day,
        virtualAccount: credit.va.isEmpty ? nil : credit.va,
        party: credit.payer)
    }
    let notice = AccountNotification.Notice(id: "N\(number)", account: collectingAccount, entries: entries)
    return AccountNotification(messageID: "SBX-\(number)", created: now, notices: [notice]).xml()
  }

  /// A signed call. Its number is another for every moment, as the standard asks.
  private func call(_ service: String, _ body: [UInt8], _ reference: String, _ now: Instant) async throws -> SNAPAnswer
  {
    let path = "/snap/v1.0/transfer-va/\(service)"
    let timestamp = now.description
    let headers = [
      "Content-Type": "application/json", "Authorization": "Bearer \(partner.token)", "X-TIMESTAMP": timestamp,
      "X-SIGNATURE": SNAPSignature.of("POST", path, body, timestamp: timestamp, by: partner),
      "X-PARTNER-ID": partner.id,
      "X-EXTERNAL-ID": number(service, reference, String(now.milliseconds), length: 24), "CHANNEL-ID": "95221",
    ]
    return await door(SNAPCall(method: "POST", path: path, headers: headers, body: body))
  }
}

extension SNAP {
  fileprivate static func read(_ code: String) -> Outcome? { Outcome.read(code)?.outcome }
}
