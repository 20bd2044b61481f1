import Fixtures
import Formats
import Foundation
import Office
import Store
import Testing
import Vocabulary

@testable import Gateways

/// A collecting bank in a test: writes calls, signs them, and may spoil them on the way.
struct TestBank: Sendable {
  let test: TestOffice
  let partner: BankPartner
  let door: BankDoor

  init(_ test: TestOffice, takes: BankPartner.Amounts = .any, numeric: Bool = false, references: Bool = false) {
    self.test = test
    partner = BankPartner(
      id: "BANK-CONTOH", name: "Bank Contoh", serviceID: "98991", secret: "rahasia-contoh", token: "token-contoh",
      takes: takes,
      numericExternalIDs: numeric, referenceOnStatements: references)
    door = BankDoor(office: test.office, partners: [partner])
  }

  /// What the door said.
  struct Reply {
    let status: Int
    let code: String
    let data: [String: Any]

    /// `00` taken or answered, `01` refused.
    var flag: String { (data["paymentFlagStatus"] ?? data["inquiryStatus"]) as? String ?? "" }

    var total: String? { (data["totalAmount"] as? [String: Any])?["value"] as? String }
  }

  func inquire(_ va: VirtualAccount, _ externalID: String, request: String = "tanya-1") async throws -> Reply {
    try await send("inquiry", SNAP.InquiryRequest(account(va), inquiryRequestId: request).json(), externalID)
  }

  func pay(
    _ va: VirtualAccount, _ amount: Rupiah, _ externalID: String, request: String, reference: String? = nil,
    advice: Bool = false
  ) async throws -> Reply {
    let body = try SNAP.PaymentRequest(
      account(va), paymentRequestId: request, paidAmount: SNAP.Amount(amount), referenceNo: reference,
      flagAdvise: advice ? "Y" : "N"
    ).json()
    return try await send("payment", body, externalID)
  }

  func send(
    _ service: String, _ body: [UInt8], _ externalID: String, spoil: (inout SNAPCall) -> Void = { _ in }
  ) async throws -> Reply {
    var call = signed(service, body, externalID)
    spoil(&call)
    let answer = await door.answer(call)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
    let code = try #require(json["responseCode"] as? String)
    #expect(code.hasPrefix(String(answer.status)) && answer.headers["Content-Type"] == "application/json")
    return Reply(status: answer.status, code: code, data: json["virtualAccountData"] as? [String: Any] ?? [:])
  }

  func signed(_ service: String, _ body: [UInt8], _ externalID: String, at timestamp: String? = nil) -> SNAPCall {
    let path = "/snap/v1.0/transfer-va/\(service)"
    let timestamp = timestamp ?? test.clock.read().description
    return SNAPCall(
      method: "POST", path: path,
      headers: [
        "Content-Type": "application/json", "authorization": "bearer \(partner.token)", "X-TIMESTAMP": timestamp,
        "X-SIGNATURE": SNAPSignature.of("POST", path, body, timestamp: timestamp, by: partner),
        "X-PARTNER-ID": partner.id, "X-EXTERNAL-ID": externalID, "CHANNEL-ID": "95221",
      ], body: body)
  }

  func account(_ va: VirtualAccount) throws -> SNAP.AccountNumber {
    try #require(SNAP.AccountNumber(partner: String(va.digits.prefix(5)), customerNo: String(va.digits.dropFirst(5))))
  }
}

extension SNAPCall {
  /// The same call with some headers changed, or taken away.
  func with(_ changes: [String: String?], body: [UInt8]? = nil, method: String? = nil) -> SNAPCall {
    var headers = headers
    for (name, value) in changes { headers[name.lowercased()] = value }
    return SNAPCall(method: method ?? self.method, path: path, headers: headers, body: body ?? self.body)
  }
}

/// Somebody who pays for herself, with her first bill.
struct SelfPayer {
  let member: MemberID
  let kpj: KPJ
  let va: VirtualAccount
  let id: PayerID
  /// What she owes.
  let owed: Rupiah

  static func sri(_ test: TestOffice) async throws -> SelfPayer {
    let sri = try await test.office.members.register(People.sellsVegetables(), by: .visitor, key: test.key("sri"))
    let id = try #require(PayerID(sri.memberID.value))
    let bills = try await test.office.contributions.bills(of: id, by: Staff.member(sri.memberID))
    return SelfPayer(
      member: sri.memberID, kpj: sri.kpj, va: try #require(sri.va), id: id, owed: bills.map(\.total).sum())
  }

  func deposit(_ test: TestOffice) async throws -> Rupiah {
    try await test.office.contributions.deposit(of: id, by: Staff.member(member))
  }

  func openBills(_ test: TestOffice) async throws -> Int {
    try await test.office.contributions.bills(of: id, by: Staff.member(member)).filter { $0.state == .open }.count
  }
}
