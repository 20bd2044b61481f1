import Office
import Programs
import Vocabulary

extension MemberPages {
  /// Somebody the office knows joins as self-employed: beside a job, or anew after stopping.
  func joining(_ ask: Ask) async throws -> Wizard {
    let me = try await me(ask, for: "joining as self-employed")
    if let open = me.selfEmployed {
      throw Refusal.conflict(
        "already-self-employed",
        Words(
          "Anda sudah terdaftar sebagai peserta mandiri dengan KPJ \(open.kpj).",
          "You are registered as self-employed already under KPJ \(open.kpj)."))
    }
    var wizard = Wizard(
      Words("Daftar peserta mandiri (BPU)", "Join as self-employed (BPU)"), home: Self.home, steps: Asked.work,
      declaration: Words(
        "Perlindungan berlaku setelah iuran pertama dibayar.", "You are covered once the first contribution is paid."),
      submit: Words("Daftar sekarang", "Join now")
    ) { answers, key, _ in
      try await Wizard.Outcome.of {
        let form = SelfEmployedForm(
          person: PersonForm(me.member.person), occupation: answers.text("occupation"), income: answers.text("income"),
          withJHT: answers.isYes("jht"), transport: answers.isYes("transport"))
        _ = try await desk.office.members.register(form, by: me.actor, key: key.actKey())
        return .see("/anggota/mulai")
      }
    }
    wizard.preview = { answers, ask in try Cost.preview(answers, on: ask.now.day, law: desk.office.law) }
    return wizard
  }
}
