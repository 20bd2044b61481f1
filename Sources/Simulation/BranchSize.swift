public import Vocabulary

/// How many members a branch has, per segment, and how their number went.
///
/// Jambi 2023 after Simamora et al. 2024: PU 74.800, Jakon 56.107, BPU 27.347, PMI 0; 127.391 members in 2021, 171.766 in
/// 2022 and 158.254 in 2023.
public struct BranchSize: Sendable, Hashable {
  public let wageEarners: Int
  public let construction: Int
  public let selfEmployed: Int

  public init(wageEarners: Int, construction: Int, selfEmployed: Int) {
    self.wageEarners = wageEarners
    self.construction = construction
    self.selfEmployed = selfEmployed
  }

  public static let jambi2023 = BranchSize(wageEarners: 74_800, construction: 56_107, selfEmployed: 27_347)

  public var total: Int { wageEarners + construction + selfEmployed }

  /// A part of it, `0 < share`; each segment rounded to whole people.
  public func scaled(to share: Double) -> BranchSize {
    func part(_ count: Int) -> Int { max(1, Int((Double(count) * share).rounded())) }
    return BranchSize(
      wageEarners: part(wageEarners), construction: part(construction), selfEmployed: part(selfEmployed))
  }

  public subscript(segment: Segment) -> Int {
    switch segment {
    case .wageEarner: wageEarners
    case .construction: construction
    case .selfEmployed: selfEmployed
    case .migrant: 0
    }
  }

  /// How many of `segment` there are in month `index` of `months`: from the first year's number over the second's to the
  /// third's, in straight lines.
  func target(_ segment: Segment, month index: Int, of months: Int) -> Int {
    let last = self[segment]
    guard months > 1 else { return last }
    // Thousandths of the last number: 127.391 and 171.766 of 158.254.
    let (start, peak) = (805, 1_085)
    let half = max(1, (months - 1) / 2)
    let share =
      index <= half
      ? start + (peak - start) * index / half : peak - (peak - 1_000) * (index - half) / max(1, months - 1 - half)
    return index == months - 1 ? last : last * share / 1_000
  }
}
