import HTTPTypes
public import Vocabulary

extension Site {
  /// The page within the layout, in the language of the request.
  func draw(_ page: Page, _ ask: Ask) throws -> String {
    let content = try templates.draw(page.template, page.model, in: ask.language)
    return try templates.draw("layout", layout(page, ask, content), in: ask.language)
  }

  private func layout(_ page: Page, _ ask: Ask, _ content: String) -> Model {
    let navigation = setup.navigation(ask.identity)
    return [
      "hasNavigation": .flag(!navigation.isEmpty), "hasTrail": .flag(!page.trail.isEmpty),
      "lang": .text(ask.language.rawValue),
      "title": .words(page.title),
      "hasFaults": .flag(page.hasFaults),
      "css": .text(assets.address("naungan.css")),
      "js": .text(assets.address("naungan.js")),
      "icon": .text(assets.address("naungan.svg")),
      "banner": .optional(setup.sampleBanner),
      "navigation": .each(navigation) { link in
        ["link": link.model, "current": .flag(link.address == (page.section ?? ask.path))]
      },
      "identity": ask.identity.map { ["name": .text($0.name), "role": .words($0.role.words)] } ?? .nothing,
      "signIn": .text(setup.signInPath),
      "switch": page.languageLink && canBeFetched(ask) ? .text(languageSwitch(ask)) : .nothing,
      "back": page.back?.model ?? .nothing,
      "trail": .each(page.trail, \.model),
      "wide": .flag(page.wide),
      "help": .words(setup.help),
      "content": .text(content),
    ]
  }

  /// Whether the address of the request can be opened by a link. That of some forms cannot.
  private func canBeFetched(_ ask: Ask) -> Bool {
    if ask.isSafe { return true }
    if case .found = table.match(.get, ask.path) { return true }
    return false
  }

  /// This very page in the other language. The answer to a POST has no address of its own; its form's page is next best.
  private func languageSwitch(_ ask: Ask) -> String {
    var query = ask.isSafe ? ask.query.without("lang") : Form()
    query.append("lang", (ask.language == .indonesian ? Language.english : .indonesian).rawValue)
    return ask.path + "?" + query.encoded
  }
}

extension Role {
  /// As shown beside the name.
  public var words: Words {
    switch self {
    case .member: Words("Peserta", "Member")
    case .employer: Words("Pemberi kerja", "Employer")
    case .sponsor: Words("Penjamin iuran", "Sponsor")
    case .agent: Words("Agen", "Agent")
    case .officer: Words("Petugas", "Officer")
    case .partner: Words("Mitra", "Partner")
    }
  }
}

/// What people see when something is refused.
enum ErrorPage {
  static func page(_ refusal: Refusal, _ ask: Ask) -> Page {
    let model: Model = [
      "status": .text(String(refusal.status.code)), "title": .words(refusal.title), "text": .words(refusal.detail),
      "faults": .each(refusal.faults) { ["words": .words($0.words)] },
      "trace": .text(ask.trace), "isOurs": .flag(refusal.status.code >= 500),
    ]
    var page = Page("error", model, title: refusal.title)
    page.languageLink = ask.isSafe
    return page
  }

  /// For when even the error page cannot be drawn.
  static func bare(_ ask: Ask) -> String {
    let words = Refusal.unforeseen.detail.text(in: ask.language)
    let title = Refusal.unforeseen.title.text(in: ask.language)
    return """
      <!doctype html><html lang="\(ask.language.rawValue)"><meta charset="utf-8">\
      <meta name="viewport" content="width=device-width"><title>\(title)</title><h1>\(title)</h1><p>\(words)</p>\
      <p>\(ask.trace)</p></html>
      """
  }
}
