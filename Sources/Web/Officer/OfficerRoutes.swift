import HTTPTypes
import Office
import Vocabulary

/// What staff see and do, under `/petugas`. Whoever may not is refused at the door by the permission that the act
/// needs, and once more by the office.
public func officerRoutes(_ desk: WebDesk) -> [Route] {
  let pages = OfficerPages(desk: desk)
  return pages.workRoutes + pages.caseRoutes + pages.memberRoutes + pages.deskRoutes + pages.paymentRoutes
    + pages.bankFileRoutes
    + pages.suspenseRoutes + pages.matterRoutes + pages.billingRoutes + pages.returnRoutes + pages.bookRoutes
    + pages.auditRoutes
    + pages.userRoutes + pages.codeRoutes
}

struct OfficerPages: Sendable {
  let desk: WebDesk
  var office: Office { desk.office }

  static let home = Page.Link("Pekerjaan", "Work", "/petugas")

  /// A page for staff who have one of the permissions; any staff where none is named.
  func get(_ path: String, _ summary: String, _ permissions: Permission..., handler: @escaping Route.Handler) -> Route {
    .get("/petugas" + path, summary, for: .staff(permissions), handler: Self.guarded(permissions, handler))
  }

  func post(_ path: String, _ summary: String, _ permissions: Permission..., handler: @escaping Route.Handler) -> Route
  {
    .post("/petugas" + path, summary, for: .staff(permissions), handler: Self.guarded(permissions, handler))
  }

  private static func guarded(_ permissions: [Permission], _ handler: @escaping Route.Handler) -> Route.Handler {
    guard permissions.count > 1 else { return handler }
    return { ask in
      guard permissions.contains(where: try ask.actor().has) else { throw Refusal.notYours }
      return try await handler(ask)
    }
  }

  /// Runs an act that a form asked for. What is wrong with the form is told on the form's own page, with what was
  /// typed.
  func filling(_ act: () async throws -> Reply, again: ([Fault]) async throws -> Page) async throws -> Reply {
    do {
      return try await act()
    } catch OfficeError.faults(let faults) {
      var page = try await again(faults)
      page.hasFaults = true
      page.languageLink = false
      return .page(page, status: .unprocessableContent)
    }
  }

  /// Names of people for rows that keep only their numbers: `Putri (Customer Service)` is shown as `Putri`.
  func names(_ actors: some Sequence<String>) async throws -> @Sendable (String) -> Words {
    let names = try await office.audit.names(of: Set(actors))
    return { actor in
      if let name = names[actor] { return Words(name, name) }
      if actor.hasPrefix("system/") { return Words("Sistem", "System") }
      if actor.hasPrefix("bank/") { return Words("Bank", "Bank") }
      if actor == Actor.visitor.id { return Words("Pengunjung", "Visitor") }
      return Words(actor, actor)
    }
  }
}

extension Audience {
  static func staff(_ permissions: [Permission]) -> Audience {
    .officer(permissions.count == 1 ? permissions[0].rawValue : nil)
  }
}

extension Form {
  /// What was typed in a field.
  func line(_ name: String) -> String { (self[name] ?? "").trimmed }

  /// - Throws: a fault unless the box was ticked.
  func requireTick(_ place: String) throws {
    guard self["sure"] == "ya" else {
      throw OfficeError.faults([
        Fault(place, "Beri tanda pada kotak pernyataan dulu.", "Tick the statement first.")
      ])
    }
  }
}

extension Part {
  static func faultsOrNothing(_ faults: [Fault]) -> Model { faults.isEmpty ? .nothing : Part.faults(faults) }
}
