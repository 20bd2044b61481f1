import Fixtures
import Office
import Store
import Testing
import Vocabulary

@Suite("Signing in")
struct AccessTests {
  private func office(_ engine: Engine) async throws -> Scene {
    let scene = try Scene.open(engine)
    _ = try await scene.office.access.register(
      NewUser(
        login: " Putri ", name: "Putri", password: "rahasia-putri", roles: [.membershipOfficer, .membershipOfficer]),
      by: Staff.administrator, key: try scene.key("putri"))
    return scene
  }

  @Test("Who signs in is known until the session ends", arguments: ScratchDatabase.engines)
  func session(_ engine: Engine) async throws {
    let scene = try await office(engine)
    let token = try await scene.office.access.signIn(login: "PUTRI ", password: "rahasia-putri")
    let putri = try #require(try await scene.office.access.actor(of: token))
    #expect(putri.name == "Putri" && putri.roles == [.membershipOfficer] && putri.memberID == nil)
    #expect(try await scene.office.access.actor(of: SessionToken(token.text + "0")) == nil)
    #expect(try scene.dump().values.joined().contains { $0.contains(token.text) } == false)
    try scene.move(to: "2026-01-07")
    #expect(try await scene.office.access.actor(of: token) == nil)
    let other = try await scene.office.access.signIn(login: "putri", password: "rahasia-putri", kind: .program)
    try scene.move(to: "2026-02-05")
    #expect(try await scene.office.access.actor(of: other) != nil)
    try await scene.office.access.signOut(other)
    #expect(try await scene.office.access.actor(of: other) == nil)
  }

  @Test(
    "A wrong password and an unknown name are told alike, and ten wrong ones shut the door",
    arguments: ScratchDatabase.engines)
  func wrong(_ engine: Engine) async throws {
    let scene = try await office(engine)
    for (login, password) in [("putri", "salah"), ("siapa", "rahasia-putri"), ("", ""), ("putri", ""), ("'; --", "x")] {
      let error = try await refusal { try await scene.office.access.signIn(login: login, password: password) }
      #expect(error == .signInFailed && error?.isPlain == true, "\(login)")
    }
    for _ in 0..<8 { _ = try await refusal { try await scene.office.access.signIn(login: "Putri", password: "salah") } }
    let shut = try await refusal { try await scene.office.access.signIn(login: "putri", password: "rahasia-putri") }
    #expect(shut == .tooManyTries(minutes: 15) && shut?.isPlain == true)
    try scene.move(to: "2026-01-06")
    #expect(
      try await scene.office.access.actor(of: scene.office.access.signIn(login: "putri", password: "rahasia-putri"))
        != nil)
  }

  @Test("A member who registers with a user name signs in as herself", arguments: ScratchDatabase.engines)
  func herself(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let sri = try await scene.office.members.register(
      People.sellsVegetables(login: "sri", password: "sayur-segar"), by: .visitor, key: try scene.key("a"))
    let her = try #require(
      try await scene.office.access.actor(of: scene.office.access.signIn(login: "sri", password: "sayur-segar")))
    #expect(her.memberID == sri.memberID && her.roles == [.member] && her.name == "Sri Wahyuni")
    var form = People.ptMaju
    (form.login, form.password) = ("maju", "bengkel-besar")
    let maju = try await scene.office.employers.register(form, by: .visitor, key: try scene.key("b"))
    let officer = try #require(
      try await scene.office.access.actor(of: scene.office.access.signIn(login: "maju", password: "bengkel-besar")))
    #expect(officer.employerID == maju.id && officer.roles == [.employer])
    let same = form
    #expect(try await scene.office.employers.register(same, by: .visitor, key: try scene.key("b")) == maju)
    // With another password it is another request: nobody shall believe in a password that was never set.
    form.password = "lain-sekali"
    let typed = form
    let other = try await refusal {
      try await scene.office.employers.register(typed, by: .visitor, key: try scene.key("b"))
    }
    #expect(other?.code == "key-reused")
    let book = try scene.dump().values.joined().joined()
    for password in ["sayur-segar", "bengkel-besar"] { #expect(!book.contains(password)) }
  }

  static let users: [(NewUser, [String])] = [
    (NewUser(login: "ab", name: "A", password: "panjang-sekali", roles: []), ["login"]),
    (NewUser(login: String(repeating: "a", count: 61), name: "A", password: "panjang-sekali", roles: []), ["login"]),
    (NewUser(login: "a b c", name: "A", password: "panjang-sekali", roles: []), ["login"]),
    (NewUser(login: "sri\u{301}", name: "A", password: "panjang-sekali", roles: []), ["login"]),
    (NewUser(login: "benar", name: "A", password: "1234567", roles: []), ["password"]),
    (NewUser(login: "delapan8", name: "A", password: "DELAPAN8", roles: []), ["password"]),
    (NewUser(login: "benar", name: "A", password: String(repeating: "x", count: 201), roles: []), ["password"]),
    (NewUser(login: "", name: "A", password: "", roles: []), ["login", "password"]),
  ]

  @Test("Every mistake about a user is told at once")
  func mistakes() async throws {
    let scene = try Scene.open(.sqlite)
    for (user, places) in Self.users {
      let error = try await refusal {
        try await scene.office.access.register(user, by: Staff.administrator, key: try scene.freshKey())
      }
      #expect(error?.places == places && error?.isPlain == true, "\(user.login)")
    }
    #expect(try scene.count("login") == 0)
  }

  @Test("A key is 1 to 100 letters, digits, dots, dashes, underscores or slashes")
  func keys() {
    for text in ["a", "A-1_b.c/d", String(repeating: "k", count: 100)] { #expect((try? ActKey(text)) != nil) }
    for text in ["", " ", "a b", "ä", "a\n", "a'b", String(repeating: "k", count: 101)] {
      #expect(throws: OfficeError.badKey) { try ActKey(text) }
    }
    #expect(
      OfficeError.badKey.isPlain && OfficeError.keyReused("k").isPlain && OfficeError.notAllowed(.readBooks).isPlain)
  }

  @Test("No role may both make and release, or preview and approve; the auditor changes nothing")
  func separation() throws {
    let pairs: [(Permission, Permission)] = [
      (.makePayouts, .releasePayouts), (.previewReturns, .approveReturns), (.verifyClaims, .releasePayouts),
      (.manageUsers, .approveClaims),
    ]
    for (role, permissions) in Role.table {
      for (a, b) in pairs { #expect(!(permissions.contains(a) && permissions.contains(b)), "\(role)") }
    }
    let auditor = try #require(Role.table[.auditor])
    #expect(auditor.allSatisfy { $0.rawValue.hasPrefix("read") })
    #expect(Set(Role.table.keys) == Set(Role.allCases))
    #expect(Role.table[.member] == [] && Role.table[.employer] == [])
  }
}
