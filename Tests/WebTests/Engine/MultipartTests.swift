import Testing
import Vocabulary
import Web

@Suite("Uploads")
struct MultipartTests {
  private static let type = "multipart/form-data; boundary=----batas"

  private static func parts(
    _ body: [UInt8], cut: Int = .max, type: String = type, limits: Multipart.Limits = Multipart.Limits()
  ) throws -> [(Multipart.Head, [UInt8])] {
    var parser = try #require(Multipart(contentType: type, limits: limits))
    var parts: [(Multipart.Head, [UInt8])] = []
    var ended = true
    var rest = body[...]
    while !rest.isEmpty {
      for event in try parser.feed(rest.prefix(cut)) {
        switch event {
        case .begins(let head):
          #expect(ended)
          parts.append((head, []))
          ended = false
        case .bytes(let more): parts[parts.count - 1].1 += more
        case .ends: ended = true
        }
      }
      rest = rest.dropFirst(cut)
    }
    try parser.finish()
    #expect(ended)
    return parts
  }

  private static func body(_ text: String) -> [UInt8] { Array(text.replacing("\n", with: "\r\n").utf8) }

  private static let simple = body(
    """
    ------batas
    Content-Disposition: form-data; name="bulan"

    2026-11
    ------batas
    Content-Disposition: form-data; name="upah"; filename="upah.csv"
    Content-Type: text/csv

    nik,upah
    9971014107850001,5400000

    ------batas--

    """)

  @Test("A form with a file is read whole, however it is cut", arguments: [1, 2, 3, 5, 7, 11, 13, 64, 10_000])
  func cuts(cut: Int) throws {
    let parts = try Self.parts(Self.simple, cut: cut)
    #expect(parts.map(\.0.name) == ["bulan", "upah"])
    #expect(parts.map(\.0.filename) == [nil, "upah.csv"])
    #expect(parts.last?.0.type == "text/csv")
    #expect(String(decoding: parts[0].1, as: UTF8.self) == "2026-11")
    #expect(String(decoding: parts[1].1, as: UTF8.self) == "nik,upah\r\n9971014107850001,5400000\r\n")
  }

  @Test("What only looks like a boundary stays in the file")
  func nearMisses() throws {
    let content = "\r\n------bata\r\n-----batas\r\n--\r\n\r\r\n------batat--\r\n"
    let body = Array(
      "------batas\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n\(content)\r\n------batas--\r\n"
        .utf8)
    for cut in [1, 2, 9, 4_000] {
      let parts = try Self.parts(body, cut: cut)
      #expect(String(decoding: parts[0].1, as: UTF8.self) == content)
    }
  }

  @Test("Empty parts, a preamble, blanks after a boundary and an epilogue are all allowed")
  func oddButRight() throws {
    let text =
      "abaikan ini\r\n------batas  \r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n------batas\r\n"
      + "Content-Disposition: form-data; name=\"b\"; filename=\"\"\r\n\r\n\r\n------batas--\r\nekor yang panjang"
    let parts = try Self.parts(Array(text.utf8), cut: 3)
    #expect(parts.map(\.0.name) == ["a", "b"])
    #expect(parts.allSatisfy { $0.1.isEmpty })
    #expect(parts[1].0.filename == "")
  }

  @Test(
    "A file's name is never a path, and its quotes and escapes are read",
    arguments: [
      ("name=\"f\"; filename=\"../../etc/passwd\"", "passwd"),
      ("name=\"f\"; filename=\"C:\\Data\\upah.csv\"", "upah.csv"),
      ("name=\"f\"; filename=\"a\\\"b.csv\"", "a\"b.csv"), ("name=f; filename=upah.csv", "upah.csv"),
      ("name=\"f\"; filename=\"x.csv\"; filename*=UTF-8''upah%20n%C3%B3v.csv", "upah nóv.csv"),
      ("name=\"f\"; filename=\"a.csv\"; filename=\"b.exe\"", "a.csv"), ("name=\"f\"; filename=\"a;b.csv\"", "a;b.csv"),
      ("name=\"f\"; filename*=utf-8''..%2F..%2Fx.csv", "x.csv"), ("filename=\"..\\..\"; name=\"f\"", ".."),
    ])
  func names(head: String, expected: String) throws {
    let body = Array("------batas\r\nContent-Disposition: form-data; \(head)\r\n\r\nx\r\n------batas--\r\n".utf8)
    #expect(try Self.parts(body)[0].0.filename == expected)
  }

