import CSQLite

extension SQLiteSession {
  /// What `code` means. SQLite's messages name tables, columns and constraints, never values.
  func error(_ code: Int32, _ sql: String, isPreparing: Bool = false) -> StoreError {
    let message = String(cString: sqlite3_errmsg(handle))
    switch code & 0xff {
    case SQLITE_CONSTRAINT: return constraint(code >> 8, message, sql)
    case SQLITE_BUSY, SQLITE_LOCKED: return .busy(sql: sql)
    case SQLITE_READONLY: return .readOnly(sql: sql)
    case SQLITE_FULL: return .full(message)
    case SQLITE_CORRUPT, SQLITE_NOTADB: return .corrupt(message)
    case SQLITE_CANTOPEN, SQLITE_IOERR:
      isLost = true
      return .unreachable(place: "SQLite", reason: message)
    case SQLITE_ERROR where isPreparing || isAboutSchema(message): return .syntax(message: message, sql: sql)
    default: return .other(code: String(code), message: message, sql: sql)
    }
  }

  private func isAboutSchema(_ message: String) -> Bool {
    message.hasPrefix("no such ") || message.hasPrefix("near ") || message.hasSuffix(" already exists")
  }

  // The detailed codes are arithmetic macros in C, so they are written out: detail << 8 | SQLITE_CONSTRAINT.
  private func constraint(_ detail: Int32, _ message: String, _ sql: String) -> StoreError {
    let subject = message.firstRange(of: "failed: ").map { String(message[$0.upperBound...]) } ?? ""
    let names = subject.split(separator: ",").map { name in
      name.split(separator: ".").map { String($0.drop { $0 == " " }) }
    }
    switch detail {
    case 1: return .check(constraint: subject, sql: sql)
    case 3: return .foreignKey(sql: sql)
    case 5: return .notNull(table: names.first?.first ?? "", column: names.first?.last ?? "", sql: sql)
    case 6, 8, 10:
      return .unique(table: names.first?.first ?? "", columns: names.compactMap(\.last), sql: sql)
    default: return .other(code: "constraint \(detail)", message: message, sql: sql)
    }
  }
}
