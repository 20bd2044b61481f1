import Office
import Vocabulary

extension API {
  var sessionRoutes: [Route] {
    [
      .post(Self.root + "/sessions", "Sign in and get a bearer token", for: .anyone, face: .api, limit: 10_000) {
        try await signIn($0)
      },
      get("/sessions/current", "Who the token belongs to, and what it may do", for: .signedIn) { ask in
        try .json(ToldCaller(try ask.actor()))
      },
      .delete(Self.root + "/sessions/current", "Sign out: the token ends", for: .signedIn) { ask in
        try await signOut(ask)
      },
    ]
  }

  /// Ends whichever credential the caller came with, a token or a browser's cookie, and drops the cookie.
  private func signOut(_ ask: Ask) async throws -> Reply {
    for session in [SessionCookie(secure: true), SessionCookie(secure: false)] {
      switch ask.credential(session) {
      case .none: continue
      case .bearer(let token):
        try await office.access.signOut(SessionToken(token))
        return .noContent
      case .session(let token):
        try await office.access.signOut(SessionToken(token))
        return Reply.noContent.adding(session.removed)
      }
    }
    return .noContent
  }

  /// No key is asked for: one token more does no harm, and a token is shown only once.
  private func signIn(_ ask: Ask) async throws -> Reply {
    let asked = try await ask.body(AskedSignIn.self, allowing: ["login", "password"])
    let token = try await office.access.signIn(
      login: asked.login, password: asked.password, kind: .program, from: ask.address ?? "")
    guard let actor = try await office.access.actor(of: token) else { throw Refusal.signInFirst }
    return try .created(ToldSession(token: token.text, caller: ToldCaller(actor)), at: Self.root + "/sessions/current")
  }
}

struct AskedSignIn: Decodable {
  let login: String
  let password: String
}

struct ToldSession: Encodable {
  let token: String
  var type = "Bearer"
  let caller: ToldCaller
}

struct ToldCaller: Encodable {
  let name: String
  let roles: [String]
  let permissions: [String]
  let memberId: String?
  let employerId: String?

  init(_ actor: Actor) {
    name = actor.name
    roles = actor.roles.map(\.rawValue).sorted()
    permissions = Permission.allCases.filter(actor.has).map(\.rawValue).sorted()
    memberId = actor.memberID?.description
    employerId = actor.employerID?.description
  }
}
