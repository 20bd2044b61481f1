import Store
import Vocabulary

extension Database {
  /// A table of invented members, as small as the tests need.
  func makeMembers() throws {
    try writeNow { connection in
      try connection.script(
        """
        CREATE TABLE member (
          id BIGINT PRIMARY KEY, nik TEXT NOT NULL UNIQUE, name TEXT NOT NULL, note TEXT, wage BIGINT, photo BYTEA,
          CONSTRAINT wage_is_not_negative CHECK (wage >= 0));
        CREATE TABLE contribution (
          member_id BIGINT NOT NULL REFERENCES member (id), month BIGINT NOT NULL, amount BIGINT NOT NULL,
          PRIMARY KEY (member_id, month));
        """)
    }
  }

  func count(_ table: String = "member") throws -> Int64 {
    try readNow { try $0.integer("SELECT COUNT(*) FROM \(table)") }
  }
}

extension Connection {
  @discardableResult
  func addMember(_ id: Int64, name: String = "Sri Wahyuni", wage: Int64? = nil) throws -> Int {
    try execute(
      "INSERT INTO member (id, nik, name, wage) VALUES ($1, $2, $3, $4)", id, "99710141078\(10000 + id)", name, wage)
  }
}

/// An error of the office's own, to throw out of a transaction.
struct Refused: Error, Equatable {}
