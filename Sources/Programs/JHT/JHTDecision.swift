public import Law
public import Vocabulary

/// What a claim comes to.
public struct JHTPayable: Codable, Sendable, Hashable {
  /// What leaves the account.
  public let gross: Rupiah
  public let tax: Rupiah
  /// What rounding adds to the payment (pembulatan); zero as long as payments are whole rupiah.
  public let rounding: Rupiah
  /// What the member receives.
  public let net: Rupiah

  public init(gross: Rupiah, tax: Rupiah, rounding: Rupiah, net: Rupiah) {
    self.gross = gross
    self.tax = tax
    self.rounding = rounding
    self.net = net
  }
}

/// The answer to a claim, with its working and the fingerprint of the law it rests on.
public struct JHTDecision: Codable, Sendable, Hashable {
  public enum Outcome: Codable, Sendable, Hashable {
    case payable(JHTPayable)
    /// Every reason at once, so that nobody comes back twice.
    case refused([JHTRefusal])
  }

  public let outcome: Outcome
  public let working: Working
  public let lawHash: String

  /// `draft` as soon as one step of the working is.
  public var confidence: Confidence { working.confidence }
}

extension JHTDecision {
  /// The same decision, with what led to its balance shown before its own steps.
  public func preceded(by steps: Working) -> JHTDecision {
    JHTDecision(outcome: outcome, working: steps + working, lawHash: lawHash)
  }
}
