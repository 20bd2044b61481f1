public import Office

/// Who is asking, once known. The authenticator given to `Site` makes it from a session or a bearer token.
public struct Identity: Sendable, Hashable {
  /// The account's number in the office.
  public let account: Int64
  public let name: String
  public let role: Role
  /// What the account may do beyond its role, in the office's own words.
  public let permissions: Set<String>
  /// Who the office takes the caller for: handed to every act.
  public let actor: Actor

  public init(
    account: Int64, name: String, role: Role, permissions: Set<String> = [], actor: Actor = .visitor
  ) {
    self.account = account
    self.name = name
    self.role = role
    self.permissions = permissions
    self.actor = actor
  }
}

/// The kinds of people and programs at the door.
public enum Role: String, Sendable, Hashable, CaseIterable {
  case member
  case employer
  case sponsor
  case agent
  case officer
  /// A bank, registry or other program, by bearer token.
  case partner
}

/// Who may call a route. What they may do there is the office's to check.
public struct Audience: Sendable, Hashable {
  /// `nil`: anyone, signed in or not.
  public let roles: Set<Role>?
  public let permission: String?

  public static let anyone = Audience(roles: nil, permission: nil)
  public static let signedIn = Audience(roles: Set(Role.allCases), permission: nil)
  public static func only(_ roles: Role...) -> Audience { Audience(roles: Set(roles), permission: nil) }
  public static func officer(_ permission: String? = nil) -> Audience {
    Audience(roles: [.officer], permission: permission)
  }

  /// Throws 401 where nobody is signed in, 403 where somebody else is.
  func admit(_ identity: Identity?) throws {
    guard let roles else { return }
    guard let identity else { throw Refusal.signInFirst }
    guard roles.contains(identity.role), permission.map(identity.permissions.contains) ?? true else {
      throw Refusal.notYours
    }
  }
}
