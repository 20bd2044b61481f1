import HTTPTypes
import Office
import Vocabulary

/// How people come by a password, and by a new one.
struct AccountPages {
  let desk: WebDesk
  let session: SessionCookie

  private var access: AccessDesk { desk.office.access }

  var routes: [Route] {
    [
      .get("/akun/kata-sandi", "Change your password", for: .signedIn) { .page(Self.change.page($0)) },
      .post("/akun/kata-sandi", "Change your password: send", for: .signedIn, limit: 10_000) { ask in
        try await Self.change.answer(ask) { try await change($0, ask) }
      },
      .get("/masuk/kode", "Choose a password with a code", for: .anyone) { .page(Self.code.page($0)) },
      .post("/masuk/kode", "Choose a password with a code: send", for: .anyone, limit: 10_000) { ask in
        try await Self.code.answer(ask) { try await useCode($0, ask) }
      },
      .get("/aktivasi", "Make a member's account", for: .anyone) { .page(Self.activation.page($0)) },
      .post("/aktivasi", "Make a member's account: send", for: .anyone, limit: 10_000) { ask in
        try await Self.activation.answer(ask) { try await activate($0, ask) }
      },
    ]
  }

  private static let newPassword = Field(
    "password", .password, Words("Kata sandi baru", "New password"),
    hint: Words("Paling sedikit 8 huruf atau angka.", "At least 8 characters."))
  private static let codeField = Field(
    "code", .text, Words("Kode dari petugas", "Code from the officer"), example: "ABCD-EFGH-JKMN")
  private static let login = Field(
    "login", .text, Words("Nama pengguna", "User name"), autocomplete: "username")

  static let change = AccountForm(
    Words("Ganti kata sandi", "Change your password"), "/akun/kata-sandi",
    lead: Words("Di perangkat lain Anda perlu masuk lagi.", "Elsewhere you will have to sign in again."),
    fields: [
      Field(
        "old", .password, Words("Kata sandi lama", "Old password"), autocomplete: "current-password"), newPassword,
    ])

  static let code = AccountForm(
    Words("Kata sandi baru", "A new password"), "/masuk/kode",
    lead: Words("Pakai kode yang Anda terima dari petugas.", "Use the code that the officer gave you."),
    fields: [login, codeField, newPassword])

  static let activation = AccountForm(
    Words("Buat akun peserta", "Make your member's account"), "/aktivasi",
    lead: Words(
      "Untuk yang sudah jadi peserta. Minta kode di kantor dengan membawa KTP.",
      "For members. Ask for a code at the branch, with your identity card."),
    fields: [
      Field("kpj", .number(digits: 11...11), Words("Nomor KPJ", "Membership number (KPJ)")),
      Field("nik", .nik, Words("NIK", "NIK"), example: "9971 0141 0785 0001"),
      Field("bornOn", .date, Words("Tanggal lahir", "Birth date"), example: "1 7 1985"), codeField,
      Field(
        "login", .text, Words("Nama pengguna", "User name"),
        hint: Words("Nomor HP boleh.", "Your phone number will do."),
        autocomplete: "username"), newPassword,
    ])

  private func change(_ sent: AccountForm.Sent, _ ask: Ask) async throws -> Reply {
    let actor = try ask.actor()
    let (old, new) = (sent.answers.text("old"), sent.answers.text("password"))
    try await access.changePassword(from: old, to: new, by: actor, from: ask.address ?? "", key: sent.key)
    return Reply.see("/masuk").adding(session.removed)
  }

  private func useCode(_ sent: AccountForm.Sent, _ ask: Ask) async throws -> Reply {
    try await access.usePasswordCode(
      login: LoginName.plain(sent.answers.text("login")), code: sent.answers.text("code"),
      password: sent.answers.text("password"), from: ask.address ?? "", key: sent.key)
    return try await enter(sent, ask)
  }

  private func activate(_ sent: AccountForm.Sent, _ ask: Ask) async throws -> Reply {
    let answers = sent.answers
    let form = ActivationForm(
      kpj: answers.text("kpj"), nik: answers.text("nik"), bornOn: answers.text("bornOn"), code: answers.text("code"),
      login: LoginName.plain(answers.text("login")), password: answers.text("password"))
    try await access.activate(form, from: ask.address ?? "", key: sent.key)
    return try await enter(sent, ask)
  }

  private func enter(_ sent: AccountForm.Sent, _ ask: Ask) async throws -> Reply {
    let token = try await access.signIn(
      login: LoginName.plain(sent.answers.text("login")), password: sent.answers.text("password"),
      from: ask.address ?? "")
    guard let actor = try await access.actor(of: token) else { throw OfficeError.signInFailed }
    return Reply.see(Door.home(of: Identity(actor).role)).adding(session.holding(token.text))
  }
}

/// A page with some fields and one button.
struct AccountForm: Sendable {
  struct Sent {
    let answers: Answers
    let key: ActKey
  }

  let title: Words
  let address: String
  let lead: Words
  let fields: [Field]

  init(_ title: Words, _ address: String, lead: Words, fields: [Field]) {
    (self.title, self.address, self.lead, self.fields) = (title, address, lead, fields)
  }

  func page(_ ask: Ask, _ answers: Answers = Answers(), faults: [Fault] = []) -> Page {
    let here = Set(fields.map(\.name))
    var page = Page(
      "public/account",
      [
        "title": .words(title), "lead": .words(lead), "address": .text(address), "key": .text(ask.newKey()),
        "faults": Part.faultsOrNothing(faults.map { here.contains($0.place) ? $0 : Fault("", $0.words) }),
        "fields": .each(fields) { field in
          field.model(
            answers.text(field.name), fault: faults.first { $0.place == field.name }?.words, alone: false,
            answers: answers
          ).merging(["lead": nil])
        },
      ], title: title)
    page.hasFaults = !faults.isEmpty
    return page
  }

  /// Reads the fields, runs the act, and tells on the same page what is wrong.
  func answer(_ ask: Ask, _ act: (Sent) async throws -> Reply) async throws -> Reply {
    let form = try await ask.form()
    var answers = Answers()
    var faults: [Fault] = []
    for field in fields {
      let typed = field.typed(in: form) ?? ""
      answers[field.name] = typed
      switch field.read(typed) {
      case .success(let value): answers[field.name] = value
      case .failure(let flawed): faults.append(Fault(field.name, flawed.words))
      }
    }
    guard faults.isEmpty else { return again(ask, answers, faults, .unprocessableContent) }
    do {
      return try await act(Sent(answers: answers, key: try form.actKey()))
    } catch let error as OfficeError {
      switch error {
      case .faults(let faults): return again(ask, answers, faults, .unprocessableContent)
      case .tooManyTries: return again(ask, answers, [Fault("", error.words)], .tooManyRequests)
      default: throw error
      }
    }
  }

  private func again(_ ask: Ask, _ answers: Answers, _ faults: [Fault], _ status: HTTPResponse.Status) -> Reply {
    var page = page(ask, answers, faults: faults)
    page.languageLink = false
    return .page(page, status: status)
  }
}
