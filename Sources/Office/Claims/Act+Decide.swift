import Programs
import Store
import Vocabulary

/// What the office knows for a claim, and the decision it leads to.
struct DecidedClaim {
  let member: Member
  let memberships: [Membership]
  /// What each membership brings: balance, and the return up to today where the claim closes the account.
  let accounts: [(kpj: KPJ, balance: Rupiah, interim: Rupiah)]
  let facts: JHTClaimFacts
  let decision: JHTDecision

  /// A claim of the whole balance closes the accounts: what they earned is paid with it, and nothing grows there any more.
  var closesAccounts: Bool { !facts.ground.isPartial }

  var answer: ClaimAnswer { ClaimAnswer(facts: facts, decision: decision, number: nil) }
}

extension Act {
  /// Applies the law to a claim as things stand now; the tax by the law of `paidOn`, or of the filing until it is known. A claim that is
  /// being paid was let in by its channel when it was filed.
  ///
  /// - Throws: `OfficeError.faults` when the facts cannot be; a refusal is not thrown, it is in the decision.
  func decide(_ form: JHTClaimForm, of id: MemberID, filed: Day, paidOn: Day? = nil) throws -> DecidedClaim {
    guard let member = try db.member(id) else { throw OfficeError.noSuchMember }
    guard !form.kpjs.isEmpty else {
      throw OfficeError.fault("kpjs", "Pilih kepesertaan yang saldonya Anda klaim.", "Choose whose savings you claim.")
    }
    guard Set(form.kpjs).count == form.kpjs.count else {
      throw OfficeError.fault(
        "kpjs", "Satu nomor KPJ tertulis dua kali. Tulis masing-masing sekali saja.",
        "One KPJ number is there twice. Give each of them once.")
    }
    let memberships = try form.kpjs.map { kpj in
      guard let membership = member.membership(kpj) else { throw OfficeError.noSuchMembership }
      return membership
    }
    var growth: Working = []
    let accounts = try memberships.map { membership in
      let balance = try db.jhtBalance(id, membership.kpj)
      let interim = form.ground.isPartial ? (amount: Rupiah.zero, working: []) : try interimReturn(id, membership.kpj)
      growth += interim.working
      return (kpj: membership.kpj, balance: balance, interim: interim.amount)
    }
    let facts = JHTClaimFacts(
      ground: form.ground, segments: Segment.allCases.filter { memberships.map(\.segment).contains($0) },
      joined: member.memberships.map(\.joinedOn).min() ?? filed, bornOn: member.person.bornOn,
      workEnded: form.workEnded(memberships, filed: filed), filed: filed,
      balance: accounts.map { $0.balance + $0.interim }.sum(), channel: form.channel,
      nonActive: memberships.allSatisfy(\.status.isEnded), dataRenewed: member.renewedAt != nil,
      hasNPWP: !member.person.npwp.isEmpty, earlierPayments: try db.earlierPayments(of: id, filed: filed),
      paidOn: paidOn, channelAccepted: paidOn != nil)
    do {
      return DecidedClaim(
        member: member, memberships: memberships, accounts: accounts, facts: facts,
        decision: try JHT.decide(facts, law: office.law).preceded(by: growth))
    } catch {
      throw OfficeError.faults(error.words.map { Fault("claim", $0.asSentences) })
    }
  }

  /// What an account earned since the last declared year, up to today.
  private func interimReturn(_ member: MemberID, _ kpj: KPJ) throws -> (amount: Rupiah, working: Working) {
    let movements = try db.jhtMovements(of: member).filter { $0.kpj == kpj.digits }
    return try InterimReturn(law: office.law, on: today).earned(movements)
  }
}

extension JHTClaimForm {
  /// The day the last of the memberships ended; the claimant's word where no end is on record. Whoever is still active is
  /// asked about as if work ended on the day of filing, so that the answer is "still active" and not "day missing".
  func workEnded(_ memberships: [Membership], filed: Day) -> Day? {
    let reported = memberships.compactMap { membership -> Day? in
      if case .ended(let day, _) = membership.status { day } else { nil }
    }
    return reported.max() ?? workEndedOn ?? filed
  }
}

extension Connection {
  /// What was paid out before, for the tax and for "once in a lifetime". A claim filed beside this one and approved first
  /// counts as paid on the day this one was `filed`, by whose law it is decided.
  func earlierPayments(of member: MemberID, filed: Day) throws -> [JHTClaimFacts.EarlierPayment] {
    try rows(
      """
      SELECT a.approved_at, a.gross, a.tax, c.ground FROM claim_approval a
      JOIN claim c ON c.member_id = a.member_id AND c.claim_id = a.claim_id
      WHERE a.member_id = $1 AND c.programme = 'JHT' ORDER BY a.approved_at
      """, member
    ) { row in
      let ground: JHTGround = try row.raw(3)
      return JHTClaimFacts.EarlierPayment(
        paid: min(try row.instant(0).day, filed), gross: try row.rupiah(1), tax: try row.rupiah(2),
        partial: ground.isPartial)
    }
  }
}
