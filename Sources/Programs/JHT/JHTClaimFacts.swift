public import Vocabulary

/// What must be known to decide a JHT claim. Nothing here is law.
public struct JHTClaimFacts: Codable, Sendable, Hashable {
  /// A JHT payment made before this claim, over all the member's accounts.
  public struct EarlierPayment: Codable, Sendable, Hashable {
    public let paid: Day
    public let gross: Rupiah
    /// What was withheld of it.
    public let tax: Rupiah
    /// Under one of the partial grounds.
    public let partial: Bool
    /// Out of the membership that is claimed now, not out of one that ended before it.
    public let sameMembership: Bool

    public init(paid: Day, gross: Rupiah, tax: Rupiah, partial: Bool, sameMembership: Bool = true) {
      self.paid = paid
      self.gross = gross
      self.tax = tax
      self.partial = partial
      self.sameMembership = sameMembership
    }
  }

  public let ground: JHTGround
  /// Of the memberships named in the claim; at least one.
  public let segments: [Segment]
  /// The first day of the earliest membership.
  public let joined: Day
  public let bornOn: Day
  /// The last day of work, or of life; `nil` while still working.
  public let workEnded: Day?
  public let filed: Day
  /// The day that the employer's letter on a resignation bears; `nil` where it is not known.
  public let letterDated: Day?
  /// The day of payment, by whose law the tax is reckoned; `nil` until it is known, and the day of filing stands in.
  public let paidOn: Day?
  /// After a death: somebody is left who inherits.
  public let hasHeir: Bool
  /// Of all named memberships together, return included.
  public let balance: Rupiah
  public let channel: ClaimChannel
  /// The channel's own conditions were met on the day of filing: what the balance did since does not send anybody back.
  public let channelAccepted: Bool
  /// All named memberships have ended.
  public let nonActive: Bool
  /// The member has renewed their data in the application.
  public let dataRenewed: Bool
  public let hasNPWP: Bool
  public let earlierPayments: [EarlierPayment]

  public init(
    ground: JHTGround, segments: [Segment], joined: Day, bornOn: Day, workEnded: Day?, filed: Day, balance: Rupiah,
    channel: ClaimChannel, nonActive: Bool, dataRenewed: Bool, hasNPWP: Bool, earlierPayments: [EarlierPayment] = [],
    letterDated: Day? = nil, paidOn: Day? = nil, hasHeir: Bool = true,
    channelAccepted: Bool = false
  ) {
    self.ground = ground
    self.segments = segments
    self.joined = joined
    self.bornOn = bornOn
    self.workEnded = workEnded
    self.filed = filed
    self.balance = balance
    self.channel = channel
    self.nonActive = nonActive
    self.dataRenewed = dataRenewed
    self.hasNPWP = hasNPWP
    self.earlierPayments = earlierPayments
    self.letterDated = letterDated
    self.paidOn = paidOn
    self.hasHeir = hasHeir
    self.channelAccepted = channelAccepted
  }

  /// The day whose tax law counts.
  var taxDay: Day { paidOn ?? filed }
}

extension JHTClaimFacts {
  /// Everything about these facts that cannot be. No claim with any is decided.
  public var impossibilities: [FactsError] {
    var errors: [FactsError] = []
    if segments.isEmpty { errors.append(.noSegment) }
    if bornOn >= joined { errors.append(.bornAfterJoining(born: bornOn, joined: joined)) }
    if joined > filed { errors.append(.joinedAfterFiling(joined: joined, filed: filed)) }
    if balance.isNegative { errors.append(.negativeAmount(balance)) }
    if balance > ContributionRules.largestAmount { errors.append(.implausibleAmount(balance)) }
    if let workEnded {
      if workEnded < joined { errors.append(.workEndedBeforeJoining(ended: workEnded, joined: joined)) }
      // Someone who goes on working until a known day may well file for a part before it.
      if filed < workEnded, needsWorkEnd { errors.append(.filedBeforeWorkEnded(filed: filed, ended: workEnded)) }
    } else if needsWorkEnd {
      errors.append(.workEndMissing(ground))
    }
    if let letterDated {
      errors += [
        FactsError.outOfOrder(.letter, letterDated, before: .joining, joined),
        FactsError.outOfOrder(.filing, filed, before: .letter, letterDated),
      ].compactMap(\.self)
    }
    if let paidOn { errors += [FactsError.outOfOrder(.payment, paidOn, before: .filing, filed)].compactMap(\.self) }
    return errors + earlierPayments.flatMap(impossibilities(of:))
  }

  private var needsWorkEnd: Bool { !ground.isPartial && ground != .retirementAge56 }

  private func impossibilities(of payment: EarlierPayment) -> [FactsError] {
    var errors: [FactsError] = []
    if payment.paid > filed { errors.append(.earlierPaymentAfterFiling(paid: payment.paid, filed: filed)) }
    errors += [FactsError.outOfOrder(.earlierPayment, payment.paid, before: .joining, joined)].compactMap(\.self)
    if payment.gross.isNegative { errors.append(.negativeAmount(payment.gross)) }
    if payment.gross > ContributionRules.largestAmount { errors.append(.implausibleAmount(payment.gross)) }
    if payment.tax.isNegative { errors.append(.negativeAmount(payment.tax)) }
    if payment.tax > payment.gross { errors.append(.taxAboveEarlierPayment(paid: payment.paid)) }
    return errors
  }
}
