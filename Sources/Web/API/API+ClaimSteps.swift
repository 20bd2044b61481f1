import Office
import Vocabulary

/// What happens to a claim after it is filed. Each step is a row; who may take it, and after which other, is the
/// office's.
extension API {
  var claimStepRoutes: [Route] {
    [
      act("/claims/{number}/verification", "Say that the papers were seen and are right", for: .may(.verifyClaims)) {
        ask in
        let asked = try await ask.body(AskedVerification.self, allowing: ["documents"])
        let status = try await office.claims.verify(
          try ask.claimNumber(), documents: asked.documents, by: try ask.actor(), key: try ask.actKey())
        return try .recorded(ToldStatus(status, ask.language))
      },
      act("/claims/{number}/approval", "Approve a verified claim", for: .may(.approveClaims)) { ask in
        try await ask.nothing()
        let approval = try await office.claims.approve(
          try ask.claimNumber(), by: try ask.actor(), key: try ask.actKey())
        return try .recorded(ToldApproval(approval, ask.language))
      },
      act("/claims/{number}/refusal", "Refuse a claim, with the reason that the member reads", for: .signedIn) { ask in
        let asked = try await ask.body(AskedRefusal.self, allowing: ["reason"])
        let status = try await office.claims.refuse(
          try ask.claimNumber(), because: asked.reason, by: try ask.actor(), key: try ask.actKey())
        return try .recorded(ToldStatus(status, ask.language))
      },
      act("/claims/{number}/withdrawal", "Take back a claim that nobody verified yet", for: .signedIn) { ask in
        try await ask.nothing()
        let status = try await office.claims.withdraw(
          try ask.claimNumber(), by: try ask.actor(), key: try ask.actKey())
        return try .recorded(ToldStatus(status, ask.language))
      },
      put(
        "/claims/{number}/account", "Name another account after the bank sent the money back", for: .signedIn,
        needsKey: true
      ) { ask in
        let asked = try await ask.body(AskedAccount.self, allowing: ["bankCode", "bankAccount", "bankHolder"])
        let status = try await office.claims.mendAccount(
          try ask.claimNumber(), to: asked.account, by: try ask.actor(), key: try ask.actKey())
        return try .json(ToldStatus(status, ask.language))
      },
    ]
  }
}

struct AskedVerification: Decodable {
  let documents: String
}

struct AskedRefusal: Decodable {
  let reason: String
}

struct AskedAccount: Decodable {
  let bankCode: String
  let bankAccount: String
  let bankHolder: String

  var account: BankAccount { BankAccount(code: bankCode, number: bankAccount, holder: bankHolder) }
}
