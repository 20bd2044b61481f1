import Store
public import Vocabulary

// A password is chosen by whoever signs in with it. Who forgot it gets a code once: staff from the administrator, a
// member from the desk, which has seen her card. With the code she chooses a new one. Each change ends every session of
// the user, so that whoever had the old one is out. Codes are drawn from the office's key and never kept.

/// A code that was handed out, to be read to its owner once.
public struct GivenCode: Hashable, Sendable {
  /// `ABCD-EFGH-JKMN`.
  public let code: String
  /// The name to sign in with; `nil` where the member has no account yet and makes it with the code.
  public let login: String?
  public let expires: Instant
}

/// What is kept of a code's act: not the code.
private struct CodeRecord: Codable, Sendable {
  let id: UserID
  let login: String?
  let expires: Instant
}

extension AccessDesk {
  private static let codeDays: Int64 = 3

  /// Chooses a new password; the old one is asked for. Ends all sessions of the user.
  ///
  /// - Throws: `faults` at `old` where the old one is wrong, and for a new one that will not do; `tooManyTries`.
  public func changePassword(
    from old: String, to new: String, by actor: Actor, from address: String = "", key: ActKey
  ) async throws {
    guard let user = actor.userID, let login = try await login(of: user) else {
      throw OfficeError.notAllowed(.manageUsers)
    }
    var faults = NewUser.faults(ofPassword: new, login: login)
    if new == old { faults.append(Fault("password", "Pilih kata sandi yang lain.", "Choose another password.")) }
    guard faults.isEmpty else { throw OfficeError.faults(faults) }
    do {
      _ = try await prove(login: login, password: old, from: address)
    } catch OfficeError.signInFailed {
      throw OfficeError.fault("old", "Kata sandi lama salah. Coba lagi.", "The old password is wrong. Try again.")
    }
    let hash = try await office.passwords.hash(new)
    _ = try await office.act("access.change-password", by: actor, key: key, input: office.keys.veiled(new)) { act in
      try act.setPassword(of: user, hash: hash)
      act.detail = "user \(login)"
      return Nothing()
    }
  }

  /// Gives a member or employer's officer or a colleague a code for a new password. His sessions end at once.
  ///
  /// - Throws: `samePerson` for oneself: change the password instead.
  public func giveCode(
    toUser user: UserID, by actor: Actor, why reason: String, key: ActKey
  ) async throws -> GivenCode {
    try actor.require(.manageUsers)
    guard user != actor.userID else { throw OfficeError.samePerson(as: actor.name) }
    try Self.check(reason)
    let record = try await office.act("access.reset", by: actor, key: key, input: user, why: reason) { act in
      guard let login = try act.db.openLogin(of: user) else { throw OfficeError.noSuchUser }
      return try act.keepCode(forUser: user, login: login, days: Self.codeDays)
    }
    return given(record, "user \(user)")
  }

  /// Gives a member a code at the desk, after seeing her card: for a new password, or to make her account.
  public func giveCode(
    toMember member: MemberID, by actor: Actor, why reason: String, key: ActKey
  ) async throws -> GivenCode {
    try actor.require(.changeMembers)
    guard member != actor.memberID else { throw OfficeError.samePerson(as: actor.name) }
    try Self.check(reason)
    let record = try await office.act("access.member-code", by: actor, key: key, input: member, why: reason) { act in
      act.subject = member.value
      guard try act.db.member(member) != nil else { throw OfficeError.noSuchMember }
      guard let (user, login) = try act.db.openUser(of: member) else {
        return try act.keepCode(forMember: member, days: Self.codeDays)
      }
      return try act.keepCode(forUser: user, login: login, days: Self.codeDays)
    }
    return given(record, record.login == nil ? "member \(member)" : "user \(record.id)")
  }

