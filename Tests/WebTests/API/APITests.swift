import Fixtures
import Foundation
import HTTPTypes
import Office
import Store
import Testing
import Vocabulary

@testable import Web

@Suite("The interface's conventions")
struct APITests {
  @Test("A program signs in, is told who it is, and signs out")
  func sessions() async throws {
    try await TestOffice.each(.sqlite) { test in
      let registered = try await test.office.members.register(
        People.sellsVegetables(login: "sri", password: "sayur-segar"), by: .visitor, key: test.key("sri"))
      let client = try StaffSite(test).program(nil)
      let wrong = try await client.post("/api/v1/sessions", json: #"{"login":"sri","password":"salah-semua"}"#)
      #expect(wrong.status == 401 && wrong.problem?.code == "sign-in-failed")
      let session = try await client.post("/api/v1/sessions", json: #"{"login":"sri","password":"sayur-segar"}"#)
      #expect(session.status == 201)
      let token = try #require(session.json["token"] as? String)
      client.headers[.authorization] = "Bearer \(token)"
      let caller = try await client.get("/api/v1/sessions/current")
      #expect(caller.json["memberId"] as? String == "\(registered.memberID)")
      #expect(try await client.get("/api/v1/members/me").json["id"] as? String == "\(registered.memberID)")
      #expect(try await client.send(.delete, "/api/v1/sessions/current").status == 204)
      let over = try await client.get("/api/v1/sessions/current")
      #expect(over.status == 401 && over.headers[.wwwAuthenticate] == "Bearer")
    }
  }

  @Test(
    "An act without a key is refused; the same again is answered the same; another body is refused",
    arguments: ScratchDatabase.engines)
  func keys(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let client = try StaffSite(test).program(nil)
      let without = try await client.post("/api/v1/members", json: Bodies.sri)
      #expect(without.status == 400 && without.problem?.code == "idempotency_key_missing")
      let first = try await client.act("/api/v1/members", Bodies.sri, key: "daftar-pertama-0001")
      let again = try await client.act("/api/v1/members", Bodies.sri, key: "daftar-pertama-0001")
      #expect(first.status == 201 && again.status == 201 && first.bytes == again.bytes)
      #expect(first.headers[.location] == again.headers[.location])
      let other = try await client.act(
        "/api/v1/members", Bodies.sri.replacing("pedagang sayur", with: "pedagang buah"), key: "daftar-pertama-0001")
      #expect(other.status == 422 && other.problem?.code == "key-reused")
      let new = try await client.act("/api/v1/members", Bodies.sri, key: "daftar-kedua-00001")
      #expect(new.status == 409 && new.problem?.code == "already-member")
      let short = try await client.act("/api/v1/members", Bodies.sri, key: "daftar-1")
      #expect(short.status == 400 && short.problem?.code == "idempotency_key_too_short")
      let odd = try await client.act("/api/v1/members", Bodies.sri, key: "a b")
      #expect(odd.status == 400)
      let forbidden = try await client.act("/api/v1/members", Bodies.sri, key: "a!b-cukup-panjang-1")
      #expect(forbidden.status == 400 && forbidden.problem?.code == "bad-key")
    }
  }

  @Test("What is wrong with a body is told with a pointer to each place")
  func pointers() async throws {
    try await TestOffice.each(.sqlite) { test in
      let client = try StaffSite(test).program(nil)
      func problem(_ body: String) async throws -> Problem? {
        try await client.act("/api/v1/members", body, key: "kunci-acak-000001").problem
      }
      let faults = try await problem(
        Bodies.sri.replacing("9971014107850001", with: "12").replacing("081200000001", with: "1"))
      #expect(faults?.status == 422 && faults?.errors?.map(\.pointer).sorted() == ["/nik", "/phone"])
      #expect(
        try await problem(Bodies.sri.replacing(#""1500000""#, with: "1500000"))?.errors?.first?.pointer
          == "/income/value")
      #expect(try await problem(Bodies.sri.replacing("IDR", with: "USD"))?.errors?.first?.pointer == "/income/currency")
      #expect(try await problem(#"{"nik": 1}"#)?.errors?.first?.pointer == "/nik")
      #expect(try await problem("{")?.code == "not_json")
      #expect(
        try await problem(Bodies.sri.replacing("\"occupation\"", with: "\"job\""))?.errors?.first?.pointer == "/job")
      let long = String(repeating: "a", count: 501)
      #expect(try await problem(Bodies.sri.replacing("Jambi", with: long))?.errors?.first?.pointer == "/birthPlace")
      #expect(
        try await problem(Bodies.sri.replacing("Jambi", with: "Ja\\u0000mbi"))?.errors?.first?.pointer == "/birthPlace")
      let plain = try await client.send(
        .post, "/api/v1/members", headers: [.contentType: "text/plain", .key: "k"], body: Array(Bodies.sri.utf8))
      #expect(plain.status == 415)
    }
  }

