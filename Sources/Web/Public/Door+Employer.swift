import Office
import Programs
import Vocabulary

extension Door {
  /// Registration of an employer (Formulir 1). It ends signed in, with the number and what comes next.
  var employerWizard: Wizard {
    Wizard(
      Words("Daftarkan perusahaan", "Register an employer"), home: Page.Link("Halaman depan", "Front page", "/"),
      steps: Self.employerSteps + [Asked.login],
      declaration: Words(
        "Dengan mengirim, Anda menyatakan berwenang mendaftarkan perusahaan ini.",
        "By sending you declare that you may register this company."),
      submit: Words("Daftarkan perusahaan", "Register the company")
    ) { answers, key, _ in
      try await Wizard.Outcome.of {
        _ = try await desk.office.employers.register(EmployerForm(answers), by: .visitor, key: key.actKey())
        return .reply(try await enter(answers, "/perusahaan/mulai"))
      }
    }
  }

  private static let employerSteps: [Step] = [
    Step(
      "company", Words("Apa nama perusahaan Anda?", "What is your company called?"),
      fields: [
        Field(
          "name", .text, Words("Nama perusahaan", "Company name"), example: "PT Maju Bersama",
          autocomplete: "organization"),
        Field("business", .text, Words("Bidang usaha", "Line of business"), example: "bengkel dan suku cadang"),
      ]),
    Step(
      Field("scale", .choice(scales), Words("Seberapa besar usahanya?", "How large is the business?")),
      hint: Words("Program wajib tergantung skala usaha.", "The size decides which programmes are due.")),
    Step(
      Field("riskClass", .choice(risks), Words("Seberapa berisiko pekerjaannya?", "How risky is the work?")),
      hint: Words("Iuran kecelakaan kerja tergantung risiko.", "Accident contributions depend on it.")),
    Step(
      "kind", Words("Jenis usaha", "Kind of business"),
      fields: [
        Field("construction", .yesNo, Words("Apakah ini proyek jasa konstruksi?", "Is this a construction project?")),
        Field(
          "labourIntensive", .yesNo, Words("Apakah ini industri padat karya?", "Is this labour-intensive industry?"),
          hint: Words("Padat karya bisa dapat keringanan iuran.", "Labour-intensive industry may pay less.")),
      ]),
    Step(
      "place", Words("Alamat dan NPWP", "Address and tax number"),
      fields: [
        Field("address", .text, Words("Alamat", "Address"), autocomplete: "street-address"),
        Field("npwp", .number(digits: 15...16), Words("NPWP", "Tax number (NPWP)"), required: false),
      ]),
    Step(
      "contact", Words("Siapa yang kami hubungi?", "Whom may we talk to?"),
      fields: [
        Field("contactName", .text, Words("Nama", "Name"), autocomplete: "name"),
        Field("phone", .phone, Words("Nomor telepon", "Phone number"), example: "0741 000 001"),
        Field("email", .email, Words("E-mail", "E-mail"), required: false),
      ]),
  ]

  private static let scales = BusinessScale.allCases.map { scale in
    Field.Choice(scale.rawValue, scale.words)
  }

  private static let risks = RiskClass.allCases.map { Field.Choice(String($0.rawValue), $0.words.capitalized) }
}

extension EmployerForm {
  fileprivate init(_ answers: Answers) {
    self.init(
      name: answers.text("name"), npwp: answers["npwp"], address: answers["address"],
      contactName: answers.text("contactName"), phone: answers["phone"], email: answers["email"],
      business: answers.text("business"), scale: answers.text("scale"), riskClass: answers.number("riskClass") ?? 0,
      labourIntensive: answers.isYes("labourIntensive"), construction: answers.isYes("construction"),
      login: LoginName.plain(answers.text("login")), password: answers.text("password"))
  }
}
