import Law
import Office
import Programs
import Vocabulary

extension MemberPages {
  /// A JHT claim: why, of which memberships, to which account; then the whole sum with its articles, and only then consent.
  func jhtClaim(_ ask: Ask) async throws -> Wizard {
    let me = try await me(ask, for: "claiming JHT")
    let all = try await office.savings.balances(of: me.member.id, by: me.actor, why: "claiming JHT")
    let claims = try await office.claims.claims(of: me.member.id, by: me.actor)
    let savings = all.claimable(besides: claims)
    guard !savings.isEmpty else { throw nothingToClaim(all) }
    let asking = JHTAsking(pages: self, caller: me, savings: savings)
    var wizard = Wizard(
      Words("Klaim JHT", "JHT claim"), home: Self.home, steps: try asking.steps(on: ask.now.day),
      declaration: Words(
        "Dengan mengirim, Anda setuju dengan hitungan ini dan menyatakan jawaban Anda benar.",
        "By sending you agree to this sum and declare that your answers are true."),
      submit: Words("Setuju dan kirim klaim", "Agree and send the claim")
    ) { answers, key, ask in try await asking.submit(answers, key.actKey(), ask) }
    wizard.prefill = { _ in Answers(account: me.member.person.bank) }
    wizard.preview = { answers, _ in try await asking.preview(answers) }
    return wizard
  }
}

extension MemberPages {
  private func nothingToClaim(_ savings: [JHTBalance]) -> Refusal {
    if savings.contains(where: \.balance.isPositive) {
      return .conflict(
        "claim-open",
        Words(
          "Saldo Anda sudah ada dalam klaim yang belum selesai. Lihat statusnya di daftar klaim.",
          "Your savings are in a claim that is not finished. See its status in the list of claims."))
    }
    return .conflict(
      "no-savings",
      Words(
        "Belum ada saldo JHT atas nama Anda, jadi belum ada yang bisa diklaim.",
        "There are no JHT savings in your name, so there is nothing to claim."))
  }
}

extension [JHTBalance] {
  /// Accounts with money in them that no unfinished claim holds.
  func claimable(besides claims: [Claim]) -> [JHTBalance] {
    let held = Set(claims.filter { !$0.status.isFinal }.flatMap(\.form.kpjs))
    return filter { $0.balance.isPositive && !held.contains($0.kpj) }
  }
}

/// One member asking for her savings.
private struct JHTAsking {
  let pages: MemberPages
  let caller: MemberPages.Caller
  let savings: [JHTBalance]

  private static let all = "semua"
  var office: Office { pages.office }

  func steps(on today: Day) throws -> [Step] {
    [try ground(on: today)] + (savings.count > 1 ? [accounts] : []) + [Asked.bank(required: true)]
  }

  /// The grounds that the law opens to her kind of membership. Heirs claim at the branch.
  private func ground(on today: Day) throws -> Step {
    let segments = Set(savings.compactMap { caller.member.membership($0.kpj)?.segment })
    let rules = try office.law.inForce(JHT.grounds, on: today).value
    let choices = rules.filter { $0.ground != .death && !segments.isDisjoint(with: $0.segments) }.map { rule in
      Field.Choice(rule.ground.rawValue, rule.ground.words.capitalized, hint: hint(rule.ground))
    }
    return Step(
      Field("ground", .choice(choices), Words("Mengapa Anda mengajukan klaim?", "Why do you claim?")),
      hint: Words("Pilih yang sesuai keadaan Anda.", "Choose what fits your situation."))
  }

  private func hint(_ ground: JHTGround) -> Words? {
    switch ground {
    case .partial10, .partialHousing30:
      partialHint
    case .totalDisability: Words("Bawa surat dokter.", "Bring the doctor's statement.")
    default: nil
    }
  }

  private var partialHint: Words? {
    guard let years = try? pages.office.law.inForce(JHT.partialMembership, on: pages.office.today).value.count,
      let times = try? pages.office.law.inForce(JHT.partialTimes, on: pages.office.today).value
    else { return nil }
    return Words(
      "Setelah \(years) tahun menjadi peserta, paling banyak \(times) kali.",
      "After \(years) years of membership, at most \(times) time(s).")
  }

  private var accounts: Step {
    let each = savings.map { account in
      let balance = Words("Saldo \(account.balance)", "Balance \(account.balance)")
      return Field.Choice(account.kpj.digits, Words("KPJ \(account.kpj)", "KPJ \(account.kpj)"), hint: balance)
    }
    let all = Field.Choice(
      Self.all, Words("Semua kepesertaan saya", "All my memberships"),
      hint: Words("Saldo \(savings.map(\.balance).sum())", "Balance \(savings.map(\.balance).sum())"))
    return Step(
      Field("kpjs", .choice([all] + each), Words("Saldo mana yang Anda klaim?", "Which savings do you claim?")))
  }

