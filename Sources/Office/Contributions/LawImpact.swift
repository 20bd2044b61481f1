import Programs
public import Vocabulary

/// What another law would change in the contributions of a month: totals only, nobody by name.
public struct LawImpact: Codable, Hashable, Sendable {
  /// One programme of one segment; all segments together where `segment` is `nil`, the whole bill where `programme` is.
  public struct Line: Codable, Hashable, Sendable {
    public let segment: Segment?
    /// JKP has no bill of its own: what JKK, JKM and the State give it is told, and is not added to the bill.
    public let programme: Programme?
    /// Who has anything to pay here, by the one law or the other.
    public internal(set) var members = 0
    /// Of them, those whose amount is not the same.
    public internal(set) var touched = 0
    /// A month.
    public internal(set) var before = Rupiah.zero
    public internal(set) var after = Rupiah.zero
    /// For one membership and month; zero where nobody pays more.
    public internal(set) var largestRise = Rupiah.zero
    /// For one membership and month, as a positive amount; zero where nobody pays less.
    public internal(set) var largestFall = Rupiah.zero
  }

  /// Whose memberships and wages were reckoned.
  public let month: Month
  /// The law before: of `month`, in the office's book.
  public let lawBefore: String
  /// The law after: of this month, in this book.
  public let monthAfter: Month
  public let lawAfter: String
  /// Memberships with a wage in the month; the lapsed are not billed and do not count.
  public let memberships: Int
  /// Segment by segment in their order, then all together; in each the programmes, then the bill.
  public let lines: [Line]

  /// The whole bill of everybody.
  public var total: Line { lines.last ?? Line(segment: nil, programme: nil) }
}

/// Adds up the two reckonings of each membership, in the order of the members.
struct ImpactTally {
  private struct Counter {
    var line: LawImpact.Line
    var lastMember: MemberID?
    var lastTouched: MemberID?

    mutating func add(_ member: MemberID, _ before: Rupiah, _ after: Rupiah) {
      guard before != .zero || after != .zero else { return }
      line.before += before
      line.after += after
      if lastMember != member {
        lastMember = member
        line.members += 1
      }
      guard before != after else { return }
      // A member with two jobs counts once.
      if lastTouched != member {
        lastTouched = member
        line.touched += 1
      }
      line.largestRise = max(line.largestRise, after - before)
      line.largestFall = max(line.largestFall, before - after)
    }
  }

  private static let width = Programme.allCases.count + 1
  private var counters: [Counter]
  private(set) var memberships = 0

  init() {
    counters = (Segment.allCases.map(Optional.some) + [nil]).flatMap { segment in
      (Programme.allCases.map(Optional.some) + [nil]).map {
        Counter(line: LawImpact.Line(segment: segment, programme: $0))
      }
    }
  }

  /// Members must come one after the other.
  mutating func add(_ member: MemberID, _ segment: Segment, _ before: Contribution, _ after: Contribution) {
    memberships += 1
    let own = (Segment.allCases.firstIndex(of: segment) ?? 0) * Self.width
    let all = Segment.allCases.count * Self.width
    for (offset, programme) in Programme.allCases.enumerated() {
      let (old, new) = (before.impact(on: programme), after.impact(on: programme))
      counters[own + offset].add(member, old, new)
      counters[all + offset].add(member, old, new)
    }
    counters[own + Self.width - 1].add(member, before.total, after.total)
    counters[all + Self.width - 1].add(member, before.total, after.total)
  }

  /// Without what nobody has anything to do with; the whole bill of everybody is always there.
  var lines: [LawImpact.Line] {
    counters.map(\.line).filter { $0.members > 0 || $0.segment == nil && $0.programme == nil }
  }
}

extension Contribution {
  fileprivate func impact(on programme: Programme) -> Rupiah {
    programme == .jkp ? jkkToJKP + jkmToJKP + jkpFromState : self[programme]
  }
}
