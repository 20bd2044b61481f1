import Foundation
import HTTPTypes
import NIOCore
import Synchronization
import Testing
import Vocabulary
import Web

@Suite("The door")
struct SiteTests {
  private struct Strange: Error { let nik = "9971014107850001" }
  private struct Wage: Codable { let nik: String, amount: Int, months: [Int] }

  private static let routes: [Route] = [
    .get("/", "Start", for: .anyone) { _ in .text("halo") },
    .get("/klaim/{number}", "A claim", for: .anyone) { ask in .text(ask.parameter("number")) },
    .get("/klaim/baru", "A new claim", for: .anyone) { _ in .text("new") },
    .post("/klaim/{nomor}/persetujuan", "Approve", for: .officer("approve")) { ask in .text(ask.parameter("nomor")) },
    .get("/klaim/{number}/{part}", "A part", for: .anyone) { ask in
      .text(ask.parameter("number") + "+" + ask.parameter("part"))
    },
    .get("/rusak", "Breaks", for: .anyone) { _ in throw Strange() },
    .get("/anggota", "Home", for: .only(.member)) { ask in .text(try ask.caller().name) },
    .get("/api/v1/rusak", "Breaks", for: .anyone, face: .api) { _ in throw Strange() },
    .post("/api/v1/wages", "Wages", for: .only(.partner), face: .api, limit: 200, needsKey: true) { ask in
      let wage = try await ask.json(Wage.self, allowing: ["nik", "amount", "months"])
      return try .created(wage, at: "/api/v1/wages/1")
    },
    .get("/api/v1/rows", "Rows", for: .anyone, face: .api) { ask in
      let paging = try ask.paging(TestSite.seal, usual: 2)
      let first = paging.after.flatMap { Int($0) } ?? 0
      let rows = Array(first + 1...min(first + paging.limit, 5))
      return try .list(
        rows, last: rows.last == 5 ? nil : rows.last.map(String.init), ask: ask, paging: paging, seal: TestSite.seal)
    },
    .put("/api/v1/edit", "Edit", for: .anyone) { ask in
      try ask.requireMatch("v2")
      return .noContent
    },
    .post("/kirim", "Form", for: .anyone, limit: 50) { ask in .text(try await ask.form()["a"] ?? "-") },
    .get("/aliran", "A stream", for: .anyone) { _ in
      Reply(
        body: .stream(length: nil) { write in for piece in ["a", "b", "c"] { try await write(.init(string: piece)) } })
    },
  ]

  private func client(_ change: (inout Site.Setup) -> Void = { _ in }) throws -> TestClient {
    TestClient(try TestSite.make(Self.routes, change))
  }

