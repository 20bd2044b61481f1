import Foundation

/// The office's secrets: one root key in a file beside the database, from which the others are drawn by name.
///
/// Whoever can change the database but not read this file cannot forge the audit trail.
public struct OfficeKeys: Sendable {
  private let root: [UInt8]

  /// - Parameter seed: for tests and the sample branch, where the same keys must come out again.
  public init(seed: String) { root = Sodium.mac(Array(seed.utf8), key: [UInt8](repeating: 0, count: 32)) }

  private init(root: [UInt8]) { self.root = root }

  var audit: [UInt8] { named("audit") }
  /// For pages of a list that continue where the last one ended.
  public var cursor: [UInt8] { named("cursor") }
  /// Seals the codes on letters and cards.
  var letters: [UInt8] { named("letters") }
  /// Signs what the bank sandbox and the office say to each other.
  public var bank: [UInt8] { named("bank") }

  /// Draws the one-time codes, so that no code need be kept.
  var codes: [UInt8] { named("codes") }

  /// Stands for a password or code in an act's fingerprint: another one is another request, and nobody without the key
  /// can try guesses against it.
  func veiled(_ secret: String) -> String { Sodium.hex(Sodium.mac(Array(secret.utf8), key: named("fingerprints"))) }

  private func named(_ name: String) -> [UInt8] { Sodium.mac(Array(name.utf8), key: root) }

  /// Reads the root key from `path`, or makes one that only this user can read.
  public static func load(from path: String) throws -> OfficeKeys {
    if let text = try? String(contentsOfFile: path, encoding: .utf8) {
      guard let root = Sodium.bytes(hex: text.trimmingCharacters(in: .whitespacesAndNewlines)), root.count == 32 else {
        throw KeyFileFlaw(path: path)
      }
      return OfficeKeys(root: root)
    }
    let root = Sodium.random(32)
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data((Sodium.hex(root) + "\n").utf8), attributes: [.posixPermissions: 0o600])
    else { throw KeyFileFlaw(path: path) }
    return OfficeKeys(root: root)
  }
}

public struct KeyFileFlaw: Error, CustomStringConvertible {
  public let path: String
  public var description: String {
    "\(path): not a key of 64 hexadecimal digits, or not writable. Put the right file back from your backup."
  }
}
