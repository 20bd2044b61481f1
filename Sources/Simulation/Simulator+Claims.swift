import Office
import Programs
import Vocabulary

extension Simulator {
  /// Leavers whose waiting time is over claim their JHT: submitted, verified, approved by a second officer, paid. Three in a
  /// hundred payments come back, and the account is mended the month after.
  mutating func claim(_ month: Month) async throws -> Int {
    let ripe = leavers.indices.filter { leavers[$0].leftOn.adding(days: 40) < month.day(15) }.prefix(
      setting.claimsPerMonth)
    var submitted = 0
    for index in ripe where try await file(leavers[index], month) { submitted += 1 }
    leavers.removeAll { $0.leftOn.adding(days: 40) < month.day(15) }
    for number in unmended {
      let bank = BankAccount(code: "014", number: "77" + number.text.filter(\.isDigit) + "000000", holder: "")
      _ = try await again {
        try await office.claims.mendAccount(number, to: bank, by: Self.desk, key: key("mend", number.text))
      }
    }
    unmended = []
    try await payOut(month)
    return submitted
  }

  private func file(_ leaver: Leaver, _ month: Month) async throws -> Bool {
    let life = lives[leaver.life]
    let grounds: [EndReason: JHTGround] = [
      .resigned: .resigned, .contractEnded: .contractEnded, .laidOff: .laidOff, .stoppedBusiness: .stoppedBusiness,
    ]
    guard let ground = grounds[leaver.reason] else { return false }
    let form = JHTClaimForm(ground: ground, channel: .branch, kpjs: [life.kpj])
    let member = Actor.given(
      id: "user/sim-\(life.memberID)", name: "peserta", roles: [.member], memberID: life.memberID)
    let answer = try await again {
      try await office.claims.submit(form, of: life.memberID, by: member, key: key("claim", life.kpj))
    }
    guard let number = answer.number else { return false }
    _ = try await again {
      try await office.claims.verify(
        number, documents: "KTP, kartu peserta, surat berhenti", by: Self.desk, key: key("verify", number.text))
    }
    _ = try await again {
      try await office.claims.approve(number, by: Self.claimsHead, key: key("approve", number.text))
    }
    return true
  }

  private mutating func payOut(_ month: Month) async throws {
    guard
      let batch = try await again({ try await office.claims.makePayouts(by: Self.finance, key: key("payouts", month)) })
    else { return }
    _ = try await again {
      try await office.claims.releasePayouts(batch.id, by: Self.branchHead, key: key("release", month))
    }
    var results: [PayoutResult] = []
    for payout in batch.payouts {
      let comesBack = random.chance(3) && payout.endToEnd.hasSuffix("-1")
      if comesBack, let number = ClaimNumber(String(payout.endToEnd.dropLast(2))) { unmended.append(number) }
      results.append(
        PayoutResult(
          endToEnd: payout.endToEnd, outcome: comesBack ? .rejected : .paid, reason: comesBack ? "AC01" : "",
          bankReference: "SIM-\(payout.endToEnd)"))
    }
    let answered = results
    _ = try await again {
      try await office.claims.record(answered, by: .bank("simulation"), key: key("results", month))
    }
  }
}
