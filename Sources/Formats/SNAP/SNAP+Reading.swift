import Foundation
import Vocabulary

extension SNAP {
  /// Why a request is answered with an error before anyone looks at what it asks.
  public struct Refusal: Error, Hashable, Sendable {
    public let outcome: Outcome
  }
}

/// A request of a bank: which of its fields must be there, and how each must look.
protocol SNAPRequest: Codable {
  static var mandatory: [String] { get }
  /// The first field that does not look as it must.
  var misformed: String? { get }
}

extension SNAPRequest {
  /// Reads the body in the order banks test for: everything mandatory first, then every format.
  static func reading(_ body: [UInt8]) throws(SNAP.Refusal) -> Self {
    let data = Data(body)
    guard case .object(let members)? = try? JSONDecoder().decode(JSONValue.self, from: data) else {
      throw SNAP.Refusal(outcome: .badRequest)
    }
    for field in mandatory where isMissing(members[field]) {
      throw SNAP.Refusal(outcome: .missingField(field: field))
    }
    let request: Self
    do {
      request = try JSONDecoder().decode(Self.self, from: data)
    } catch let error as DecodingError {
      throw SNAP.Refusal(outcome: error.outcome)
    } catch {
      throw SNAP.Refusal(outcome: .badRequest)
    }
    if let field = request.misformed { throw SNAP.Refusal(outcome: .invalidFormat(field: field)) }
    return request
  }

  private static func isMissing(_ value: JSONValue?) -> Bool {
    switch value {
    case nil, .null: true
    case .text(let text): text.isEmpty
    default: false
    }
  }
}

extension DecodingError {
  fileprivate var outcome: SNAP.Outcome {
    func name(_ path: [any CodingKey]) -> String { path.map(\.stringValue).joined(separator: ".") }
    switch self {
    case .keyNotFound(let key, let context): return .missingField(field: name(context.codingPath + [key]))
    case .valueNotFound(_, let context): return .missingField(field: name(context.codingPath))
    case .typeMismatch(_, let context), .dataCorrupted(let context):
      return .invalidFormat(field: name(context.codingPath))
    @unknown default: return .badRequest
    }
  }
}

/// The checks of format that inquiry, payment and status requests share.
enum SNAPFormat {
  static func misformedAccount(_ partner: String, _ customer: String, _ account: String) -> String? {
    let code = partner.drop { $0 == " " }
    if partner.count != 8 || code.isEmpty || !code.allSatisfy(\.isDigit) { return "partnerServiceId" }
    if !(1...20).contains(customer.count) || !customer.allSatisfy(\.isDigit) { return "customerNo" }
    if account != partner + customer { return "virtualAccountNo" }
    return nil
  }

  static func isIdentifier(_ text: String) -> Bool {
    (1...128).contains(text.count) && text.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 }
  }
}

extension JSONEncoder {
  /// The same bytes for the same message: keys in order, slashes as they are.
  static var snap: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
