import Fixtures
import Office
import Store
import Testing
import Vocabulary

@Suite("Accounts: passwords, codes, and the end of one")
struct AccountTests {
  private func office(_ engine: Engine) async throws -> (scene: Scene, putri: UserID) {
    let scene = try Scene.open(engine)
    let putri = try await scene.office.access.register(
      NewUser(login: "putri", name: "Putri", password: "rahasia-putri", roles: [.membershipOfficer]),
      by: Staff.administrator, key: try scene.key("putri"))
    return (scene, putri)
  }

  @Test("A changed password ends every session, and the old one opens nothing", arguments: ScratchDatabase.engines)
  func change(_ engine: Engine) async throws {
    let (scene, id) = try await office(engine)
    let access = scene.office.access
    let token = try await access.signIn(login: "putri", password: "rahasia-putri")
    let putri = try #require(try await access.user(id))
    let wrong = try await refusal {
      try await access.changePassword(from: "salah", to: "rahasia-baru", by: putri, key: try scene.key("wrong"))
    }
    #expect(wrong?.places == ["old"] && wrong?.isPlain == true)
    let short = try await refusal {
      try await access.changePassword(from: "rahasia-putri", to: "x", by: putri, key: try scene.key("short"))
    }
    #expect(short?.places == ["password"])
    try await access.changePassword(from: "rahasia-putri", to: "rahasia-baru", by: putri, key: try scene.key("change"))
    #expect(try await access.actor(of: token) == nil)
    let old = try await refusal { try await access.signIn(login: "putri", password: "rahasia-putri") }
    #expect(old == .signInFailed)
    let new = try await access.signIn(login: "putri", password: "rahasia-baru")
    #expect(try await access.actor(of: new) != nil)
  }

  @Test("A code opens once, within three days, and is kept nowhere", arguments: ScratchDatabase.engines)
  func code(_ engine: Engine) async throws {
    let (scene, id) = try await office(engine)
    let access = scene.office.access
    let token = try await access.signIn(login: "putri", password: "rahasia-putri")
    let key = try scene.key("code")
    let given = try await access.giveCode(toUser: id, by: Staff.administrator, why: "lupa kata sandi", key: key)
    #expect(given.login == "putri")
    #expect(try await access.actor(of: token) == nil, "sessions end when the code is given")
    let again = try await access.giveCode(toUser: id, by: Staff.administrator, why: "lupa kata sandi", key: key)
    #expect(again == given)
    let book = try scene.dump().values.joined().joined()
    #expect(!book.contains(given.code))
    let wrong = try await refusal {
      try await access.usePasswordCode(
        login: "putri", code: "AAAA-BBBB-CCCC", password: "rahasia-baru", key: try scene.key("use-wrong"))
    }
    #expect(wrong?.places == ["code"] && wrong?.isPlain == true)
    try await access.usePasswordCode(
      login: "Putri", code: given.code.lowercased(), password: "rahasia-baru", key: try scene.key("use"))
    #expect(try await access.actor(of: access.signIn(login: "putri", password: "rahasia-baru")) != nil)
    let twice = try await refusal {
      try await access.usePasswordCode(
        login: "putri", code: given.code, password: "rahasia-lagi", key: try scene.key("twice"))
    }
    #expect(twice == wrong)
    let late = try await access.giveCode(
      toUser: id, by: Staff.administrator, why: "lupa lagi", key: try scene.key("late"))
    try scene.move(to: "2026-01-09")
    let over = try await refusal {
      try await access.usePasswordCode(
        login: "putri", code: late.code, password: "rahasia-lagi", key: try scene.key("over"))
    }
    #expect(over == wrong)
    let desk = try await refusal {
      try await access.giveCode(toUser: id, by: Staff.desk, why: "lupa kata sandi", key: try scene.key("desk"))
    }
    #expect(desk == .notAllowed(.manageUsers))
  }

  @Test("Who is shut out is out at once, and stays out", arguments: ScratchDatabase.engines)
  func close(_ engine: Engine) async throws {
    let (scene, id) = try await office(engine)
    let access = scene.office.access
    let token = try await access.signIn(login: "putri", password: "rahasia-putri")
    let putri = try #require(try await access.user(id))
    let herself = try await refusal {
      try await access.close(
        id, by: Actor.given(id: putri.id, name: "Putri", roles: [.administrator]), why: "pindah kantor",
        key: try scene.key("self"))
    }
    #expect(herself == .samePerson(as: "Putri"))
    try await access.close(id, by: Staff.administrator, why: "pindah kantor", key: try scene.key("close"))
    #expect(try await access.actor(of: token) == nil)
    let shut = try await refusal { try await access.signIn(login: "putri", password: "rahasia-putri") }
    #expect(shut == .signInFailed)
    #expect(try await access.user(id) == nil)
    let staff = try await access.staff(by: Staff.administrator)
    #expect(staff.filter(\.isClosed).map(\.login) == ["putri"])
  }

