import Store
public import Vocabulary

/// The office's roles, for rooms that have a `Role` of their own.
public typealias OfficeRole = Role

/// An account of somebody who works here, or of a partner's program.
public struct StaffAccount: Codable, Hashable, Sendable {
  public let id: UserID
  public let login: String
  public let name: String
  public let roles: [OfficeRole]
  public let createdAt: Instant
  /// Shut out: no sign-in succeeds.
  public let isClosed: Bool
}

extension AccessDesk {
  /// Roles that the administrator gives. Members and employers get theirs by registering; the system needs no account.
  public static let staffRoles: [OfficeRole] = OfficeRole.allCases.filter {
    ![.member, .employer, .system].contains($0)
  }

  /// Accounts that belong to no member and no employer, in the order of their names for signing in.
  public func staff(after login: String = "", limit: Int = 100, by actor: Actor) async throws -> [StaffAccount] {
    try actor.require(.manageUsers)
    return try await office.database.read { db in
      let accounts = try db.rows(
        """
        SELECT u.user_id, u.login, u.name, u.created_at, e.ended_at FROM app_user u
        LEFT JOIN app_user_end e ON e.user_id = u.user_id
        WHERE member_id IS NULL AND employer_id IS NULL AND login > $1 ORDER BY login LIMIT $2
        """, login, limit
      ) {
        (
          id: try $0.id(0) as UserID, login: try $0.text(1), name: try $0.text(2), at: try $0.instant(3),
          closed: try !$0.isNull(4)
        )
      }
      return try accounts.map { account in
        let roles = try db.rows("SELECT role FROM app_user_role WHERE user_id = $1 ORDER BY role", account.id) {
          OfficeRole(rawValue: try $0.text(0))
        }
        return StaffAccount(
          id: account.id, login: account.login, name: account.name, roles: roles.compactMap { $0 },
          createdAt: account.at, isClosed: account.closed)
      }
    }
  }
}

extension OfficeKeys {
  /// Seals a place in a list, so that it comes back as it was given out. HMAC-SHA-256, 32 bytes.
  public func sealed(_ bytes: [UInt8]) -> [UInt8] { Sodium.mac(bytes, key: cursor) }
}
