import HTTPTypes
import Vocabulary

/// Signs short texts so that they come back as they left. The closure holds the key; nothing here does.
public struct Seal: Sendable {
  private let mac: @Sendable ([UInt8]) -> [UInt8]

  /// `mac` is a keyed hash (HMAC-SHA256 or alike) of at least 16 bytes.
  public init(mac: @escaping @Sendable ([UInt8]) -> [UInt8]) { self.mac = mac }

  /// `text` and its signature, safe in a URL or cookie. `purpose` keeps one use's signature from fitting another.
  public func sign(_ text: String, for purpose: String) -> String {
    Base64URL.text(Array(text.utf8)) + "." + Base64URL.text(signature(text, purpose))
  }

  /// The text, or `nil` unless it was signed here for this purpose.
  public func open(_ signed: String, for purpose: String) -> String? {
    let parts = signed.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let bytes = Base64URL.bytes(String(parts[0])),
      let given = Base64URL.bytes(String(parts[1])),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    let right = signature(text, purpose)
    guard right.count == given.count else { return nil }
    // Every byte is compared, so that time tells nothing.
    return zip(right, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0 ? text : nil
  }

  private func signature(_ text: String, _ purpose: String) -> [UInt8] {
    Array(mac(Array(purpose.utf8) + [0] + Array(text.utf8)).prefix(16))
  }
}

/// A caller's place in a long list.
public struct Paging: Sendable, Hashable {
  /// 1 to 100 rows.
  public let limit: Int
  /// What the last page ended with, as the handler wrote it; `nil` on the first page.
  public let after: String?
}

extension Ask {
  /// Reads `limit` and `cursor`. A limit outside 1…100 or a cursor that was not given out for this path: 400.
  public func paging(_ seal: Seal, usual: Int = 50) throws -> Paging {
    var limit = usual
    if let text = query["limit"] {
      guard let number = Int(text), (1...100).contains(number) else {
        throw Refusal.badQuery("limit", Words("Isi dengan angka 1 sampai 100.", "Must be a number from 1 to 100."))
      }
      limit = number
    }
    guard let cursor = query["cursor"] else { return Paging(limit: limit, after: nil) }
    guard let after = seal.open(cursor, for: path) else {
      throw Refusal.badQuery("cursor", Words("Penanda halaman tidak dikenal.", "The cursor is not one of ours."))
    }
    return Paging(limit: limit, after: after)
  }
}

/// Base64 with the URL alphabet, without padding (RFC 4648 §5).
public enum Base64URL {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  public static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let piece = bytes[at..<min(at + 3, bytes.count)]
      let value = piece.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - piece.count))
      for digit in 0...piece.count { out.append(alphabet[Int(value >> UInt32(18 - 6 * digit) & 63)]) }
      at += 3
    }
    return String(decoding: out, as: UTF8.self)
  }

  public static func bytes(_ text: String) -> [UInt8]? {
    guard text.utf8.count % 4 != 1 else { return nil }
    var (value, bits): (UInt32, UInt32) = (0, 0)
    var out: [UInt8] = []
    for character in text.utf8 {
      guard let digit = alphabet.firstIndex(of: character) else { return nil }
      value = (value << 6 | UInt32(digit)) & 0xFFFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(truncatingIfNeeded: value >> bits))
      }
    }
    // Left-over bits must be zero, or two texts would mean the same bytes.
    return value & ((1 << bits) - 1) == 0 ? out : nil
  }
}
