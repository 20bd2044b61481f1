/// The two engines. The same SQL runs on both; where the engines differ, this target hides or names the difference.
public enum Engine: String, CaseIterable, Sendable, Codable {
  case sqlite
  case postgresql
}

/// What a commit is worth when the machine loses power. Neither choice ever leaves half a transaction.
public enum Durability: Sendable {
  /// A commit that returned is on disk.
  case full
  /// The last commits before a power cut may be lost. For tests, rehearsals and rebuilding from files.
  case relaxed
}
