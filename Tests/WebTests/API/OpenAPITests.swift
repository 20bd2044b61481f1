import Fixtures
import Foundation
import HTTPTypes
import Office
import Store
import Testing
import Vocabulary

@testable import Web

@Suite("The description of the interface")
struct OpenAPITests {
  @Test("The document says what the program does, and the program does what the document says")
  func contract() async throws {
    try await TestOffice.each(.sqlite) { test in
      let document = try #require(OpenAPIDocument.bytes)
      #expect(OpenAPIContract.faults(document: document, routes: apiRoutes(WebDesk(test.office))) == [])
    }
  }

  @Test("It is served to anybody")
  func served() async throws {
    try await TestOffice.each(.sqlite) { test in
      let answer = try await StaffSite(test).browser(nil).get("/openapi.json")
      #expect(answer.status == 200 && answer.headers[.contentType] == "application/json")
      #expect(answer.bytes == OpenAPIDocument.bytes)
    }
  }

  @Test("Every reference in it leads somewhere, and everything described is used")
  func references() throws {
    let text = String(decoding: try #require(OpenAPIDocument.bytes), as: UTF8.self)
    let tree = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let components = try #require(tree?["components"] as? [String: [String: Any]])
    let defined = Set(
      components.filter { $0.key != "securitySchemes" }.flatMap { kind, all in all.keys.map { "\(kind)/\($0)" } })
    let used = Set(
      text.components(separatedBy: "#/components/").dropFirst().map { String($0.prefix { $0 != "\"" }) })
    #expect(used.subtracting(defined) == [])
    #expect(defined.subtracting(used) == [])
  }
}

@Suite("Signing out by program")
struct SignOutTests {
  @Test("Whoever came with a cookie is signed out too")
  func cookie() async throws {
    try await TestBranch.each { branch in
      let (_, browser) = try await branch.sri()
      #expect(try await browser.get("/api/v1/sessions/current").status == 200)
      let before = browser.cookies
      let answer = try await browser.send(.delete, "/api/v1/sessions/current")
      #expect(answer.status == 204 && !before.isEmpty && browser.cookies != before)
      let old = TestClient(branch.site)
      old.headers[.cookie] = before.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
      #expect(try await old.get("/api/v1/sessions/current").status == 401)
    }
  }
}
