import Formats
import Law
import Office
import Programs
import Vocabulary

extension OfficerPages {
  var caseRoutes: [Route] {
    [
      get("/klaim/{number}", "A claim with facts, working and history", .readClaims) { ask in
        .page(try await casePage(try ask.claimNumber(), ask))
      },
      post("/klaim/{number}/pemeriksaan", "Record that the papers were seen", .verifyClaims) { try await verify($0) },
      post("/klaim/{number}/persetujuan", "Approve a claim", .approveClaims) { try await approve($0) },
      post("/klaim/{number}/penolakan", "Refuse a claim", .verifyClaims, .approveClaims) { try await refuse($0) },
      post("/klaim/{number}/pembatalan", "Withdraw a claim for its member", .submitClaims) { try await withdraw($0) },
      post("/klaim/{number}/rekening", "Mend the account of a claim", .submitClaims) { try await mend($0) },
      get("/klaim/{number}/surat/{which}", "A letter on a claim as PDF", .readClaims) { try await letter($0) },
    ]
  }

  private func casePage(
    _ number: ClaimNumber, _ ask: Ask, faults: [Fault] = [], typed: Form = Form()
  ) async throws -> Page {
    let actor = try ask.actor()
    let claim = try await office.claims.claim(number, by: actor, why: "memeriksa klaim")
    var file = CaseFile(claim: claim, actor: actor, law: office.law, today: ask.now.day)
    file.due = try claim.events.last.map { try office.dueDay(after: $0.at.day) }
    file.isRefusing = ask.path.hasSuffix("/penolakan")
    if [.submitted, .verified].contains(claim.status) {
      do {
        file.answer = try await office.claims.check(claim.form, of: claim.memberID, by: actor)
      } catch OfficeError.faults(let found) {
        file.impossible = found.map(\.words)
      }
    }
    if actor.has(.readMembers) {
      file.member = try await office.members.member(claim.memberID, by: actor, why: "klaim \(number)")
      let recent = try office.law.inForce(OfficeRules.recentChange, on: ask.now.day).value.count
      file.changes = try await office.members.changes(
        of: claim.memberID, since: ask.now.day.adding(days: -recent), by: actor, why: "klaim \(number)")
      file.balances = try await office.savings.balances(of: claim.memberID, by: actor, why: "klaim \(number)")
    }
    let name = try await names(claim.events.map(\.actor) + [claim.submittedBy])
    let model = file.model(names: name, key: ask.newKey).merging([
      "faults": Part.faultsOrNothing(faults),
      "typed": ["documents": .text(typed.line("documents")), "reason": .text(typed.line("reason"))],
    ])
    return Page(
      "officer/case", model, title: Words("Klaim \(number)", "Claim \(number)"),
      trail: [Self.home, Page.Link("Klaim", "Claims", "/petugas/klaim")], section: "/petugas/klaim", wide: true)
  }

  /// Runs one step of a claim and comes back to its page.
  private func step(_ ask: Ask, _ act: (ClaimNumber, Form, Actor, ActKey) async throws -> Void) async throws -> Reply {
    let (number, form) = (try ask.claimNumber(), try await ask.form())
    return try await filling {
      try await act(number, form, try ask.actor(), try form.actKey())
      return .see("/petugas/klaim/\(number)")
    } again: { faults in
      try await casePage(number, ask, faults: faults, typed: form)
    }
  }

  private func verify(_ ask: Ask) async throws -> Reply {
    try await step(ask) { number, form, actor, key in
      try form.requireTick("sure")
      _ = try await office.claims.verify(number, documents: form.line("documents"), by: actor, key: key)
    }
  }

  private func approve(_ ask: Ask) async throws -> Reply {
    try await step(ask) { number, form, actor, key in
      try form.requireTick("sure")
      _ = try await office.claims.approve(number, by: actor, key: key)
    }
  }

  private func refuse(_ ask: Ask) async throws -> Reply {
    try await step(ask) { number, form, actor, key in
      try form.requireTick("certain")
      _ = try await office.claims.refuse(number, because: form.line("reason"), by: actor, key: key)
    }
  }

  private func withdraw(_ ask: Ask) async throws -> Reply {
    try await step(ask) { number, _, actor, key in
      _ = try await office.claims.withdraw(number, by: actor, key: key)
    }
  }

  private func mend(_ ask: Ask) async throws -> Reply {
    try await step(ask) { number, form, actor, key in
      let bank = BankAccount(code: form.line("bankCode"), number: form.line("bankAccount"), holder: "")
      _ = try await office.claims.mendAccount(number, to: bank, by: actor, key: key)
    }
  }

  private func letter(_ ask: Ask) async throws -> Reply {
    let (number, actor) = (try ask.claimNumber(), try ask.actor())
    switch ask.parameter("which") {
    case "tanda-terima":
      let letter = try await office.letters.submission(number, in: ask.language, by: actor)
      return .file(try letter.pdf(), type: "application/pdf", filename: "tanda-terima-\(number).pdf")
    case "keputusan":
      let letter = try await office.letters.decision(number, in: ask.language, by: actor)
      return .file(try letter.pdf(), type: "application/pdf", filename: "keputusan-\(number).pdf")
    default: throw Refusal.notFound
    }
  }
}
