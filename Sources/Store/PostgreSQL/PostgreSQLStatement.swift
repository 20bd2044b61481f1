import CPostgreSQL

/// A statement as the server has prepared it.
///
/// The types of its parameters are told to the server from the values it is first run with, whole numbers as int8: so a
/// number meets a column of any width, and no cast is needed. A NULL says nothing about its type; that is found out.
struct PostgreSQLStatement {
  let name: String
  let types: [Oid]

  /// Whether these values can be sent as these types. NULL fits any.
  func fits(_ values: [SQLValue]) -> Bool {
    values.count == types.count && zip(values, types).allSatisfy { $0.type == nil || $0.type == $1 }
  }
}

extension SQLValue {
  var type: Oid? {
    switch self {
    case .null: nil
    case .integer: PostgreSQLType.int8
    case .text: PostgreSQLType.text
    case .blob: PostgreSQLType.bytea
    }
  }
}

/// The server's numbers for the types we tell apart (pg_type.dat).
enum PostgreSQLType {
  static let bool: Oid = 16
  static let bytea: Oid = 17
  static let int8: Oid = 20
  static let int2: Oid = 21
  static let int4: Oid = 23
  static let text: Oid = 25
  static let oid: Oid = 26
  static let float4: Oid = 700
  static let float8: Oid = 701
  static let varchar: Oid = 1043
  static let numeric: Oid = 1700
}

extension PostgreSQLSession {
  func prepare(_ sql: String, _ values: [SQLValue], as name: String) throws(StoreError) -> PostgreSQLStatement {
    let count = highestPlaceholder(in: sql)
    guard count == values.count else { throw wrongCount(of: values, expected: count, sql) }
    let types = values.map { $0.type ?? 0 }
    if types.contains(0) {
      try prepareUntyped(sql, types, as: name)
    } else {
      try prepare(sql, types, as: name)
    }
    let answer = try PostgreSQLAnswer(PQdescribePrepared(handle, name), in: self, sql)
    return PostgreSQLStatement(name: name, types: (0..<Int32(count)).map { PQparamtype(answer.result, $0) })
  }

  private func prepare(_ sql: String, _ types: [Oid], as name: String) throws(StoreError) {
    _ = try PostgreSQLAnswer(PQprepare(handle, name, sql, Int32(types.count), types), in: self, sql)
  }

  /// Prepares a statement some of whose types (0) only the server can know. It does not always: of `$1 IS NULL OR wage
  /// = $1` it says that it cannot. Then we propose a type for that one, and another if that does not fit, as with a
  /// lock and a few keys. It happens once for each statement and connection, inside a savepoint, for an error would
  /// spoil the rest.
  private func prepareUntyped(_ sql: String, _ types: [Oid], as name: String) throws(StoreError) {
    let keys = [PostgreSQLType.int8, PostgreSQLType.text, PostgreSQLType.bytea]
    var types = types
    var tried: [(parameter: Int, key: Int)] = []
    try script("SAVEPOINT untyped")
    while true {
      do throws(StoreError) {
        try prepare(sql, types, as: name)
        return try script("RELEASE SAVEPOINT untyped")
      } catch {
        guard !isLost else { throw error }
        failure = nil
        try script("ROLLBACK TO SAVEPOINT untyped")
        if let parameter = undetermined(error), types.indices.contains(parameter), types[parameter] == 0 {
          tried.append((parameter, 0))
        } else {
          while let last = tried.last, last.key + 1 == keys.count {
            types[last.parameter] = 0
            tried.removeLast()
          }
          guard case .syntax = error, let last = tried.popLast() else { throw failing(error) }
          tried.append((last.parameter, last.key + 1))
        }
        if let last = tried.last { types[last.parameter] = keys[last.key] }
      }
    }
  }

  /// Which parameter (from 0) the server found no type for, if that is what it says: `… of parameter $1`.
  private func undetermined(_ error: StoreError) -> Int? {
    guard case .other(let code, let message, _) = error, PostgreSQLAnswer.undetermined.contains(code),
      let number = Int(message.drop { $0 != "$" }.dropFirst().prefix { $0.isNumber })
    else { return nil }
    return number - 1
  }
}

/// The highest `$n` of a statement, outside its texts, quoted names and comments.
func highestPlaceholder(in sql: String) -> Int {
  var highest = 0
  var rest = Substring(sql)
  while let character = rest.popFirst() {
    switch character {
    case "'", "\"":
      rest = rest.drop { $0 != character }.dropFirst()
    case "-" where rest.first == "-":
      rest = rest.drop { !$0.isNewline }
    case "$":
      let digits = rest.prefix { "0" <= $0 && $0 <= "9" }
      highest = max(highest, Int(digits) ?? 0)
      rest = rest.dropFirst(digits.count)
    default: break
    }
  }
  return highest
}
