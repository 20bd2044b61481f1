import Formats
import Foundation
public import Office

/// The banks of a branch, as its file `keys/banks.json` names them.
///
/// The file holds secrets: only the office's own user may read it.
public struct BankBook: Sendable {
  /// One bank, as the file has it.
  public struct Bank: Decodable, Sendable {
    /// `X-PARTNER-ID`, and the name for `pay import --partner`.
    public let id: String
    /// As payers know it.
    public let name: String
    /// The bank's code of three digits.
    public let code: String
    let serviceID: String
    let secret: String
    let token: String
    /// `any` or `exact`.
    let takes: String?
    /// Whether a payment has the same reference in the bank's call and on its statement. Where not, the call's
    /// contributions are the only ones taken: the statement's would be the same money again.
    public let referenceOnStatements: Bool
    /// Whether benefits are paid from our account there.
    public let paysBenefits: Bool?

    public var partner: BankPartner {
      BankPartner(
        id: id, serviceID: serviceID, secret: secret, token: token, takes: takes == "exact" ? .exact : .any,
        referenceOnStatements: referenceOnStatements)
    }
  }

  public let banks: [Bank]

  /// - Throws: `BankBookFlaw` for a file that is there and cannot be used. No file is no bank.
  public init(path: String) throws(BankBookFlaw) {
    guard let data = FileManager.default.contents(atPath: path) else {
      guard !FileManager.default.fileExists(atPath: path) else { throw BankBookFlaw(path: path, flaw: "unreadable") }
      banks = []
      return
    }
    do {
      banks = try JSONDecoder().decode([Bank].self, from: data)
    } catch {
      throw BankBookFlaw(path: path, flaw: "\(error)")
    }
    guard Set(banks.map(\.id)).count == banks.count else { throw BankBookFlaw(path: path, flaw: "an id stands twice") }
    for bank in banks where bank.secret.utf8.count < 16 || bank.token.utf8.count < 16 {
      throw BankBookFlaw(path: path, flaw: "the secret and token of \(bank.id) need 16 characters or more")
    }
    for bank in banks where bank.takes.map({ !["any", "exact"].contains($0) }) == true {
      throw BankBookFlaw(path: path, flaw: "\"takes\" of \(bank.id) is any or exact")
    }
  }

  public func find(_ id: String) -> Bank? { banks.first { $0.id == id } }
  /// The bank that pays benefits.
  public var payer: Bank? { banks.first { $0.paysBenefits == true } }
}

/// Why the file of banks cannot be used.
public struct BankBookFlaw: Error, CustomStringConvertible {
  public let path: String
  public let flaw: String
  public var description: String { "\(path): \(flaw)" }
}

extension PayoutBatch {
  /// The file for the bank, pain.001: always the same bytes for the same batch.
  public func order(of office: Office, debtorBank: String) throws -> [UInt8] {
    try PayoutCourier(office: office, debtorBank: debtorBank) { _ in BankReply() }.order(for: self).xml()
  }
}
