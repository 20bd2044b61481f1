import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Testing
import Vocabulary
import Web

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("Over a real port")
struct ServeTests {
  @Test("The server speaks HTTP: pages, uploads, errors and odd methods")
  func serves() async throws {
    let site = try TestSite.make([
      .get("/", "Start", for: .anyone) { _ in .page(Samples.publicPages[0].1) },
      .post("/unggah", "Upload", for: .anyone, limit: 3_000_000) { ask in
        let upload = try await ask.upload()
        return .text("\(upload.file("f")?.bytes.count ?? -1) \(ask.address ?? "-") \(ask.host ?? "-")")
      },
    ])
    try await running(site) { port in
      let base = "http://127.0.0.1:\(port)"
      let (page, start) = try await fetch(base + "/")
      #expect(start.statusCode == 200)
      #expect(page.contains("Jaminan kerja Anda"))
      #expect(start.value(forHTTPHeaderField: "Content-Length") == "\(page.utf8.count)")

      let (_, traced) = try await fetch(base + "/", method: "TRACE")
      #expect(traced.statusCode == 405)
      let (_, missing) = try await fetch(base + "/api/v1/x")
      #expect(missing.value(forHTTPHeaderField: "Content-Type") == "application/problem+json")

      let file = String(repeating: "x", count: 2_000_000)
      let body = Multiparts.body([], files: ["f": ("a.csv", file)], boundary: "b")
      let (text, _) = try await fetch(
        base + "/unggah", method: "POST", type: "multipart/form-data; boundary=b", body: body)
      #expect(text == "2000000 127.0.0.1 127.0.0.1:\(port)")
      let twice = Multiparts.body([("more", file)], files: ["f": ("a.csv", file)], boundary: "b")
      let (_, large) = try await fetch(
        base + "/unggah", method: "POST", type: "multipart/form-data; boundary=b", body: twice)
      #expect(large.statusCode == 413)
    }
  }

  private func running(_ site: Site, _ work: @escaping @Sendable (Int) async throws -> Void) async throws {
    let (ports, announce) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let app = site.application(host: "127.0.0.1", port: 0, logger: logger) { announce.yield($0) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await app.run() }
      var first = ports.makeAsyncIterator()
      let port = try #require(await first.next())
      try await work(port)
      group.cancelAll()
      while let result = await group.nextResult() {
        if case .failure(let error) = result, !(error is CancellationError) { throw error }
      }
    }
  }

  private func fetch(
    _ address: String, method: String = "GET", type: String? = nil, body: [UInt8]? = nil
  ) async throws -> (String, HTTPURLResponse) {
    var request = URLRequest(url: try #require(URL(string: address)))
    request.httpMethod = method
    if let type { request.setValue(type, forHTTPHeaderField: "Content-Type") }
    if let body { request.httpBody = Data(body) }
    let (data, response) = try await URLSession.shared.data(for: request)
    return (String(decoding: data, as: UTF8.self), try #require(response as? HTTPURLResponse))
  }
}
