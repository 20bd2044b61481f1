import Office
import Vocabulary

/// The interface for programs, `/api/v1`, and the doors beside it: its description and the bank's.
///
/// What it promises is written in `Assets/openapi.json`; `OpenAPIContract` holds both to each other.
public func apiRoutes(_ desk: WebDesk) -> [Route] {
  let api = API(desk)
  return api.sessionRoutes + api.memberRoutes + api.membershipRoutes + api.billRoutes + api.paymentRoutes
    + api.employerRoutes + api.savingsRoutes + api.claimRoutes + api.claimStepRoutes + api.payoutRoutes
    + api.matterRoutes
    + api.returnRoutes + api.bookRoutes + api.auditRoutes + api.lawRoutes + api.calculationRoutes
    + [OpenAPIDocument.route]
    + snapRoutes(desk)
}

/// Endpoints are nouns. Each handler reads what was asked, calls one act of the office, and tells what came of it: from
/// the act's own answer, so that the same request under the same key is told the same again.
struct API: Sendable {
  let desk: WebDesk
  /// Seals the cursors of long lists.
  let seal: Seal

  init(_ desk: WebDesk) {
    self.desk = desk
    let keys = desk.office.keys
    seal = Seal { keys.sealed($0) }
  }

  var office: Office { desk.office }

  static let root = "/api/v1"

  /// The largest body of a list, in bytes, and how many lines it may have.
  static let longLimit = 10_000_000
  static let mostLines = 10_000

  static func check(count: Int, of pointer: String) throws {
    guard (1...mostLines).contains(count) else {
      throw Refusal.invalid([
        Fault(pointer, "Kirim 1 sampai \(mostLines) baris.", "Send 1 to \(mostLines) lines.")
      ])
    }
  }

  func get(
    _ path: String, _ summary: String, for audience: Audience, handler: @escaping Route.Handler
  ) -> Route {
    .get(Self.root + path, summary, for: audience, face: .api, handler: handler)
  }

  /// An act: the caller names it with an `Idempotency-Key`.
  func act(
    _ path: String, _ summary: String, for audience: Audience, limit: Int = Route.standardLimit,
    handler: @escaping Route.Handler
  ) -> Route {
    .post(Self.root + path, summary, for: audience, face: .api, limit: limit, needsKey: true, handler: handler)
  }

  /// A thing that its address names: asked for twice, it is there once, with no key needed.
  func put(
    _ path: String, _ summary: String, for audience: Audience, needsKey: Bool = false, handler: @escaping Route.Handler
  ) -> Route {
    .put(Self.root + path, summary, for: audience, face: .api, needsKey: needsKey, handler: handler)
  }
}

extension Audience {
  /// Whoever has the permission, person or program.
  static func may(_ permission: Permission) -> Audience {
    Audience(roles: Set(Role.allCases), permission: permission.rawValue)
  }
}
