import Law
import Office
import Programs
import Vocabulary

/// What is done at the desk for somebody who stands before it.
extension OfficerPages {
  var deskRoutes: [Route] {
    let newMember = "/petugas/peserta/baru"
    return registration.routes(
      newMember, "Register a self-employed person at the desk", for: .staff([.registerMembers]))
      + Wizard.routes(
        "/petugas/peserta/{member}/klaim", "Take in a JHT claim at the desk", for: .staff([.submitClaims])
      ) { try await claimWizard($0) }
  }

  private var registration: Wizard {
    Wizard(
      Words("Daftarkan peserta mandiri (BPU)", "Register a self-employed member (BPU)"),
      home: Page.Link("Cari peserta", "Find a member", "/petugas/peserta"),
      steps: Asked.person + Asked.work + Asked.contact + [Asked.bank(required: false)],
      declaration: Words(
        "Bacakan jawabannya kepada peserta. Perlindungan berlaku setelah iuran pertama dibayar.",
        "Read the answers to the person. Cover begins once the first contribution is paid."),
      submit: Words("Daftarkan", "Register")
    ) { answers, key, ask in
      try await Wizard.Outcome.of(["bankHolder": "bankAccount"]) {
        let form = SelfEmployedForm(
          person: PersonForm(asked: answers), occupation: answers.text("occupation"), income: answers.text("income"),
          withJHT: answers.isYes("jht"), transport: answers.isYes("transport"))
        let enrolled = try await office.members.register(form, by: try ask.actor(), key: key.actKey())
        return .done(Self.registered(enrolled))
      }
    }
  }

  private static func registered(_ enrolled: Enrolled) -> Wizard.Confirmation {
    let va = enrolled.va?.spaced ?? "–"
    return Wizard.Confirmation(
      Words("Peserta sudah terdaftar", "The member is registered"),
      referenceLabel: Words("Nomor peserta (KPJ)", "Membership number (KPJ)"),
      reference: Shown.spaced(enrolled.kpj.digits),
      next: [
        Words("Berikan nomor KPJ dan virtual account \(va).", "Hand over the KPJ and the virtual account \(va)."),
        Words("Tagihan pertama sudah ada dan dapat dibayar sekarang.", "The first bill is there and can be paid now."),
      ],
      links: [
        Page.Link(
          "Buka data peserta", "Open the member's data",
          "/petugas/peserta/\(enrolled.memberID)?untuk=pendaftaran+di+loket"),
        home,
      ])
  }

  private func claimWizard(_ ask: Ask) async throws -> Wizard {
    let (id, actor) = (try ask.member(), try ask.actor())
    let member = try await office.members.member(id, by: actor, why: "klaim di loket")
    let savings = try await office.savings.balances(of: id, by: actor, why: "klaim di loket")
      .filter { $0.balance.isPositive }
    guard !savings.isEmpty else {
      throw Refusal.conflict(
        "no-savings",
        Words("Belum ada saldo JHT yang bisa diklaim.", "There are no JHT savings to claim."))
    }
    return try DeskClaim(office: office, actor: actor, member: member, savings: savings).wizard(on: ask.now.day)
  }
}

/// A claim that an officer types for the member before him. Somebody else checks the papers.
private struct DeskClaim: Sendable {
  let office: Office
  let actor: Actor
  let member: Member
  let savings: [JHTBalance]

  private static let all = "semua"

  func wizard(on today: Day) throws -> Wizard {
    let back = Page.Link("Data peserta", "Member", "/petugas/peserta/\(member.id)?untuk=klaim+di+loket")
    var wizard = Wizard(
      Words("Klaim JHT \(member.person.name)", "JHT claim of \(member.person.name)"), home: back,
      steps: try steps(on: today),
      declaration: Words(
        "Peserta sudah melihat jawabannya dan menandatangani formulir.",
        "The member has seen the answers and signed the form."),
      submit: Words("Terima klaim", "Take in the claim")
    ) { answers, key, _ in try await submit(answers, key.actKey()) }
    wizard.prefill = { _ in
      let bank = member.person.bank
      return Answers(bank.isNone ? [:] : ["bankCode": bank.code, "bankAccount": bank.number])
    }
    return wizard
  }

  private func steps(on today: Day) throws -> [Step] {
    let segments = Set(savings.compactMap { member.membership($0.kpj)?.segment })
    let rules = try office.law.inForce(JHT.grounds, on: today).value
    let grounds = rules.filter { !segments.isDisjoint(with: $0.segments) }.map {
      Field.Choice($0.ground.rawValue, $0.ground.words.capitalized)
    }
    let accounts = savings.map { account in
      Field.Choice(
        account.kpj.digits, Words("KPJ \(account.kpj)", "KPJ \(account.kpj)"),
        hint: Words("Saldo \(account.balance)", "Balance \(account.balance)"))
    }
    let every = Field.Choice(Self.all, Words("Semua kepesertaan", "All memberships"))
    return [
      Step(Field("ground", .choice(grounds), Words("Apa sebab klaimnya?", "What is the ground?"))),
      Step(
        Field("kpjs", .choice([every] + accounts), Words("Saldo mana yang diklaim?", "Which savings are claimed?")),
        applies: { _ in savings.count > 1 }),
      Asked.bank(required: true),
    ]
  }

  private func submit(_ answers: Answers, _ key: ActKey) async throws -> Wizard.Outcome {
    try await Wizard.Outcome.of(["bankHolder": "bankAccount"]) {
      guard let ground = JHTGround(rawValue: answers.text("ground")) else {
        return .faults([Fault("ground", "Pilih sebab klaim.", "Choose the ground of the claim.")])
      }
      let form = JHTClaimForm(
        ground: ground, channel: .branch, kpjs: KPJ(answers.text("kpjs")).map { [$0] } ?? savings.map(\.kpj),
        bank: BankAccount(
          code: answers.text("bankCode"), number: answers.text("bankAccount"), holder: member.person.name))
      let answer = try await office.claims.submit(form, of: member.id, by: actor, key: key)
      guard let number = answer.number else {
        return .faults(answer.refusals.map { Fault("ground", $0.words) })
      }
      return .see("/petugas/klaim/\(number)")
    }
  }
}