  @Test(
    "A broken upload is refused",
    arguments: [
      "", "no boundary at all", "------batas", "------batas\r\n",
      "------batas\r\nContent-Disposition: form-data\r\n\r\nx",
      "------batas\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever ends",
      "------batas\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n------batas",
      "------batas\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n------batasan\r\n",
      "------batas\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n------batas--",
      "------batas\r\nno colon here\r\n\r\nx\r\n------batas--",
      "------batas\r\n\r\nno head\r\n------batas--",
      "------batas\nContent-Disposition: form-data; name=\"a\"\n\nx\n------batas--\n",
    ])
  func broken(text: String) {
    for cut in [1, 5, 1_000] {
      #expect(throws: Refusal.self, "\(text)") { try Self.parts(Array(text.utf8), cut: cut) }
    }
  }

  @Test("A head that is no UTF-8 is refused")
  func badHead() {
    let body = Array("------batas\r\nContent-Disposition: form-data; name=\"".utf8) + [0xFF] + Array("\"\r\n\r\nx".utf8)
    #expect(throws: Refusal.self) { try Self.parts(body) }
  }

  @Test("Limits hold: too many parts, too long a head, too large a value or file")
  func limits() {
    let field = "------batas\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n12345678901\r\n"
    let file = "------batas\r\nContent-Disposition: form-data; name=\"a\"; filename=\"f\"\r\n\r\n12345678901\r\n"
    let head = "------batas\r\nX: " + String(repeating: "x", count: 5_000)
    let tail = "------batas--\r\n"
    for cut in [1, 3, 1_000] {
      #expect(throws: Refusal.tooMany(2)) {
        try Self.parts(Array((field + field + field + tail).utf8), cut: cut, limits: Multipart.Limits(parts: 2))
      }
      #expect(throws: Refusal.tooLarge(10)) {
        try Self.parts(Array((field + tail).utf8), cut: cut, limits: Multipart.Limits(fieldBytes: 10))
      }
      #expect(throws: Refusal.tooLarge(10)) {
        try Self.parts(Array((file + tail).utf8), cut: cut, limits: Multipart.Limits(fileBytes: 10))
      }
      #expect(throws: Refusal.self) { try Self.parts(Array(head.utf8), cut: cut) }
    }
    #expect(throws: Never.self) {
      try Self.parts(Array((file + tail).utf8), limits: Multipart.Limits(fileBytes: 11))
    }
  }

  @Test(
    "A content type without a usable boundary is no upload",
    arguments: [
      "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
      "multipart/form-data; boundary=é", "multipart/form-data; boundary=" + String(repeating: "b", count: 71),
    ])
  func boundaries(type: String) { #expect(Multipart(contentType: type) == nil) }

  @Test("Random bytes never crash it and never come through as parts they are not")
  func fuzz() throws {
    var random = SeededRandom(seed: 20_261_120)
    for _ in 0..<300 {
      var body = Self.simple
      for _ in 0...random.below(6) {
        let at = random.below(body.count)
        switch random.below(3) {
        case 0: body[at] = UInt8(random.below(256))
        case 1: body.remove(at: at)
        default: body.insert(random.pick([13, 10, 45, 34, 59, 0, 255] as [UInt8]), at: at)
        }
      }
      let whole = try? Self.parts(body).map(\.1)
      let cut = try? Self.parts(body, cut: 1 + random.below(9)).map(\.1)
      #expect(whole == cut)
    }
  }
}
