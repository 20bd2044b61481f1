import Vocabulary

/// Lets a sandbox be built, and never in production: there is no sandbox without a gate, and no gate there.
public struct SandboxGate: Sendable {
  /// - Throws: `SandboxClosed` in production.
  public init(production: Bool) throws(SandboxClosed) {
    if production { throw SandboxClosed() }
  }
}

/// Somebody wanted a sandbox where real money moves.
public struct SandboxClosed: Error, Hashable, CustomStringConvertible {
  public var description: String { "there is no sandbox in production; connect the bank itself" }
}
