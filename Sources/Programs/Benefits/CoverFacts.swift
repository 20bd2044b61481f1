internal import Law
public import Vocabulary

/// What the office knew of a membership on the day of an event.
public struct CoverFacts: Codable, Sendable, Hashable {
  public let joined: Day
  /// The last day, if the membership had ended.
  public let ended: Day?
  /// The last month that was paid for, as the books stood on the day of the event; `nil` where nothing was missing.
  public let paidThrough: Month?
  /// When a lapsed membership came back, the last time it did.
  public let reactivated: Day?

  public init(joined: Day, ended: Day? = nil, paidThrough: Month? = nil, reactivated: Day? = nil) {
    self.joined = joined
    self.ended = ended
    self.paidThrough = paidThrough
    self.reactivated = reactivated
  }
}

extension CoverFacts {
  /// Shared with the office, which closes memberships by it and lists the key.
  static let unpaidMonths = LawKey<Months>("membership/unpaid_months")

  /// Why there was no cover on a day.
  public enum Gap: Codable, Sendable, Hashable {
    case joinedLater(joined: Day)
    case ended(on: Day)
    /// A self-employed membership, unpaid for so many months in a row.
    case lapsed(unpaidMonths: Int)
  }

  /// What was missing on `day`; `nil` where the membership was active.
  func gap(of segment: Segment, on day: Day, law: LawBook, _ working: inout Working) throws(LawError) -> Gap? {
    if day < joined { return .joinedLater(joined: joined) }
    if let ended, ended < day { return .ended(on: ended) }
    guard segment == .selfEmployed, let paidThrough else { return nil }
    let unpaid = max(0, paidThrough.months(until: day.month) - 1)
    let most = try law.inForce(Self.unpaidMonths, on: day)
    working.append(
      Step(
        "Iuran dibayar sampai \(paidThrough.spelled(in: .indonesian)): \(unpaid) bulan penuh belum dibayar; "
          + "kepesertaan tutup kalau lebih dari \(most.value.count) bulan.",
        "Paid through \(paidThrough.spelled(in: .english)): \(unpaid) full month(s) unpaid; a membership closes after "
          + "more than \(most.value.count).", by: most))
    return unpaid > most.value.count ? .lapsed(unpaidMonths: unpaid) : nil
  }

  /// Everything about these facts that cannot be.
  func impossibilities(bornOn: Day, event: Day) -> [FactsError] {
    var errors: [FactsError] = []
    if bornOn >= joined { errors.append(.bornAfterJoining(born: bornOn, joined: joined)) }
    if let ended, ended < joined { errors.append(.workEndedBeforeJoining(ended: ended, joined: joined)) }
    if let reactivated, reactivated < joined || reactivated > event {
      errors.append(.claim(.reactivatedOutside(reactivated)))
    }
    if let paidThrough, paidThrough < joined.month.previous {
      errors.append(.claim(.paidBeforeJoining(paidThrough)))
    }
    return errors
  }
}

extension CoverFacts.Gap {
  public var code: String {
    switch self {
    case .joinedLater: "joined-later"
    case .ended: "membership-ended"
    case .lapsed: "membership-lapsed"
    }
  }

  public var words: Words {
    switch self {
    case .joinedLater(let joined):
      Words(
        "Kepesertaan baru mulai \(joined.spelled(in: .indonesian)), sesudah kejadian. Kejadian sebelumnya tidak "
          + "dilindungi; tanyakan hak Anda kepada pemberi kerja.",
        "Membership began on \(joined.spelled(in: .english)), after the event, so there was no cover. Ask the employer "
          + "what is due to you.")
    case .ended(let day):
      Words(
        "Kepesertaan sudah berakhir \(day.spelled(in: .indonesian)). Bila masih bekerja pada hari kejadian, bawa "
          + "bukti kerja dari pemberi kerja.",
        "Membership had ended on \(day.spelled(in: .english)). If work went on until the event, bring proof from the "
          + "employer.")
    case .lapsed(let months):
      Words(
        "Iuran \(months) bulan berturut-turut belum dibayar, jadi kepesertaan nonaktif pada hari kejadian. Bila sudah "
          + "membayar, bawa bukti bayarnya.",
        "\(months) months in a row were unpaid, so the membership was closed on the day of the event. If they were "
          + "paid, bring the receipt.")
    }
  }
}
