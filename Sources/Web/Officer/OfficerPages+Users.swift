import Office
import Vocabulary

extension OfficerPages {
  var userRoutes: [Route] {
    [
      get("/pengguna", "Staff and their roles", .manageUsers) { .page(try await users($0)) },
      post("/pengguna", "Add a user", .manageUsers) { try await add($0) },
    ]
  }

  private static let pageSize = 100

  private func users(_ ask: Ask, faults: [Fault] = [], typed: Form = Form()) async throws -> Page {
    let after = ask.query.line("setelah")
    let found = try await office.access.staff(after: after, limit: Self.pageSize + 1, by: try ask.actor())
    let shown = found.prefix(Self.pageSize)
    let next =
      found.count > shown.count ? shown.last.map { "/petugas/pengguna?" + Form([("setelah", $0.login)]).encoded } : nil
    let added = ask.query.line("baru")
    return Page(
      "officer/users",
      [
        "faults": Part.faultsOrNothing(faults),
        "notice": added.isEmpty
          ? (ask.query["hasil"] == "ditutup"
            ? Part.notice(.good, Words("Akun sudah ditutup", "The account is closed")) : .nothing)
          : Part.notice(
            .good, Words("\(added) sudah ditambahkan", "\(added) is added"),
            Words(
              "Minta ia masuk dan segera mengganti kata sandinya.",
              "Ask them to sign in and change the password at once.")),
        "users": .each(shown) { user in
          [
            "name": .text(user.name), "login": .text(user.login), "since": .moment(user.createdAt),
            "id": .text("\(user.id)"), "closed": .flag(user.isClosed), "actKey": .text(ask.newKey()),
            "roles": .each(user.roles) { .words($0.words) },
          ]
        },
        "pages": next == nil && after.isEmpty
          ? .nothing
          : Part.pages(previous: nil, next: next, shown: Words("\(shown.count) pengguna", "\(shown.count) users")),
        "key": .text(ask.newKey()), "typed": ["name": .text(typed.line("name")), "login": .text(typed.line("login"))],
        "choices": .each(AccessDesk.staffRoles) { role in
          [
            "value": .text(role.rawValue), "words": .words(role.words),
            "chosen": .flag(typed.line("role") == role.rawValue),
          ]
        },
      ], title: Words("Pengguna kantor", "Office users"), section: "/petugas/pengguna", wide: true)
  }

  private func add(_ ask: Ask) async throws -> Reply {
    let form = try await ask.form()
    return try await filling {
      guard let role = AccessDesk.staffRoles.first(where: { $0.rawValue == form.line("role") }) else {
        throw OfficeError.faults([Fault("role", "Pilih peran dari daftar.", "Choose a role of the list.")])
      }
      guard !form.line("name").isEmpty else {
        throw OfficeError.faults([Fault("name", "Tulis nama lengkap.", "Write the full name.")])
      }
      let user = NewUser(
        login: form.line("login"), name: form.line("name"), password: form["password"] ?? "", roles: [role])
      _ = try await office.access.register(user, by: try ask.actor(), key: try form.actKey())
      return .see("/petugas/pengguna?" + Form([("baru", user.login)]).encoded)
    } again: { faults in
      try await users(ask, faults: faults, typed: form)
    }
  }
}
