extension Connection {
  /// Puts many rows into a table, as fast as the engine takes them: COPY on PostgreSQL, one prepared INSERT on SQLite.
  ///
  /// The answer is the number of rows. If `fill` throws, the transaction is spoilt: half a file must not be committed.
  /// No other statement may run before `fill` returns.
  @discardableResult
  public func load(
    _ table: String, _ columns: [String], _ fill: (inout BulkWriter) throws -> Void
  ) throws -> Int {
    try check()
    var names: [String] = []
    for column in columns { names.append(try quoted(column)) }
    guard !names.isEmpty else { throw StoreError.misuse("a bulk load needs columns") }
    let target = try session.startLoad(try quoted(table), names)
    isLoading = true
    defer { isLoading = false }
    var writer = BulkWriter(target, columns: names.count)
    do {
      try fill(&writer)
      try writer.finish()
    } catch {
      target.abandon()
      _ = session.failing(error as? StoreError ?? .misuse("a bulk load stopped half-way: \(error)"))
      throw error
    }
    isLoading = false
    try strike(after: "COPY")
    return writer.rows
  }
}
