import Foundation
import Office
import Vocabulary

extension Ask {
  /// The JSON body. Beyond what `json` checks, no text in it may be long or hold control characters: such text is a
  /// slip or an attack, and no database column should have to say so.
  func body<T: Decodable>(_ type: T.Type = T.self, allowing allowed: Set<String>? = nil) async throws -> T {
    guard let contentType, contentType == "application/json" || contentType.hasSuffix("+json") else {
      throw Refusal.unsupportedType("application/json")
    }
    let bytes = try await bytes()
    if let tree = try? JSONSerialization.jsonObject(with: Data(bytes)) {
      let faults = TextRule.faults(in: tree, at: "")
      guard faults.isEmpty else { throw Refusal.invalid(faults) }
    }
    return try JSONReading.decode(type, from: bytes, allowing: allowed)
  }

  /// Acts that need no body take `{}` or nothing.
  func nothing() async throws {
    let bytes = try await bytes()
    guard bytes.contains(where: { !" \r\n\t".utf8.contains($0) }) else { return }
    guard let tree = try? JSONSerialization.jsonObject(with: Data(bytes)) else { throw Refusal.notJSON }
    guard let object = tree as? [String: Any], object.isEmpty else {
      throw Refusal.invalid([Fault("", "Kirim {} atau kosong.", "Send {} or nothing.")])
    }
  }

  func identifier<Of>(_ name: String, _: Of.Type = Of.self) throws -> Identifier<Of> {
    guard parameter(name).allSatisfy(\.isDigit), let value = Int64(parameter(name)), let id = Identifier<Of>(value)
    else {
      throw Refusal.notFound
    }
    return id
  }

  /// `{member}`: a number, or `me` for the caller's own.
  func member() throws -> MemberID {
    guard parameter("member") == "me" else { return try identifier("member") }
    guard let own = try actor().memberID else { throw Refusal.notFound }
    return own
  }

  /// `{employer}`: a number, or `me` for the caller's own.
  func employer() throws -> EmployerID {
    guard parameter("employer") == "me" else { return try identifier("employer") }
    guard let own = try actor().employerID else { throw Refusal.notFound }
    return own
  }

  func kpj() throws -> KPJ {
    guard let kpj = KPJ(parameter("kpj")), kpj.digits == parameter("kpj") else { throw Refusal.notFound }
    return kpj
  }

  func claimNumber() throws -> ClaimNumber {
    guard let number = ClaimNumber(parameter("number")) else { throw Refusal.notFound }
    return number
  }

  /// A bill's name, which stands where a month does.
  func billName() throws -> Bill.Name {
    guard let name = Bill.Name(parameter("month")) else { throw Refusal.notFound }
    return name
  }

  func month() throws -> Month {
    guard let month = Month(parameter("month")) else { throw Refusal.notFound }
    return month
  }

  /// Why somebody else's data are opened; written down where she can read it. Whoever opens her own need not say.
  func reason(own: Bool) throws -> String {
    if own, query["reason"] == nil { return "data sendiri" }
    let text = (query["reason"] ?? "").trimmed
    guard (3...200).contains(text.count), TextRule.isPlain(text) else {
      throw Refusal.badQuery(
        "reason", Words("Tulis keperluan Anda, 3 sampai 200 huruf.", "Say why you look, in 3 to 200 characters."))
    }
    return text
  }

  func day(_ name: String) throws -> Day? {
    guard let text = query[name] else { return nil }
    guard let day = Day(text) else {
      throw Refusal.badQuery(name, Words("Tulis tanggal seperti 2026-11-20.", "Write a day like 2026-11-20."))
    }
    return day
  }

  func choice<T: RawRepresentable & CaseIterable>(_ name: String, _: T.Type = T.self) throws -> T?
  where T.RawValue == String {
    guard let text = query[name] else { return nil }
    guard let choice = T(rawValue: text) else {
      let all = T.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal.badQuery(name, Words("Pilihannya: \(all).", "One of: \(all)."))
    }
    return choice
  }
}

/// What text may be.
enum TextRule {
  static let longest = 500

  static func isPlain(_ text: String) -> Bool { PlainText.isPlain(text) }

  static func faults(in tree: Any, at pointer: String) -> [Fault] {
    switch tree {
    case let text as String:
      if text.count > longest {
        return [Fault(pointer, "Paling panjang \(longest) huruf.", "At most \(longest) characters.")]
      }
      return isPlain(text)
        ? [] : [Fault(pointer, "Ada huruf yang tidak dapat dicetak.", "There are characters that cannot be printed.")]
    case let list as [Any]: return list.enumerated().flatMap { faults(in: $1, at: "\(pointer)/\($0)") }
    case let object as [String: Any]:
      return object.sorted { $0.key < $1.key }.flatMap { key, value in
        faults(in: key, at: pointer)
          + faults(
            in: value,
            at: pointer + "/" + key.replacingOccurrences(of: "~", with: "~0").replacingOccurrences(of: "/", with: "~1"))
      }
    default: return []
    }
  }
}

extension Decoder {
  /// A misspelt name is told and never silently dropped.
  func refuseKeys(besides known: Set<String>) throws {
    let strange = try container(keyedBy: AnyName.self).allKeys.filter { !known.contains($0.stringValue) }
    guard let first = strange.min(by: { $0.stringValue < $1.stringValue }) else { return }
    throw DecodingError.dataCorrupted(
      DecodingError.Context(codingPath: codingPath + [first], debugDescription: "Unknown name."))
  }
}

private struct AnyName: CodingKey {
  let stringValue: String
  let intValue: Int? = nil

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { return nil }
}

/// The office names the lines of a list from one, `line 3, wage`; programs get a JSON pointer, `/lines/2/wage`.
func pointing<T>(into list: String, _ act: () async throws -> T) async throws -> T {
  do {
    return try await act()
  } catch OfficeError.faults(let faults) {
    throw OfficeError.faults(faults.map { Fault(pointer($0.place, list), $0.words) })
  }
}

private func pointer(_ place: String, _ list: String) -> String {
  let parts = place.split(separator: ",", maxSplits: 1).map { $0.trimmed }
  guard parts.count == 2, parts[0].hasPrefix("line "), let line = Int(parts[0].dropFirst(5)), line > 0 else {
    return "/\(list)/0/\(place)"
  }
  return "/\(list)/\(line - 1)/\(parts[1])"
}
