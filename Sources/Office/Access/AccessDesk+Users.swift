import Store
public import Vocabulary

extension AccessDesk {
  /// Makes a user. A member or an employer's officer gets one on registering; staff get theirs from the administrator.
  ///
  /// - Throws: `faults` also where the role is not one that is given (`staffRoles`), or where anybody but the system
  ///   would tie the user to a member or an employer.
  @discardableResult
  public func register(_ user: NewUser, by actor: Actor, key: ActKey) async throws -> UserID {
    try actor.require(.manageUsers)
    let faults = user.faults + user.faults(madeBy: actor)
    guard faults.isEmpty else { throw OfficeError.faults(faults) }
    let hash = try await office.passwords.hash(user.password)
    var shown = user
    shown.password = office.keys.veiled(user.password)
    return try await office.act("access.register", by: actor, key: key, input: shown) { act in
      try act.insert(user, passwordHash: hash)
    }
  }

  public func user(_ id: UserID) async throws -> Actor? {
    try await office.database.read { db in try db.actor(id) }
  }
}

extension Act {
  /// Writes a user's rows; the password was hashed outside, because that takes long on purpose.
  func insert(_ user: NewUser, passwordHash: String) throws -> UserID {
    if try db.row("SELECT 1 FROM login WHERE login = $1", user.login, as: { try $0.int(0) }) != nil {
      throw OfficeError.fault(
        "login", "Nama pengguna \(user.login) sudah dipakai. Pilih nama lain.",
        "The user name \(user.login) is taken. Choose another.")
    }
    let id = newID(UserMark.self)
    try db.execute("INSERT INTO login (login, user_id) VALUES ($1, $2)", user.login, id)
    try db.execute(
      "INSERT INTO app_user (user_id, login, name, member_id, employer_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
      id, user.login, user.name, user.memberID, user.employerID, now)
    for role in Set(user.roles).sorted(by: { $0.rawValue < $1.rawValue }) {
      try db.execute(
        "INSERT INTO app_user_role (user_id, role, granted_at, granted_by) VALUES ($1, $2, $3, $4)", id, role.rawValue,
        now, actor.id)
    }
    try db.execute("INSERT INTO app_user_password (user_id, set_at, hash) VALUES ($1, $2, $3)", id, now, passwordHash)
    detail = "user \(user.login)"
    return id
  }
}

extension Connection {
  func actor(_ id: UserID) throws -> Actor? {
    let user = try row(
      """
      SELECT name, member_id, employer_id FROM app_user WHERE user_id = $1
      AND NOT EXISTS (SELECT 1 FROM app_user_end e WHERE e.user_id = app_user.user_id)
      """, id
    ) {
      (name: try $0.text(0), member: try $0.optionalID(1) as MemberID?, employer: try $0.optionalID(2) as EmployerID?)
    }
    guard let user else { return nil }
    let roles = try rows("SELECT role FROM app_user_role WHERE user_id = $1", id) { Role(rawValue: try $0.text(0)) }
    return Actor(
      id: "user/\(id)", name: user.name, roles: Set(roles.compactMap { $0 }), memberID: user.member,
      employerID: user.employer)
  }
}

extension NewUser {
  /// What only some may make: staff by the administrator; members and employers register, or the system makes theirs.
  fileprivate func faults(madeBy actor: Actor) -> [Fault] {
    let isSystem = actor.roles.contains(.system)
    var faults: [Fault] = []
    let given = roles.filter { !AccessDesk.staffRoles.contains($0) }
    if given.contains(.system) || (!isSystem && !given.isEmpty) {
      faults.append(Fault("role", "Pilih peran dari daftar.", "Choose a role of the list."))
    }
    if !isSystem, memberID != nil || employerID != nil {
      faults.append(
        Fault(
          "role", "Akun peserta dibuat di loket, akun perusahaan waktu mendaftar.",
          "A member's account is made at the desk, an employer's on registering."))
    }
    return faults
  }
}
