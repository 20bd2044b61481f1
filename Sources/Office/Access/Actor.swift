public import Vocabulary

public enum UserMark {}
public typealias UserID = Identifier<UserMark>

/// Who acts. Made by `AccessDesk` from a session, or by the program itself for its own jobs.
public struct Actor: Hashable, Sendable {
  /// How the act and audit rows name the actor: `user/123`, `system/billing`.
  public let id: String
  public let name: String
  public let roles: Set<Role>
  /// Set when the actor is a member: she may touch what is hers.
  public let memberID: MemberID?
  /// Set when the actor works for an employer: he may touch what is the employer's.
  public let employerID: EmployerID?

  init(id: String, name: String, roles: Set<Role>, memberID: MemberID? = nil, employerID: EmployerID? = nil) {
    self.id = id
    self.name = name
    self.roles = roles
    self.memberID = memberID
    self.employerID = employerID
  }

  /// The program acting for itself: a job, the sample branch, the command line.
  public static func system(_ job: String) -> Actor { Actor(id: "system/\(job)", name: job, roles: [.system]) }

  /// The collecting bank, once its signature was checked.
  public static func bank(_ partner: String) -> Actor { Actor(id: "bank/\(partner)", name: partner, roles: [.bank]) }

  /// Anybody, for tests and the simulator, which make people act without signing in.
  public static func given(
    id: String, name: String, roles: Set<Role>, memberID: MemberID? = nil, employerID: EmployerID? = nil
  ) -> Actor {
    Actor(id: id, name: name, roles: roles, memberID: memberID, employerID: employerID)
  }

  /// Somebody not signed in, who may register and nothing else.
  public static let visitor = Actor(id: "visitor", name: "visitor", roles: [])

  public func has(_ permission: Permission) -> Bool {
    roles.contains { Role.table[$0]?.contains(permission) == true }
  }

  /// - Throws: `OfficeError.notAllowed` when no role of the actor's has `permission`.
  func require(_ permission: Permission) throws(OfficeError) {
    guard has(permission) else { throw .notAllowed(permission) }
  }

  /// Lets the member herself through, and staff who have `permission`.
  func require(_ permission: Permission, orBeing member: MemberID) throws(OfficeError) {
    guard memberID == member || has(permission) else { throw .notAllowed(permission) }
  }

  /// Lets the employer's own people through, and staff who have `permission`.
  func require(_ permission: Permission, orWorkingFor employer: EmployerID) throws(OfficeError) {
    guard employerID == employer || has(permission) else { throw .notAllowed(permission) }
  }
}

extension Actor {
  /// Two pairs of eyes: not one of those who acted before, and never on one's own behalf.
  func requireOther(than before: String?..., forMember member: MemberID) throws(OfficeError) {
    guard !before.contains(id), memberID != member else { throw .samePerson(as: name) }
  }
}
