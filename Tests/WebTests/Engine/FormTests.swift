import Testing
import Vocabulary
import Web

@Suite("Forms and queries")
struct FormTests {
  @Test(
    "A form is read as browsers write it",
    arguments: [
      ("a=1&b=2", [("a", "1"), ("b", "2")]), ("nama=Ni+Made%20Ayu", [("nama", "Ni Made Ayu")]),
      ("a=&b", [("a", ""), ("b", "")]), ("a=1&a=2", [("a", "1"), ("a", "2")]), ("&&a=1&", [("a", "1")]),
      ("x=a%3Db%26c", [("x", "a=b&c")]), ("kota=%E2%82%AC%C3%A9", [("kota", "€é")]), ("a=b=c", [("a", "b=c")]),
      ("", []),
    ])
  func reads(text: String, pairs: [(String, String)]) throws {
    let form = try Form(encoded: Array(text.utf8))
    #expect(form.pairs.map(\.name) == pairs.map(\.0))
    #expect(form.pairs.map(\.value) == pairs.map(\.1))
  }

  @Test(
    "A damaged form is refused, not guessed at", arguments: ["a=%", "a=%4", "a=%zz", "%ff=1", "a=%C3%28", "a=%c0%80"])
  func refuses(text: String) {
    #expect(throws: Refusal.unreadableForm) { try Form(encoded: Array(text.utf8)) }
  }

  @Test(
    "What cannot be printed is left out",
    arguments: [
      ("a=x%00y", "xy"), ("a=%1B%5B31mmerah", "[31mmerah"), ("a=x%C2%85y", "xy"), ("a=%E2%80%AEtxt", "txt"),
      ("a=%E2%81%A6x%E2%81%A9", "x"), ("a=baris%0D%0Adua%09x", "baris\r\ndua\tx"),
    ])
  func printable(text: String, value: String) throws {
    #expect(try Form(encoded: Array(text.utf8))["a"] == value)
  }

  @Test("A form of thousands of fields is refused")
  func limits() {
    let text = (0..<2_001).map { "f\($0)=1" }.joined(separator: "&")
    #expect(throws: Refusal.unreadableForm) { try Form(encoded: Array(text.utf8)) }
  }

  @Test("What is written is read back the same, whatever the characters")
  func roundTrip() throws {
    var random = SeededRandom(seed: 7)
    for _ in 0..<200 {
      let value = String((0..<random.below(20)).map { _ in random.pick(Array("aZ9 +%&=;/?#é€😀\n\r\t\"<>")) })
      let form = Form([("nama", value), (value, "x")])
      #expect(try Form(encoded: Array(form.encoded.utf8)) == form)
    }
  }

  @Test("Base64 for URLs goes both ways and refuses what it did not write")
  func base64() {
    for count in 0..<40 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 250) }
      #expect(Base64URL.bytes(Base64URL.text(bytes)) == bytes)
    }
    #expect(Base64URL.text([0xFB, 0xFF]) == "-_8")
    for bad in ["A", "AAAAA", "a+b/", "AB==", "AB", "é"] { #expect(Base64URL.bytes(bad) == nil, "\(bad)") }
  }

  @Test("An idempotency key is a structured string or a bare token")
  func keys() {
    #expect(IdempotencyKey(header: "\"8e03978e\"")?.text == "8e03978e")
    #expect(IdempotencyKey(header: " 8e03978e-40d5 ")?.text == "8e03978e-40d5")
    #expect(IdempotencyKey(header: "\"a\\\"b\\\\\"")?.text == "a\"b\\")
    #expect(IdempotencyKey(header: String(repeating: "k", count: 100)) != nil)
    for bad in ["", "\"\"", "\"open", "a b", "kunci\u{e9}", "\"a\"b\"", "\"a\\n\"", String(repeating: "k", count: 101)]
    {
      #expect(IdempotencyKey(header: bad) == nil, "\(bad)")
    }
  }
}
