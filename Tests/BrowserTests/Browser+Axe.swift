import Foundation

extension Browser {
  /// What the accessibility checker finds on the page as it stands: the rules of WCAG 2.2 A and AA and its best practices.
  func flaws() async throws -> [String] {
    guard let path = ProcessInfo.processInfo.environment["NAUNGAN_TEST_AXE"] else {
      throw Failure(description: "NAUNGAN_TEST_AXE is not set; run the tests with make test")
    }
    _ = try await run(try String(contentsOfFile: path, encoding: .utf8))
    let found = try await runLater(
      """
      const done = arguments[arguments.length - 1];
      axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
        .then(r => done(r.violations.map(v => v.id + ': ' + v.help + ' at ' + v.nodes.map(n => n.target).join(' '))))
        .catch(e => done(['axe failed: ' + e]));
      """)
    let page = try await url
    return (found as? [String] ?? ["axe gave no answer"]).map { "\(page): \($0)" }
  }

  /// By how many pixels the page is wider than its window: it must not be scrolled sideways.
  func overflow() async throws -> Int {
    try await run("return document.documentElement.scrollWidth - document.documentElement.clientWidth") as? Int ?? -1
  }
}