  @Test("A worker whom an employer reported makes her account with the desk's code", arguments: ScratchDatabase.engines)
  func activate(_ engine: Engine) async throws {
    let scene = try Scene.open(engine)
    let access = scene.office.access
    let budi = try #require(try await scene.employ([People.budi], since: "2026-01-02").workers.first)
    let given = try await access.giveCode(
      toMember: budi.memberID, by: Staff.desk, why: "KTP dilihat", key: try scene.key("code"))
    #expect(given.login == nil)
    let right = ActivationForm(
      kpj: budi.kpj.digits, nik: People.budi.nik, bornOn: People.budi.bornOn, code: given.code, login: "budi",
      password: "rahasia-budi")
    var flawed: [ActivationForm] = []
    for change in 0..<4 {
      var form = right
      switch change {
      case 0: form.kpj = "26000000000"
      case 1: form.nik = People.sri.nik
      case 2: form.bornOn = "1991-01-01"
      default: form.code = "AAAA-BBBB-CCCC"
      }
      flawed.append(form)
    }
    var told: Set<OfficeError> = []
    for (number, form) in flawed.enumerated() {
      let key = try scene.key("flawed-\(number)")
      if let error = try await refusal({ try await access.activate(form, key: key) }) { told.insert(error) }
    }
    #expect(told.count == 1 && told.first?.places == ["code"])
    try await access.activate(right, key: try scene.key("right"))
    let her = try #require(try await access.actor(of: access.signIn(login: "budi", password: "rahasia-budi")))
    #expect(her.memberID == budi.memberID && her.roles == [.member])
    var other = right
    other.login = "budi2"
    let second = other
    let twice = try await refusal { try await access.activate(second, key: try scene.key("twice")) }
    #expect(twice == told.first)
    let reset = try await access.giveCode(
      toMember: budi.memberID, by: Staff.desk, why: "lupa kata sandi", key: try scene.key("reset"))
    #expect(reset.login == "budi")
  }

  @Test("Tries sent all at once are counted like tries sent in turn", arguments: ScratchDatabase.engines)
  func atOnce(_ engine: Engine) async throws {
    let (scene, _) = try await office(engine)
    let access = scene.office.access
    let looked = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<30 {
        group.addTask {
          do {
            _ = try await access.signIn(login: "putri", password: "salah-semua", from: "192.0.2.1")
            return true
          } catch {
            return error as? OfficeError == .signInFailed
          }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect((1...10).contains(looked), "\(looked) were looked at")
    let elsewhere = try await access.signIn(login: "putri", password: "rahasia-putri", from: "192.0.2.2")
    #expect(try await access.actor(of: elsewhere) != nil, "a stranger does not shut her out")
  }

  @Test("One password tried on every name is stopped by the address; old rows are purged")
  func byAddress() async throws {
    let (scene, _) = try await office(.sqlite)
    let access = scene.office.access
    for number in 0..<100 {
      _ = try await refusal {
        try await access.signIn(login: "nama\(number)", password: "salah-semua", from: "2001:db8::\(number)")
      }
    }
    let shut = try await refusal {
      try await access.signIn(login: "putri", password: "rahasia-putri", from: "2001:db8::ffff")
    }
    #expect(shut == .tooManyTries(minutes: 15))
    let before = try scene.count("login_failure")
    let long = String(repeating: "a", count: 100_000)
    let refused = try await refusal { try await access.signIn(login: long, password: "x", from: "192.0.2.9") }
    #expect(refused == .signInFailed)
    #expect(try scene.count("login_failure") == before, "what nobody can be called leaves no row")
    _ = try await access.signIn(login: "putri", password: "rahasia-putri", from: "192.0.2.3")
    try scene.move(to: "2026-01-07")
    try await access.purge()
    #expect(try scene.count("login_failure") == 0)
    #expect(try scene.count("session") == 0)
  }

  @Test("The administrator makes staff, and nobody makes a system or a member's account by hand")
  func roles() async throws {
    let scene = try Scene.open(.sqlite)
    let sri = try await scene.registerSri()
    let users = [
      NewUser(login: "satu", name: "Satu", password: "panjang-sekali", roles: [.system]),
      NewUser(login: "dua", name: "Dua", password: "panjang-sekali", roles: [.customerService], memberID: sri.memberID),
      NewUser(login: "tiga", name: "Tiga", password: "panjang-sekali", roles: [.member], memberID: sri.memberID),
    ]
    for user in users {
      let error = try await refusal {
        try await scene.office.access.register(user, by: Staff.administrator, key: try scene.freshKey())
      }
      #expect(error?.places.first == "role", "\(user.login)")
    }
    let system = try await refusal {
      try await scene.office.access.register(users[0], by: .system("cli"), key: try scene.freshKey())
    }
    #expect(system?.places == ["role"])
    #expect(try scene.count("login") == 0)
  }
}
