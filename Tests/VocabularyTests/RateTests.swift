import Foundation
import Testing
import Vocabulary

@Suite("Rates and rounding")
struct RateTests {
  @Test("A rate is kept in lowest terms with the sign above the line")
  func lowestTerms() {
    #expect(Rate(24, over: 10_000) == Rate(3, over: 1_250))
    #expect(Rate(1, over: -2) == Rate(-1, over: 2))
    #expect(Rate(0, over: 7) == .zero)
    #expect(Rate(0, over: -7).denominator == 1)
    #expect(Rate.percent(24, over: 100) == Rate(24, over: 10_000))
  }

  /// The slow way: whole numbers over one common line, no lowest terms.
  private func slow(_ a: (Int64, Int64), _ b: (Int64, Int64)) -> (sum: (Int64, Int64), product: (Int64, Int64)) {
    ((a.0 * b.1 + b.0 * a.1, a.1 * b.1), (a.0 * b.0, a.1 * b.1))
  }

  @Test("Adding, multiplying and comparing agree with the slow way")
  func arithmetic() {
    var random = SeededRandom(seed: seed)
    func fraction() -> (Int64, Int64) { (Int64(random.below(20_001)) - 10_000, Int64(random.below(5_000)) + 1) }
    for _ in 0..<20_000 {
      let (a, b) = (fraction(), fraction())
      let (x, y) = (Rate(a.0, over: a.1), Rate(b.0, over: b.1))
      let (sum, product) = slow(a, b)
      #expect(x + y == Rate(sum.0, over: sum.1), "SEED=\(seed) \(a) \(b)")
      #expect(x * y == Rate(product.0, over: product.1), "SEED=\(seed) \(a) \(b)")
      #expect((x < y) == (a.0 * b.1 < b.0 * a.1), "SEED=\(seed) \(a) \(b)")
      #expect(x - y + y == x, "SEED=\(seed) \(a) \(b)")
    }
  }

  @Test("Rounding agrees with the slow way, and down, half up and up never differ by more than one")
  func rounding() {
    var random = SeededRandom(seed: seed)
    for _ in 0..<20_000 {
      let (n, d) = (Int64(random.below(2_000_001)) - 1_000_000, Int64(random.below(2_000)) + 1)
      let exact = Rate(n, over: d)
      let size = n.magnitude / UInt64(d)
      let rest = n.magnitude % UInt64(d)
      let sign: Int64 = n < 0 ? -1 : 1
      #expect(Rupiah(exact, rounded: .down).amount == sign * Int64(size), "SEED=\(seed) \(n)/\(d)")
      #expect(Rupiah(exact, rounded: .up).amount == sign * Int64(rest == 0 ? size : size + 1), "SEED=\(seed) \(n)/\(d)")
      #expect(
        Rupiah(exact, rounded: .halfUp).amount == sign * Int64(rest * 2 >= UInt64(d) ? size + 1 : size),
        "SEED=\(seed) \(n)/\(d)")
    }
    #expect(Rupiah(Rate(1, over: 2), rounded: .halfUp) == Rupiah(1))
    #expect(Rupiah(Rate(-1, over: 2), rounded: .halfUp) == Rupiah(-1))
    #expect(Rupiah(Rate(3), rounded: .up) == Rupiah(3))
  }

  @Test("A rate of a large amount is exact: 5/9 % of ten trillion")
  func large() {
    let exact = Rate.percent(5, over: 9) * Rupiah(10_000_000_000_000)
    #expect(exact == Rate(500_000_000_000, over: 9))
    #expect(Rupiah(exact, rounded: .down) == Rupiah(55_555_555_555))
  }

  static let printed: [(Rate, String)] = [
    (.percent(2), "2%"), (.percent(24, over: 100), "0,24%"), (.percent(5, over: 9), "5/9%"),
    (.percent(37, over: 10), "3,7%"),
    (.zero, "0%"), (.one, "100%"), (.percent(-5, over: 2), "-2,5%"), (Rate(1, over: 3), "100/3%"),
    (Rate(1, over: 8), "12,5%"),
    (.percent(1, over: 1_000), "0,001%"), (.percent(-1, over: 100), "-0,01%"),
    (Rate(1, over: 1 << 40), "25/274877906944%"),
    (Rate(1, over: 10_000_000_000_000), "1/100000000000%"),
  ]

  @Test(
    "A rate is printed as the law prints it, a fraction where decimals would not end or be many", arguments: printed)
  func prints(_ rate: Rate, _ text: String) { #expect(rate.description == text) }
}
