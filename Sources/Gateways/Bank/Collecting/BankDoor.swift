import Formats
public import Office
import Vocabulary

// How a contribution comes in through a bank. The payer types its virtual account; the bank asks us what is owed (SNAP
// service 24), takes the money, and tells us (25). Every call is signed. What is wrong with a call is answered in the
// order that banks test for: a mandatory header or field, then a format, the token, the signature, the number of the
// call, the account, nothing owed, the amount, and last whether it agrees with what the same payment said before. Money
// for an account that nobody has is refused while the bank still holds it; what nevertheless arrives on a statement
// goes to suspense (`StatementImport`). Nothing is remembered here: what was heard and answered is in the office's
// books.

/// Our side of the virtual-account interface of SNAP BI, for every bank that collects for us.
public struct BankDoor: Sendable {
  let office: Office
  private let partners: [String: BankPartner]

  /// What a bank's request has at most. The standard's own largest is far below.
  public static let mostBytes = 64 * 1_024

  /// - Parameter partners: the banks, each under its own identification.
  public init(office: Office, partners: [BankPartner]) {
    self.office = office
    self.partners = Dictionary(partners.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
  }

  /// Answers a call. Never throws: whatever happens, the bank gets a code that it knows.
  public func answer(_ call: SNAPCall) async -> SNAPAnswer {
    let path = call.path.prefix { $0 != "?" }
    if path.hasSuffix("/v1.0/transfer-va/inquiry") { return await answerInquiry(call) }
    if path.hasSuffix("/v1.0/transfer-va/payment") { return await answerPayment(call) }
    return answer(.invalidRouting, SNAP.InquiryResponse(.invalidRouting, data: nil).json)
  }

  /// The partner that a call says it is from, before anything proves it.
  func claimed(by call: SNAPCall) -> BankPartner? { call.header("X-PARTNER-ID").flatMap { partners[$0] } }

  func answer(_ outcome: SNAP.Outcome, _ json: () throws -> [UInt8]) -> SNAPAnswer {
    let headers = ["Content-Type": "application/json", "X-TIMESTAMP": office.clock().description]
    // Text and numbers of our own making are always written; should they not be, the bank still learns the outcome.
    let body = (try? json()) ?? []
    return SNAPAnswer(status: outcome.httpStatus, headers: headers, body: body)
  }
}

/// A call that is not answered with what it asks.
struct TurnedAway: Error {
  let outcome: SNAP.Outcome
}

/// Who called, and under which number.
struct Admission {
  let partner: BankPartner
  let externalID: String
  let channel: String

  func call(about request: String) -> BankCall {
    BankCall(partner: partner.id, externalID: externalID, request: request)
  }
}

extension BankDoor {
  private static let mandatory = ["X-TIMESTAMP", "X-SIGNATURE", "X-PARTNER-ID", "X-EXTERNAL-ID", "CHANNEL-ID"]

  /// Lets a call in, or says the first thing that is wrong with it.
  ///
  /// - Parameter flaw: what reading the body found.
  func admit(_ call: SNAPCall, flaw: SNAP.Outcome?) throws(TurnedAway) -> Admission {
    guard call.method.uppercased() == "POST" else { throw TurnedAway(outcome: .methodNotAllowed) }
    for name in Self.mandatory where call.header(name) == nil { throw TurnedAway(outcome: .missingField(field: name)) }
    if let flaw, !flaw.isAboutFormat { throw TurnedAway(outcome: flaw) }
    guard let timestamp = call.header("X-TIMESTAMP"), let sent = Instant(timestamp: timestamp) else {
      throw TurnedAway(outcome: .invalidFormat(field: "X-TIMESTAMP"))
    }
    let id = try plain(call, "X-PARTNER-ID", most: 36)
    let externalID = try plain(call, "X-EXTERNAL-ID", most: 36)
    let channel = try plain(call, "CHANNEL-ID", most: 5)
    if partners[id]?.numericExternalIDs == true, !externalID.allSatisfy(\.isDigit) {
      throw TurnedAway(outcome: .invalidFormat(field: "X-EXTERNAL-ID"))
    }
    if let flaw { throw TurnedAway(outcome: flaw) }
    let partner = try partner(id, call)
    let signature = call.header("X-SIGNATURE") ?? ""
    guard SNAPSignature.isGenuine(call, timestamp: timestamp, signature: signature, by: partner) else {
      throw TurnedAway(outcome: .unauthorized(reason: "Signature"))
    }
    // Only a genuine call is told that its clock is wrong.
    let apart = abs(office.clock().milliseconds - sent.milliseconds)
    guard apart <= partner.skew * 1_000 else { throw TurnedAway(outcome: .unauthorized(reason: "X-TIMESTAMP")) }
    return Admission(partner: partner, externalID: externalID, channel: channel)
  }

  private func plain(_ call: SNAPCall, _ name: String, most: Int) throws(TurnedAway) -> String {
    let text = call.header(name) ?? ""
    let fine = text.unicodeScalars.allSatisfy {
      ("0"..."9").contains($0) || ("a"..."z").contains($0) || ("A"..."Z").contains($0) || $0 == "-"
    }
    guard fine, (1...most).contains(text.utf8.count) else { throw TurnedAway(outcome: .invalidFormat(field: name)) }
    return text
  }

  /// The partner whose token the call carries. An unknown partner and a wrong token are told alike.
  private func partner(_ id: String, _ call: SNAPCall) throws(TurnedAway) -> BankPartner {
    guard let authorization = call.header("Authorization") else { throw TurnedAway(outcome: .tokenNotFound) }
    let parts = authorization.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer", let partner = partners[id],
      Sodium.equal(Array(parts[1].utf8), Array(partner.token.utf8))
    else { throw TurnedAway(outcome: .invalidToken) }
    return partner
  }
}

extension SNAP.Outcome {
  fileprivate var isAboutFormat: Bool { if case .invalidFormat = self { true } else { false } }

  /// The sentence that stands beside the status of an inquiry or payment.
  var reason: Words {
    switch self {
    case .successful: Words("Sukses", "Success")
    case .invalidBill: Words("Nomor virtual account tidak dikenal", "Virtual account not found")
    case .paidBill: Words("Tidak ada tagihan", "Nothing is owed")
    case .invalidAmount: Words("Jumlah tidak sesuai tagihan", "Not the amount owed")
    case .conflict: Words("Nomor panggilan sudah dipakai", "External ID used before")
    case .inconsistentRequest: Words("Pembayaran sudah dicatat", "Payment is on record")
    case .generalError: Words("Gangguan sementara, coba lagi", "Trouble for now, try again")
    default: Words("Permintaan ditolak", "Request refused")
    }
  }
}

/// Reads a body, unless it is larger than any request may be.
func reading<Request>(_ body: [UInt8], _ read: ([UInt8]) throws(SNAP.Refusal) -> Request) -> Result<Request, TurnedAway>
{
  guard body.count <= BankDoor.mostBytes else { return .failure(TurnedAway(outcome: .badRequest)) }
  do throws(SNAP.Refusal) {
    return .success(try read(body))
  } catch {
    return .failure(TurnedAway(outcome: error.outcome))
  }
}
