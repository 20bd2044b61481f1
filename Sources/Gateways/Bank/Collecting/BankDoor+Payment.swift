import Formats
import Office
import Vocabulary

extension BankDoor {
  /// Service 25: this virtual account was paid.
  func answerPayment(_ call: SNAPCall) async -> SNAPAnswer {
    let read = reading(call.body, SNAP.PaymentRequest.read)
    let (outcome, stored) = await take(call, read)
    let request = try? read.get()
    let data = request.map { echo($0, outcome, stored) }
    let response = SNAP.PaymentResponse(outcome, data: data, additionalInfo: request?.additionalInfo ?? .object([:]))
    return answer(outcome, response.json)
  }

  /// What to answer, and, for a payment known from before, what was answered then.
  private func take(_ call: SNAPCall, _ read: Result<SNAP.PaymentRequest, TurnedAway>) async
    -> (SNAP.Outcome, stored: SNAP.Outcome?)
  {
    do {
      let admission = try admit(call, flaw: read.flaw ?? flaw(in: read))
      let request = try read.get()
      if admission.partner.referenceOnStatements, request.referenceNo?.isEmpty ?? true {
        throw TurnedAway(outcome: .missingField(field: "referenceNo"))
      }
      let answer = try await office.contributions.take(
        payment(request, admission), for: admission.call(about: request.paymentRequestId),
        by: .bank(admission.partner.id))
      switch answer {
      case .replayed: return (.conflict, nil)
      case .done(let outcome): return (outcome.inSNAP, nil)
      case .doneBefore(let outcome, same: true):
        return (request.isAdvice ? outcome.inSNAP : .inconsistentRequest, outcome.inSNAP)
      case .doneBefore(_, same: false): return (.inconsistentRequest, nil)
      }
    } catch let error as TurnedAway {
      return (error.outcome, nil)
    } catch OfficeError.conflict(code: "payment-differs", _) {
      return (.inconsistentRequest, nil)
    } catch OfficeError.faults {
      // Account, reference and day were read before: what the office finds fault with is the amount.
      return (.invalidAmount, nil)
    } catch {
      return (.generalError, nil)
    }
  }

  // What the standard allows and our books do not: another currency, cents, a moment that cannot be.
  private func flaw(in read: Result<SNAP.PaymentRequest, TurnedAway>) -> SNAP.Outcome? {
    guard let request = try? read.get() else { return nil }
    if request.paidAmount.currency != "IDR" { return .invalidFormat(field: "paidAmount.currency") }
    if request.paidAmount.rupiah == nil { return .invalidFormat(field: "paidAmount.value") }
    if let moment = request.trxDateTime, !moment.isEmpty, Instant(timestamp: moment) == nil {
      return .invalidFormat(field: "trxDateTime")
    }
    return nil
  }

  private func payment(_ request: SNAP.PaymentRequest, _ admission: Admission) -> BankPayment {
    let partner = admission.partner
    let bankReference = request.referenceNo.flatMap { $0.isEmpty ? nil : $0 } ?? request.paymentRequestId
    return BankPayment(
      // Another bank's account is no account to this one: the blank keeps it from being read as one.
      va: request.account?.virtualAccount(of: partner)?.digits
        ?? "not \(partner.id)'s: \(request.virtualAccountNo.trimmed)",
      amount: request.paidAmount.rupiah ?? .zero,
      paidOn: request.trxDateTime.flatMap { Instant(timestamp: $0)?.day } ?? office.today,
      reference: partner.reference(bankReference), channel: admission.channel, exact: partner.takes == .exact)
  }

  private func echo(_ request: SNAP.PaymentRequest, _ outcome: SNAP.Outcome, _ stored: SNAP.Outcome?)
    -> SNAP.PaymentData
  {
    let status = (stored ?? outcome).isSuccess ? "00" : "01"
    var data = SNAP.PaymentData(answering: request, status: status, reason: SNAP.Message((stored ?? outcome).reason))
    data.billDetails = request.billDetails.map { details in
      details.map { detail in
        var detail = detail
        detail.status = status
        detail.reason = SNAP.Message((stored ?? outcome).reason)
        return detail
      }
    }
    return data
  }
}

extension BankPaymentOutcome {
  fileprivate var inSNAP: SNAP.Outcome {
    switch self {
    case .taken: .successful
    case .unknownAccount: .invalidBill(reason: "[Not Found]")
    case .nothingOwed: .paidBill
    case .wrongAmount: .invalidAmount
    }
  }
}
