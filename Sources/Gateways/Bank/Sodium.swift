import CSodium

/// libsodium, in the few words that bank messages need.
enum Sodium {
  private static let ready: Bool = sodium_init() >= 0

  private static func start() { precondition(ready, "libsodium could not be started") }

  /// HMAC-SHA-512 with a key of any length, 64 bytes.
  static func hmacSHA512(_ text: String, key: [UInt8]) -> [UInt8] {
    start()
    var state = crypto_auth_hmacsha512_state()
    var out = [UInt8](repeating: 0, count: 64)
    let bytes = Array(text.utf8)
    _ = crypto_auth_hmacsha512_init(&state, key, key.count)
    _ = crypto_auth_hmacsha512_update(&state, bytes, UInt64(bytes.count))
    _ = crypto_auth_hmacsha512_final(&state, &out)
    return out
  }

  /// SHA-256 as 64 lower-case hexadecimal digits.
  static func sha256(_ bytes: [UInt8]) -> String {
    start()
    var out = [UInt8](repeating: 0, count: 32)
    _ = crypto_hash_sha256(&out, bytes, UInt64(bytes.count))
    return hex(out)
  }

  /// Compares in constant time.
  static func equal(_ a: [UInt8], _ b: [UInt8]) -> Bool { a.count == b.count && sodium_memcmp(a, b, a.count) == 0 }

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
