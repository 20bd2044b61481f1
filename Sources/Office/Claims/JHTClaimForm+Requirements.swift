public import Law
internal import Programs
public import Vocabulary

extension JHTClaimForm {
  /// The answers to the three questions of `law/requirements/jht.yaml`.
  public var situation: RequirementList.Situation {
    RequirementList.Situation(
      ground: ground.rawValue, claimant: ground == .death ? "heir" : "member", channel: channel.rawValue)
  }

  /// What a claim of this form must show, by the law of the day it was filed. Empty where the law has no list for that day.
  public func requirements(by law: LawBook, on filed: Day) -> [Requirement] {
    guard let list = law.requirements.first(where: { $0.claim == "jht" }) else { return [] }
    return (try? list.requirements(for: situation, on: filed)) ?? []
  }
}
