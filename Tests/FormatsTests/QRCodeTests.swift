import Formats
import Foundation
import Testing
import Vocabulary

@Suite struct QRCodeTests {
  @Test(
    "A scanner reads back what a code was made of",
    arguments: ["https://naungan.contoh.id/k/26012345678", "0123456789", "Santunan Rp 42.000.000 — selesai ✓", "A"])
  func readBack(text: String) throws {
    let code = try QRCode(text)
    let read = try Tool.inFolder { folder in
      let file = folder.appendingPathComponent("code.pgm")
      try Data(picture(of: code)).write(to: file)
      return try Tool.run("zbarimg", ["-q", "--raw", file.path]).trimmingCharacters(in: .newlines)
    }
    #expect(read == text)
  }

  @Test("The three finder patterns stand in their corners and nothing is dark outside")
  func corners() throws {
    let code = try QRCode("naungan")
    #expect(code.side == 21)
    for (row, column) in [(0, 0), (0, 14), (14, 0)] {
      #expect(code.isDark(row: row, column: column) && code.isDark(row: row + 3, column: column + 3))
      #expect(!code.isDark(row: row + 1, column: column + 1))
    }
    #expect(!code.isDark(row: -1, column: 0) && !code.isDark(row: 0, column: 21))
  }

  @Test("The runs are the dark modules, each once")
  func runs() throws {
    let code = try QRCode("naungan")
    let dark = (0..<code.side).flatMap { row in (0..<code.side).filter { code.isDark(row: row, column: $0) } }.count
    #expect(code.runs.map(\.length).reduce(0, +) == dark)
  }

  @Test("The SVG has its quiet zone and its title is escaped")
  func svg() throws {
    let svg = try QRCode("naungan").svg(size: 100, title: "<Bayar> \"di sini\"")
    #expect(svg.contains(#"viewBox="0 0 29 29""#) && svg.contains(#"width="100""#))
    #expect(svg.contains(#"aria-label="&lt;Bayar&gt; &quot;di sini&quot;""#))
    #expect(try QRCode("naungan").svg().contains("aria-hidden"))
  }

  @Test("Too much to hold is an error that says how much, and an empty text is a code of a blank")
  func limits() throws {
    let text = String(repeating: "ü", count: 2_000)
    #expect(throws: FormatError.tooLongForCode(bytes: 4_000)) { try QRCode(text) }
    #expect(try QRCode("") == QRCode(" "))
    #expect(try QRCode("a\0b") != QRCode("a"))
  }

  private func picture(of code: QRCode) -> [UInt8] {
    let (module, quiet) = (6, 4)
    let side = (code.side + 2 * quiet) * module
    var bytes = Array("P5 \(side) \(side) 255\n".utf8)
    for y in 0..<side {
      for x in 0..<side {
        bytes.append(code.isDark(row: y / module - quiet, column: x / module - quiet) ? 0 : 255)
      }
    }
    return bytes
  }
}
