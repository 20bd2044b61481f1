/// Where the books are kept: a SQLite file, or a PostgreSQL server.
public enum DatabaseLocation: Hashable, Sendable {
  case sqlite(path: String)
  /// A libpq address, `postgresql://user@host:5432/name?schema=office`. `schema` is ours: tables are made and found
  /// there. A socket folder goes into `?host=/folder`.
  case postgresql(url: String)

  /// Reads `postgres://…`, `postgresql://…`, `sqlite:path` or a file path. `nil` if the text is empty, names another
  /// kind of database, or asks for a database in memory, which could not be shared between connections.
  public init?(_ text: String) {
    if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
      self = .postgresql(url: text)
      return
    }
    var path = Substring(text)
    if path.hasPrefix("sqlite:") {
      path = path.dropFirst("sqlite:".count)
      if path.hasPrefix("//") { path = path.dropFirst(2) }
    }
    guard !path.isEmpty, path != ":memory:", !path.contains("://"), !path.hasPrefix("file:") else { return nil }
    self = .sqlite(path: String(path))
  }

  public var engine: Engine {
    switch self {
    case .sqlite: .sqlite
    case .postgresql: .postgresql
    }
  }

  /// The same server, with tables in the schema `name`. A SQLite file has no schemas and stays as it is.
  public func inSchema(_ name: String) -> DatabaseLocation {
    switch self {
    case .sqlite: self
    case .postgresql(let url): .postgresql(url: url + (url.contains("?") ? "&" : "?") + "schema=" + name)
    }
  }
}

extension DatabaseLocation: CustomStringConvertible {
  /// The path, or the address with any password hidden.
  public var description: String {
    switch self {
    case .sqlite(let path): path
    case .postgresql(let url): Self.withoutPassword(url)
    }
  }

  private static func withoutPassword(_ url: String) -> String {
    var (base, query) = split(url)
    if let scheme = base.firstRange(of: "://") {
      let authority = base[scheme.upperBound...].prefix { $0 != "/" }
      if let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") {
        base.replaceSubrange(base.index(after: colon)..<at, with: "•••")
      }
    }
    query = query.map { $0.lowercased().contains("password=") ? $0.prefix { $0 != "=" } + "=•••" : $0 }
    return query.isEmpty ? base : base + "?" + query.joined(separator: "&")
  }

  private static func split(_ url: String) -> (base: String, query: [String]) {
    let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let query = parts.count > 1 ? parts[1].split(separator: "&").map(String.init) : []
    return (String(parts[0]), query)
  }

  /// The address without our own `schema=`, which libpq would refuse, and the last schema named.
  static func separateSchema(from url: String) throws(StoreError) -> (url: String, schema: String?) {
    let (base, query) = split(url)
    let schema = query.last { $0.hasPrefix("schema=") }.map { String($0.dropFirst("schema=".count)) }
    let allowed = schema?.utf8.allSatisfy {
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
        || $0 == UInt8(ascii: "_")
    }
    guard allowed != false, schema != "" else {
      throw .misuse("a schema name has small letters, digits and underscores only")
    }
    let rest = query.filter { !$0.hasPrefix("schema=") }
    return (rest.isEmpty ? base : base + "?" + rest.joined(separator: "&"), schema)
  }
}
