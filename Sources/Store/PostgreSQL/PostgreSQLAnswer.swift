import CPostgreSQL

/// What the server answered, freed with its last reference. Making one from a complaint throws.
final class PostgreSQLAnswer {
  let result: OpaquePointer

  init(_ result: OpaquePointer?, in session: PostgreSQLSession, _ sql: String) throws(StoreError) {
    guard let result else { throw session.lost() }
    self.result = result
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN, PGRES_EMPTY_QUERY: return
    default: throw session.failing(session.error(in: result, sql))
    }
  }

  deinit { PQclear(result) }

  /// `INSERT 0 1`, `COMMIT`, …
  var tag: String { String(cString: PQcmdStatus(result)) }

  /// Rows inserted, updated or deleted; a SELECT changes none.
  var changed: Int {
    guard !tag.hasPrefix("SELECT") else { return 0 }
    return Int(String(cString: PQcmdTuples(result))) ?? 0
  }

  /// The codes for a parameter whose type the server cannot tell (indeterminate_datatype, ambiguous_parameter).
  static let undetermined = ["42P18", "42P08"]
}

extension PostgreSQLSession {
  /// The connection is gone, and with it whatever was not committed.
  func lost() -> StoreError {
    isLost = true
    return failing(.unreachable(place: place, reason: oneLine(PQerrorMessage(handle))))
  }

  func error(in result: OpaquePointer, _ sql: String) -> StoreError {
    func field(_ letter: Character) -> String {
      PQresultErrorField(result, Int32(letter.asciiValue ?? 0)).map { String(cString: $0) } ?? ""
    }
    let code = field("C")
    if PQstatus(handle) != CONNECTION_OK { return lost() }
    // The letters are libpq's: C the code, M the message, D the detail, t, c and n the table, column and constraint.
    switch code {
    case "23505": return .unique(table: field("t"), columns: columns(inDetail: field("D")), sql: sql)
    case "23503": return .foreignKey(sql: sql)
    case "23514": return .check(constraint: field("n"), sql: sql)
    case "23502": return .notNull(table: field("t"), column: field("c"), sql: sql)
    case "40001", "40P01": return .serialization(sql: sql)
    case "55P03": return .busy(sql: sql)
    case "25006": return .readOnly(sql: sql)
    case "53100": return .full(field("M"))
    case "XX001", "XX002": return .corrupt(field("M"))
    case "57P01", "57P02", "57P03": return lost()
    case "0A000", "26000":
      forgetStatements()
      return .other(code: code, message: field("M"), sql: sql)
    case _ where PostgreSQLAnswer.undetermined.contains(code): return .other(code: code, message: field("M"), sql: sql)
    default: break
    }
    let message = withoutValues(field("M"), code)
    return code.hasPrefix("42")
      ? .syntax(message: message, sql: sql) : .other(code: code, message: message, sql: sql)
  }

  /// `Key (member_id, month)=(…) already exists.` has the columns, and then values that must not get out.
  private func columns(inDetail detail: String) -> [String] {
    guard let open = detail.firstIndex(of: "("), let close = detail.firstRange(of: ")=(") else { return [] }
    return detail[detail.index(after: open)..<close.lowerBound].split(separator: ",").map {
      String($0.drop { $0 == " " }).filter { $0 != "\"" }
    }
  }

  /// The message, without what it quotes where that may be a value: `invalid input syntax for type bigint: "…"`.
  private func withoutValues(_ message: String, _ code: String) -> String {
    guard code.hasPrefix("22") || code.hasPrefix("P0") else { return message }
    var isQuoted = false
    var kept = ""
    for character in message {
      if character == "\"" {
        isQuoted.toggle()
        kept += isQuoted ? "\"…" : "\""
      } else if !isQuoted {
        kept.append(character)
      }
    }
    return kept
  }
}

/// A C message on one line, without the blank at its end.
func oneLine(_ message: UnsafePointer<CChar>?) -> String {
  guard let message else { return "" }
  return String(cString: message).split(whereSeparator: \.isNewline).joined(separator: " ")
}
