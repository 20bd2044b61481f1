import Law
import Office
import Programs
import Vocabulary

/// A claim as an officer reads it: what is known, what the law makes of it today, and what this officer may do next.
struct CaseFile {
  let claim: Claim
  let actor: Actor
  let law: LawBook
  let today: Day
  /// Known to those who may read members.
  var member: Member?
  var balances: [JHTBalance] = []
  /// What of her record changed lately.
  var changes: [RecordChange] = []
  /// The law applied to today's facts, while nothing is decided yet.
  var answer: ClaimAnswer?
  /// Why the law cannot be applied.
  var impossible: [Words] = []
  /// The last of the working days promised for the step that is next.
  var due: Day?
  /// The form of refusal was filled in, and something in it is wrong.
  var isRefusing = false

  init(claim: Claim, actor: Actor, law: LawBook, today: Day) {
    self.claim = claim
    self.actor = actor
    self.law = law
    self.today = today
  }

  private var address: String { "/petugas/klaim/\(claim.number)" }
  private var decision: JHTDecision? { claim.approval?.decision ?? answer?.decision }
  private var payable: JHTPayable? { claim.approval?.payable ?? answer?.payable }

  func model(names: (String) -> Words, key: () -> String) -> Model {
    let reasons = (answer?.refusals.map(\.words) ?? []) + impossible
    let person = member?.person.name ?? claim.bank.holder
    let steps = actions(key)
    return steps.merging([
      "number": .text(claim.number.text), "kind": .words("Jaminan Hari Tua", "Old-age savings"),
      "person": .text(person),
      "memberAddress": member == nil
        ? .nothing : .text("/petugas/peserta/\(claim.memberID)?untuk=klaim+\(claim.number)"),
      "status": Shown.tag(claim.status), "days": days, "hasFlags": .flag(!flags.isEmpty), "flags": .list(flags),
      "facts": ["rows": .list(facts)], "hasAccounts": .flag(!accounts.isEmpty), "accounts": .list(accounts),
      "documents": .optional(claim.events.last { $0.kind == .verified }?.detail),
      "hasRefusals": .flag(!reasons.isEmpty), "refusals": .each(reasons) { ["words": .words($0)] },
      "outcome": outcome, "law": .text(String((decision?.lawHash ?? law.hash).prefix(12))),
      "history": ["steps": .list(history(names))], "letters": ["links": .list(letters)],
      "noActions": .optional(whyNothing()),
    ])
  }

  private var days: Model {
    guard !claim.status.isFinal, let due, let promised = try? law.inForce(OfficeRules.claimWorkingDays, on: today)
    else {
      return .nothing
    }
    return Part.daysLeft(Shown.workingDays(from: today, to: due), of: promised.value.count, due: due)
  }

  private var flags: [Model] {
    var flags: [Model] = []
    if decision?.confidence == .draft {
      flags.append(Part.tag(Words("Memakai aturan draf", "Uses draft law"), .draft))
    }
    if claim.events.contains(where: { $0.kind == .returned }) {
      flags.append(Part.tag(Words("Pernah dikembalikan bank", "Returned by the bank before"), .bad))
    }
    if let person = member?.person, !person.nik.agrees(with: person.bornOn) {
      flags.append(
        Part.tag(Words("Tanggal lahir berbeda dari NIK", "The birth date differs from the NIK"), .bad))
    }
    var told: Set<RecordChange.Field> = []
    for change in changes where told.insert(change.field).inserted { flags.append(Part.tag(change.words, .bad)) }
    return flags
  }

  private var outcome: Model {
    guard let decision, let payable else { return .nothing }
    let words =
      claim.approval == nil
      ? Words("Kalau disetujui hari ini.", "If approved today.")
      : Words("Seperti yang disetujui.", "As it was approved.")
    return [
      "words": .words(words),
      "working": Shown.working(
        decision.working, law: law, total: Words("Dibayar kepada peserta", "Paid to the member"), payable.net),
    ]
  }
}

