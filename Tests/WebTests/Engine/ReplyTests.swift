import HTTPTypes
import Testing
import Vocabulary
import Web

@Suite("Answers")
struct ReplyTests {
  @Test(
    "A redirect never leaves the site",
    arguments: [
      "//evil.example", "/\t/evil.example", "/\\evil.example", "https://evil.example", "/\n/evil.example", "/é",
    ])
  func stays(path: String) { #expect(Reply.see(path).headers[.location] == "/") }

  @Test("A path of ours is kept", arguments: ["/", "/anggota/klaim?x=1", "/masuk?kembali=%2Fanggota#isi"])
  func keeps(path: String) { #expect(Reply.see(path).headers[.location] == path) }

  @Test("The answer to a form has a language link only where its address can be opened")
  func language() async throws {
    let page = Page(
      "error", ["status": "", "title": "", "text": "", "faults": [], "trace": "", "isOurs": false],
      title: Words("x", "x"))
    let site = try TestSite.make([
      .post("/bayar", "Pay", for: .anyone) { _ in .page(page) },
      .post("/isi", "Fill in", for: .anyone) { _ in .page(page) },
      .get("/isi", "Fill in", for: .anyone) { _ in .page(page) },
    ])
    let client = TestClient(site)
    let alone = try await client.post("/bayar", form: [])
    let both = try await client.post("/isi", form: [])
    #expect(!alone.text.contains("lang=en") && both.text.contains("/isi?lang=en"))
  }
}
