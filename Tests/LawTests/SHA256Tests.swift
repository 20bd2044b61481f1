import Testing

@testable import Law

@Suite("SHA-256")
struct SHA256Tests {
  private func digest(_ parts: [String]) -> String {
    var digest = SHA256()
    for part in parts { digest.update(Array(part.utf8)) }
    return digest.finish()
  }

  @Test("The vectors of FIPS 180-4 come out")
  func vectors() {
    #expect(digest([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(digest(["abc"]) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      digest(["abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"])
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test("A million letters, in pieces of any length, come out too")
  func million() {
    #expect(
      digest(Array(repeating: String(repeating: "a", count: 1_000), count: 1_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    #expect(digest(["a", "", "bc"]) == digest(["abc"]))
    let long = String(repeating: "x", count: 55)
    #expect(digest([long, "yz"]) == digest([long + "yz"]))
  }
}
