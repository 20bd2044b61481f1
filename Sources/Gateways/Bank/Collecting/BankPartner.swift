public import Office
import Vocabulary

/// A bank that collects for us, and what was agreed with it. Values come from the branch's settings; its secrets belong
/// in a file that only the office can read.
///
/// The bank's token is fixed and agreed beforehand. A bank that wants to fetch tokens itself (SNAP service 73, signed
/// with RSA) is not served yet.
public struct BankPartner: Hashable, Sendable {
  /// What the payer may pay.
  public enum Amounts: Hashable, Sendable {
    /// Any amount at any time: what no bill needs waits as the payer's deposit. A payer without an open bill may pay
    /// ahead, and a closed membership opens again that way.
    case any
    /// What is owed, to the rupiah, and nothing when nothing is owed.
    case exact
  }

  /// `X-PARTNER-ID`, at most 36 characters.
  public let id: String
  /// The digits of `partnerServiceId`: every virtual account that this bank may ask for begins with them.
  public let serviceID: String
  /// Signs the bank's requests (HMAC-SHA512).
  let secret: String
  /// The bearer token of its requests.
  let token: String
  /// How far the bank's clock may be from ours, in seconds, either way.
  public let skew: Int64
  public let takes: Amounts
  /// Some banks promise digits in `X-EXTERNAL-ID`, as the standard says; most do not.
  public let numericExternalIDs: Bool

  /// Whether its statements name a payment by the `referenceNo` of its call. Then a call without one is refused, for
  /// its money would be credited again from the statement.
  public let referenceOnStatements: Bool

  public init(
    id: String, serviceID: String, secret: String, token: String, skew: Int64 = 300, takes: Amounts = .any,
    numericExternalIDs: Bool = false, referenceOnStatements: Bool = false
  ) {
    self.referenceOnStatements = referenceOnStatements
    self.id = id
    self.serviceID = serviceID
    self.secret = secret
    self.token = token
    self.skew = skew
    self.takes = takes
    self.numericExternalIDs = numericExternalIDs
  }

  /// The partner that our own sandbox plays: its secrets are drawn from the office's keys, so that nobody has to set
  /// any.
  public static func sandbox(of office: Office, takes: Amounts = .any) -> BankPartner {
    func drawn(_ name: String) -> String { Sodium.hex(Sodium.hmacSHA512(name, key: office.keys.bank).prefix(32)) }
    return BankPartner(
      id: "BANK-SANDBOX", serviceID: office.branch.bankPrefix, secret: drawn("secret"), token: drawn("token"),
      takes: takes)
  }

  /// How our books name a payment of this bank's: by its own reference, where that is short enough.
  func reference(_ bankReference: String) -> String { BankPartner.reference(bankReference, of: id) }

  static func reference(_ bankReference: String, of partner: String) -> String {
    let whole = "\(partner)/\(bankReference)"
    // The books keep 64 bytes; what is longer goes by its digest.
    return whole.utf8.count <= 64 ? whole : "#\(Sodium.sha256(Array(whole.utf8)).prefix(63))"
  }
}

extension BankPartner: CustomStringConvertible {
  /// Without its secrets, wherever it is printed.
  public var description: String { "bank \(id) for \(serviceID)" }
}
