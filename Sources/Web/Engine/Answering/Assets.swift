import Foundation
import HTTPTypes

/// The stylesheet, script and pictures of `Assets/`, each under an address that changes with its content.
public struct Assets: Sendable {
  private struct Asset: Sendable {
    let bytes: [UInt8]
    let type: String
    let hash: String
  }
  private let byAddress: [String: Asset]
  private let addresses: [String: String]

  /// Everything in the folder at `path`, read once.
  public init(folder path: String) throws {
    let folder = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    var byAddress: [String: Asset] = [:]
    var addresses: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      guard let type = Self.types[file.pathExtension] else { continue }
      let bytes = Array(try Data(contentsOf: file))
      let hash = Self.hash(bytes)
      let stem = file.deletingPathExtension().lastPathComponent
      let address = "\(stem).\(hash).\(file.pathExtension)"
      byAddress[address] = Asset(bytes: bytes, type: type, hash: hash)
      addresses[file.lastPathComponent] = "/aset/" + address
    }
    self.byAddress = byAddress
    self.addresses = addresses
  }

  /// The address of `Assets/<name>`, for templates.
  public func address(_ name: String) -> String {
    guard let address = addresses[name] else { preconditionFailure("Assets has no \(name)") }
    return address
  }

  /// What lies at an address given out by `address(_:)`.
  public func bytes(_ address: String) -> [UInt8]? { byAddress[String(address.dropFirst("/aset/".count))]?.bytes }

  private static let types = [
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    "png": "image/png",
    "webmanifest": "application/manifest+json",
  ]

  /// FNV-1a: the address must change with the content, not keep a secret.
  private static func hash(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 36)
  }

  /// A year in every cache: a changed file has another address.
  func reply(to ask: Ask) throws -> Reply {
    guard let asset = byAddress[ask.parameter("file")] else { throw Refusal.notFound }
    let headers: HTTPFields = [
      .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable", .eTag: "\"\(asset.hash)\"",
    ]
    if ask.headers[.ifNoneMatch] == "\"\(asset.hash)\"" { return Reply(.notModified, headers: headers) }
    return Reply(headers: headers, body: .bytes(asset.bytes))
  }

  var route: Route {
    Route(.get, "/aset/{file}", "A stylesheet, script or picture", for: .anyone, face: .plain) { try reply(to: $0) }
  }
}
