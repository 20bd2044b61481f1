import Office
import Vocabulary

extension WebDesk {
  /// The branch's whole house: every page and interface over one office.
  ///
  /// - Parameter change: what the program sets besides, such as `secure` and where requests are logged.
  /// - Throws: every fault of the templates, before anything is served.
  public func site(_ change: (inout Site.Setup) -> Void = { _ in }) throws -> Site {
    let office = office
    var setup = Site.Setup(clock: office.clock)
    if sandbox {
      setup.sampleBanner = Words(
        "Cabang contoh: semua orang dan uang di sini rekaan.", "Sample branch: everyone and all money here is invented."
      )
    }
    setup.authenticate = { credential, _ in
      let token: SessionToken
      switch credential {
      case .none: return nil
      case .session(let text), .bearer(let text): token = SessionToken(text)
      }
      return try await office.access.actor(of: token).map(Identity.init)
    }
    setup.explain = { Refusal.explaining($0) }
    setup.navigation = { identity in identity.map { Navigation.links($0) } ?? Navigation.visitor }
    setup.ready = { [Readiness("database", ready: await office.answers)] }
    change(&setup)
    return try Site(setup, routes: routes(session: setup.session))
  }

  /// Every route, so that a test can hold the list against what is linked and documented.
  func routes(session: SessionCookie) -> [Route] {
    publicRoutes(self, session: session) + memberRoutes(self) + employerRoutes(self) + officerRoutes(self)
      + apiRoutes(self)
  }
}

extension Office {
  /// Whether the database answers.
  var answers: Bool {
    get async {
      do {
        _ = try await access.actor(of: SessionToken("-"))
        return true
      } catch {
        return false
      }
    }
  }
}

/// The main menu of each kind of caller.
enum Navigation {
  static let visitor = [
    Page.Link("Daftar", "Join", "/daftar"), Page.Link("Perusahaan", "Employers", "/daftar/perusahaan"),
    Page.Link("Aturan", "Rules", "/aturan"), Page.Link("Bantuan", "Help", "/bantuan"),
  ]

  static func links(_ identity: Identity) -> [Page.Link] {
    switch identity.role {
    case .member: member
    case .employer: employer
    case .officer: OfficerMenu.links(identity.actor)
    case .sponsor, .agent, .partner: visitor
    }
  }

  private static let member = [
    Page.Link("Beranda", "Home", "/anggota"), Page.Link("Iuran", "Pay", "/anggota/iuran"),
    Page.Link("Saldo JHT", "JHT balance", "/anggota/jht"), Page.Link("Klaim", "Claims", "/anggota/klaim"),
    Page.Link("Data saya", "My data", "/anggota/data"),
  ]

  private static let employer = [
    Page.Link("Beranda", "Home", "/perusahaan"), Page.Link("Pekerja", "Workers", "/perusahaan/pekerja"),
    Page.Link("Tagihan", "Bills", "/perusahaan/tagihan"), Page.Link("Unggah", "Upload", "/perusahaan/unggah"),
  ]

  private static func officer(_ identity: Identity) -> [Page.Link] { OfficerMenu.links(identity.actor) }
}
