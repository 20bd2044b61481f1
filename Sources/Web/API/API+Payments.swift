import Office
import Vocabulary

extension API {
  var paymentRoutes: [Route] {
    [
      act(
        "/payments", "Take in payments that the bank received", for: .may(.receivePayments), limit: Self.longLimit
      ) { try await receive($0) },
      get(
        "/virtual-accounts/{va}", "What stands open on a virtual account", for: .may(.receivePayments)
      ) { try await inquire($0) },
      get("/suspense-payments", "Payments that nobody recognised yet", for: .may(.assignPayments)) {
        try await suspense($0)
      },
      act(
        "/suspense-payments/{reference}/assignment", "Say whose an unknown payment is", for: .may(.assignPayments)
      ) { try await assign($0) },
    ]
  }

  private func receive(_ ask: Ask) async throws -> Reply {
    let asked = try await ask.body(AskedPayments.self, allowing: ["payments"]).payments
    try Self.check(count: asked.count, of: "/payments")
    let (actor, key) = (try ask.actor(), try ask.actKey())
    let receipt = try await pointing(into: "payments") {
      try await office.contributions.receive(asked.map(\.payment), by: actor, key: key)
    }
    return try .recorded(ToldReceipt(receipt))
  }

  private func inquire(_ ask: Ask) async throws -> Reply {
    guard let va = VirtualAccount(ask.parameter("va")), va.digits == ask.parameter("va"),
      let open = try await office.contributions.inquire(va, by: try ask.actor())
    else { throw Refusal.notFound }
    return try .json(ToldOpenBill(open))
  }

  private func suspense(_ ask: Ask) async throws -> Reply {
    let paging = try ask.paging(seal)
    let rows = try await office.contributions.suspense(
      by: try ask.actor(), after: paging.after ?? "", limit: paging.limit + 1)
    let shown = rows.prefix(paging.limit)
    return try .list(
      shown.map(ToldSuspensePayment.init), last: rows.count > paging.limit ? shown.last?.bankReference : nil, ask: ask,
      paging: paging, seal: seal)
  }

  private func assign(_ ask: Ask) async throws -> Reply {
    let asked = try await ask.body(AskedAssignment.self, allowing: ["va", "reason"])
    guard TextRule.isPlain(ask.parameter("reference")) else { throw Refusal.notFound }
    let receipt = try await office.contributions.assign(
      ask.parameter("reference"), to: asked.va, because: asked.reason, by: try ask.actor(), key: try ask.actKey())
    return try .recorded(ToldReceipt(receipt))
  }
}

struct AskedPayments: Decodable {
  let payments: [Payment]

  struct Payment: Decodable {
    let bankReference: String
    let va: String
    let amount: Money
    let paidOn: Day
    let channel: String

    private enum Key: CodingKey {
      case bankReference, va, amount, paidOn, channel
    }

    init(from decoder: any Decoder) throws {
      try decoder.refuseKeys(besides: ["bankReference", "va", "amount", "paidOn", "channel"])
      let given = try decoder.container(keyedBy: Key.self)
      bankReference = try given.decode(String.self, forKey: .bankReference)
      va = try given.decode(String.self, forKey: .va)
      amount = try given.decode(Money.self, forKey: .amount)
      paidOn = try given.decode(Day.self, forKey: .paidOn)
      channel = try given.decode(String.self, forKey: .channel)
    }

    var payment: IncomingPayment {
      IncomingPayment(bankReference: bankReference, va: va, amount: amount.amount, paidOn: paidOn, channel: channel)
    }
  }
}

struct AskedAssignment: Decodable {
  let va: VirtualAccount
  let reason: String
}

struct ToldReceipt: Encodable {
  let received: Int
  let known: Int
  let unknown: Int
  let billsSettled: Int
  let credits: Int

  init(_ receipt: Receipt) {
    received = receipt.received
    known = receipt.known
    unknown = receipt.unknown
    billsSettled = receipt.billsSettled
    credits = receipt.credits
  }
}

struct ToldOpenBill: Encodable {
  let va: VirtualAccount
  let name: String
  let month: Month
  let amount: Money

  init(_ bill: OpenBill) {
    va = bill.va
    name = bill.name
    month = bill.month
    amount = Money(bill.amount)
  }
}

struct ToldSuspensePayment: Encodable {
  let bankReference: String
  let va: String
  let amount: Money
  let paidOn: Day
  let channel: String

  init(_ payment: SuspensePayment) {
    bankReference = payment.bankReference
    va = payment.va
    amount = Money(payment.amount)
    paidOn = payment.paidOn
    channel = payment.channel
  }
}
