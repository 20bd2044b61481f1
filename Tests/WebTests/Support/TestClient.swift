import Foundation
import HTTPTypes
import NIOCore
import Vocabulary
import Web

/// A browser without a network: keeps cookies, follows redirects when told to, fills in the forms it is shown.
final class TestClient {
  let site: Site
  private(set) var cookies: [String: String] = [:]
  /// Sent with every request.
  var headers: HTTPFields = [:]

  init(_ site: Site) { self.site = site }

  func get(_ target: String, headers: HTTPFields = [:]) async throws -> Answer {
    try await send(.get, target, headers: headers)
  }

  func post(_ target: String, form: [(String, String)], headers: HTTPFields = [:]) async throws -> Answer {
    var all = headers
    all[.contentType] = "application/x-www-form-urlencoded"
    return try await send(.post, target, headers: all, body: Array(Form(form).encoded.utf8))
  }

  func post(_ target: String, json: String, headers: HTTPFields = [:]) async throws -> Answer {
    var all = headers
    all[.contentType] = "application/json"
    return try await send(.post, target, headers: all, body: Array(json.utf8))
  }

  func send(
    _ method: HTTPRequest.Method, _ target: String, headers extra: HTTPFields = [:], body: [UInt8] = []
  ) async throws -> Answer {
    try await send(method, target, headers: extra, chunks: body.isEmpty ? [] : [body])
  }

  func send(
    _ method: HTTPRequest.Method, _ target: String, headers extra: HTTPFields = [:], chunks: [[UInt8]]
  ) async throws -> Answer {
    var fields = headers
    for field in extra { fields[field.name] = field.value }
    if !cookies.isEmpty {
      fields[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }
    let body = AsyncThrowingStream<ByteBuffer, any Error> { stream in
      for chunk in chunks { stream.yield(ByteBuffer(bytes: chunk)) }
      stream.finish()
    }
    let ask = Ask(method, target, headers: fields, body: body, host: "naungan.example", now: site.setup.clock())
    let reply = await site.respond(to: ask)
    keep(reply.headers[values: .setCookie])
    return Answer(target: target, reply: reply, bytes: try await reply.written())
  }

  /// The page a redirect leads to; the answer itself where it is none.
  func follow(_ answer: Answer) async throws -> Answer {
    guard let next = answer.headers[.location], (300..<400).contains(answer.status) else { return answer }
    return try await follow(try await get(next))
  }

  /// Fills in a form of the page and presses a button, as a person does: hidden inputs go along, boxes keep what they
  /// hold.
  ///
  /// - Parameters:
  ///   - press: the words on the button; the first button where `nil`.
  ///   - files: field to file name and content.
  func submit(
    _ page: Answer, _ fill: [String: String] = [:], press: String? = nil, files: [String: (String, String)] = [:]
  ) async throws -> Answer {
    let forms = page.forms.filter { form in press == nil || form.buttons.contains { $0.words == press } }
    guard let form = forms.first(where: { form in fill.keys.allSatisfy(form.has) }) ?? forms.first else {
      throw Lost(what: "a form with the button \(press ?? "any")")
    }
    for name in fill.keys where !form.has(name) { throw Lost(what: "a field named \(name)") }
    let button = press == nil ? form.buttons.first : form.buttons.first { $0.words == press }
    var pairs = form.values(filled: fill)
    if let button, let name = button.name { pairs.append((name, button.value)) }
    let target = button?.action ?? form.action ?? page.target
    if form.method == "get" { return try await get(target + "?" + Form(pairs).encoded) }
    guard form.isMultipart else { return try await told(try await post(target, form: pairs)) }
    let boundary = "batas"
    let body = Multiparts.body(pairs, files: files, boundary: boundary)
    return try await told(
      try await send(
        .post, target, headers: [.contentType: "multipart/form-data; boundary=\(boundary)"], body: body))
  }

  /// A wizard's last page is fetched at once, as every browser does; other redirects are left to the test.
  private func told(_ answer: Answer) async throws -> Answer {
    guard let next = answer.headers[.location], next.contains("?selesai=") else { return answer }
    return try await get(next)
  }

  struct Lost: Error { let what: String }

  private func keep(_ lines: [String]) {
    for line in lines {
      let parts = line.split(separator: ";").map { $0.trimmed }
      let pair = parts[0].split(separator: "=", maxSplits: 1).map(String.init)
      if parts.contains("Max-Age=0") {
        cookies[pair[0]] = nil
      } else {
        cookies[pair[0]] = pair.count > 1 ? pair[1] : ""
      }
    }
  }
}

/// What came back.
struct Answer {
  let target: String
  let status: Int
  let headers: HTTPFields
  let bytes: [UInt8]

  init(target: String, reply: Reply, bytes: [UInt8]) {
    self.target = target
    status = reply.status.code
    headers = reply.headers
    self.bytes = bytes
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var json: [String: Any] { (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any] ?? [:] }
  var forms: [PageForm] { PageForm.read(text) }

  /// The first heading, without its tags.
  var heading: String { text.between("<h1", "</h1>").map { PageForm.plain("<h1" + $0) } ?? "" }
  /// What a person reads, without tags.
  var words: String { PageForm.plain(text) }
}

extension Reply {
  /// The body as sent.
  func written() async throws -> [UInt8] {
    switch body {
    case .empty: return []
    case .bytes(let bytes): return bytes
    case .page: throw TestClient.Lost(what: "a page that was never drawn")
    case .stream(_, let write):
      var bytes: [UInt8] = []
      try await write { piece in bytes.append(contentsOf: piece.readableBytesView) }
      return bytes
    }
  }
}

/// Builds multipart bodies.
enum Multiparts {
  static func body(
    _ fields: [(String, String)], files: [String: (String, String)] = [:], boundary: String
  ) -> [UInt8] {
    var text = ""
    for (name, value) in fields where files[name] == nil || !value.isEmpty {
      text += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      text += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(file.0)\"\r\n"
      text += "Content-Type: text/csv\r\n\r\n\(file.1)\r\n"
    }
    return Array((text + "--\(boundary)--\r\n").utf8)
  }
}
