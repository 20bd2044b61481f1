public import Law
public import Vocabulary

/// A row of a progressive tariff: the rate on the part above a bound.
public struct Band: LawRowReadable, Hashable {
  public let over: Rupiah
  public let rate: Rate

  public static let columns = [LawColumn("over", .rupiah), LawColumn("rate", .percent)]

  public init(law row: LawRow) throws(WrongForm) {
    over = try row.cell("over")
    rate = try row.cell("rate")
  }

  init(over: Rupiah, rate: Rate) {
    self.over = over
    self.rate = rate
  }
}

extension Sequence<Band> {
  /// The exact sum of each band's rate on the part of `amount` between its bound and the next.
  func apply(to amount: Rupiah) -> Rate {
    let bands = sorted { $0.over < $1.over }
    var sum = Rate.zero
    for (index, band) in bands.enumerated() where amount > band.over {
      let top = index + 1 < bands.count ? Swift.min(bands[index + 1].over, amount) : amount
      sum = sum + band.rate * (top - band.over)
    }
    return sum
  }
}
