internal import CPostgreSQL

/// A statement as the server has prepared it.
///
/// The types of its parameters are told to the server from the values it is first run with, whole numbers as int8: so a
/// number meets a column of any width, and no cast is needed. A NULL says nothing about its type; that one the server
/// infers, and where it cannot (`$1 IS NULL` and no more), it is text.
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
    let types = values.map { $0.type ?? 0 }
    guard types.contains(0) else {
      _ = try PostgreSQLAnswer(PQprepare(handle, name, sql, Int32(types.count), types), in: self, sql)
      return try described(name, sql, values)
    }
    // The server may find no type for a NULL, and that would spoil the transaction: hence the savepoint.
    try script("SAVEPOINT untyped")
    do {
      _ = try PostgreSQLAnswer(PQprepare(handle, name, sql, Int32(types.count), types), in: self, sql)
      try script("RELEASE SAVEPOINT untyped")
    } catch {
      guard case .other(code: PostgreSQLAnswer.indeterminateType, _, _) = error else { throw error }
      failure = nil
      try script("ROLLBACK TO SAVEPOINT untyped; RELEASE SAVEPOINT untyped")
      let guessed = types.map { $0 == 0 ? PostgreSQLType.text : $0 }
      _ = try PostgreSQLAnswer(PQprepare(handle, name, sql, Int32(guessed.count), guessed), in: self, sql)
    }
    return try described(name, sql, values)
  }

  private func described(_ name: String, _ sql: String, _ values: [SQLValue]) throws(StoreError) -> PostgreSQLStatement {
    let answer = try PostgreSQLAnswer(PQdescribePrepared(handle, name), in: self, sql)
    let types = (0..<PQnparams(answer.result)).map { PQparamtype(answer.result, $0) }
    guard types.count == values.count else { throw wrongCount(of: values, expected: types.count, sql) }
    return PostgreSQLStatement(name: name, types: types)
  }
}
