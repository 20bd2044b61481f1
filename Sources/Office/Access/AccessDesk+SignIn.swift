import Store
public import Vocabulary

extension AccessDesk {
  /// Days a browser stays signed in, and a program.
  private static let lifetimeDays: [SessionKind: Int64] = [.browser: 1, .program: 30]
  /// After so many wrong passwords within so many minutes the door stays shut for as long.
  private static let triesAllowed = 10
  private static let triesMinutes = 15

  /// Checks a password and opens a session.
  ///
  /// - Throws: `signInFailed` for an unknown user and a wrong password alike, `tooManyTries` after ten failures in fifteen
  ///   minutes.
  public func signIn(login typed: String, password: String, kind: SessionKind = .browser) async throws -> SessionToken {
    let login = typed.trimmed.lowercased()
    let now = office.clock()
    let found = try await office.database.read { db in
      let since = now.adding(seconds: Int64(-60 * Self.triesMinutes))
      let failures = try db.integer("SELECT count(*) FROM login_failure WHERE login = $1 AND at > $2", login, since)
      guard failures < Int64(Self.triesAllowed) else { throw OfficeError.tooManyTries(minutes: Self.triesMinutes) }
      return try db.row(
        """
        SELECT l.user_id, p.hash FROM login l JOIN app_user_password p ON p.user_id = l.user_id
        WHERE l.login = $1 ORDER BY p.set_at DESC LIMIT 1
        """, login
      ) { (try $0.id(0) as UserID, try $0.text(1)) }
    }
    // An unknown user costs as much time as a wrong password, so that names cannot be guessed by the clock.
    guard let (user, hash) = found, await office.passwords.check(password, against: hash) else {
      if found == nil { _ = await office.passwords.hash(password) }
      try await remember(failureOf: login, at: now)
      throw OfficeError.signInFailed
    }
    return try await open(kind, for: user, at: now)
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

  private func remember(failureOf login: String, at now: Instant) async throws {
    let id = office.identifiers.next(at: now, UserMark.self)
    try await office.database.write { db in
      _ = try db.execute("INSERT INTO login_failure (login, failure_id, at) VALUES ($1, $2, $3)", login, id, now)
    }
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