extension CaseFile {
  private var facts: [Model] {
    let form = Words("Formulir klaim", "Claim form")
    let register = Words("Data peserta", "Member's record")
    var rows = [
      Part.fact(Words("Sebab klaim", "Ground"), .words(claim.form.ground.words.capitalized), source: form),
      Part.fact(Words("Lewat", "Through"), .words(claim.form.channel.words.capitalized), source: form),
      Part.fact(Words("Diajukan", "Filed"), .day(claim.filedOn)),
      Part.fact(
        Words("Rekening", "Account"),
        .text(account),
        source: form),
    ]
    if let member {
      rows.append(Part.fact(Words("NIK", "NIK"), .text(Shown.spaced(member.person.nik.digits)), source: register))
    }
    guard let facts = answer?.facts else { return rows }
    rows += [
      Part.fact(Words("Lahir", "Born"), .day(facts.bornOn), source: register),
      Part.fact(Words("Peserta sejak", "Member since"), .day(facts.joined), source: register),
      Part.fact(
        Words("Berhenti bekerja", "Work ended"), facts.workEnded.map(Model.day) ?? .text("–"),
        source: claim.form.workEndedOn == nil ? register : form),
      Part.fact(
        Words("Kepesertaan berakhir semua", "All memberships ended"), yesNo(facts.nonActive), source: register),
      Part.fact(Words("Data sudah diperbarui", "Data renewed"), yesNo(facts.dataRenewed), source: register),
      Part.fact(Words("NPWP", "NPWP"), yesNo(facts.hasNPWP), source: register),
      Part.fact(Words("Saldo dengan hasil sampai hari ini", "Balance with return up to today"), .money(facts.balance)),
    ]
    if !facts.earlierPayments.isEmpty {
      rows.append(
        Part.fact(
          Words("Pembayaran terdahulu", "Earlier payments"),
          .text(
            facts.earlierPayments.map { "\($0.paid.spelled(in: .indonesian)): \($0.gross)" }.joined(separator: "\n"))))
    }
    return rows
  }

  private var account: String {
    let bank = Bank.named[claim.bank.code] ?? claim.bank.code
    return "\(bank) \(Shown.spaced(claim.bank.number)) a.n. \(claim.bank.holder)"
  }

  private func yesNo(_ yes: Bool) -> Model { yes ? .words("Ya", "Yes") : .words("Tidak", "No") }

  private var accounts: [Model] {
    claim.form.kpjs.compactMap { kpj in
      guard let balance = balances.first(where: { $0.kpj == kpj }) else { return nil }
      return [
        "kpj": .text(Shown.spaced(kpj.digits)), "balance": .money(balance.balance),
        "segment": (member?.membership(kpj)?.segment.words).map(Model.words) ?? .text("–"),
      ]
    }
  }

  private func history(_ names: (String) -> Words) -> [Model] {
    claim.events.map { event in
      let by = names(event.actor)
      let detail = event.detail.isEmpty ? "" : " – \(event.detail)"
      return Part.step(
        event.kind.words, .done, when: .moment(event.at),
        note: Words("Oleh \(by.indonesian)\(detail)", "By \(by.english)\(detail)"))
    }
  }

  private var letters: [Model] {
    var links = [
      Part.link(Words("Tanda terima (PDF)", "Receipt (PDF)"), address + "/surat/tanda-terima")
    ]
    if claim.approval != nil || claim.status == .refused {
      links.append(Part.link(Words("Surat keputusan (PDF)", "Decision letter (PDF)"), address + "/surat/keputusan"))
    }
    return links
  }
}

extension RecordChange {
  /// `Tanggal lahir diubah peserta 3 Januari 2026`.
  fileprivate var words: Words {
    let what =
      switch field {
      case .name: Words("Nama", "Name")
      case .bornOn: Words("Tanggal lahir", "Birth date")
      case .bank: Words("Rekening", "Account")
      }
    let who = byHerself ? Words("diubah peserta sendiri", "changed by the member") : Words("diubah", "changed")
    return Words(
      "\(what.indonesian) \(who.indonesian) \(at.day.spelled(in: .indonesian))",
      "\(what.english) \(who.english) on \(at.day.spelled(in: .english))")
  }
}

extension ClaimEvent.Kind {
  var words: Words {
    switch self {
    case .submitted: Words("Diajukan", "Submitted")
    case .verified: Words("Berkas diperiksa", "Papers verified")
    case .refused: Words("Ditolak", "Refused")
    case .approved: Words("Disetujui", "Approved")
    case .sentToBank: Words("Dikirim ke bank", "Sent to the bank")
    case .paid: Words("Dibayar", "Paid")
    case .returned: Words("Dikembalikan bank", "Returned by the bank")
    case .accountMended: Words("Rekening diperbaiki", "Account mended")
    case .withdrawn: Words("Dibatalkan peserta", "Withdrawn by the member")
    }
  }
}
