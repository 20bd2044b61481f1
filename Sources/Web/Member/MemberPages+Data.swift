import Office
import Vocabulary

extension MemberPages {
  func data(_ ask: Ask) async throws -> Reply {
    let me = try await me(ask, for: "her own data")
    let person = me.member.person
    let rows = [
      Part.fact(Words("NIK", "NIK"), .text(Shown.spaced(person.nik.digits))),
      Part.fact(Words("Nama", "Name"), .text(person.name)),
      Part.fact(Words("Tempat lahir", "Place of birth"), filled(person.birthPlace)),
      Part.fact(Words("Tanggal lahir", "Birth date"), .day(person.bornOn)),
      Part.fact(Words("Nama ibu kandung", "Mother's name"), filled(person.motherName)),
      Part.fact(
        Words("Alamat", "Address"),
        filled([person.address, person.village].filter { !$0.isEmpty }.joined(separator: ", "))),
      Part.fact(Words("Nomor HP", "Phone number"), filled(person.phone)),
      Part.fact(Words("E-mail", "E-mail"), filled(person.email)),
      Part.fact(Words("NPWP", "Tax number (NPWP)"), filled(person.npwp)),
      Part.fact(Words("Rekening", "Bank account"), .text(Shown.account(person.bank))),
    ]
    let model: Model = [
      "rows": .list(rows), "renewed": me.member.renewedAt.map(Model.moment) ?? .nothing,
      "memberships": .each(me.member.memberships, membership), "selfEmployed": .flag(me.selfEmployed != nil),
    ]
    return .page(
      Page("member/data", model, title: Words("Data saya", "My data"), back: Self.home, section: "/anggota/data"))
  }

  private func membership(_ membership: Membership) -> Model {
    var ended = Model.nothing
    if case .ended(let day, let reason) = membership.status {
      ended = .words(
        Words(
          "\(reason.words.indonesian), \(day.spelled(in: .indonesian))",
          "\(reason.words.english), \(day.spelled(in: .english))"))
    }
    return [
      "kpj": .text(Shown.spaced(membership.kpj.digits)), "segment": .words(membership.segment.words),
      "programmes": .text(membership.programmes.description), "joined": .day(membership.joinedOn),
      "wage": .money(membership.wage),
      "card": membership.status.isEnded ? .nothing : .text("/anggota/kartu/\(membership.kpj)"),
      "status": Shown.tag(membership.status), "ended": ended,
    ]
  }

  private func filled(_ text: String) -> Model { text.isEmpty ? .words("Belum diisi", "Not filled in") : .text(text) }

  /// Renewing data (pengkinian data): everything known stands there already, to be looked over and changed.
  func renewal(_ ask: Ask) async throws -> Wizard {
    let me = try await me(ask, for: "renewing her data")
    let before = me.member.person
    var wizard = Wizard(
      Words("Pengkinian data", "Renew my data"), home: Self.home,
      steps: [Asked.name, Asked.birth, Asked.mother] + Asked.contact + [Asked.bank(required: false), Asked.tax],
      declaration: Words(
        "Dengan mengirim, Anda menyatakan data ini benar.", "By sending you declare that this is true."),
      submit: Words("Simpan data", "Save my data")
    ) { answers, key, _ in
      try await Wizard.Outcome.of(["bankHolder": "bankAccount"]) {
        var form = PersonForm(asked: answers)
        form.nik = before.nik.digits
        form.sex = before.sex.rawValue
        _ = try await desk.office.members.renew(me.member.id, as: form, by: me.actor, key: key.actKey())
        return .done(
          Wizard.Confirmation(
            Words("Data Anda sudah diperbarui", "Your data are renewed"), reference: nil,
            next: [Words("Data baru berlaku sekarang juga.", "The new data count from now on.")],
            links: [Page.Link("Data saya", "My data", "/anggota/data"), Self.home]))
      }
    }
    wizard.prefill = { _ in Answers(known: before) }
    return wizard
  }
}

extension Asked {
  static let tax = Step(
    Field(
      "npwp", .number(digits: 15...16), Words("Apa NPWP Anda?", "What is your tax number (NPWP)?"), required: false),
    hint: Words("Kosongkan kalau tidak punya.", "Leave empty if you have none."))
}

extension Answers {
  /// What is known of a person. What must be filled in and is not known stays out, so that it is asked for.
  fileprivate init(known person: Person) {
    self.init([
      "name": person.name, "bornOn": person.bornOn.description, "birthPlace": person.birthPlace, "email": person.email,
      "bankCode": person.bank.code, "bankAccount": person.bank.number, "npwp": person.npwp,
    ])
    for (field, value) in [
      ("motherName", person.motherName), ("address", person.address), ("village", person.village),
      ("phone", person.phone),
    ] where !value.isEmpty { self[field] = value }
  }
}