  /// Chooses a new password with a code. Wrong in any part, it is told alike, and counts as a try of that name.
  public func usePasswordCode(
    login typed: String, code: String, password: String, from address: String = "", key: ActKey
  ) async throws {
    let login = typed.trimmed.lowercased()
    let faults = NewUser.faults(ofPassword: password, login: login)
    guard faults.isEmpty else { throw OfficeError.faults(faults) }
    guard NewUser.isLogin(login) else { throw OfficeError.wrongCode }
    let counted = try await count(tryOf: login, from: address)
    let hash = try await hashing(password, counted)
    let code = OneTimeCode.plain(code)
    let input = [login, office.keys.veiled(code), office.keys.veiled(password)]
    _ = try await office.act("access.use-code", by: .visitor, key: key, input: input) { act in
      let user = try act.db.row("SELECT user_id FROM login WHERE login = $1", login) { try $0.id(0) as UserID }
      guard let user, try act.db.openLogin(of: user) != nil,
        let kept = try act.db.code("SELECT hash, expires_at FROM access_code WHERE user_id = $1", user.value),
        kept.opens(to: code, at: act.now)
      else { throw OfficeError.wrongCode }
      try act.setPassword(of: user, hash: hash)
      act.detail = "user \(login)"
      return Nothing()
    }
    try await forget(counted)
  }

  /// Shuts a user out for good: no session goes on, and no sign-in succeeds.
  public func close(_ user: UserID, by actor: Actor, why reason: String, key: ActKey) async throws {
    try actor.require(.manageUsers)
    guard user != actor.userID else { throw OfficeError.samePerson(as: actor.name) }
    try Self.check(reason)
    _ = try await office.act("access.close", by: actor, key: key, input: user, why: reason) { act in
      guard let login = try act.db.openLogin(of: user) else { throw OfficeError.noSuchUser }
      try act.db.execute(
        "INSERT INTO app_user_end (user_id, ended_at, ended_by, reason) VALUES ($1, $2, $3, $4)", user, act.now,
        act.actor.id, reason)
      try act.db.execute("DELETE FROM access_code WHERE user_id = $1", user)
      try act.endSessions(of: user)
      act.detail = "user \(login)"
      return Nothing()
    }
  }

  /// Sets a password outright: for the command line, where whoever keeps the machine keeps the users.
  public func setPassword(of login: String, to password: String, by actor: Actor, key: ActKey) async throws {
    guard actor.roles.contains(.system) else { throw OfficeError.notAllowed(.manageUsers) }
    let login = login.trimmed.lowercased()
    let faults = NewUser.faults(ofPassword: password, login: login)
    guard faults.isEmpty else { throw OfficeError.faults(faults) }
    let hash = try await office.passwords.hash(password)
    let input = [login, office.keys.veiled(password)]
    _ = try await office.act("access.set-password", by: actor, key: key, input: input) { act in
      let user = try act.db.row("SELECT user_id FROM login WHERE login = $1", login) { try $0.id(0) as UserID }
      guard let user, try act.db.openLogin(of: user) != nil else { throw OfficeError.noSuchUser }
      try act.setPassword(of: user, hash: hash)
      act.detail = "user \(login)"
      return Nothing()
    }
  }

  /// Whose login it is, for the command line.
  public func user(login: String, by actor: Actor) async throws -> UserID {
    try actor.require(.manageUsers)
    let login = login.trimmed.lowercased()
    let user = try await office.database.read { db in
      try db.row("SELECT user_id FROM login WHERE login = $1", login) { try $0.id(0) as UserID }
    }
    guard let user else { throw OfficeError.noSuchUser }
    return user
  }

  func hashing(_ password: String, _ counted: CountedTry) async throws -> String {
    do {
      return try await office.passwords.hash(password)
    } catch {
      try await forget(counted)
      throw error
    }
  }

  private func login(of user: UserID) async throws -> String? {
    try await office.database.read { db in try db.openLogin(of: user) }
  }

  private func given(_ record: CodeRecord, _ owner: String) -> GivenCode {
    GivenCode(
      code: OneTimeCode.of("\(owner) \(record.id)\(record.expires.milliseconds)", key: office.keys.codes),
      login: record.login, expires: record.expires)
  }

  private static func check(_ reason: String) throws(OfficeError) {
    guard (5...200).contains(reason.trimmed.count) else {
      throw .fault("reason", "Tulis alasannya, 5 sampai 200 huruf.", "Say why, in 5 to 200 characters.")
    }
  }
}

extension Act {
  /// Writes a new password and ends every session. Two within one millisecond keep their order.
  fileprivate func setPassword(of user: UserID, hash: String) throws {
    let last = try db.integer("SELECT COALESCE(max(set_at), 0) FROM app_user_password WHERE user_id = $1", user)
    try db.execute(
      "INSERT INTO app_user_password (user_id, set_at, hash) VALUES ($1, $2, $3)", user,
      max(now.milliseconds, last + 1), hash)
    try db.execute("DELETE FROM access_code WHERE user_id = $1", user)
    try endSessions(of: user)
  }

