public import Office

extension Identity {
  /// The caller behind a session of the office.
  public init(_ actor: Actor) {
    let role: Role =
      if actor.roles.contains(.employer) {
        .employer
      } else if actor.roles.contains(.member) {
        .member
      } else if actor.roles.contains(.bank) {
        .partner
      } else {
        .officer
      }
    let account = actor.id.split(separator: "/").last.flatMap { Int64($0) } ?? 0
    self.init(
      account: account, name: actor.name, role: role,
      permissions: Set(Permission.allCases.filter(actor.has).map(\.rawValue)), actor: actor)
  }
}
