import Office
import Vocabulary

extension OfficerPages {
  /// Codes for new passwords and accounts, and the end of a user.
  var codeRoutes: [Route] {
    [
      post("/peserta/{member}/kode", "Give a member a code to sign in", .changeMembers) { ask in
        let form = try await ask.form()
        let given = try await office.access.giveCode(
          toMember: try ask.member(), by: try ask.actor(), why: form.line("reason"), key: try form.actKey())
        return .page(Self.page(given))
      },
      post("/pengguna/{user}/kode", "Give a user a code for a new password", .manageUsers) { ask in
        let form = try await ask.form()
        let given = try await office.access.giveCode(
          toUser: try ask.identifier("user"), by: try ask.actor(), why: form.line("reason"), key: try form.actKey())
        return .page(Self.page(given))
      },
      post("/pengguna/{user}/penutupan", "Shut a user out", .manageUsers) { ask in
        let form = try await ask.form()
        try await office.access.close(
          try ask.identifier("user"), by: try ask.actor(), why: form.line("reason"), key: try form.actKey())
        return .see("/petugas/pengguna?hasil=ditutup")
      },
    ]
  }

  private static func page(_ given: GivenCode) -> Page {
    var page = Page(
      "officer/code",
      [
        "code": .text(given.code), "login": .optional(given.login), "until": .moment(given.expires),
        "where": .text(given.login == nil ? "/aktivasi" : "/masuk/kode"),
      ], title: Words("Kode sekali pakai", "One-time code"), trail: [home])
    page.languageLink = false
    return page
  }
}