  fileprivate func endSessions(of user: UserID) throws {
    try db.execute("DELETE FROM session WHERE user_id = $1", user)
  }

  fileprivate func keepCode(forUser user: UserID, login: String, days: Int64) throws -> CodeRecord {
    let record = CodeRecord(id: user, login: login, expires: now.adding(seconds: days * 86_400))
    let code = OneTimeCode.of("user \(user) \(user)\(record.expires.milliseconds)", key: office.keys.codes)
    try db.execute("DELETE FROM access_code WHERE user_id = $1", user)
    try db.execute(
      "INSERT INTO access_code (user_id, hash, expires_at) VALUES ($1, $2, $3)", user, OneTimeCode.hash(code),
      record.expires)
    try endSessions(of: user)
    detail = "user \(login)"
    return record
  }

  fileprivate func keepCode(forMember member: MemberID, days: Int64) throws -> CodeRecord {
    let record = CodeRecord(id: newID(), login: nil, expires: now.adding(seconds: days * 86_400))
    let code = OneTimeCode.of(
      "member \(member) \(record.id)\(record.expires.milliseconds)", key: office.keys.codes)
    try db.execute("DELETE FROM activation_code WHERE member_id = $1", member)
    try db.execute(
      "INSERT INTO activation_code (member_id, hash, expires_at) VALUES ($1, $2, $3)", member, OneTimeCode.hash(code),
      record.expires)
    return record
  }
}

/// A code of twelve letters and digits that are not mistaken for one another: 60 bits.
enum OneTimeCode {
  private static let letters = Array("ABCDEFGHJKMNPQRSTUVWXYZ023456789")

  static func of(_ text: String, key: [UInt8]) -> String {
    let picked = Sodium.mac(Array(text.utf8), key: key).prefix(12).map { letters[Int($0) % letters.count] }
    return [picked[0..<4], picked[4..<8], picked[8..<12]].map { String($0) }.joined(separator: "-")
  }

  /// As typed: in small letters, without the dashes, with blanks.
  static func plain(_ typed: String) -> String {
    let kept = typed.uppercased().filter { letters.contains($0) }.prefix(12)
    return stride(from: 0, to: kept.count, by: 4).map { String(kept.dropFirst($0).prefix(4)) }.joined(separator: "-")
  }

  static func hash(_ code: String) -> String { Sodium.hash(Array(code.utf8)) }
}

/// A code's row.
struct KeptCode {
  let hash: String
  let expires: Instant

  func opens(to code: String, at now: Instant) -> Bool {
    now < expires && Sodium.equal(Array(hash.utf8), Array(OneTimeCode.hash(code).utf8))
  }
}

extension Connection {
  func code(_ sql: String, _ owner: Int64) throws -> KeptCode? {
    try row(sql, owner) { KeptCode(hash: try $0.text(0), expires: try $0.instant(1)) }
  }

  /// The name of a user who is not shut out.
  func openLogin(of user: UserID) throws -> String? {
    try row(
      """
      SELECT login FROM app_user WHERE user_id = $1
      AND NOT EXISTS (SELECT 1 FROM app_user_end e WHERE e.user_id = app_user.user_id)
      """, user
    ) { try $0.text(0) }
  }

  /// The member's own account.
  func openUser(of member: MemberID) throws -> (id: UserID, login: String)? {
    try row(
      """
      SELECT user_id, login FROM app_user WHERE member_id = $1
      AND NOT EXISTS (SELECT 1 FROM app_user_end e WHERE e.user_id = app_user.user_id) ORDER BY user_id LIMIT 1
      """, member
    ) { (try $0.id(0) as UserID, try $0.text(1)) }
  }
}

extension Actor {
  /// The account behind the actor, where there is one.
  var userID: UserID? {
    guard id.hasPrefix("user/") else { return nil }
    return Int64(id.dropFirst("user/".count)).flatMap { UserID($0) }
  }
}

extension OfficeError {
  static let noSuchUser = OfficeError.notFound(
    Words("Pengguna tidak ditemukan, atau sudah ditutup.", "No such user, or closed already."))

  static let wrongCode = OfficeError.fault(
    "code", "Yang Anda isi tidak cocok, atau kodenya sudah lewat. Periksa lagi, atau minta kode baru di kantor.",
    "What you gave does not match, or the code is over. Check it, or ask the branch for a new code.")
}
