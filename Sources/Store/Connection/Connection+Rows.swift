extension Connection {
  /// Every row, each made into a value by `make`. All are in memory at once; for more than some thousands use `each`.
  public func rows<T>(
    _ sql: String, _ values: (any SQLBindable)?..., as make: (Row) throws -> T
  ) throws -> [T] {
    try rows(sql, values: values.map(\.stored), as: make)
  }

  public func rows<T>(_ sql: String, values: [SQLValue], as make: (Row) throws -> T) throws -> [T] {
    var result: [T] = []
    try query(sql, values) { row in
      result.append(try make(row))
      return true
    }
    return result
  }

  /// The first row, or `nil` if there is none. Further rows are not looked at: the key in the statement says how many
  /// there can be.
  public func row<T>(_ sql: String, _ values: (any SQLBindable)?..., as make: (Row) throws -> T) throws -> T? {
    try row(sql, values: values.map(\.stored), as: make)
  }

  public func row<T>(_ sql: String, values: [SQLValue], as make: (Row) throws -> T) throws -> T? {
    var result: T?
    try query(sql, values) { row in
      result = try make(row)
      return false
    }
    return result
  }

  /// Row after row without keeping them: five million rows take no more room than some thousands. For statements that
  /// only read. The body may run other statements, but must not change the tables it is reading.
  public func each(_ sql: String, _ values: (any SQLBindable)?..., body: (Row) throws -> Void) throws {
    try each(sql, values: values.map(\.stored), body: body)
  }

  public func each(_ sql: String, values: [SQLValue], body: (Row) throws -> Void) throws {
    try check()
    guard !changesData(sql) else { throw StoreError.misuse("each reads; use rows for a statement that changes data") }
    try session.stream(sql, values, body)
  }

  /// The one number that the statement answers. Throws `noRow`, or `unexpectedNull` (an empty SUM: write COALESCE).
  public func integer(_ sql: String, _ values: (any SQLBindable)?...) throws(StoreError) -> Int64 {
    guard let first = try first(sql, values.map(\.stored), { (row) throws(StoreError) in try row.int(0) }) else {
      throw .noRow(sql: sql)
    }
    return first
  }

  /// The number, or `nil` if there was no row or NULL in it.
  public func optionalInteger(_ sql: String, _ values: (any SQLBindable)?...) throws(StoreError) -> Int64? {
    try first(sql, values.map(\.stored), { (row) throws(StoreError) in try row.optionalInt(0) }) ?? nil
  }

  /// Whether the statement finds at least one row.
  public func exists(_ sql: String, _ values: (any SQLBindable)?...) throws(StoreError) -> Bool {
    try first(sql, values.map(\.stored), { (_) throws(StoreError) in true }) ?? false
  }

  private func first<T>(
    _ sql: String, _ values: [SQLValue], _ make: (Row) throws(StoreError) -> T
  ) throws(StoreError) -> T? {
    var result: T?
    do {
      try query(sql, values) { row in
        result = try make(row)
        return false
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw .other(code: "", message: "\(error)", sql: sql)
    }
    return result
  }

  private func query(_ sql: String, _ values: [SQLValue], _ take: (Row) throws -> Bool) throws {
    try check()
    try session.query(sql, values, take)
    try strike(after: sql)
  }
}
