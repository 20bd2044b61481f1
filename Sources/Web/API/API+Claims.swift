import Office
import Programs
import Vocabulary

extension API {
  var claimRoutes: [Route] {
    [
      .post(
        Self.root + "/members/{member}/claim-checks", "What a JHT claim would bring today; nothing is filed",
        for: .signedIn, face: .api
      ) { ask in
        let form = try await ask.body(AskedClaim.self, allowing: AskedClaim.keys).form
        let answer = try await office.claims.check(form, of: try ask.member(), by: try ask.actor())
        return try .json(ToldAnswer(answer, ask.language))
      },
      act("/members/{member}/claims", "File a JHT claim", for: .signedIn) { try await submit($0) },
      get("/members/{member}/claims", "A member's claims, newest first", for: .signedIn) { ask in
        let claims = try await office.claims.claims(of: try ask.member(), by: try ask.actor())
        return try .list(
          claims.map { ToldClaim($0, ask.language) }, last: nil, ask: ask, paging: Paging(limit: 100, after: nil),
          seal: seal)
      },
      get("/claims", "Claims that wait for an officer, longest waiting first", for: .may(.readClaims)) {
        try await workList($0)
      },
      get("/claims/{number}", "A claim with its history", for: .signedIn) { ask in
        let claim = try await office.claims.claim(
          try ask.claimNumber(), by: try ask.actor(), why: "klaim lewat antarmuka")
        return try .json(ToldClaim(claim, ask.language))
      },
    ]
  }

  /// A refusal is an answer: 200 with every reason and no number. 201 means that a claim is on record.
  private func submit(_ ask: Ask) async throws -> Reply {
    let form = try await ask.body(AskedClaim.self, allowing: AskedClaim.keys).form
    let answer = try await office.claims.submit(form, of: try ask.member(), by: try ask.actor(), key: try ask.actKey())
    let told = ToldAnswer(answer, ask.language)
    guard let number = answer.number else { return try .json(told) }
    return try .created(told, at: Self.root + "/claims/\(number)")
  }

  private func workList(_ ask: Ask) async throws -> Reply {
    let paging = try ask.paging(seal)
    let stage: ClaimStatus? = try ask.choice("stage")
    let items = try await office.claims.workList(
      stage: stage, after: paging.after.flatMap { Int64($0) }.flatMap { ClaimID($0) }, limit: paging.limit + 1,
      by: try ask.actor())
    let shown = items.prefix(paging.limit)
    return try .list(
      shown.map(ToldWorkItem.init), last: items.count > paging.limit ? shown.last?.claimID.description : nil, ask: ask,
      paging: paging, seal: seal)
  }
}

struct AskedClaim: Decodable {
  let form: JHTClaimForm

  static let keys: Set<String> = [
    "ground", "channel", "kpjs", "bankCode", "bankAccount", "bankHolder", "workEndedOn",
  ]

  private enum Key: CodingKey {
    case ground, channel, kpjs, bankCode, bankAccount, bankHolder, workEndedOn
  }

  init(from decoder: any Decoder) throws {
    let given = try decoder.container(keyedBy: Key.self)
    let account = try given.decodeIfPresent(String.self, forKey: .bankAccount)
    let bank = BankAccount(
      code: try given.decodeIfPresent(String.self, forKey: .bankCode) ?? "", number: account ?? "",
      holder: try given.decodeIfPresent(String.self, forKey: .bankHolder) ?? "")
    form = JHTClaimForm(
      ground: try given.decode(JHTGround.self, forKey: .ground),
      channel: try given.decode(ClaimChannel.self, forKey: .channel),
      kpjs: try given.decode([KPJ].self, forKey: .kpjs), bank: account == nil ? nil : bank,
      workEndedOn: try given.decodeIfPresent(Day.self, forKey: .workEndedOn))
  }
}
