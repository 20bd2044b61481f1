import Foundation
import Store
import Vocabulary

/// How often somebody may be wrong within fifteen minutes.
enum Tries {
  static let minutes = 15
  /// One name from one network address: a stranger elsewhere does not shut the rightful one out.
  static let perPlace = 10
  /// One name from anywhere.
  static let perLogin = 50
  /// One network address, whatever the name: one password tried on every name.
  static let perAddress = 100
}

/// A try that was counted, until it turns out to be right.
struct CountedTry: Sendable {
  let name: String
  let id: UserID
}

extension AccessDesk {
  /// Counts a try on `name` before anything is looked at, in one write transaction with the limits: of a thousand sent
  /// at once no more come through than of a thousand sent in turn.
  ///
  /// - Parameter address: the network address of whoever tries; empty for the command line.
  /// - Throws: `tooManyTries`.
  func count(tryOf name: String, from address: String) async throws -> CountedTry {
    let now = office.clock()
    let id = office.identifiers.next(at: now, UserMark.self)
    let place = NetworkPlace.of(address)
    return try await office.database.write { db in
      let since = now.adding(seconds: Int64(-60 * Tries.minutes))
      let here = try db.integer(
        "SELECT count(*) FROM login_failure WHERE login = $1 AND address = $2 AND at > $3", name, place, since)
      let anywhere = try db.integer(
        "SELECT count(*) FROM login_failure WHERE login = $1 AND at > $2", name, since)
      let others =
        place.isEmpty
        ? 0
        : try db.integer("SELECT count(*) FROM login_failure WHERE address = $1 AND at > $2", place, since)
      guard here < Tries.perPlace, anywhere < Tries.perLogin, others < Tries.perAddress else {
        throw OfficeError.tooManyTries(minutes: Tries.minutes)
      }
      _ = try db.execute(
        "INSERT INTO login_failure (login, failure_id, address, at) VALUES ($1, $2, $3, $4)", name, id, place, now)
      return CountedTry(name: name, id: id)
    }
  }

  /// It was right, or nothing was tried after all.
  func forget(_ counted: CountedTry) async throws {
    try await office.database.write { db in
      _ = try db.execute("DELETE FROM login_failure WHERE login = $1 AND failure_id = $2", counted.name, counted.id)
    }
  }

  /// Throws away what is over: tries of yesterday, sessions and codes that have ended. For the program to call each
  /// hour.
  public func purge() async throws {
    let now = office.clock()
    try await office.database.write { db in
      _ = try db.execute("DELETE FROM login_failure WHERE at < $1", now.adding(seconds: -86_400))
      for table in ["session", "access_code", "activation_code"] {
        _ = try db.execute("DELETE FROM \(table) WHERE expires_at < $1", now)
      }
    }
  }
}

/// Where on the network a try comes from, as far as it is counted as one: an IPv4 address, or the first half of an IPv6
/// address, which is what one household is given.
enum NetworkPlace {
  static func of(_ address: String) -> String {
    guard address.contains(":") else { return String(address.prefix(45)) }
    var bytes = [UInt8](repeating: 0, count: 16)
    guard inet_pton(AF_INET6, address, &bytes) == 1 else { return String(address.prefix(45)) }
    // An IPv4 address in the clothes of the other kind.
    if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 255, bytes[11] == 255 {
      return bytes[12...].map(String.init).joined(separator: ".")
    }
    return Sodium.hex(Array(bytes[..<8]))
  }
}
