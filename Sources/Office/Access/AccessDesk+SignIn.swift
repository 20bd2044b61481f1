import Store
public import Vocabulary

extension AccessDesk {
  /// Days a browser stays signed in, and a program.
  private static let lifetimeDays: [SessionKind: Int64] = [.browser: 1, .program: 30]

  /// Checks a password and opens a session.
  ///
  /// - Parameter address: the network address of whoever signs in.
  /// - Throws: `signInFailed` for an unknown user and a wrong password alike, `tooManyTries` after too many failures in
  ///   fifteen minutes (`Tries`), `busy` when too many sign in at once.
  public func signIn(
    login typed: String, password: String, kind: SessionKind = .browser, from address: String = ""
  ) async throws -> SessionToken {
    let user = try await prove(login: typed, password: password, from: address)
    return try await open(kind, for: user, at: office.clock())
  }

  /// Whose name and password these are. Counts as a try.
  func prove(login typed: String, password: String, from address: String) async throws -> UserID {
    let login = typed.trimmed.lowercased()
    // What nobody can be called costs neither a row nor a hash.
    guard NewUser.isLogin(login), password.utf8.count <= NewUser.longestPassword else {
      throw OfficeError.signInFailed
    }
    let counted = try await count(tryOf: login, from: address)
    let found = try await office.database.read { db in try db.passwordHash(of: login) }
    let isRight: Bool
    do {
      // An unknown user costs as much time as a wrong password, so that names cannot be guessed by the clock.
      if let found {
        isRight = try await office.passwords.check(password, against: found.hash)
      } else {
        _ = try await office.passwords.hash(password)
        isRight = false
      }
    } catch {
      try await forget(counted)
      throw error
    }
    guard isRight, let found else { throw OfficeError.signInFailed }
    try await forget(counted)
    return found.user
  }

  /// Opens a session for somebody just registered.
  public func open(_ kind: SessionKind, for user: UserID) async throws -> SessionToken {
    try await open(kind, for: user, at: office.clock())
  }

  private func open(_ kind: SessionKind, for user: UserID, at now: Instant) async throws -> SessionToken {
    let token = SessionToken(Sodium.hex(Sodium.random(32)))
    let days = Self.lifetimeDays[kind] ?? 1
    let actor = Actor(id: "user/\(user)", name: "", roles: [])
    _ = try await office.reading("access.sign-in", by: actor, why: kind.rawValue) { act in
      try act.db.execute(
        "INSERT INTO session (token_hash, user_id, kind, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        token.hash, user, kind.rawValue, now, now.adding(seconds: days * 86_400))
    }
    return token
  }

  /// Whose session this is, or `nil` when it is unknown or over.
  public func actor(of token: SessionToken) async throws -> Actor? {
    let now = office.clock()
    return try await office.database.read { db in
      let user = try db.row("SELECT user_id FROM session WHERE token_hash = $1 AND expires_at > $2", token.hash, now) {
        try $0.id(0) as UserID
      }
      return try user.flatMap { try db.actor($0) }
    }
  }

  public func signOut(_ token: SessionToken) async throws {
    try await office.database.write { db in
      _ = try db.execute("DELETE FROM session WHERE token_hash = $1", token.hash)
    }
  }
}

extension Connection {
  /// The newest password of an open user.
  func passwordHash(of login: String) throws -> (user: UserID, hash: String)? {
    try row(
      """
      SELECT l.user_id, p.hash FROM login l JOIN app_user_password p ON p.user_id = l.user_id
      WHERE l.login = $1 AND NOT EXISTS (SELECT 1 FROM app_user_end e WHERE e.user_id = l.user_id)
      ORDER BY p.set_at DESC LIMIT 1
      """, login
    ) { (try $0.id(0) as UserID, try $0.text(1)) }
  }
}
