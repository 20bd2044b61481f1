import Vocabulary

extension SNAP {
  /// How a call ended. On the wire it is seven digits: the HTTP status, the service, the case (`4042414`).
  public enum Outcome: Hashable, Sendable {
    case successful
    case inProgress
    case badRequest
    case invalidFormat(field: String)
    case missingField(field: String)
    case unauthorized(reason: String)
    case invalidToken
    case invalidCustomerToken
    case tokenNotFound
    case expired
    case featureNotAllowed
    case exceedsLimit
    case suspectedFraud
    case activityLimit
    case doNotHonour
    case notAllowedNow
    case dormantAccount
    case insufficientFunds
    case notPermitted
    case suspended
    case inactiveAccount
    case merchantBlacklisted
    case invalidStatus
    case transactionNotFound
    case invalidRouting
    case bankNotSupported
    case cancelled
    case invalidMerchant
    case invalidAccount
    case invalidBill(reason: String)
    case invalidAmount
    case paidBill
    case partnerNotFound
    case inconsistentRequest
    case expiredBill
    case methodNotAllowed
    case conflict
    case duplicateReference
    case tooManyRequests
    case generalError
    case internalError
    case externalError
    case timeout
  }
}

extension SNAP.Outcome {
  /// The answer's HTTP status and case, which stand before and after the service in the code; and its text.
  private var row: (status: Int, number: Int, message: String) {
    switch self {
    case .successful: (200, 0, "Successful")
    case .inProgress: (202, 0, "Request In Progress")
    case .badRequest: (400, 0, "Bad Request")
    case .invalidFormat(let field): (400, 1, "Invalid Field Format \(field)")
    case .missingField(let field): (400, 2, "Invalid Mandatory Field \(field)")
    case .unauthorized(let reason): (401, 0, "Unauthorized. \(reason)")
    case .invalidToken: (401, 1, "Invalid Token (B2B)")
    case .invalidCustomerToken: (401, 2, "Invalid Customer Token")
    case .tokenNotFound: (401, 3, "Token Not Found (B2B)")
    default: laterRow
    }
  }

  private var laterRow: (status: Int, number: Int, message: String) {
    switch self {
    case .expired: (403, 0, "Transaction Expired")
    case .featureNotAllowed: (403, 1, "Feature Not Allowed")
    case .exceedsLimit: (403, 2, "Exceeds Transaction Amount Limit")
    case .suspectedFraud: (403, 3, "Suspected Fraud")
    case .activityLimit: (403, 4, "Activity Count Limit Exceeded")
    case .doNotHonour: (403, 5, "Do Not Honor")
    case .notAllowedNow: (403, 6, "Feature Not Allowed At This Time")
    case .dormantAccount: (403, 9, "Dormant Account")
    case .insufficientFunds: (403, 14, "Insufficient Funds")
    case .notPermitted: (403, 15, "Transaction Not Permitted")
    case .suspended: (403, 16, "Suspend Transaction")
    case .inactiveAccount: (403, 18, "Inactive Card/Account/Customer")
    case .merchantBlacklisted: (403, 19, "Merchant Blacklisted")
    case .methodNotAllowed: (405, 0, "Requested Function Is Not Supported")
    case .conflict: (409, 0, "Conflict")
    case .duplicateReference: (409, 1, "Duplicate partnerReferenceNo")
    case .tooManyRequests: (429, 0, "Too Many Requests")
    case .generalError: (500, 0, "General Error")
    case .internalError: (500, 1, "Internal Server Error")
    case .externalError: (500, 2, "External Server Error")
    case .timeout: (504, 0, "Timeout")
    default: notFoundRow
    }
  }

  private var notFoundRow: (status: Int, number: Int, message: String) {
    switch self {
    case .transactionNotFound: (404, 1, "Transaction Not Found")
    case .invalidRouting: (404, 2, "Invalid Routing")
    case .bankNotSupported: (404, 3, "Bank Not Supported By Switch")
    case .cancelled: (404, 4, "Transaction Cancelled")
    case .invalidMerchant: (404, 8, "Invalid Merchant")
    case .invalidAccount: (404, 11, "Invalid Card/Account/Customer/Virtual Account")
    case .invalidBill(let reason): (404, 12, "Invalid Bill/Virtual Account \(reason)")
    case .invalidAmount: (404, 13, "Invalid Amount")
    case .paidBill: (404, 14, "Paid Bill")
    case .partnerNotFound: (404, 16, "Partner Not Found")
    case .inconsistentRequest: (404, 18, "Inconsistent Request")
    case .expiredBill: (404, 19, "Invalid Bill/Virtual Account")
    default: (404, 0, "Invalid Transaction Status")
    }
  }

  /// The HTTP status the answer must carry: the first three digits of its code.
  public var httpStatus: Int { row.status }

  /// The text of the answer, `responseMessage`.
  public var message: String { row.message.trimmed }

  /// The seven digits, `responseCode`.
  public func code(of service: SNAP.Service) -> String { SNAP.code(row.status, service.rawValue, row.number) }

  /// Whether the money moved, as far as this answer tells.
  public var isSuccess: Bool { self == .successful }

  /// Reads seven digits; `nil` for a code no table has. Fields and reasons are in the message, not in the code.
  public static func read(_ code: String) -> (outcome: SNAP.Outcome, service: Int)? {
    guard code.count == 7, code.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(code),
      let outcome = byStatusAndNumber[value / 10_000 * 100 + value % 100]
    else { return nil }
    return (outcome, value / 100 % 100)
  }

  private static let byStatusAndNumber: [Int: SNAP.Outcome] = Dictionary(
    uniqueKeysWithValues: every.map { ($0.row.status * 100 + $0.row.number, $0) })

  /// Every outcome once, with empty fields and reasons.
  public static let every: [SNAP.Outcome] = [
    .successful, .inProgress, .badRequest, .invalidFormat(field: ""), .missingField(field: ""),
    .unauthorized(reason: ""), .invalidToken, .invalidCustomerToken, .tokenNotFound, .expired, .featureNotAllowed,
    .exceedsLimit, .suspectedFraud, .activityLimit, .doNotHonour, .notAllowedNow, .dormantAccount, .insufficientFunds,
    .notPermitted, .suspended, .inactiveAccount, .merchantBlacklisted, .invalidStatus, .transactionNotFound,
    .invalidRouting, .bankNotSupported, .cancelled, .invalidMerchant, .invalidAccount, .invalidBill(reason: ""),
    .invalidAmount, .paidBill, .partnerNotFound, .inconsistentRequest, .expiredBill, .methodNotAllowed, .conflict,
    .duplicateReference, .tooManyRequests, .generalError, .internalError, .externalError, .timeout,
  ]
}

extension SNAP {
  fileprivate static func code(_ status: Int, _ service: Int, _ number: Int) -> String {
    String(status * 10_000 + service * 100 + number)
  }
}
