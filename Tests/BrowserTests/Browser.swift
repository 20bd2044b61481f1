import Foundation

/// A real Chromium, driven over the W3C WebDriver protocol by chromedriver.
final class Browser: Sendable {
  struct Options: Sendable, CustomStringConvertible {
    var width = 1_280
    var height = 900
    var scripts = true

    static let desk = Options()
    static let phone = Options(width: 360, height: 740)
    /// A small phone on which no script runs.
    static let plainPhone = Options(width: 360, height: 740, scripts: false)

    var description: String { width < 500 ? scripts ? "phone" : "plain phone" : "desk" }
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let driver: Program
  private let session: String
  private let port: Int
  let name: String
  /// The checker is a script, so it reads only where scripts run.
  let hasScripts: Bool

  init(_ options: Options = .desk) async throws {
    port = try Program.freePort()
    name = options.description
    hasScripts = options.scripts
    driver = try Program("/usr/bin/chromedriver", ["--port=\(port)", "--silent"])
    try await Program.waitUntilAnswers(port, "/status")
    var arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
      "--window-size=\(options.width),\(options.height)", "--lang=id",
    ]
    if !options.scripts { arguments.append("--blink-settings=scriptEnabled=false") }
    // A window is never narrower than 500 px; a phone is emulated.
    var chrome: [String: Any] = ["args": arguments, "binary": "/usr/bin/chromium"]
    if options.width < 500 {
      chrome["mobileEmulation"] = [
        "deviceMetrics": ["width": options.width, "height": options.height, "pixelRatio": 1.0, "touch": false]
      ]
    }
    let wanted: [String: Any] = [
      "capabilities": ["alwaysMatch": ["browserName": "chrome", "goog:chromeOptions": chrome]]
    ]
    let made = try await Browser.call("POST", "/session", port, wanted)
    guard let made = made as? [String: Any], let id = made["sessionId"] as? String else {
      throw Failure(description: "chromedriver made no session")
    }
    session = id
  }

  /// Ends the session and the driver.
  func close() async {
    _ = try? await call("DELETE", "")
    driver.stop()
  }

  func open(_ url: String) async throws { _ = try await call("POST", "/url", ["url": url]) }

  var url: String {
    get async throws { try await call("GET", "/url") as? String ?? "" }
  }

  var title: String {
    get async throws { try await call("GET", "/title") as? String ?? "" }
  }

  /// What a reader sees of the whole page.
  var words: String {
    get async throws { try await text(of: element("body")) }
  }

  func element(_ selector: String) async throws -> String {
    let found = try await call("POST", "/element", ["using": "css selector", "value": selector])
    guard let found = found as? [String: String], let id = found.values.first else {
      throw Failure(description: "no \(selector) on \(try await url)")
    }
    return id
  }

  func elements(_ selector: String) async throws -> [String] {
    let found = try await call("POST", "/elements", ["using": "css selector", "value": selector])
    return (found as? [[String: String]] ?? []).compactMap(\.values.first)
  }

  /// The link or button that reads `text`.
  func named(_ text: String) async throws -> String {
    let path = "//*[self::a or self::button or self::summary][contains(normalize-space(.), \"\(text)\")]"
    let found = try await call("POST", "/elements", ["using": "xpath", "value": path])
    guard let id = (found as? [[String: String]])?.first?.values.first else {
      throw Failure(description: "no link or button \"\(text)\" on \(try await url): \(try await words.prefix(600))")
    }
    return id
  }

  func press(_ text: String) async throws { try await follow(named(text)) }

  func click(_ element: String) async throws { _ = try await call("POST", "/element/\(element)/click", [:]) }

  /// Clicks what leads to another page, and waits until that page is there. The driver alone does not always wait.
  func follow(_ element: String) async throws {
    let before = try await self.element("html")
    try await click(element)
    for _ in 0..<200 {
      let isGone = (try? await call("GET", "/element/\(before)/name")) == nil
      if isGone, try await run("return document.readyState") as? String == "complete" { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Failure(description: "no other page came after \(try await url)")
  }

  /// Types into the field of that name, or chooses the radio button or option of that value.
  func fill(_ name: String, _ value: String) async throws {
    let choices = try await elements(
      "input[type=radio][name='\(name)'][value='\(value)'], input[type=checkbox][name='\(name)'][value='\(value)']")
    if let choice = choices.first { return try await click(choice) }
    let field = try await element("[name='\(name)']")
    _ = try await call("POST", "/element/\(field)/clear", [:])
    _ = try await call("POST", "/element/\(field)/value", ["text": value])
  }

  func text(of element: String) async throws -> String {
    try await call("GET", "/element/\(element)/text") as? String ?? ""
  }

  func attribute(_ name: String, of element: String) async throws -> String? {
    try await call("GET", "/element/\(element)/attribute/\(name)") as? String
  }

  /// Runs a script in the page and answers what it returns.
  func run(_ script: String, _ arguments: [Any] = []) async throws -> Any? {
    try await call("POST", "/execute/sync", ["script": script, "args": arguments])
  }

  /// As `run`, for a script that calls its last argument when it is done.
  func runLater(_ script: String) async throws -> Any? {
    try await call("POST", "/execute/async", ["script": script, "args": []])
  }

  /// Presses keys as a keyboard would.
  func type(_ keys: String) async throws {
    let actions = keys.flatMap { [["type": "keyDown", "value": String($0)], ["type": "keyUp", "value": String($0)]] }
    _ = try await call("POST", "/actions", ["actions": [["type": "key", "id": "keys", "actions": actions]]])
  }

  static let tab = "\u{E004}"
  static let enter = "\u{E007}"

  func picture() async throws -> [UInt8] {
    let text = try await call("GET", "/screenshot") as? String ?? ""
    return Data(base64Encoded: text).map(Array.init) ?? []
  }

  private func call(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws -> Any? {
    try await Browser.call(method, "/session/\(session)\(path)", port, body)
  }

  private static func call(_ method: String, _ path: String, _ port: Int, _ body: [String: Any]? = nil) async throws
    -> Any?
  {
    let sent = try body.map { try JSONSerialization.data(withJSONObject: $0) }
    let (status, data) = try await LocalHTTP.send(method, path, port: port, body: sent)
    let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    guard status == 200 else {
      let value = answer?["value"] as? [String: Any]
      throw Failure(description: "\(method) \(path): \(value?["message"] as? String ?? "no answer")")
    }
    return answer?["value"]
  }
}
