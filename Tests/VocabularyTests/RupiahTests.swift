import Testing
import Vocabulary

@Suite("Rupiah")
struct RupiahTests {
  static let good: [(String, Int64)] = [
    ("0", 0), ("1", 1), ("1250000", 1_250_000), ("1.250.000", 1_250_000), ("Rp1.250.000", 1_250_000),
    ("Rp 1.250.000", 1_250_000), ("rp. 1.250.000", 1_250_000), ("RP 500", 500), ("  750.000  ", 750_000),
    ("1.250.000,00", 1_250_000), ("1250000,00", 1_250_000), ("Rp 1.250.000,-", 1_250_000), ("0,00", 0),
    ("Rp\u{a0}1.500.000", 1_500_000), ("\u{a0}1.500.000\u{a0}", 1_500_000),
    ("999.999.999.999.999", 999_999_999_999_999),
    ("007", 7),
  ]

  @Test("What people type for an amount is read", arguments: good)
  func reads(_ text: String, _ amount: Int64) { #expect(Rupiah(typed: text)?.amount == amount) }

  static let bad = [
    "", " ", "Rp", "Rp.", "abc", "1,5", "1.25", "1.2500", "12.34.567", "1250.000", ".500", "1.", "1..000", "1.000.",
    "-5", "-1.000", "+1",
    "1 000", "1,000", "1,000,000", "1,000,00", "1,5,00", "1,,00", ",00", ",-", "1,250,-", "1.250,50", "1.000,0", "1e6",
    "٣٠٠", "1\u{0301}00", "5 ribu", "1000000000000000", "99999999999999999999", "Rp Rp 5", "$5", "0x10", "1_000",
  ]

  @Test("What is no amount, or could be two, is refused and not guessed at", arguments: bad)
  func refuses(_ text: String) { #expect(Rupiah(typed: text) == nil) }

  @Test("An amount is printed with dots, and reads back")
  func prints() {
    #expect(Rupiah(1_250_000).description == "Rp 1.250.000")
    #expect(Rupiah(-500).description == "-Rp 500")
    #expect(Rupiah(0).description == "Rp 0")
    #expect(Rupiah(.min).description == "-Rp 9.223.372.036.854.775.808")
    var random = SeededRandom(seed: seed)
    for _ in 0..<5_000 {
      let amount = Rupiah(Int64(random.below(random.pick([10, 1_000, 100_000, 999_999_999_999_999]))))
      #expect(Rupiah(typed: amount.description) == amount, "SEED=\(seed)")
      #expect(Rupiah(typed: amount.grouped) == amount, "SEED=\(seed)")
      #expect(Rupiah(typed: String(amount.amount)) == amount, "SEED=\(seed)")
    }
  }

  @Test("Rubbish of any kind never stops the program, and what is read prints as what was typed")
  func rubbish() {
    var random = SeededRandom(seed: seed)
    let signs = Array("0123456789..,,--Rp \u{a0}x")
    for _ in 0..<50_000 {
      let text = String((0..<random.below(14)).map { _ in random.pick(signs) })
      guard let read = Rupiah(typed: text) else { continue }
      let before = text.hasSuffix(",00") ? String(text.dropLast(3)) : text
      let typed = Int64(before.filter { "0123456789".contains($0) })
      #expect(text.contains(",00") || typed == read.amount, "SEED=\(seed) \(text)")
    }
  }

  @Test("Sums, signs and order are those of whole numbers")
  func arithmetic() {
    #expect([Rupiah(5), Rupiah(-2), Rupiah(7)].sum() == Rupiah(10))
    #expect([Rupiah]().sum() == .zero)
    #expect(Rupiah(3) - Rupiah(5) == Rupiah(-2) && -Rupiah(2) == Rupiah(-2) && Rupiah(4) * 3 == Rupiah(12))
    #expect(Rupiah(1).isPositive && Rupiah(-1).isNegative && Rupiah.zero.isZero && Rupiah(1) < Rupiah(2))
  }
}
