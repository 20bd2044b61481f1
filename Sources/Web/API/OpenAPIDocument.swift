import Foundation
import HTTPTypes

/// The description of the interface, `Assets/openapi.json`, written by hand and held to the routes by a test.
enum OpenAPIDocument {
  static let bytes: [UInt8]? = try? Array(
    Data(contentsOf: URL(fileURLWithPath: Bundled.folder("Assets")).appendingPathComponent("openapi.json")))

  static let route = Route.get(
    "/openapi.json", "The description of the interface", for: .anyone, face: .plain
  ) { _ in
    guard let bytes else { throw Refusal.notFound }
    return Reply(
      headers: [.contentType: "application/json", .cacheControl: "public, max-age=300"], body: .bytes(bytes))
  }
}
