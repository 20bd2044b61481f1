import HTTPTypes

/// All routes, found by path. A literal segment wins over one in braces.
public struct RouteTable: Sendable {
  private struct Node: Sendable {
    var literal: [String: Node] = [:]
    var parameter: [Node] = []  // none or one; an array because a value cannot hold itself
    var routes: [HTTPRequest.Method: Route] = [:]
  }
  private var root = Node()
  public let routes: [Route]

  /// Two routes with the same method and shape of path are a programmer's mistake and stop the program.
  public init(_ routes: [Route]) {
    self.routes = routes
    for route in routes { Self.insert(route, route.segments[...], &root) }
  }

  private static func insert(_ route: Route, _ segments: ArraySlice<Substring>, _ node: inout Node) {
    guard let first = segments.first else {
      precondition(node.routes[route.method] == nil, "\(route.method) \(route.pattern) is declared twice")
      node.routes[route.method] = route
      return
    }
    if first.hasPrefix("{") {
      if node.parameter.isEmpty { node.parameter = [Node()] }
      insert(route, segments.dropFirst(), &node.parameter[0])
    } else {
      insert(route, segments.dropFirst(), &node.literal[String(first), default: Node()])
    }
  }

  enum Match: Sendable {
    case found(Route, parameters: [String: String])
    /// The path is known, the method is not.
    case wrongMethod(allowed: [HTTPRequest.Method], face: Route.Face)
    case unknown
  }

  func match(_ method: HTTPRequest.Method, _ path: String) -> Match {
    guard path.hasPrefix("/") else { return .unknown }
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    let raw = parts.count == 1 && parts[0].isEmpty ? [] : parts
    var segments: [String] = []
    for part in raw {
      guard !part.isEmpty, let segment = percentDecoded(part.utf8), !segment.isEmpty else { return .unknown }
      segments.append(segment)
    }
    guard let (node, values) = Self.find(segments[...], root) else { return .unknown }
    // HEAD is GET without the body; the site drops it.
    guard let route = node.routes[method] ?? (method == .head ? node.routes[.get] : nil) else {
      var allowed = Set(node.routes.keys)
      if allowed.contains(.get) { allowed.insert(.head) }
      let face = node.routes.values.map(\.face).contains(.page) ? Route.Face.page : .api
      return .wrongMethod(allowed: allowed.sorted { $0.rawValue < $1.rawValue }, face: face)
    }
    return .found(route, parameters: Dictionary(zip(route.parameterNames, values)) { first, _ in first })
  }

  private static func find(_ segments: ArraySlice<String>, _ node: Node) -> (Node, [String])? {
    guard let first = segments.first else { return node.routes.isEmpty ? nil : (node, []) }
    if let next = node.literal[first], let found = find(segments.dropFirst(), next) { return found }
    guard let next = node.parameter.first, let (found, values) = find(segments.dropFirst(), next) else { return nil }
    return (found, [first] + values)
  }
}