  private func form(_ answers: Answers) -> JHTClaimForm? {
    guard let ground = JHTGround(rawValue: answers.text("ground")) else { return nil }
    let chosen = KPJ(answers.text("kpjs")).map { [$0] } ?? savings.map(\.kpj)
    let bank = BankAccount(
      code: answers.text("bankCode"), number: answers.text("bankAccount"), holder: caller.member.person.name)
    return JHTClaimForm(ground: ground, channel: .web, kpjs: chosen, bank: bank)
  }

  /// The whole sum, or the page that says why not and what to do.
  func preview(_ answers: Answers) async throws -> Wizard.Preview {
    guard let form = form(answers) else { return .nothing }
    do {
      let answer = try await office.claims.check(form, of: caller.member.id, by: caller.actor)
      guard let payable = answer.payable else { return .instead(notYet(answer)) }
      return .shown(template: "parts/reckoning", reckoning(payable, answer))
    } catch OfficeError.faults(let faults) {
      return .instead(notYet(faults.map { ($0.words, nil) }, working: .nothing))
    }
  }

  private func reckoning(_ payable: JHTPayable, _ answer: ClaimAnswer) -> Model {
    [
      "gross": .money(payable.gross), "tax": .money(payable.tax),
      "rounding": payable.rounding.isZero ? .nothing : .money(payable.rounding), "net": .money(payable.net),
      "working": Shown.working(
        answer.decision.working, law: office.law, total: Words("Anda terima", "You receive"), payable.net),
    ]
  }

  private func notYet(_ answer: ClaimAnswer) -> Page {
    let steps = Shown.working(answer.decision.working, law: office.law, total: Words("", ""), .zero)
    return notYet(answer.refusals.map { (words($0), link($0)) }, working: steps.merging(["total": nil]))
  }

  private func notYet(_ reasons: [(Words, Page.Link?)], working: Model) -> Page {
    let model: Model = [
      "reasons": .each(reasons) { words, link in
        Part.notice(.waiting, words, link: link)
      },
      "working": working, "again": "/anggota/klaim/jht", "home": "/anggota",
    ]
    return Page(
      "member/not-yet", model, title: Words("Belum bisa diklaim", "Not yet claimable"), section: "/anggota/klaim")
  }

  /// A refusal's sentence; that of an active membership says what a self-employed person can do herself.
  private func words(_ refusal: JHTRefusal) -> Words {
    guard refusal == .stillActive, caller.selfEmployed != nil else { return refusal.words }
    return Words(
      "Kepesertaan Anda masih aktif. Kalau Anda sudah berhenti, laporkan dulu, lalu ajukan lagi.",
      "Your membership is still active. If you have stopped, tell us first, then claim again.")
  }

  private func link(_ refusal: JHTRefusal) -> Page.Link? {
    switch refusal {
    case .stillActive where caller.selfEmployed != nil:
      Page.Link("Laporkan berhenti usaha", "Tell us that you stopped", "/anggota/berhenti")
    case .dataNotRenewed: Page.Link("Perbarui data", "Renew my data", "/anggota/data/perbarui")
    default: nil
    }
  }

  func submit(_ answers: Answers, _ key: ActKey, _ ask: Ask) async throws -> Wizard.Outcome {
    try await Wizard.Outcome.of(["bankHolder": "bankAccount"]) {
      guard let form = form(answers) else {
        return .faults([Fault("ground", "Pilih sebab klaim.", "Choose the ground of the claim.")])
      }
      let answer = try await office.claims.submit(form, of: caller.member.id, by: caller.actor, key: key)
      guard let number = answer.number, let payable = answer.payable else {
        return .faults(answer.refusals.map { Fault("", words($0)) })
      }
      let due = try office.dueDay(after: ask.now.day)
      return .done(
        Wizard.Confirmation(
          Words("Klaim Anda sudah kami terima", "We have your claim"),
          referenceLabel: Words("Nomor klaim", "Claim number"), reference: number.text,
          next: [
            Words("Petugas memeriksa berkas Anda.", "An officer checks your papers."),
            Words("Petugas lain menyetujui pembayarannya.", "Another officer approves the payment."),
            Words(
              "\(payable.net) masuk ke rekening Anda paling lambat \(due.spelled(in: .indonesian)).",
              "\(payable.net) arrives on your account by \(due.spelled(in: .english))."),
          ], links: [Page.Link("Lacak klaim ini", "Track this claim", "/anggota/klaim/\(number)"), MemberPages.home]))
    }
  }
}

extension Answers {
  /// The account on record, if there is one.
  fileprivate init(account: BankAccount) {
    self.init(account.isNone ? [:] : ["bankCode": account.code, "bankAccount": account.number])
  }
}
