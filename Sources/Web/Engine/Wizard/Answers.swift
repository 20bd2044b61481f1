public import Vocabulary

/// What has been answered so far, by field name, in the form the office reads: digits without blanks, days as ISO 8601.
///
/// A field that was passed over is there and empty; one that was not asked yet is not there.
public struct Answers: Sendable, Hashable {
  public private(set) var values: [String: String]

  public init(_ values: [String: String] = [:]) { self.values = values }

  public subscript(name: String) -> String? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// The answer, or empty text.
  public func text(_ name: String) -> String { values[name] ?? "" }
  public func rupiah(_ name: String) -> Rupiah? { values[name].flatMap(Rupiah.init(typed:)) }
  public func day(_ name: String) -> Day? { values[name].flatMap { Day($0) } }
  public func nik(_ name: String) -> NIK? { values[name].flatMap { NIK($0) } }
  public func number(_ name: String) -> Int? { values[name].flatMap { Int($0) } }
  public func isYes(_ name: String) -> Bool { values[name] == "ya" }
}
