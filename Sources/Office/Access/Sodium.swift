import CSodium

/// libsodium, in the few words the office needs.
enum Sodium {
  private static let ready: Bool = sodium_init() >= 0

  private static func start() { precondition(ready, "libsodium could not be started") }

  /// BLAKE2b, 32 bytes, as hex.
  static func hash(_ bytes: [UInt8]) -> String {
    start()
    var out = [UInt8](repeating: 0, count: 32)
    _ = crypto_generichash(&out, out.count, bytes, UInt64(bytes.count), nil, 0)
    return hex(out)
  }

  /// HMAC-SHA-256 with a key of 32 bytes.
  static func mac(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    start()
    precondition(key.count == 32, "a key is 32 bytes")
    var out = [UInt8](repeating: 0, count: 32)
    _ = crypto_auth_hmacsha256(&out, bytes, UInt64(bytes.count), key)
    return out
  }

  static func random(_ count: Int) -> [UInt8] {
    start()
    var out = [UInt8](repeating: 0, count: count)
    randombytes_buf(&out, count)
    return out
  }

  /// An argon2id string with a new salt: 19 MiB, two passes.
  static func passwordHash(_ password: String) -> String? {
    start()
    var out = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
    let failed = crypto_pwhash_str(&out, password, UInt64(password.utf8.count), 2, 19 * 1_024 * 1_024)
    guard failed == 0 else { return nil }
    return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func password(_ password: String, matches hash: String) -> Bool {
    start()
    return crypto_pwhash_str_verify(hash, password, UInt64(password.utf8.count)) == 0
  }

  static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  static func bytes(hex: String) -> [UInt8]? {
    let nibbles = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard nibbles.count == hex.utf8.count, nibbles.count % 2 == 0 else { return nil }
    return stride(from: 0, to: nibbles.count, by: 2).map { UInt8(nibbles[$0] << 4 | nibbles[$0 + 1]) }
  }

  /// Compares in constant time.
  static func equal(_ a: [UInt8], _ b: [UInt8]) -> Bool { a.count == b.count && sodium_memcmp(a, b, a.count) == 0 }
}
