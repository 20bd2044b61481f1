import Gateways
import Office
import Vocabulary

extension API {
  var payoutRoutes: [Route] {
    [
      get("/payout-batches", "Payment files, newest first", for: .signedIn) { ask in
        let batches = try await office.claims.payoutBatches(limit: 100, by: try ask.actor())
        return try .list(
          batches.map(ToldBatch.init), last: nil, ask: ask, paging: Paging(limit: 100, after: nil), seal: seal)
      },
      act("/payout-batches", "Gather approved claims into a payment file", for: .may(.makePayouts)) { ask in
        try await ask.nothing()
        let batch = try await office.claims.makePayouts(by: try ask.actor(), key: try ask.actKey())
        guard let batch else { return .noContent }
        return try .created(ToldBatch(batch), at: Self.root + "/payout-batches/\(batch.id)")
      },
      get("/payout-batches/{batch}", "A payment file with the bank's answers", for: .signedIn) { ask in
        let id: PayoutBatchID = try ask.identifier("batch")
        return try .json(ToldBatch(try await office.claims.payoutBatch(id, by: try ask.actor())))
      },
      get("/payout-batches/{batch}/order", "A released payment file, for the bank", for: .signedIn) { ask in
        let order = try await desk.bankFiles().order(of: try ask.identifier("batch"), by: try ask.actor())
        return .file(order.bytes, type: "application/xml", filename: order.filename)
      },
      act("/payout-batches/{batch}/release", "Release a payment file to the bank", for: .may(.releasePayouts)) { ask in
        try await ask.nothing()
        let id: PayoutBatchID = try ask.identifier("batch")
        let batch = try await office.claims.releasePayouts(id, by: try ask.actor(), key: try ask.actKey())
        return try .recorded(ToldBatch(batch))
      },
      act(
        "/payout-results", "Write down what the bank says of payments", for: .may(.recordPayoutResults),
        limit: Self.longLimit
      ) { ask in
        let asked = try await ask.body(AskedResults.self, allowing: ["results"]).results
        try Self.check(count: asked.count, of: "/results")
        let new = try await office.claims.record(asked.map(\.result), by: try ask.actor(), key: try ask.actKey())
        return try .recorded(["new": new])
      },
    ]
  }
}

struct AskedResults: Decodable {
  let results: [Result]

  struct Result: Decodable {
    let endToEnd: String
    let outcome: PayoutResult.Outcome
    let reason: String?
    let bankReference: String

    private enum Key: CodingKey {
      case endToEnd, outcome, reason, bankReference
    }

    init(from decoder: any Decoder) throws {
      try decoder.refuseKeys(besides: ["endToEnd", "outcome", "reason", "bankReference"])
      let given = try decoder.container(keyedBy: Key.self)
      endToEnd = try given.decode(String.self, forKey: .endToEnd)
      outcome = try given.decode(PayoutResult.Outcome.self, forKey: .outcome)
      reason = try given.decodeIfPresent(String.self, forKey: .reason)
      bankReference = try given.decode(String.self, forKey: .bankReference)
    }

    var result: PayoutResult {
      PayoutResult(endToEnd: endToEnd, outcome: outcome, reason: reason ?? "", bankReference: bankReference)
    }
  }
}

struct ToldBatch: Encodable {
  let id: String
  let message: String
  let madeAt: String
  let madeBy: String
  let releasedBy: String?
  let total: Money
  let payouts: [Payout]
  let results: [Result]

  struct Payout: Encodable {
    let endToEnd: String
    let amount: Money
    let bankCode: String
    let bankAccount: String
    let bankHolder: String
  }

  struct Result: Encodable {
    let endToEnd: String
    let outcome: PayoutResult.Outcome
    let reason: String
    let bankReference: String
  }

  init(_ batch: PayoutBatch) {
    id = batch.id.description
    message = batch.message
    madeAt = batch.madeAt.description
    madeBy = batch.madeBy
    releasedBy = batch.releasedBy
    total = Money(batch.total)
    payouts = batch.payouts.map {
      Payout(
        endToEnd: $0.endToEnd, amount: Money($0.amount), bankCode: $0.bank.code, bankAccount: $0.bank.number,
        bankHolder: $0.bank.holder)
    }
    results = batch.results.map {
      Result(endToEnd: $0.endToEnd, outcome: $0.outcome, reason: $0.reason, bankReference: $0.bankReference)
    }
  }
}
