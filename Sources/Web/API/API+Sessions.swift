import Office
import Vocabulary

extension API {
  var sessionRoutes: [Route] {
    [
      .post(Self.root + "/sessions", "Sign in and get a bearer token", for: .anyone, face: .api, limit: 10_000) {
        try await signIn($0)
      },
      get("/sessions/current", "Who the token belongs to, and what it may do", for: .signedIn) { ask in
        try .json(Told.Caller(try ask.caller()))
      },
      .delete(Self.root + "/sessions/current", "Sign out: the token ends", for: .signedIn) { ask in
        if case .bearer(let token) = ask.credential(SessionCookie(secure: false)) {
          try await office.access.signOut(SessionToken(token))
        }
        return .noContent
      },
    ]
  }

  /// No key: a token more does no harm, and one is shown only once.
  private func signIn(_ ask: Ask) async throws -> Reply {
    let asked = try await ask.body(Asked.SignIn.self, allowing: ["login", "password"])
    let token = try await office.access.signIn(login: asked.login, password: asked.password, kind: .program)
    guard let actor = try await office.access.actor(of: token) else { throw Refusal.signInFirst }
    return try .created(Told.Session(token: token, actor), at: Self.root + "/sessions/current")
  }
}

extension Asked {
  struct SignIn: Decodable {
    let login: String
    let password: String
  }
}

extension Told {
  struct Session: Encodable {
    let token: String
    let type = "Bearer"
    let name: String
    let roles: [String]
    let permissions: [String]
    let memberId: String?
    let employerId: String?

    init(token: SessionToken, _ actor: Actor) {
      self.token = token.text
      let caller = Caller(actor)
      name = caller.name
      roles = caller.roles
      permissions = caller.permissions
      memberId = caller.memberId
      employerId = caller.employerId
    }
  }

  struct Caller: Encodable {
    let name: String
    let roles: [String]
    let permissions: [String]
    let memberId: String?
    let employerId: String?

    init(_ identity: Identity) { self.init(identity.actor) }

    init(_ actor: Actor) {
      name = actor.name
      roles = actor.roles.map(\.rawValue).sorted()
      permissions = Permission.allCases.filter(actor.has).map(\.rawValue).sorted()
      memberId = actor.memberID.map(\.description)
      employerId = actor.employerID.map(\.description)
    }
  }
}
