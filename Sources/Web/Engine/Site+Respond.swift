import Foundation
import HTTPTypes
import Vocabulary

extension Site {
  /// Answers one request. Never throws: whatever goes wrong becomes a page or a problem document.
  public func respond(to asked: Ask) async -> Reply {
    let started = ContinuousClock.now
    var ask = asked
    ask.now = setup.clock()
    ask.random = setup.random
    ask.trace = trace(ask)
    ask.language = language(ask)
    let match = table.match(ask.method, ask.path)
    var unforeseen: (any Error)?
    var reply: Reply
    do {
      reply = try await answer(&ask, match)
    } catch {
      let refusal = refusal(error)
      if refusal == .unforeseen { unforeseen = error }
      reply = tell(refusal, ask, face(match, ask))
    }
    reply = finish(reply, ask, &unforeseen)
    setup.log(line(ask, match, reply, started, unforeseen))
    return reply
  }

  private func answer(_ ask: inout Ask, _ match: RouteTable.Match) async throws -> Reply {
    let route: Route
    switch match {
    case .unknown: return try withoutTrailingSlash(ask)
    case .wrongMethod(let allowed, _): throw Refusal.methodNotAllowed(allowed)
    case .found(let found, let parameters):
      route = found
      ask.parameters = parameters
      ask.limit = found.limit
    }
    let credential = ask.credential(setup.session)
    guard !CrossSite.refuses(ask, credential: credential) else { throw Refusal.crossSite }
    if credential != .none { ask.identity = try await setup.authenticate(credential, ask) }
    try route.audience.admit(ask.identity)
    if route.needsKey { _ = try ask.idempotencyKey() }
    return try await route.handler(ask)
  }

  /// `/klaim/` is answered where `/klaim` is.
  private func withoutTrailingSlash(_ ask: Ask) throws -> Reply {
    let shorter = String(ask.path.dropLast())
    guard ask.isSafe, ask.path.count > 1, ask.path.hasSuffix("/"), !shorter.hasPrefix("//"),
      !shorter.hasSuffix("/"),
      case .found = table.match(ask.method, shorter)
    else { throw Refusal.notFound }
    let query = ask.query.encoded
    return Reply(.permanentRedirect, headers: [.location: shorter + (query.isEmpty ? "" : "?" + query)])
  }

  /// The one place that turns errors into refusals.
  private func refusal(_ error: any Error) -> Refusal {
    (error as? Refusal) ?? setup.explain(error) ?? .unforeseen
  }

  private func face(_ match: RouteTable.Match, _ ask: Ask) -> Route.Face {
    switch match {
    case .found(let route, _): route.face
    case .wrongMethod(_, let face): face
    case .unknown: ask.path.hasPrefix("/api/") || ask.path.hasPrefix("/.well-known/") ? .api : .page
    }
  }

  /// The one place that turns refusals into answers.
  private func tell(_ refusal: Refusal, _ ask: Ask, _ face: Route.Face) -> Reply {
    if face == .page {
      if refusal == .signInFirst, ask.isSafe {
        let query = ask.query.encoded
        let back = ask.path + (query.isEmpty ? "" : "?" + query)
        return .see(setup.signInPath + "?kembali=" + percentEncoded(back))
      }
      var reply = Reply.page(ErrorPage.page(refusal, ask), status: refusal.status)
      reply.headers.append(contentsOf: refusal.headers.filter { $0.name != .wwwAuthenticate })
      return reply
    }
    let problem = Problem(refusal, trace: ask.trace, language: ask.language)
    var headers = refusal.headers
    headers[.contentType] = "application/problem+json"
    headers[.contentLanguage] = ask.language.rawValue
    return Reply(refusal.status, headers: headers, body: .bytes((try? JSONWriting.bytes(problem)) ?? []))
  }

  /// Draws pages, adds what every answer carries, drops what HEAD does not want.
  private func finish(_ answer: Reply, _ ask: Ask, _ unforeseen: inout (any Error)?) -> Reply {
    var reply = answer
    if case .page(let page) = reply.body {
      do {
        reply.body = .bytes(Array(try draw(page, ask).utf8))
      } catch {
        unforeseen = error
        reply = Reply(.internalServerError, body: .bytes(Array(ErrorPage.bare(ask).utf8)))
      }
      reply.headers[.contentType] = "text/html; charset=utf-8"
      reply.headers[.contentLanguage] = ask.language.rawValue
    }
    SecurityHeaders.add(to: &reply.headers, secure: setup.secure)
    if let chosen = ask.query["lang"].flatMap(Language.init(rawValue:)) {
      let year = 31_536_000
      reply = reply.adding(Cookie(Self.languageCookie, chosen.rawValue, seconds: year, secure: setup.secure))
    }
    if ask.method == .head {
      if case .bytes(let bytes) = reply.body { reply.headers[.contentLength] = String(bytes.count) }
      reply.body = .empty
    }
    return reply
  }
}

extension Site {
  private static let languageCookie = "bahasa"

  /// `?lang=`, then the cookie, then, for programs, `Accept-Language`; Indonesian otherwise.
  private func language(_ ask: Ask) -> Language {
    let asked = ask.query["lang"] ?? ask.cookie(Self.languageCookie)
    if let language = asked.flatMap(Language.init(rawValue:)) { return language }
    guard ask.path.hasPrefix("/api/"), let accepted = ask.headers[.acceptLanguage] else { return .indonesian }
    let first = accepted.split(whereSeparator: { ",;-".contains($0) }).first.map { $0.trimmed.lowercased() }
    return first.flatMap(Language.init(rawValue:)) ?? .indonesian
  }

  /// The trace of whoever called us (W3C Trace Context), or a new one.
  private func trace(_ ask: Ask) -> String {
    if let parts = ask.headers[.traceparent]?.split(separator: "-"), parts.count >= 4, parts[1].utf8.count == 32,
      parts[1].allSatisfy({ $0.isHexDigit && !$0.isUppercase }), parts[1].contains(where: { $0 != "0" })
    {
      return String(parts[1])
    }
    return setup.random(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private func line(
    _ ask: Ask, _ match: RouteTable.Match, _ reply: Reply, _ started: ContinuousClock.Instant, _ error: (any Error)?
  ) -> RequestLine {
    var pattern = "-"
    if case .found(let route, _) = match { pattern = route.pattern }
    let took = (ContinuousClock.now - started).components
    let milliseconds = Double(took.seconds) * 1_000 + Double(took.attoseconds / 1_000_000_000_000) / 1_000
    return RequestLine(
      method: ask.method.rawValue, route: pattern, status: reply.status.code, milliseconds: milliseconds,
      trace: ask.trace, role: ask.identity?.role.rawValue ?? "-", error: error.map { String(reflecting: type(of: $0)) })
  }
}
