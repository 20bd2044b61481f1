import Foundation
public import Store

/// The office's tables, as migrations in order. Each file begins with its reason.
public enum Schema {
  /// - Throws: when a file is missing or does not begin with its reason.
  public static func migrations(for engine: Engine) throws -> [Migration] {
    guard let folder = Bundle.module.resourceURL?.appendingPathComponent("Schema") else { throw SchemaMissing() }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".sql") }
      .sorted()
    guard !files.isEmpty else { throw SchemaMissing() }
    return try files.map { file in
      let sql = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      return try Migration(file: file, text: dialect(sql, engine))
    }
  }

  // The one difference between the engines: SQLite keeps a table in the order of its key if it is told to.
  private static func dialect(_ sql: String, _ engine: Engine) -> String {
    sql.replacingOccurrences(of: "/* clustered */", with: engine == .sqlite ? "WITHOUT ROWID" : "")
  }
}

struct SchemaMissing: Error, CustomStringConvertible {
  var description: String { "the schema files are not beside the program; install it whole, or run it from its build" }
}
