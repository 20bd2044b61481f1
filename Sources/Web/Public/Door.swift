import HTTPTypes
import Office
import Vocabulary

/// Signing in and out.
struct Door {
  let desk: WebDesk
  let session: SessionCookie

  /// Where somebody belongs who has no other aim.
  static func home(of role: Role) -> String {
    switch role {
    case .member: "/anggota"
    case .employer: "/perusahaan"
    case .officer: "/petugas"
    case .sponsor, .agent, .partner: "/bantuan"
    }
  }

  func page(_ ask: Ask) throws -> Reply {
    if let identity = ask.identity { return .see(Self.home(of: identity.role)) }
    return .page(form(login: "", back: ask.query["kembali"] ?? "", faults: []))
  }

  func signIn(_ ask: Ask) async throws -> Reply {
    let form = try await ask.form()
    let (typed, back) = (form["account"] ?? "", form["back"] ?? "")
    do {
      let token = try await desk.office.access.signIn(
        login: LoginName.plain(typed), password: form["password"] ?? "", from: ask.address ?? "")
      guard let actor = try await desk.office.access.actor(of: token) else { throw OfficeError.signInFailed }
      let home = Self.home(of: Identity(actor).role)
      return Reply.see(back.isEmpty ? home : back).adding(session.holding(token.text))
    } catch let error as OfficeError {
      switch error {
      case .signInFailed, .tooManyTries, .busy:
        let refused = self.form(login: typed, back: back, faults: [Fault("account", error.words)])
        let told = Refusal.explaining(error)
        return Reply.page(refused, status: told?.status ?? .unauthorized).retrying(told)
      default: throw error
      }
    }
  }

  func signOut(_ ask: Ask) async throws -> Reply {
    if case .session(let token) = ask.credential(session) {
      try await desk.office.access.signOut(SessionToken(token))
    }
    return Reply.see("/").adding(session.removed)
  }

  private func form(login: String, back: String, faults: [Fault]) -> Page {
    let model: Model = [
      "faults": faults.isEmpty ? .nothing : Part.faults(faults), "account": .text(login), "back": .text(back),
      "address": "/masuk", "samples": SampleLogin.models(desk.sampleLogins),
    ]
    var page = Page("public/login", model, title: Words("Masuk", "Sign in"))
    page.hasFaults = !faults.isEmpty
    return page
  }
}

extension SampleLogin {
  /// `parts/samples`, or nothing on a real branch.
  static func models(_ logins: [SampleLogin]) -> Model {
    guard !logins.isEmpty else { return .nothing }
    return [
      "logins": .each(logins) { login in
        ["who": .words(login.who), "login": .text(login.login), "password": .text(login.password)]
      }
    ]
  }
}

/// A user name as people type it.
enum LoginName {
  /// Small letters; a telephone number or NIK without its blanks, and `+62 812…` as `0812…`.
  static func plain(_ typed: String) -> String {
    let text = typed.trimmed.lowercased()
    let kept = text.filter { !$0.isWhitespace && !"-.()".contains($0) }
    let digits = kept.hasPrefix("+") ? String(kept.dropFirst()) : kept
    guard digits.count >= 9, digits.allSatisfy(\.isDigit) else { return text }
    return kept.hasPrefix("+62") ? "0" + digits.dropFirst(2) : digits
  }
}

extension Reply {
  /// With the refusal's word on when to come again.
  fileprivate func retrying(_ refusal: Refusal?) -> Reply {
    var reply = self
    reply.headers[.retryAfter] = refusal?.headers[.retryAfter]
    return reply
  }
}
