import Foundation

/// Somebody at a browser, who reads each page and lets the checker read it too.
struct Walk {
  let site: SampleSite
  let browser: Browser
  private(set) var flaws: [String] = []

  init(site: SampleSite, browser: Browser) {
    self.site = site
    self.browser = browser
  }

  mutating func go(_ path: String) async throws {
    try await browser.open(site.address + path)
    try await look()
  }

  mutating func press(_ text: String) async throws {
    try await browser.press(text)
    try await look()
  }

  /// Presses the first thing that the selector finds.
  mutating func pressIn(_ selector: String) async throws {
    try await browser.follow(try await browser.element(selector))
    try await look()
  }

  /// Fills the fields of a question and goes on.
  mutating func answer(_ fields: [(String, String)], press button: String = "Lanjut") async throws {
    for (name, value) in fields { try await browser.fill(name, value) }
    try await press(button)
  }

  mutating func signIn(_ login: String) async throws {
    try await go("/masuk")
    try await browser.fill("account", login)
    try await browser.fill("password", SampleSite.password)
    try await browser.follow(try await browser.element("main form button"))
    try await look()
  }

  mutating func signOut() async throws { try await press("Keluar") }

  /// What the page says, for expectations.
  var words: String {
    get async throws { try await browser.words }
  }

  mutating func look() async throws {
    if browser.hasScripts { flaws += try await browser.flaws() }
    let overflow = try await browser.overflow()
    if overflow > 0 { flaws.append("\(try await browser.url): \(overflow) px too wide") }
    // NAUNGAN_PICTURES=folder keeps a picture of every page that the walk sees.
    if let folder = ProcessInfo.processInfo.environment["NAUNGAN_PICTURES"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let name =
        "\(browser.name)-\(try await browser.url.split(separator: "/").dropFirst(2).joined(separator: "-").prefix(80))"
      let file = URL(fileURLWithPath: folder).appendingPathComponent("\(name)-\(UUID().uuidString.prefix(4)).png")
      try Data(try await browser.picture()).write(to: file)
    }
  }
}
