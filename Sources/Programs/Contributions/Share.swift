internal import Vocabulary

/// A rate in plain integers with its rounding worked in: one multiplication, one division.
struct Share {
  private let numerator: Int64
  private let denominator: Int64
  /// Added before dividing, so that the division itself rounds.
  private let bias: Int64

  static let nothing = Share(.zero, rounded: .down)

  init(_ rate: Rate, rounded rounding: Rounding) {
    numerator = rate.numerator
    denominator = rate.denominator
    bias =
      switch rounding {
      case .down: 0
      case .halfUp: rate.denominator / 2
      case .up: rate.denominator - 1
      }
  }

  /// The share of `base`, which must not be negative.
  func of(_ base: Rupiah) -> Rupiah { Rupiah((base.amount * numerator + bias) / denominator) }
}
