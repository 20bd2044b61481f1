/// SNAP BI, the national standard of open payment interfaces (Bank Indonesia and ASPI): the messages of virtual
/// accounts, the answer codes and what is signed. Keys, tokens and the wire are elsewhere.
public enum SNAP {
  /// The services we answer or call, by their two-digit code.
  public enum Service: Int, Sendable, CaseIterable {
    case balance = 11
    case transactionHistory = 12
    case statement = 14
    case accountInquiryInternal = 15
    case accountInquiryExternal = 16
    case transferIntrabank = 17
    case transferInterbank = 18
    case transferRTGS = 22
    case transferSKN = 23
    case inquiry = 24
    case payment = 25
    case paymentStatus = 26
    case transferStatus = 36
    case accessToken = 73
  }

  /// What the symmetric signature (HMAC-SHA512 with the client's secret) is taken over:
  /// `METHOD:path:token:sha256(minified body):timestamp`. `path` is without host, as received; an empty body hashes as
  /// the empty text.
  public static func stringToSign(
    method: String, path: String, token: String, body: [UInt8], timestamp: String
  ) -> String {
    [method.uppercased(), path, token, bodyDigest(body), timestamp].joined(separator: ":")
  }

  /// What the asymmetric signature (RSA-SHA256) of partners without tokens is taken over: the same, without the token.
  public static func stringToSign(method: String, path: String, body: [UInt8], timestamp: String) -> String {
    [method.uppercased(), path, bodyDigest(body), timestamp].joined(separator: ":")
  }

  /// What the asymmetric signature of a request for a token is taken over: `clientKey|timestamp`.
  public static func stringToSign(clientKey: String, timestamp: String) -> String { "\(clientKey)|\(timestamp)" }

  /// Lower-case hexadecimal SHA-256 of the minified body.
  public static func bodyDigest(_ body: [UInt8]) -> String { SHA256.hex(JSONBytes.minified(body)) }
}
