import Law
import Office
import Programs
import Vocabulary

extension MemberPages {
  func claims(_ ask: Ask) async throws -> Reply {
    let me = try await me(ask, for: "her own claims")
    let claims = try await office.claims.claims(of: me.member.id, by: me.actor)
    let savings = try await office.savings.balances(of: me.member.id, by: me.actor, why: "her own claims")
    let model: Model = [
      "tasks": .each(claims, task), "canClaim": .flag(!savings.claimable(besides: claims).isEmpty),
      "empty": claims.isEmpty
        ? Part.empty(
          Words("Belum ada klaim", "No claims yet"),
          Words("Klaim yang Anda ajukan tampil di sini.", "Claims that you make are shown here.")) : .nothing,
    ]
    return .page(
      Page(
        "member/claims", model, title: Words("Klaim Anda", "Your claims"), back: Self.home, section: "/anggota/klaim"))
  }

  /// How far a claim is. Another member's number is refused by the office.
  func claim(_ ask: Ask) async throws -> Reply {
    let (actor, claim) = try await found(ask, for: "tracking")
    let progress = ClaimProgress(claim: claim, law: office.law)
    var amount = Model.nothing
    var notice = Model.nothing
    if let payable = claim.approval?.payable {
      amount = ["value": .money(payable.net), "words": .words("Yang Anda terima", "What you receive")]
    } else if !claim.status.isFinal {
      (amount, notice) = try await estimate(claim, actor)
    }
    let path = "/anggota/klaim/\(claim.number)"
    let model: Model = [
      "number": .text(claim.number.text), "kind": .words(claim.form.ground.words.capitalized),
      "status": Shown.tag(claim.status), "notice": notice, "amount": amount,
      "days": try days(claim, today: ask.now.day),
      "steps": .list(progress.steps), "decision": progress.decision,
      "account": .text(Shown.account(claim.bank)),
      "mend": claim.status == .returned ? .text(path + "/rekening") : .nothing,
      "receipt": .text(path + "/tanda-terima"), "bring": bring(claim),
      "letter": claim.approval != nil || claim.status == .refused ? .text(path + "/keputusan") : .nothing,
      "withdraw": claim.status == .submitted ? .text(path + "/batal") : .nothing,
    ]
    return .page(
      Page(
        "member/claim", model, title: Words("Klaim \(claim.number)", "Claim \(claim.number)"),
        back: Page.Link("Klaim", "Claims", "/anggota/klaim"), section: "/anggota/klaim"))
  }

  /// The address of the list of papers for this claim, while the papers still matter.
  private func bring(_ claim: Claim) -> Model {
    guard claim.status == .submitted else { return .nothing }
    let asked = claim.form.situation
    let answers = Form([("sebab", asked.ground), ("pengaju", asked.claimant), ("lewat", asked.channel)])
    return .text("/syarat/jht?" + answers.encoded)
  }

  /// What she would receive today, or what of her data makes that impossible to tell.
  private func estimate(_ claim: Claim, _ actor: Actor) async throws -> (amount: Model, notice: Model) {
    do {
      let answer = try await office.claims.check(claim.form, of: claim.memberID, by: actor)
      guard let payable = answer.payable else { return (.nothing, .nothing) }
      return (
        ["value": .money(payable.net), "words": .words("Perkiraan yang Anda terima", "Estimate of what you receive")],
        .nothing
      )
    } catch OfficeError.faults(let faults) {
      let told = Words(
        faults.map(\.words.indonesian).joined(separator: " "), faults.map(\.words.english).joined(separator: " "))
      return (
        .nothing,
        Part.notice(
          .waiting, Words("Jumlahnya belum bisa kami hitung", "We cannot tell the amount yet"), told,
          link: Page.Link("Perbarui data", "Renew my data", "/anggota/data/perbarui"))
      )
    }
  }

  /// How much is left of the working days that were promised; nothing once the office has done its part.
  private func days(_ claim: Claim, today: Day) throws -> Model {
    guard [.submitted, .verified, .approved, .inPayment].contains(claim.status) else { return .nothing }
    let due = try office.dueDay(after: claim.filedOn)
    let promised = Shown.workingDays(from: claim.filedOn, to: due)
    return Part.daysLeft(Shown.workingDays(from: today, to: due), of: promised, due: due)
  }

  func found(_ ask: Ask, for reason: String) async throws -> (Actor, Claim) {
    let actor = try ask.actor()
    guard let number = ClaimNumber(ask.parameter("number")) else { throw Refusal.notFound }
    return (actor, try await office.claims.claim(number, by: actor, why: reason))
  }

  func askWithdrawal(_ ask: Ask) async throws -> Reply {
    let (_, claim) = try await found(ask, for: "withdrawing")
    let path = "/anggota/klaim/\(claim.number)"
    guard claim.status == .submitted else { return .see(path) }
    return .page(
      Page(
        "member/withdraw",
        [
          "number": .text(claim.number.text), "address": .text(path + "/batal"), "back": .text(path),
          "key": .text(ask.newKey()),
        ],
        title: Words("Batalkan klaim?", "Withdraw the claim?"), section: "/anggota/klaim"))
  }

  func withdraw(_ ask: Ask) async throws -> Reply {
    guard let number = ClaimNumber(ask.parameter("number")) else { throw Refusal.notFound }
    _ = try await office.claims.withdraw(number, by: ask.actor(), key: ask.form().actKey())
    return .see("/anggota/klaim/\(number)")
  }

  /// Another account after the bank sent the money back.
  func mending(_ ask: Ask) async throws -> Wizard {
    let (actor, claim) = try await found(ask, for: "mending the account")
    return Wizard(
      Words("Perbaiki rekening", "Mend the account"),
      home: Page.Link(Words("Klaim \(claim.number)", "Claim \(claim.number)"), "/anggota/klaim/\(claim.number)"),
      steps: [Asked.bank(required: true)],
      declaration: Words("Uang dikirim ulang ke rekening ini.", "The money is sent again, to this account."),
      submit: Words("Simpan rekening", "Save the account")
    ) { answers, key, _ in
      try await Wizard.Outcome.of(["bankHolder": "bankAccount"]) {
        let bank = BankAccount(code: answers.text("bankCode"), number: answers.text("bankAccount"), holder: "")
        _ = try await desk.office.claims.mendAccount(claim.number, to: bank, by: actor, key: key.actKey())
        return .see("/anggota/klaim/\(claim.number)")
      }
    }
  }
}
