import Fixtures
import Foundation
import Gateways
import HTTPTypes
import Office
import Store
import Testing
import Vocabulary
import Web

/// A whole sample branch behind its door: an office with a clock of its own, the sandbox's bank, and the site.
struct TestBranch {
  let test: TestOffice
  let desk: WebDesk
  let site: Site

  var office: Office { test.office }

  static func each(
    _ engine: Engine = .sqlite, on day: Day = TestOffice.firstDay, _ body: (TestBranch) async throws -> Void
  )
    async throws
  {
    try await TestOffice.each(engine, on: day) { test in
      let desk = try WebDesk.sample(
        test.office, SandboxGate(production: false),
        logins: [
          SampleLogin(Words("Sri, pedagang sayur", "Sri, sells vegetables"), login: "sri", password: "sayur-segar")
        ])
      try await body(TestBranch(test: test, desk: desk, site: try desk.site()))
    }
  }

  /// A browser in which somebody has signed in.
  func browser(_ login: String, _ password: String) async throws -> TestClient {
    let browser = TestClient(site)
    let page = try await browser.get("/masuk")
    let answer = try await browser.submit(page, ["account": login, "password": password])
    #expect(answer.status == 303, "\(login) could not sign in")
    return browser
  }

  /// Sri, registered and signed in.
  func sri() async throws -> (enrolled: Enrolled, browser: TestClient) {
    let enrolled = try await office.members.register(
      People.sellsVegetables(login: "sri", password: "sayur-segar"), by: .visitor, key: test.key("sri"))
    return (enrolled, try await browser("sri", "sayur-segar"))
  }

  /// PT Maju with Budi and one more, and a browser of its officer.
  func maju() async throws -> (employer: Employer, joined: [Enrolled], browser: TestClient) {
    var form = People.ptMaju
    form.login = "maju"
    form.password = "maju-bersama"
    let employer = try await office.employers.register(form, by: .visitor, key: test.key("maju"))
    let start = office.today.month.firstDay
    let report = try await office.employers.report(
      [
        .joins(People.budi, occupation: "montir", startedOn: start, wage: Rupiah(5_000_000)),
        .joins(People.worker(1), occupation: "montir", startedOn: start, wage: Rupiah(3_500_000)),
      ], for: employer.id, by: Staff.officer(of: employer.id), key: test.key("maju-1"))
    return (employer, report.joined, try await browser("maju", "maju-bersama"))
  }

  /// Gives a worker a user of his own.
  func browser(for member: Enrolled, login: String, name: String) async throws -> TestClient {
    _ = try await office.access.register(
      NewUser(login: login, name: name, password: "sandi-\(login)-1", roles: [.member], memberID: member.memberID),
      by: .system("test"), key: test.key("user-\(login)"))
    return try await browser(login, "sandi-\(login)-1")
  }
}

extension TestClient {
  /// Answers a wizard's questions one by one, each page by the fields it has; stops at the page that shows all answers.
  ///
  /// - Parameter known: answers by field name.
  func answer(_ start: Answer, _ known: [String: String]) async throws -> Answer {
    var page = start
    for _ in 0..<30 {
      if page.heading == "Periksa jawaban Anda" || !page.text.contains("name=\"_step\"") { return page }
      let step = page.text
      let fill = known.filter { name, _ in
        page.forms.contains { $0.has(name) && $0.boxes.contains { $0.name == name && $0.type != "hidden" } }
      }
      guard !fill.isEmpty else { return page }
      page = try await submit(page, fill, press: "Lanjut")
      if page.text == step { return page }
    }
    return page
  }

  /// Every page that can be reached by links, with what is wrong on any of them.
  func crawl(from start: String) async throws -> (pages: [String], flaws: [String]) {
    var waiting = [start]
    var seen: Set<String> = []
    var flaws: [String] = []
    while let target = waiting.popLast() {
      let parts = target.split(separator: "#", maxSplits: 1).map(String.init)
      guard seen.insert(parts[0]).inserted else { continue }
      let answer = try await follow(try await get(parts[0]))
      if answer.status != 200 { flaws.append("\(parts[0]) answers \(answer.status): \(answer.heading)") }
      guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
      flaws += Markup.flaws(answer.text).map { "\(parts[0]): \($0)" }
      for trace in ["[[", "]]", "||", "{{", "}}", "Optional(", "style=\""] where answer.text.contains(trace) {
        flaws.append("\(parts[0]) shows \(trace)")
      }
      for link in Self.links(answer.text) where link.hasPrefix("/") && !link.contains("lang=") {
        waiting.append(link)
        let pieces = link.split(separator: "#", maxSplits: 1).map(String.init)
        if pieces.count == 2, let there = try? await get(pieces[0]), !there.text.contains("id=\"\(pieces[1])\"") {
          flaws.append("\(parts[0]) leads to \(link), and nothing there has that name")
        }
      }
    }
    return (seen.sorted(), flaws)
  }

  private static func links(_ html: String) -> [String] {
    html.components(separatedBy: "<a ").dropFirst().compactMap { piece in
      PageForm.attributes("a " + piece.prefix { $0 != ">" })["href"]
    }
  }
}
