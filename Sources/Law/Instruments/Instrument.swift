public import Vocabulary

/// One law, regulation or announcement: a file in `law/instruments/`.
public struct Instrument: Hashable, Sendable {
  /// The file's name without the ending, as citations use it: `pp-46-2015`.
  public let name: String
  public let title: Words
  /// The place in the State Gazette, where known.
  public let gazette: String?
  public let enacted: Day?
  public let inForce: Day
  /// The instruments it changes or takes the place of.
  public let amends: [String]
  public let link: String?
  public let confidence: Confidence
  public let note: Words?
  public let file: String
}

/// A row of `law/programs.yaml`: what of a programme is covered, for which years, and how sure we are.
public struct RegisterEntry: Hashable, Sendable {
  public let programme: Programme
  public let title: Words
  public let covers: [Words]
  public let missing: [Words]
  /// First and last year whose rules were gone through.
  public let verified: ClosedRange<Int>
  public let confidence: Confidence
}