  @Test("Lines of lists are pointed at from zero")
  func lines() async throws {
    try await TestOffice.each(.sqlite) { test in
      let maju = try await test.office.employers.register(People.ptMaju, by: .visitor, key: test.key("f1"))
      let client = try StaffSite(test).program(Staff.officer(of: maju.id))
      let answer = try await client.act(
        "/api/v1/employers/me/reports",
        """
        {"lines":[\(Bodies.budi),{"kind":"leaves","kpj":"26000000099","endedOn":"2026-01-02","reason":"resigned"},
        \(Bodies.budi.replacing("9971011503900002", with: "12"))]}
        """, key: "r")
      #expect(answer.status == 422)
      #expect(answer.problem?.errors?.map(\.pointer) == ["/lines/1/kpj", "/lines/2/nik"])
      let one = try await client.act(
        "/api/v1/employers/me/reports", #"{"lines":[\#(Bodies.budi.replacing("\"5000000\"", with: "\"0\""))]}"#,
        key: "r1")
      #expect(one.problem?.errors?.first?.pointer == "/lines/0/wage")
      let misspelt = try await client.act(
        "/api/v1/employers/me/reports", #"{"lines":[\#(Bodies.budi.replacing("\"sex\"", with: "\"seks\""))]}"#,
        key: "r5")
      #expect(misspelt.problem?.errors?.first?.pointer == "/lines/0/seks")
      let none = try await client.act("/api/v1/employers/me/reports", #"{"lines":[]}"#, key: "r6")
      #expect(none.problem?.errors?.first?.pointer == "/lines")
      let strange = try await client.act("/api/v1/employers/me/reports", #"{"lines":[{"kind":"sings"}]}"#, key: "r2")
      #expect(strange.problem?.errors?.first?.pointer == "/lines/0/kind")
      let good = try await client.act("/api/v1/employers/me/reports", #"{"lines":[\#(Bodies.budi)]}"#, key: "r3")
      #expect(good.status == 201 && (good.json["joined"] as? [Any])?.count == 1)
    }
  }

  @Test("Data are changed only by who names the version they saw", arguments: ScratchDatabase.engines)
  func versions(_ engine: Engine) async throws {
    try await TestOffice.each(engine) { test in
      let sri = try await test.office.members.register(People.sellsVegetables(), by: .visitor, key: test.key("sri"))
      let client = try StaffSite(test).program(Staff.member(sri.memberID))
      let read = try await client.get("/api/v1/members/me/data")
      let tag = try #require(read.headers[.eTag])
      #expect(try await client.get("/api/v1/members/me/data", headers: [.ifNoneMatch: tag]).status == 304)
      let changed = read.text.replacing("Jalan Pasar Lama 12", with: "Jalan Pasar Baru 3")
      let blind = try await client.act(.put, "/api/v1/members/me/data", changed, key: "p1")
      #expect(blind.status == 428)
      let done = try await client.act(.put, "/api/v1/members/me/data", changed, key: "p2", match: tag)
      #expect(done.status == 200 && done.text.contains("Jalan Pasar Baru 3") && done.headers[.eTag] != tag)
      let stale = try await client.act(.put, "/api/v1/members/me/data", read.text, key: "p3", match: tag)
      #expect(stale.status == 412)
      let replay = try await client.act(.put, "/api/v1/members/me/data", changed, key: "p2", match: tag)
      #expect(replay.status == 200 && replay.bytes == done.bytes && replay.headers[.eTag] == done.headers[.eTag])
      let other = try await client.act(
        .put, "/api/v1/members/me/data", changed.replacing("9971014107850001", with: "9971014107850009"), key: "p4",
        match: done.headers[.eTag])
      #expect(other.status == 422 && other.problem?.errors?.first?.pointer == "/nik")
    }
  }

  @Test("Long lists come in pages, and a cursor fits only where it was given out")
  func pages() async throws {
    try await TestOffice.each(.sqlite, on: PaidUp.firstDay) { test in
      let sri = try await PaidUp.sri(test, months: 3)
      let client = try StaffSite(test).program(sri.her)
      var months: [String] = []
      var address: String? = "/api/v1/members/me/bills?limit=2"
      while let next = address {
        let page = try await client.get(next)
        let items = try #require(page.json["items"] as? [[String: Any]])
        months += items.compactMap { $0["month"] as? String }
        address = page.json["next"] as? String
        #expect(page.headers[HTTPField.Name("Link") ?? .age] == address.map { "<\($0)>; rel=\"next\"" })
        #expect(items.count <= 2)
      }
      #expect(months == ["2025-03", "2025-02", "2025-01"])
      #expect(try await client.get("/api/v1/members/me/bills?limit=0").status == 400)
      #expect(try await client.get("/api/v1/members/me/bills?cursor=eyJ4").problem?.errors?.first?.pointer == "/cursor")
      let law = try await client.get("/api/v1/law?limit=1")
      let cursor = try #require((law.json["next"] as? String)?.split(separator: "=").last)
      #expect(try await client.get("/api/v1/members/me/bills?cursor=\(cursor)").status == 400)
    }
  }

  @Test("Every address refuses other methods with what it allows, and strangers with 401")
  func methods() async throws {
    try await TestOffice.each(.sqlite) { test in
      let site = try StaffSite(test)
      let visitor = site.program(nil)
      let routes = apiRoutes(site.desk).filter { $0.face == .api }
      for (pattern, those) in Dictionary(grouping: routes, by: \.pattern) {
        let path = Paths.sample(pattern)
        let allowed = Set(those.map(\.method))
        for method in [.get, .post, .put, .delete, .patch, .trace] as [HTTPRequest.Method]
        where !allowed.contains(method) {
          let answer = try await visitor.send(method, path)
          #expect(answer.status == 405 && answer.headers[.allow] != nil, "\(method) \(path): \(answer.status)")
        }
        for route in those where route.audience.roles != nil {
          let answer = try await visitor.send(route.method, path)
          #expect(answer.status == 401 && answer.problem?.code == "sign_in_first", "\(route.method) \(path)")
        }
      }
    }
  }

  @Test("Nothing that staff, members, employers or the bank send makes the house fall over")
  func sturdy() async throws {
    try await TestOffice.each(.sqlite) { test in
      let site = try StaffSite(test)
      let outsiders = [Staff.member(try #require(MemberID(7))), Staff.officer(of: try #require(EmployerID(8)))]
      for route in apiRoutes(site.desk) where route.face == .api {
        for actor in StaffSite.staff + outsiders {
          let client = site.program(actor)
          for body in ["", "{}", "[]", "null", #"{"lines":[null]}"#] {
            let answer = try await client.act(route.method, Paths.sample(route.pattern), body, key: "k")
            #expect(answer.status < 500, "\(actor.name) \(route.method) \(route.pattern) \(body): \(answer.text)")
            #expect(answer.status < 400 || answer.problem != nil)
          }
        }
      }
    }
  }
}

/// Addresses for patterns, well formed and of nothing that there is.
enum Paths {
  static func sample(_ pattern: String) -> String {
    let values = [
      "{member}": "1", "{employer}": "1", "{kpj}": "26000000099", "{month}": "2025-12", "{number}": "JHT-26-000000",
      "{batch}": "1", "{run}": "1", "{va}": "98991126000000099", "{reference}": "X-1", "{year}": "2025",
      "{area}": "jht", "{group}": "return", "{name}": "declared",
    ]
    return values.reduce(pattern) { $0.replacing($1.key, with: $1.value) }
  }
}

enum Bodies {
  static let sri = """
    {"nik":"9971014107850001","name":"Sri Wahyuni","birthPlace":"Jambi","bornOn":"1985-07-01","sex":"P",
    "motherName":"Siti Aminah","address":"Jalan Pasar Lama 12","phone":"081200000001","bankCode":"002",
    "bankAccount":"123456789012","occupation":"pedagang sayur",
    "income":{"value":"1500000","currency":"IDR"},"withJHT":true}
    """

  static let budi = """
    {"kind":"joins","nik":"9971011503900002","name":"Budi Santoso","bornOn":"1990-03-15","sex":"L",
    "occupation":"montir",    "startedOn":"2026-01-02","wage":{"value":"5000000","currency":"IDR"}}
    """
}

extension HTTPField.Name {
  static var key: HTTPField.Name { HTTPField.Name("Idempotency-Key") ?? .age }
}

extension TestClient {
  /// An act of a program: a JSON body under a key.
  func act(_ target: String, _ body: String = "{}", key: String) async throws -> Answer {
    try await act(.post, target, body, key: key)
  }

  func act(
    _ method: HTTPRequest.Method, _ target: String, _ body: String, key: String, match: String? = nil
  ) async throws -> Answer {
    var headers: HTTPFields = [.contentType: "application/json", .key: key]
    if let match { headers[.ifMatch] = match }
    return try await send(method, target, headers: headers, body: Array(body.utf8))
  }
}

extension Answer {
  var problem: Problem? {
    headers[.contentType] == "application/problem+json"
      ? try? JSONDecoder().decode(Problem.self, from: Data(bytes)) : nil
  }
}
