import Fixtures
import Foundation
import Office
import Programs
import Store
import Testing
import Vocabulary

/// One act on the way through a branch's life, for what must hold of every act.
struct ScriptedAct: Sendable {
  typealias Body = @Sendable (Scene, Actor, ActKey) async throws -> String

  let name: String
  /// The day to which the clock moves first.
  var on: String?
  /// Who does it.
  let actor: @Sendable (Scene) throws -> Actor
  /// The permission without which strangers are turned away; `nil` where anybody may come.
  let needs: Permission?
  /// The act; answers what it answered, as text.
  let perform: Body
  /// The same act under the same key with another input; `nil` where the key is the input.
  var other: Body?
}

/// An answer as text, to be compared.
func text(_ answer: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(answer), as: UTF8.self)
}

extension Scene {
  static let scriptBegins = "2024-11-04"
  static let ratih = People.worker(1)
  static let joko = People.worker(2)
  static let wati = People.worker(3)

  /// Every act of the office at least once, in an order in which each is possible.
  static let script: [ScriptedAct] = registrations + contributions + returns + endings + claims + payouts

  func money(_ reference: String, _ va: String, _ amount: Int64, on day: String) throws -> IncomingPayment {
    IncomingPayment(
      bankReference: reference, va: va, amount: Rupiah(amount), paidOn: try #require(Day(day)), channel: "TRF")
  }

  static func selfEmployed(_ person: PersonForm, income: Rupiah = Rupiah(1_500_000), joined: String) throws -> Enrolment
  {
    Enrolment(
      person: try person.person(on: try #require(Day("2026-01-01"))), segment: .selfEmployed,
      programmes: [.jkk, .jkm, .jht], occupation: "pedagang", joinedOn: try #require(Day(joined)), wage: income,
      confirmed: true)
  }

  private static func joins(_ person: PersonForm, _ wage: Int64, since day: String) throws -> WorkerReport {
    .joins(person, occupation: "montir", startedOn: try #require(Day(day)), wage: Rupiah(wage))
  }

  private static let registrations: [ScriptedAct] = [
    ScriptedAct(
      name: "access.register", actor: { _ in Staff.administrator }, needs: .manageUsers,
      perform: { scene, actor, key in
        let user = NewUser(login: "putri", name: "Putri", password: "rahasia-putri", roles: [.membershipOfficer])
        return try text(try await scene.office.access.register(user, by: actor, key: key))
      },
      other: { scene, actor, key in
        let user = NewUser(login: "yoga", name: "Yoga", password: "rahasia-yoga", roles: [.membershipOfficer])
        return try text(try await scene.office.access.register(user, by: actor, key: key))
      }),
    ScriptedAct(
      name: "members.register", actor: { _ in .visitor }, needs: nil,
      perform: { scene, actor, key in
        try text(
          try await scene.office.members.register(
            People.sellsVegetables(login: "sri", password: "sayur-segar"), by: actor, key: key))
      },
      other: { scene, actor, key in
        var form = People.sellsVegetables(login: "sri", password: "sayur-segar")
        form.income = "2.500.000"
        return try text(try await scene.office.members.register(form, by: actor, key: key))
      }),
    ScriptedAct(
      name: "employers.register", actor: { _ in .visitor }, needs: nil,
      perform: { scene, actor, key in
        try text(try await scene.office.employers.register(People.ptMaju, by: actor, key: key))
      },
      other: { scene, actor, key in
        var form = People.ptMaju
        form.name = "PT Mundur"
        return try text(try await scene.office.employers.register(form, by: actor, key: key))
      }),
    ScriptedAct(
      name: "employers.report", actor: { Staff.officer(of: try $0.employer()) }, needs: .changeEmployers,
      perform: { scene, actor, key in
        let lines = [
          try joins(People.budi, 5_000_000, since: "2014-03-01"), try joins(ratih, 3_500_000, since: "2024-11-01"),
        ]
        return try text(try await scene.office.employers.report(lines, for: try scene.employer(), by: actor, key: key))
      },
      other: { scene, actor, key in
        let lines = [try joins(People.budi, 5_000_001, since: "2014-03-01")]
        return try text(try await scene.office.employers.report(lines, for: try scene.employer(), by: actor, key: key))
      }),
    ScriptedAct(
      name: "members.enrol", actor: { _ in Staff.clerk }, needs: .registerMembers,
      perform: { scene, actor, key in
        let list = [try selfEmployed(joko, joined: "2024-11-04"), try selfEmployed(wati, joined: "2024-11-04")]
        return try text(try await scene.office.members.enrol(list, by: actor, key: key))
      },
      other: { scene, actor, key in
        var list = [try selfEmployed(joko, joined: "2024-11-04"), try selfEmployed(wati, joined: "2024-11-04")]
        list[1].programmes = [.jkk, .jkm]
        return try text(try await scene.office.members.enrol(list, by: actor, key: key))
      }),
  ]
}

extension Scene {
  private static func bill(_ month: Month, on day: String) -> ScriptedAct {
    ScriptedAct(
      name: "contributions.bill", on: day, actor: { _ in .system("billing") }, needs: .billContributions,
      perform: { scene, actor, _ in try text(try await scene.office.contributions.bill(month, by: actor)) })
  }

  /// Everybody's bill of a month, paid to the rupiah, also where a deposit has settled it; Joko never pays.
  private static func paid(_ month: Month, besides more: Bool = false) -> ScriptedAct {
    let day = month.day(12).description
    return ScriptedAct(
      name: "contributions.receive", on: day, actor: { _ in Staff.bank }, needs: .receivePayments,
      perform: { scene, actor, key in
        let joko = try scene.member(joko)
        let bills = try scene.database.readNow { db in
          try db.rows(
            """
            SELECT p.va, b.total FROM bill b JOIN payer p ON p.payer_id = b.payer_id
            WHERE b.month = $1 AND b.payer_id <> $2 ORDER BY p.va
            """, month, joko
          ) { (va: try $0.text(0), total: try $0.int(1)) }
        }
        let list =
          try bills.map { try scene.money("\($0.va)-\(month)", $0.va, $0.total, on: day) }
          + (more ? [try scene.money("TIDAK-DIKENAL", "98991000000000", 54_800, on: day)] : [])
        return try text(try await scene.office.contributions.receive(list, by: actor, key: key))
      },
      other: { scene, actor, key in
        let list = [try scene.money("LAIN", "98991000000000", 1, on: day)]
        return try text(try await scene.office.contributions.receive(list, by: actor, key: key))
      })
  }

  fileprivate static let november = Month(year: 2024, month: 11)

  private static let contributions: [ScriptedAct] = [
    bill(november, on: "2024-11-10"),
    paid(november, besides: true),
    ScriptedAct(
      name: "contributions.assign", on: "2024-11-14", actor: { _ in Staff.finance }, needs: .assignPayments,
      perform: { scene, actor, key in
        let va = try scene.va(try scene.member(People.sri))
        return try text(
          try await scene.office.contributions.assign(
            "TIDAK-DIKENAL", to: va, because: "bukti transfer", by: actor, key: key))
      },
      other: { scene, actor, key in
        let va = try scene.va(try scene.member(wati))
        return try text(
          try await scene.office.contributions.assign(
            "TIDAK-DIKENAL", to: va, because: "bukti transfer", by: actor, key: key))
      }),
    ScriptedAct(
      name: "members.change-income", actor: { Staff.member(try $0.member(wati)) }, needs: .changeMembers,
      perform: { scene, actor, key in
        try text(
          try await scene.office.members.changeIncome(
            try scene.kpj(wati), to: Rupiah(3_000_000), from: november.next, by: actor, key: key))
      },
      other: { scene, actor, key in
        try text(
          try await scene.office.members.changeIncome(
            try scene.kpj(wati), to: Rupiah(3_000_001), from: november.next, by: actor, key: key))
      }),
    ScriptedAct(
      name: "members.change-wages", actor: { _ in Staff.clerk }, needs: .changeMembers,
      perform: { scene, actor, key in
        let change = WageChange(kpj: try scene.kpj(ratih), amount: Rupiah(4_000_000), from: november.next)
        return try text(try await scene.office.members.change([change], by: actor, key: key))
      },
      other: { scene, actor, key in
        let change = WageChange(kpj: try scene.kpj(ratih), amount: Rupiah(4_000_001), from: november.next)
        return try text(try await scene.office.members.change([change], by: actor, key: key))
      }),
    ScriptedAct(
      name: "members.renew", actor: { Staff.member(try $0.member(People.sri)) }, needs: .changeMembers,
      perform: { scene, actor, key in
        var form = People.sri
        form.address = "Jalan Baru 7"
        return try text(
          try await scene.office.members.renew(try scene.member(People.sri), as: form, by: actor, key: key))
      },
      other: { scene, actor, key in
        try text(
          try await scene.office.members.renew(try scene.member(People.sri), as: People.sri, by: actor, key: key))
      }),
    bill(november.next, on: "2024-12-02"),
    paid(november.next),
    bill(november.adding(2), on: "2025-01-02"),
    paid(november.adding(2)),
    bill(november.adding(3), on: "2025-02-03"),
    ScriptedAct(
      name: "contributions.close-unpaid", on: "2025-02-28", actor: { _ in .system("closing") },
      needs: .billContributions,
      perform: { scene, actor, _ in
        try text(try await scene.office.contributions.closeUnpaid(endOf: november.adding(3), by: actor))
      }),
  ]
}

extension Scene {
  private static let returns: [ScriptedAct] = [
    ScriptedAct(
      name: "savings.preview-return", on: "2025-03-03", actor: { _ in Staff.finance }, needs: .previewReturns,
      perform: { scene, actor, key in
        try text(try await scene.office.savings.previewReturn(of: 2024, by: actor, key: key, sliceSize: 2))
      },
      other: { scene, actor, key in
        try text(try await scene.office.savings.previewReturn(of: 2023, by: actor, key: key, sliceSize: 2))
      }),
    ScriptedAct(
      name: "savings.approve-return", actor: { _ in Staff.branchHead }, needs: .approveReturns,
      perform: { scene, actor, key in
        try text(try await scene.office.savings.approveReturn(try scene.run(of: 2024), by: actor, key: key))
      },
      other: { scene, actor, key in
        let another = try #require(ReturnRunID(1))
        return try text(try await scene.office.savings.approveReturn(another, by: actor, key: key))
      }),
    ScriptedAct(
      name: "savings.post-return", actor: { _ in Staff.finance }, needs: .postReturns,
      perform: { scene, actor, _ in try text(try await scene.office.savings.postReturn(of: 2024, by: actor)) }),
  ]

  private static let endings: [ScriptedAct] = [
    ScriptedAct(
      name: "employers.report (leaving)", on: "2025-03-05", actor: { Staff.officer(of: try $0.employer()) },
      needs: .changeEmployers,
      perform: { scene, actor, key in
        let line = WorkerReport.leaves(
          kpj: try scene.kpj(People.budi), endedOn: Month(year: 2025, month: 1).lastDay, reason: .resigned)
        return try text(try await scene.office.employers.report([line], for: try scene.employer(), by: actor, key: key))
      },
      other: { scene, actor, key in
        let line = WorkerReport.leaves(
          kpj: try scene.kpj(ratih), endedOn: Month(year: 2025, month: 1).lastDay, reason: .resigned)
        return try text(try await scene.office.employers.report([line], for: try scene.employer(), by: actor, key: key))
      }),
    ScriptedAct(
      name: "members.stop-business", actor: { Staff.member(try $0.member(People.sri)) }, needs: .changeMembers,
      perform: { scene, actor, key in
        let day = Month(year: 2025, month: 1).lastDay
        return try text(
          try await scene.office.members.stopBusiness(try scene.kpj(People.sri), on: day, by: actor, key: key))
      },
      other: { scene, actor, key in
        let day = Month(year: 2025, month: 1).day(30)
        return try text(
          try await scene.office.members.stopBusiness(try scene.kpj(People.sri), on: day, by: actor, key: key))
      }),
  ]

  private static func submits(_ person: PersonForm, _ ground: JHTGround, on day: String? = nil) -> ScriptedAct {
    ScriptedAct(
      name: "claims.submit", on: day, actor: { Staff.member(try $0.member(person)) }, needs: .submitClaims,
      perform: { scene, actor, key in
        let form = JHTClaimForm(ground: ground, channel: .branch, kpjs: [try scene.kpj(person)])
        return try text(
          try await scene.office.claims.submit(form, of: try scene.member(person), by: actor, key: key).number?.text
            ?? "-")
      },
      other: { scene, actor, key in
        let form = JHTClaimForm(ground: .leftIndonesia, channel: .web, kpjs: [try scene.kpj(person)])
        return try text(try await scene.office.claims.submit(form, of: try scene.member(person), by: actor, key: key))
      })
  }

  private static func verified(_ person: PersonForm, _ index: Int) -> ScriptedAct {
    ScriptedAct(
      name: "claims.verify", actor: { _ in Staff.desk }, needs: .verifyClaims,
      perform: { scene, actor, key in
        try text(
          try await scene.office.claims.verify(try scene.claim(person, index), documents: "KTP", by: actor, key: key))
      },
      other: { scene, actor, key in
        try text(
          try await scene.office.claims.verify(try scene.claim(person, index), documents: "SIM", by: actor, key: key))
      })
  }

  private static func approved(_ person: PersonForm, _ index: Int) -> ScriptedAct {
    ScriptedAct(
      name: "claims.approve", actor: { _ in Staff.claimsHead }, needs: .approveClaims,
      perform: { scene, actor, key in
        try text(try await scene.office.claims.approve(try scene.claim(person, index), by: actor, key: key))
      },
      other: { scene, actor, key in
        try text(try await scene.office.claims.approve(try scene.claim(People.sri, 0), by: actor, key: key))
      })
  }

  private static let claims: [ScriptedAct] = [
    submits(People.sri, .stoppedBusiness, on: "2025-03-10"),
    ScriptedAct(
      name: "claims.withdraw", actor: { Staff.member(try $0.member(People.sri)) }, needs: .submitClaims,
      perform: { scene, actor, key in
        try text(try await scene.office.claims.withdraw(try scene.claim(People.sri, 0), by: actor, key: key))
      },
      other: { scene, actor, key in
        let another = try #require(ClaimNumber("JHT-25-000000"))
        return try text(try await scene.office.claims.withdraw(another, by: actor, key: key))
      }),
    submits(People.sri, .stoppedBusiness),
    verified(People.sri, 1),
    ScriptedAct(
      name: "claims.refuse", actor: { _ in Staff.claimsHead }, needs: .verifyClaims,
      perform: { scene, actor, key in
        try text(
          try await scene.office.claims.refuse(
            try scene.claim(People.sri, 1), because: "Kartu peserta tidak terbaca.", by: actor, key: key))
      },
      other: { scene, actor, key in
        try text(
          try await scene.office.claims.refuse(
            try scene.claim(People.sri, 1), because: "Nama di KTP berbeda.", by: actor, key: key))
      }),
    submits(People.sri, .stoppedBusiness),
    submits(People.budi, .resigned),
    verified(People.sri, 2),
    verified(People.budi, 0),
    approved(People.sri, 2),
    approved(People.budi, 0),
  ]

  private static func gathered() -> ScriptedAct {
    ScriptedAct(
      name: "claims.make-payouts", actor: { _ in Staff.finance }, needs: .makePayouts,
      perform: { scene, actor, key in try text(try await scene.office.claims.makePayouts(by: actor, key: key)) })
  }

  private static func released(_ index: Int) -> ScriptedAct {
    ScriptedAct(
      name: "claims.release-payouts", actor: { _ in Staff.branchHead }, needs: .releasePayouts,
      perform: { scene, actor, key in
        try text(try await scene.office.claims.releasePayouts(try scene.batch(index), by: actor, key: key))
      },
      other: { scene, actor, key in
        let another = try #require(PayoutBatchID(1))
        return try text(try await scene.office.claims.releasePayouts(another, by: actor, key: key))
      })
  }

  private static func answered(_ words: [(person: PersonForm, claim: Int, attempt: Int, outcome: PayoutResult.Outcome)])
    -> ScriptedAct
  {
    ScriptedAct(
      name: "claims.record-payouts", actor: { _ in Staff.bank }, needs: .recordPayoutResults,
      perform: { scene, actor, key in
        let results = try words.map {
          PayoutResult(
            endToEnd: "\(try scene.claim($0.person, $0.claim))-\($0.attempt)", outcome: $0.outcome, reason: "",
            bankReference: "B")
        }
        return try text(try await scene.office.claims.record(results, by: actor, key: key))
      },
      other: { scene, actor, key in try text(try await scene.office.claims.record([], by: actor, key: key)) })
  }

  private static let payouts: [ScriptedAct] = [
    gathered(),
    released(0),
    answered([(People.sri, 2, 1, .paid), (People.budi, 0, 1, .rejected)]),
    ScriptedAct(
      name: "claims.mend-account", actor: { Staff.member(try $0.member(People.budi)) }, needs: .submitClaims,
      perform: { scene, actor, key in
        let bank = BankAccount(code: "014", number: "5550001112", holder: "Budi Santoso")
        return try text(
          try await scene.office.claims.mendAccount(try scene.claim(People.budi), to: bank, by: actor, key: key))
      },
      other: { scene, actor, key in
        let bank = BankAccount(code: "014", number: "5550001112", holder: "BUDI SANTOSO")
        return try text(
          try await scene.office.claims.mendAccount(try scene.claim(People.budi), to: bank, by: actor, key: key))
      }),
    gathered(),
    released(1),
    answered([(People.budi, 0, 2, .paid), (People.sri, 2, 1, .returned)]),
  ]
}
