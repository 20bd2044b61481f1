import Foundation
import Vocabulary

extension Ask {
  /// The JSON body as `type`. Text that is no JSON is refused with 400, JSON that is not what was asked for with 422 and
  /// a pointer to the place, another content type with 415.
  ///
  /// - Parameter allowed: where given, any other key at the top is refused too: a misspelt key is never silently dropped.
  public func json<T: Decodable>(_ type: T.Type = T.self, allowing allowed: Set<String>? = nil) async throws -> T {
    guard let contentType, contentType == "application/json" || contentType.hasSuffix("+json") else {
      throw Refusal.unsupportedType("application/json")
    }
    return try JSONReading.decode(type, from: try await bytes(), allowing: allowed)
  }
}

/// Reads JSON and says where it is wrong.
enum JSONReading {
  static func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8], allowing allowed: Set<String>?) throws -> T {
    let data = Data(bytes)
    let tree: Any
    do {
      tree = try JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed])
    } catch {
      throw Refusal.notJSON
    }
    if let allowed, let object = tree as? [String: Any] {
      let strange = object.keys.filter { !allowed.contains($0) }.sorted()
      guard strange.isEmpty else {
        throw Refusal.invalid(strange.map { Fault("/" + escaped($0), "Nama ini tidak dikenal.", "Unknown name.") })
      }
    }
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch let error as DecodingError {
      throw Refusal.invalid([fault(error)])
    }
  }

  private static func fault(_ error: DecodingError) -> Fault {
    switch error {
    case .keyNotFound(let key, let context):
      Fault(pointer(context.codingPath + [key]), "Bagian ini harus diisi.", "This member is required.")
    case .valueNotFound(_, let context):
      Fault(pointer(context.codingPath), "Bagian ini tidak boleh kosong.", "This value must not be null.")
    case .typeMismatch(let type, let context):
      Fault(pointer(context.codingPath), "Jenis nilainya salah.", "The value is not of type \(name(of: type)).")
    case .dataCorrupted(let context):
      Fault(
        pointer(context.codingPath), "Nilai ini tidak sah.",
        context.debugDescription.isEmpty ? "Not a valid value." : context.debugDescription)
    @unknown default:
      Fault("", "Isian tidak dapat dibaca.", "The body could not be read.")
    }
  }

  /// RFC 6901.
  private static func pointer(_ path: [any CodingKey]) -> String {
    path.map { "/" + ($0.intValue.map { String($0) } ?? escaped($0.stringValue)) }.joined()
  }

  private static func escaped(_ key: String) -> String {
    key.replacingOccurrences(of: "~", with: "~0").replacingOccurrences(of: "/", with: "~1")
  }

  private static func name(of type: Any.Type) -> String {
    switch type {
    case is String.Type: "string"
    case is Bool.Type: "boolean"
    case is any BinaryInteger.Type: "integer"
    case is any Collection.Type: "array"
    default: "the kind described for it"
    }
  }
}
