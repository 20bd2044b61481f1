import Formats
import Foundation
import Vocabulary

/// The symmetric signature of SNAP: HMAC-SHA512 with the partner's secret, in base64.
enum SNAPSignature {
  static func of(
    _ method: String, _ path: String, _ body: [UInt8], timestamp: String, by partner: BankPartner
  ) -> String {
    Data(bytes(method, path, body, timestamp: timestamp, by: partner)).base64EncodedString()
  }

  /// Whether `call` is signed by `partner`. Takes the same time for a good signature and a bad one.
  static func isGenuine(_ call: SNAPCall, timestamp: String, signature: String, by partner: BankPartner) -> Bool {
    guard let given = Data(base64Encoded: signature) else { return false }
    return Sodium.equal(Array(given), bytes(call.method, call.path, call.body, timestamp: timestamp, by: partner))
  }

  private static func bytes(
    _ method: String, _ path: String, _ body: [UInt8], timestamp: String, by partner: BankPartner
  ) -> [UInt8] {
    let text = SNAP.stringToSign(method: method, path: path, token: partner.token, body: body, timestamp: timestamp)
    return Sodium.hmacSHA512(text, key: Array(partner.secret.utf8))
  }
}

extension Instant {
  /// Reads ISO 8601 with a zone as banks send it: `2026-11-20T10:00:00+07:00`, `…Z`, fractions of a second allowed.
  init?(timestamp text: String) {
    guard text.utf8.count == text.count, text.count >= 20, let day = Day(String(text.prefix(10))) else { return nil }
    let clock = text.dropFirst(10).prefix(9)
    let fields = clock.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard clock.first == "T", fields.count == 3, fields.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isDigit) }),
      let hour = Int(fields[0]), let minute = Int(fields[1]), let second = Int(fields[2]), hour < 24, minute < 60,
      second <= 60
    else { return nil }
    var zone = text.dropFirst(19)
    if zone.first == "." {
      let fraction = zone.dropFirst().prefix(while: \.isDigit)
      guard (1...9).contains(fraction.count) else { return nil }
      zone = zone.dropFirst(1 + fraction.count)
    }
    guard let offset = Instant.offset(zone) else { return nil }
    let seconds = Int64(day.number) * 86_400 + Int64(hour * 3_600 + minute * 60 + second) - offset
    self.init(milliseconds: seconds * 1_000)
  }

  /// Seconds ahead of UTC: `Z`, `+07:00`, `-05:30`.
  private static func offset(_ zone: Substring) -> Int64? {
    if zone == "Z" { return 0 }
    let fields = zone.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard let sign = zone.first, sign == "+" || sign == "-", fields.count == 2,
      fields.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isDigit) }), let hours = Int64(fields[0]),
      let minutes = Int64(fields[1]), hours <= 14, minutes < 60
    else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }
}
