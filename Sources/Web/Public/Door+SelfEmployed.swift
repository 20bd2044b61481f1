import Office
import Programs
import Vocabulary

extension Door {
  /// Registration of somebody who works for herself, one thing a page. It ends signed in, with the first bill.
  var selfEmployedWizard: Wizard {
    var wizard = Wizard(
      Words("Daftar peserta mandiri (BPU)", "Join as self-employed (BPU)"),
      home: Page.Link("Halaman depan", "Front page", "/"),
      steps: Asked.person + Asked.work + Asked.contact + [Asked.bank(required: false), Asked.login],
      declaration: Words(
        "Dengan mengirim, Anda menyatakan data ini benar. Perlindungan berlaku setelah iuran pertama dibayar.",
        "By sending you declare that this is true. You are covered once the first contribution is paid."),
      submit: Words("Daftar sekarang", "Join now")
    ) { answers, key, _ in
      try await Wizard.Outcome.of(["bankHolder": "bankAccount"]) {
        let form = SelfEmployedForm(answers)
        _ = try await desk.office.members.register(form, by: .visitor, key: key.actKey())
        return .reply(try await enter(answers, "/anggota/mulai"))
      }
    }
    wizard.preview = { answers, ask in try Cost.preview(answers, on: ask.now.day, law: desk.office.law) }
    return wizard
  }

  /// Signs in whoever just registered.
  func enter(_ answers: Answers, _ path: String) async throws -> Reply {
    let token = try await desk.office.access.signIn(
      login: LoginName.plain(answers.text("login")), password: answers.text("password"))
    return Reply.see(path).adding(session.holding(token.text))
  }
}

extension SelfEmployedForm {
  fileprivate init(_ answers: Answers) {
    self.init(
      person: PersonForm(asked: answers), occupation: answers.text("occupation"), income: answers.text("income"),
      withJHT: answers.isYes("jht"), transport: answers.isYes("transport"),
      login: LoginName.plain(answers.text("login")), password: answers.text("password"))
  }
}

extension PersonForm {
  /// From the questions of `Asked`.
  init(asked answers: Answers) {
    self.init(
      nik: answers.text("nik"), name: answers.text("name"), birthPlace: answers["birthPlace"],
      bornOn: answers.text("bornOn"), sex: answers["sex"], motherName: answers["motherName"],
      address: answers["address"], village: answers["village"], phone: answers["phone"], email: answers["email"],
      npwp: answers["npwp"], bankCode: answers["bankCode"], bankAccount: answers["bankAccount"])
  }
}

extension Programme {
  /// Its name for people, with the acronym that everybody uses.
  var words: Words {
    switch self {
    case .jkk: Words("Kecelakaan kerja (JKK)", "Work accidents (JKK)")
    case .jkm: Words("Kematian (JKM)", "Death (JKM)")
    case .jht: Words("Hari tua (JHT)", "Old age (JHT)")
    case .jp: Words("Pensiun (JP)", "Pension (JP)")
    case .jkp: Words("Kehilangan pekerjaan (JKP)", "Job loss (JKP)")
    }
  }
}
