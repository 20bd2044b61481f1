public import Vocabulary

/// A parameter that differs between two days, or between two books.
public struct ParameterChange: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// There was no law on it before.
    case came
    /// Repealed, or not in the later book.
    case went
    /// Another value.
    case changed
    /// The same value, by another article or with another certainty.
    case restated
  }

  /// What a parameter was on a day.
  public struct Standing: Hashable, Sendable {
    public let value: LawValue
    public let from: Day
    public let source: Citation
    /// The instrument by its title, with the article.
    public let cited: Words
    public let confidence: Confidence
  }

  /// The end of a rule, where the later book says one.
  public struct Repeal: Hashable, Sendable {
    public let from: Day
    public let source: Citation
    public let cited: Words
    public let confidence: Confidence
  }

  public let name: String
  public let title: Words
  public let unit: Words
  /// `nil` where the law was silent, or had been repealed.
  public let before: Standing?
  public let after: Standing?
  /// Where `after` is `nil` because an article says so.
  public let repeal: Repeal?
  /// Of a table: the rows that are not the same.
  public let rows: [RowChange]

  public var kind: Kind {
    switch (before, after) {
    case (nil, _): .came
    case (_, nil): .went
    case (let before?, let after?): before.value == after.value ? .restated : .changed
    }
  }
}

/// A row of a table that came (`before` is `nil`), went (`after` is `nil`) or changed.
public struct RowChange: Hashable, Sendable {
  /// Of the row, in the order written.
  public let columns: [LawColumn]
  public let before: LawRow?
  public let after: LawRow?

  /// The columns whose cells are not the same; all of them where the row came or went.
  public var changed: [LawColumn] {
    guard let before, let after else { return columns }
    return columns.filter { before.cells[$0.name] != after.cells[$0.name] }
  }
}

/// What a kind of claim asks for otherwise than before.
public struct RequirementChange: Hashable, Sendable {
  /// One fact with whom it is asked of.
  public struct Asked: Hashable, Sendable {
    public let requirement: Requirement
    public let grounds: Set<String>
    public let claimants: Set<String>
    public let channels: Set<String>
    /// The answers that it is asked for, question by question, where it is not asked for all of them.
    public let only: [[Words]]
  }

  /// The same fact, shown otherwise.
  public struct Pair: Hashable, Sendable {
    public let before: Asked
    public let after: Asked
  }

  /// The file's name: `jht`.
  public let claim: String
  public let title: Words
  /// Since when the later list holds; `nil` where nothing is asked any more.
  public let from: Day?
  public let came: [Asked]
  public let went: [Asked]
  public let changed: [Pair]
}