  @Test(
    "A path finds its route, the literal one first",
    arguments: [
      ("/", "halo"), ("/klaim/JHT-1", "JHT-1"), ("/klaim/baru", "new"), ("/klaim/baru/x", "baru+x"),
      ("/klaim/a%2Fb", "a/b"), ("/klaim/s%C3%A9", "sé"), ("/klaim/JHT-1?x=1", "JHT-1"),
    ])
  func finds(path: String, text: String) async throws { #expect(try await client().get(path).text == text) }

  @Test(
    "What is nowhere is not found",
    arguments: ["/x", "//", "/klaim//x", "/klaim/%zz", "/klaim/a/b/c", "/KLAIM/1", "klaim", ""])
  func notFound(path: String) async throws {
    let answer = try await client().get(path)
    #expect(answer.status == 404)
    #expect(answer.heading == "Halaman tidak ditemukan")
  }

  @Test("A slash too many leads to the page without it")
  func trailingSlash() async throws {
    let answer = try await client().get("/klaim/baru/?lang=en")
    #expect(answer.status == 308)
    #expect(answer.headers[.location] == "/klaim/baru?lang=en")
    #expect(try await client().get("//evil.example/").status == 404)
  }

  @Test(
    "A method a path does not have is 405 with what it has",
    arguments: ["DELETE", "PATCH", "TRACE", "OPTIONS", "QUERY", "BREW", "POST"])
  func wrongMethod(name: String) async throws {
    let method = try #require(HTTPRequest.Method(name))
    let page = try await client().send(method, "/klaim/1")
    #expect(page.status == 405)
    #expect(page.headers[.allow] == "GET, HEAD")
    let api = try await client().send(method, "/api/v1/rows")
    #expect(api.status == 405)
    #expect(api.headers[.contentType] == "application/problem+json")
    #expect(api.json["code"] as? String == "method_not_allowed")
  }

  @Test("HEAD answers as GET does, without the body")
  func head() async throws {
    let answer = try await client().send(.head, "/klaim/baru")
    #expect(answer.status == 200)
    #expect(answer.bytes == [])
    #expect(answer.headers[.contentLength] == "3")
  }

  @Test("A stream is written piece by piece")
  func stream() async throws { #expect(try await client().get("/aliran").text == "abc") }

  @Test("A problem document, whole")
  func problem() async throws {
    let answer = try await client().get("/api/v1/nowhere", headers: [.acceptLanguage: "en-GB,en;q=0.9"])
    #expect(
      answer.text
        == #"{"code":"not_found","detail":"There is nothing at this address, or it is not for you. Check how it is "#
        + #"written.","status":404,"title":"Page not found","trace_id":"01010101010101010101010101010101","#
        + #""type":"urn:naungan:problem:not_found"}"#)
    #expect(answer.headers[.contentLanguage] == "en")
  }

  @Test("What nobody foresaw tells nothing to the caller and its type to the log, and no person's number to anybody")
  func unforeseen() async throws {
    let lines = Mutex<[RequestLine]>([])
    let client = try client { $0.log = { line in lines.withLock { $0.append(line) } } }
    let page = try await client.get("/rusak?nik=9971014107850001")
    #expect(page.status == 500)
    #expect(page.heading == "Ada gangguan pada sistem kami")
    #expect(page.words.contains("01010101010101010101010101010101"))
    let api = try await client.get("/api/v1/rusak")
    #expect(api.json["code"] as? String == "internal_error")
    _ = try await client.get("/klaim/9971014107850001")
    for text in [page.words, api.text] { #expect(!text.contains("9971014107850001") && !text.contains("Strange")) }
    let logged = lines.withLock { $0 }
    #expect(logged.map(\.route) == ["/rusak", "/api/v1/rusak", "/klaim/{number}"])
    #expect(logged[0].error?.contains("Strange") == true)
    #expect(logged[2].error == nil)
    #expect(!"\(logged)".contains("9971014107850001"))
  }

  @Test("An error of the office becomes what the house says it means")
  func explained() async throws {
    let client = try client { setup in
      setup.explain = { $0 is Strange ? .conflict("strange", Words("Aneh.", "Strange.")) : nil }
    }
    #expect(try await client.get("/rusak").status == 409)
    #expect(try await client.get("/api/v1/rusak").json["detail"] as? String == "Aneh.")
  }

  @Test(
    "Every answer, errors too, carries the headers that keep browsers careful",
    arguments: ["/", "/x", "/api/v1/x", "/livez"])
  func headers(path: String) async throws {
    let headers = try await client { $0.secure = true }.get(path).headers
    let policy = try #require(headers[.contentSecurityPolicy])
    #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
    #expect(!policy.contains("unsafe"))
    #expect(headers[.xContentTypeOptions] == "nosniff")
    #expect(headers[.cacheControl] == "no-store")
    #expect(headers[.strictTransportSecurity] != nil)
  }

  @Test("Who is not signed in is sent to sign in and back; programs are told 401")
  func signIn() async throws {
    let page = try await client().get("/anggota?tab=2")
    #expect(page.status == 303)
    #expect(page.headers[.location] == "/masuk?kembali=%2Fanggota%3Ftab%3D2")
    let api = try await client().post("/api/v1/wages", json: "{}")
    #expect(api.status == 401)
    #expect(api.headers[.wwwAuthenticate] == "Bearer")
  }

  @Test("Only those a route is for may call it")
  func audience() async throws {
    let client = try client()
    #expect(try await client.get("/anggota", headers: [.cookie: "x=1; sesi=sri"]).text == "Sri Wahyuni")
    #expect(try await client.get("/anggota", headers: [.cookie: "sesi=dewi"]).status == 403)
    #expect(try await client.get("/anggota", headers: [.cookie: "sesi=unknown"]).status == 303)
    #expect(
      try await client.get("/anggota", headers: [.cookie: "sesi=sri", .authorization: "Bearer bank"]).status == 403)
    let approve = { (cookie: String) in try await client.send(.post, "/klaim/7/persetujuan", headers: [.cookie: cookie])
    }
    #expect(try await approve("sesi=dewi").text == "7")
    #expect(try await approve("sesi=sri").status == 403)
    #expect(try await approve("").status == 401)
  }

  @Test(
    "Another site's form is refused; our own and programs' requests are not",
    arguments: [
      (["Sec-Fetch-Site": "same-origin"], 200), (["Sec-Fetch-Site": "none"], 200), ([:], 200),
      (["Sec-Fetch-Site": "cross-site"], 403), (["Sec-Fetch-Site": "same-site"], 403),
      (["Origin": "https://naungan.example"], 200), (["Origin": "https://jahat.example"], 403),
      (["Origin": "null"], 403),
      (["Sec-Fetch-Site": "cross-site", "Authorization": "Bearer x"], 200),
      (["Sec-Fetch-Site": "cross-site", "Authorization": "Basic x"], 403),
      (["Sec-Fetch-Site": "same-origin", "Origin": "https://jahat.example"], 200),
    ])
  func crossSite(given: [String: String], status: Int) async throws {
    var headers: HTTPFields = [:]
    for (name, value) in given { headers[try #require(HTTPField.Name(name))] = value }
    #expect(try await client().post("/kirim", form: [("a", "1")], headers: headers).status == status)
    #expect(try await client().get("/", headers: headers).status == 200)
  }

  @Test(
    "JSON that is not right says where",
    arguments: [
      ("{", 400, "not_json", ""), (#"{"nik":"1","amount":"x","months":[1]}"#, 422, "invalid", "/amount"),
      (#"{"nik":"1","amount":1,"months":[1,"b"]}"#, 422, "invalid", "/months/1"),
      (#"{"nik":"1","months":[]}"#, 422, "invalid", "/amount"),
      (#"{"nik":null,"amount":1,"months":[]}"#, 422, "invalid", "/nik"),
      (#"[]"#, 422, "invalid", ""), (#"{"nik":"1","amount":1,"months":[],"a/b~":1}"#, 422, "invalid", "/a~1b~0"),
      ("\u{0}", 400, "not_json", ""), ("", 400, "not_json", ""),
    ])
  func json(body: String, status: Int, code: String, pointer: String) async throws {
    let answer = try await client().post("/api/v1/wages", json: body, headers: Self.bank)
    #expect(answer.status == status)
    #expect(answer.json["code"] as? String == code)
    let places = (answer.json["errors"] as? [[String: String]] ?? []).compactMap { $0["pointer"] }
    #expect(places == (status == 422 ? [pointer] : []))
  }

  private static let bank: HTTPFields = {
    var headers: HTTPFields = [.authorization: "Bearer bank"]
    if let name = HTTPField.Name("Idempotency-Key") { headers[name] = "\"k1\"" }
    return headers
  }()

  @Test("Good JSON is created, with keys in order")
  func created() async throws {
    let answer = try await client().post(
      "/api/v1/wages", json: #"{"nik":"9971014107850001","months":[1,2],"amount":5}"#, headers: Self.bank)
    #expect(answer.status == 201)
    #expect(answer.headers[.location] == "/api/v1/wages/1")
    #expect(answer.text == #"{"amount":5,"months":[1,2],"nik":"9971014107850001"}"#)
  }

  @Test("The wrong type, too large a body and a missing key are each refused by name")
  func bodies() async throws {
    let client = try client()
    let form = try await client.post("/api/v1/wages", form: [("a", "1")], headers: Self.bank)
    #expect(form.status == 415)
    #expect(form.headers[.accept] == "application/json")
    let large = String(repeating: " ", count: 201)
    #expect(try await client.post("/api/v1/wages", json: large, headers: Self.bank).status == 413)
    #expect(try await client.post("/kirim", json: "{}").status == 415)
    #expect(try await client.post("/kirim", form: [("a", large)]).status == 413)
    let announced = try await client.post("/kirim", form: [("a", "1")], headers: [.contentLength: "51"])
    #expect(announced.status == 413)
    let keyless = try await client.post("/api/v1/wages", json: "{}", headers: [.authorization: "Bearer bank"])
    #expect(keyless.json["code"] as? String == "idempotency_key_missing")
    #expect(
      try await client.send(.post, "/kirim", headers: [.contentType: "multipart/form-data; boundary=b"], body: [1])
        .status == 400)
  }

  @Test("A list is walked page by page, and a cursor that was not given out is refused")
  func cursors() async throws {
    let client = try client()
    let first = try await client.get("/api/v1/rows?order=name")
    #expect(first.json["items"] as? [Int] == [1, 2])
    let next = try #require(first.json["next"] as? String)
    #expect(next.hasPrefix("/api/v1/rows?order=name&limit=2&cursor="))
    #expect(first.headers[HTTPField.Name("Link") ?? .accept] == "<\(next)>; rel=\"next\"")
    let second = try await client.get(next)
    #expect(second.json["items"] as? [Int] == [3, 4])
    let last = try await client.get(try #require(second.json["next"] as? String))
    #expect(last.text == #"{"items":[5],"next":null}"#)
    for bad in [
      "?limit=0", "?limit=101", "?limit=x", "?cursor=", "?cursor=NQ.AAAA",
      "?cursor=" + TestSite.seal.sign("5", for: "/other"),
    ] {
      #expect(try await client.get("/api/v1/rows" + bad).status == 400, "\(bad)")
    }
  }

  @Test("A sealed text opens for its own purpose only, and not when changed")
  func seal() {
    let signed = TestSite.seal.sign("rahasia", for: "a")
    #expect(TestSite.seal.open(signed, for: "a") == "rahasia")
    #expect(TestSite.seal.open(signed, for: "b") == nil)
    #expect(TestSite.seal.open("x" + signed, for: "a") == nil)
    #expect(TestSite.seal.open(String(signed.dropLast(4)), for: "a") == nil)
    #expect(TestSite.seal.open("", for: "a") == nil)
  }

  @Test("An edit must name the version it saw")
  func versions() async throws {
    let client = try client()
    #expect(try await client.send(.put, "/api/v1/edit").status == 428)
    #expect(try await client.send(.put, "/api/v1/edit", headers: [.ifMatch: "\"v1\""]).status == 412)
    #expect(try await client.send(.put, "/api/v1/edit", headers: [.ifMatch: "\"v1\", \"v2\""]).status == 204)
  }

  @Test("The language is kept once chosen, and the switch keeps the page")
  func language() async throws {
    let client = TestClient(
      try TestSite.make([.get("/p", "A page", for: .anyone) { _ in .page(Samples.publicPages[0].1) }]))
    let first = try await client.get("/p?a=1")
    #expect(first.text.contains("<html lang=\"id\">"))
    #expect(first.text.contains("href=\"/p?a=1&amp;lang=en\""))
    #expect(try await client.get("/p?lang=en").text.contains("<html lang=\"en\">"))
    #expect(client.cookies == ["bahasa": "en"])
    #expect(try await client.get("/p").text.contains("<html lang=\"en\">"))
    #expect(try await client.get("/p?lang=xx").text.contains("<html lang=\"id\">"))
  }

  @Test("Assets have an address of their own content, kept for a year and not sent twice")
  func assets() async throws {
    let client = try client()
    let address = client.site.assets.address("naungan.css")
    let answer = try await client.get(address)
    #expect(answer.headers[.contentType] == "text/css; charset=utf-8")
    #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
    let again = try await client.get(address, headers: [.ifNoneMatch: answer.headers[.eTag] ?? ""])
    #expect(again.status == 304 && again.bytes.isEmpty)
    for bad in ["/aset/naungan.css", "/aset/..%2Flayout.mustache", "/aset/"] {
      #expect(try await client.get(bad).status == 404, "\(bad)")
    }
    #expect(answer.bytes.count < 40_000)
  }

  @Test("Live is not yet ready")
  func health() async throws {
    let client = try client { $0.ready = { [Readiness("database", ready: false)] } }
    #expect(try await client.get("/livez").text == "ok\n")
    let ready = try await client.get("/readyz")
    #expect(ready.status == 503)
    #expect(ready.text == #"{"checks":[{"name":"database","ready":false}]}"#)
    #expect(try await self.client().get("/readyz").status == 200)
  }

  @Test("The trace of whoever called us is carried on")
  func trace() async throws {
    let name = try #require(HTTPField.Name("traceparent"))
    let parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    let answer = try await client().get("/api/v1/x", headers: [name: parent])
    #expect(answer.json["trace_id"] as? String == "0af7651916cd43dd8448eb211c80319c")
  }

  @Test("Redirects stay on the site", arguments: ["https://jahat.example", "//jahat.example", "/\\jahat.example", ""])
  func redirects(path: String) { #expect(Reply.see(path).headers[.location] == "/") }

  @Test("Cookies are closed to scripts and other sites")
  func cookies() {
    #expect(SessionCookie(secure: false).holding("abc").header == "sesi=abc; Path=/; HttpOnly; SameSite=Lax")
    #expect(
      SessionCookie(secure: true).holding("abc", seconds: 60).header
        == "__Host-sesi=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60")
    #expect(SessionCookie(secure: false).removed.header.hasSuffix("Max-Age=0"))
  }
}
