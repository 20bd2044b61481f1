import Foundation
import HTTPTypes

/// Compares the hand-written OpenAPI 3.1 document with the routes, both ways.
public enum OpenAPIContract {
  /// What does not agree, one sentence each; empty when the document says what the program does.
  public static func faults(document: [UInt8], routes: [Route]) -> [String] {
    guard let tree = try? JSONSerialization.jsonObject(with: Data(document)) as? [String: Any] else {
      return ["the document is not a JSON object"]
    }
    guard let version = tree["openapi"] as? String, version.hasPrefix("3.1") else {
      return ["the document is not OpenAPI 3.1"]
    }
    guard let paths = tree["paths"] as? [String: [String: Any]] else { return ["the document has no paths"] }
    let documented = operations(paths)
    let declared = routes.filter { $0.face == .api }
    var faults: [String] = []
    var described = Set(documented.keys)
    for route in declared {
      let name = "\(route.method.rawValue) \(route.pattern)"
      guard described.remove(name) != nil, let operation = documented[name] else {
        faults.append("\(name) is not in the document")
        continue
      }
      let shared = paths[route.pattern]?["parameters"] as? [[String: Any]] ?? []
      faults += check(operation, shared: shared, components: tree, against: route).map { "\(name): \($0)" }
    }
    faults += described.sorted().map { "\($0) is in the document but not in the program" }
    faults += repeated(documented.values.compactMap { $0["operationId"] as? String })
    return faults
  }

  private static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

  private static func operations(_ paths: [String: [String: Any]]) -> [String: [String: Any]] {
    var operations: [String: [String: Any]] = [:]
    for (path, item) in paths {
      for method in methods {
        if let operation = item[method] as? [String: Any] { operations["\(method.uppercased()) \(path)"] = operation }
      }
    }
    return operations
  }

  private static func check(
    _ operation: [String: Any], shared: [[String: Any]], components: [String: Any], against route: Route
  ) -> [String] {
    var faults: [String] = []
    if operation["operationId"] as? String == nil { faults.append("has no operationId") }
    if operation["summary"] as? String != route.summary { faults.append("its summary is not \"\(route.summary)\"") }
    let own = operation["parameters"] as? [[String: Any]] ?? []
    let parameters = (shared + own).map { resolved($0, in: components) }
    let inPath = Set(parameters.filter { $0["in"] as? String == "path" }.compactMap { $0["name"] as? String })
    let wanted = Set(route.parameterNames)
    for name in wanted.subtracting(inPath).sorted() { faults.append("does not describe {\(name)}") }
    for name in inPath.subtracting(wanted).sorted() { faults.append("describes {\(name)}, which its path has not") }
    let key = parameters.first {
      $0["in"] as? String == "header" && ($0["name"] as? String)?.lowercased() == "idempotency-key"
    }
    if route.needsKey, key?["required"] as? Bool != true { faults.append("does not require Idempotency-Key") }
    faults += checkResponses(operation, components: components)
    faults += checkSecurity(operation, components: components, against: route)
    return faults
  }

  private static func checkResponses(_ operation: [String: Any], components: [String: Any]) -> [String] {
    guard let responses = operation["responses"] as? [String: [String: Any]], !responses.isEmpty else {
      return ["describes no response"]
    }
    var faults: [String] = []
    for (status, response) in responses.sorted(by: { $0.key < $1.key }) where "45d".contains(status.prefix(1)) {
      let content = resolved(response, in: components)["content"] as? [String: Any] ?? [:]
      if Set(content.keys) != ["application/problem+json"] {
        faults.append("\(status) is not application/problem+json")
      }
    }
    if !responses.keys.contains(where: { $0.hasPrefix("2") }) { faults.append("describes no success") }
    return faults
  }

  private static func checkSecurity(
    _ operation: [String: Any], components: [String: Any], against route: Route
  ) -> [String] {
    let security = (operation["security"] ?? components["security"]) as? [[String: Any]] ?? []
    let open = security.isEmpty || security.contains { $0.isEmpty }
    switch (route.audience.roles == nil, open) {
    case (false, true): return ["needs a caller, but the document asks for none"]
    case (true, false): return ["lets anyone in, but the document asks for a caller"]
    default: return []
    }
  }

  /// Follows one `$ref` within the document.
  private static func resolved(_ object: [String: Any], in document: [String: Any]) -> [String: Any] {
    guard let reference = object["$ref"] as? String, reference.hasPrefix("#/") else { return object }
    var place: Any? = document
    for step in reference.dropFirst(2).split(separator: "/") { place = (place as? [String: Any])?[String(step)] }
    return place as? [String: Any] ?? [:]
  }

  private static func repeated(_ names: [String]) -> [String] {
    Dictionary(grouping: names, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
      .map { "operationId \($0) is used twice" }
  }
}
