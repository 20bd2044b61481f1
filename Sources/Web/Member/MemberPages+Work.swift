import Law
import Office
import Programs
import Vocabulary

extension MemberPages {
  /// Her open membership as self-employed, or a refusal that says why there is nothing to change.
  private func selfEmployed(_ me: Caller) throws -> Membership {
    guard let membership = me.selfEmployed else {
      throw Refusal.conflict(
        "not-self-employed",
        Words(
          "Anda tidak punya kepesertaan mandiri (BPU) yang berjalan. Perubahan upah dilaporkan oleh perusahaan Anda.",
          "You have no running membership as self-employed. Your employer reports changes of wage."))
    }
    return membership
  }

  /// Another income, from a month that is not billed yet.
  func incomeChange(_ ask: Ask) async throws -> Wizard {
    let me = try await me(ask, for: "changing her income")
    let membership = try selfEmployed(me)
    let first = try await firstOpenMonth(me, today: ask.now.day)
    let choices = (0..<3).map { offset in
      let month = first.adding(offset)
      return Field.Choice(month.description, Words(month.spelled(in: .indonesian), month.spelled(in: .english)))
    }
    var wizard = Wizard(
      Words("Ubah penghasilan", "Change my income"), home: Self.home,
      steps: [
        Asked.income(Words("Berapa penghasilan Anda sekarang?", "What do you earn now?")),
        Step(
          Field("from", .choice(choices), Words("Mulai bulan apa?", "From which month?")),
          hint: Words("Bulan yang sudah ditagih tidak berubah.", "Months that are billed stay as they are.")),
      ], submit: Words("Ubah penghasilan", "Change my income")
    ) { answers, key, _ in
      try await Wizard.Outcome.of(["wage": "income"]) {
        guard let income = answers.rupiah("income"), let from = answers["from"].flatMap({ Month($0) }) else {
          return .faults([Fault("income", "Tulis penghasilan sebulan.", "Write a month's income.")])
        }
        _ = try await desk.office.members.changeIncome(
          membership.kpj, to: income, from: from, by: me.actor, key: key.actKey())
        return .done(
          Wizard.Confirmation(
            Words("Penghasilan Anda sudah diubah", "Your income is changed"), reference: nil,
            next: [
              Words(
                "Iuran baru berlaku mulai \(from.spelled(in: .indonesian)).",
                "The new contribution counts from \(from.spelled(in: .english)).")
            ], links: [Self.home]))
      }
    }
    wizard.preview = { answers, ask in
      guard let income = answers.rupiah("income") else { return .nothing }
      return try Cost.preview(
        income, programmes: membership.programmes, relief: Relief(rawValue: membership.relief) ?? .none,
        on: ask.now.day, law: desk.office.law)
    }
    return wizard
  }

  private func firstOpenMonth(_ me: Caller, today: Day) async throws -> Month {
    guard let paying = try paying(me) else { return today.month }
    let last = try await office.contributions.bills(of: paying.payer, limit: 1, by: me.actor).first
    return max(today.month, last?.month.next ?? today.month)
  }

  /// Her business has stopped: the membership ends, and the wait for the savings begins.
  func stopping(_ ask: Ask) async throws -> Wizard {
    let me = try await me(ask, for: "stopping her business")
    let membership = try selfEmployed(me)
    var wizard = Wizard(
      Words("Berhenti usaha", "Stop my business"), home: Self.home,
      steps: [
        Step(
          Field("endedOn", .date, Words("Kapan terakhir Anda bekerja?", "When was your last day of work?")),
          hint: Words("Hari ini atau sebelumnya.", "Today or earlier."),
          check: { answers, ask in
            guard let day = answers.day("endedOn"), day > ask.now.day else { return [] }
            return [Fault("endedOn", "Hari ini belum lewat.", "This day is still to come.")]
          })
      ],
      declaration: Words(
        "Perlindungan Anda berakhir pada hari itu. Kepesertaan tidak bisa dibuka lagi, tetapi Anda boleh mendaftar baru.",
        "Your cover ends on that day. The membership cannot be reopened, but you may join anew."),
      submit: Words("Ya, saya berhenti", "Yes, I have stopped")
    ) { answers, key, _ in
      try await Wizard.Outcome.of {
        guard let day = answers.day("endedOn") else {
          return .faults([Fault("endedOn", "Isi tanggalnya.", "Give the day.")])
        }
        _ = try await desk.office.members.stopBusiness(membership.kpj, on: day, by: me.actor, key: key.actKey())
        return .done(
          Wizard.Confirmation(
            Words("Kepesertaan Anda sudah berakhir", "Your membership has ended"),
            referenceLabel: Words("KPJ", "KPJ"), reference: Shown.spaced(membership.kpj.digits),
            next: try next(after: day, membership),
            links: [Page.Link("Ajukan klaim JHT", "Claim JHT", "/anggota/klaim/jht"), Self.home]))
      }
    }
    wizard.prefill = { ask in Answers(["endedOn": ask.now.day.description]) }
    return wizard
  }

  private func next(after day: Day, _ membership: Membership) throws -> [Words] {
    let stopped = Words("Anda tidak ditagih lagi.", "You are not billed any more.")
    guard membership.programmes.contains(.jht), let key = JHTGround.stoppedBusiness.waiting,
      let wait = try office.law.findInForce(key, on: day)
    else { return [stopped] }
    let from = wait.value.over(from: day)
    return [
      stopped,
      Words(
        "Saldo JHT bisa diklaim mulai \(from.spelled(in: .indonesian)).",
        "The JHT savings can be claimed from \(from.spelled(in: .english))."),
    ]
  }
}
