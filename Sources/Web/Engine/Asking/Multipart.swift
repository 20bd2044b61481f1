import Vocabulary

/// Reads `multipart/form-data` (RFC 7578) as it arrives, however it is cut into pieces.
///
/// Feed it bytes and it hands back what they complete. Nothing is kept but the tail that could still be a boundary, so a
/// large file passes through in constant memory.
public struct Multipart: Sendable {
  /// How much is accepted. Whatever goes beyond is refused with 413.
  public struct Limits: Sendable {
    public var parts: Int
    public var headerBytes: Int
    /// Of one value that is no file.
    public var fieldBytes: Int
    public var fileBytes: Int

    public init(parts: Int = 100, headerBytes: Int = 4_096, fieldBytes: Int = 65_536, fileBytes: Int = 20_000_000) {
      self.parts = parts
      self.headerBytes = headerBytes
      self.fieldBytes = fieldBytes
      self.fileBytes = fileBytes
    }
  }

  public enum Event: Sendable, Hashable {
    case begins(Head)
    case bytes([UInt8])
    case ends
  }

  /// What stands over a part.
  public struct Head: Sendable, Hashable {
    public let name: String
    /// The file's own name without any folder; `nil` where the part is no file.
    public let filename: String?
    public let type: String?
  }

  private enum Place: Sendable {
    case preamble
    case afterBoundary
    case head
    case content(file: Bool, count: Int)
    case epilogue
  }

  private let delimiter: [UInt8]
  private let limits: Limits
  private var place = Place.preamble
  // The first boundary need not follow a line end; pretending one makes all boundaries alike.
  private var held: [UInt8] = [13, 10]
  private var parts = 0

  /// `nil` where the content type names no usable boundary.
  public init?(contentType: String, limits: Limits = Limits()) {
    guard let boundary = HeaderValue(contentType).parameters["boundary"], (1...70).contains(boundary.utf8.count),
      boundary.utf8.allSatisfy({ (33...126).contains($0) || $0 == 32 })
    else { return nil }
    delimiter = Array("\r\n--\(boundary)".utf8)
    self.limits = limits
  }

  public mutating func feed(_ bytes: some Collection<UInt8>) throws -> [Event] {
    held.append(contentsOf: bytes)
    var events: [Event] = []
    while try advance(&events) {}
    return events
  }

  /// Call at the end of the body: an unfinished one is refused with 400.
  public func finish() throws {
    guard case .epilogue = place else { throw Refusal.unreadableUpload("ends before its last boundary") }
  }

  /// One move; false when more bytes are needed.
  private mutating func advance(_ events: inout [Event]) throws -> Bool {
    switch place {
    case .preamble:
      guard let at = find(delimiter, in: held) else {
        guard held.count <= limits.headerBytes else { throw Refusal.unreadableUpload("has no boundary") }
        return false
      }
      held.removeFirst(at + delimiter.count)
      place = .afterBoundary
      return true
    case .afterBoundary: return try passBoundary()
    case .head: return try readHead(&events)
    case .content(let file, let count): return try readContent(file: file, count: count, &events)
    case .epilogue:
      held.removeAll()
      return false
    }
  }

  private mutating func passBoundary() throws -> Bool {
    if held.starts(with: [45, 45]) {
      place = .epilogue
      return true
    }
    // RFC 2046 lets blanks follow a boundary.
    let blanks = held.prefix { $0 == 32 || $0 == 9 }.count
    guard held.count >= blanks + 2 else {
      guard blanks <= 64 else { throw Refusal.unreadableUpload("has a broken boundary") }
      return false
    }
    guard held[blanks] == 13, held[blanks + 1] == 10 else { throw Refusal.unreadableUpload("has a broken boundary") }
    parts += 1
    guard parts <= limits.parts else { throw Refusal.tooMany(limits.parts) }
    held.removeFirst(blanks)
    place = .head
    return true
  }

  /// Still begins with the line end after the boundary, so that a part without any header is seen too.
  private mutating func readHead(_ events: inout [Event]) throws -> Bool {
    guard let end = find([13, 10, 13, 10], in: held) else {
      guard held.count <= limits.headerBytes else { throw Refusal.unreadableUpload("has a part with too long a head") }
      return false
    }
    guard end <= limits.headerBytes else { throw Refusal.unreadableUpload("has a part with too long a head") }
    guard let text = String(validating: held[..<end], as: UTF8.self) else {
      throw Refusal.unreadableUpload("has a head that is no UTF-8")
    }
    held.removeFirst(end + 4)
    let head = try Head(text)
    place = .content(file: head.filename != nil, count: 0)
    events.append(.begins(head))
    return true
  }

  private mutating func readContent(file: Bool, count: Int, _ events: inout [Event]) throws -> Bool {
    let most = file ? limits.fileBytes : limits.fieldBytes
    if let at = find(delimiter, in: held) {
      guard count + at <= most else { throw Refusal.tooLarge(most) }
      if at > 0 { events.append(.bytes(Array(held[..<at]))) }
      events.append(.ends)
      held.removeFirst(at + delimiter.count)
      place = .afterBoundary
      return true
    }
    let sure = held.count - (delimiter.count - 1)
    guard sure > 0 else { return false }
    guard count + sure <= most else { throw Refusal.tooLarge(most) }
    events.append(.bytes(Array(held[..<sure])))
    held.removeFirst(sure)
    place = .content(file: file, count: count + sure)
    return false
  }
}

extension Multipart.Head {
  init(_ text: String) throws {
    var disposition: HeaderValue?
    var type: String?
    for line in text.split(separator: "\r\n") {
      guard let colon = line.firstIndex(of: ":") else { throw Refusal.unreadableUpload("has a broken head") }
      let value = line[line.index(after: colon)...].trimmed
      switch line[..<colon].lowercased() {
      case "content-disposition": disposition = HeaderValue(value)
      case "content-type": type = value.lowercased()
      default: break
      }
    }
    guard let disposition, disposition.value.lowercased() == "form-data", let name = disposition.parameters["name"]
    else {
      throw Refusal.unreadableUpload("has a part without a name")
    }
    self.name = name
    self.type = type
    let extended = disposition.parameters["filename*"].flatMap { value -> String? in
      let fields = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3, fields[0].lowercased() == "utf-8" else { return nil }
      return percentDecoded(fields[2].utf8)
    }
    filename = (extended ?? disposition.parameters["filename"]).map(Self.bare)
  }

  /// Never a path: only what follows the last slash of either kind, without control characters.
  private static func bare(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    return String(last.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }.map(Character.init).prefix(200))
  }
}

/// `value; name=token; name="quoted"`, as Content-Type and Content-Disposition write it.
struct HeaderValue {
  let value: String
  private(set) var parameters: [String: String] = [:]

  init(_ text: String) {
    var rest = text[...]
    value = String(rest.prefix { $0 != ";" }).trimmed
    rest = rest.drop { $0 != ";" }
    while rest.first == ";" {
      rest = rest.dropFirst()
      let name = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(name.count)
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      let key = name.trimmed.lowercased()
      let found = rest.first == "\"" ? HeaderValue.quoted(&rest) : HeaderValue.token(&rest)
      // The first one counts: a second `filename` must not change what an earlier check saw.
      if parameters[key] == nil { parameters[key] = found }
      rest = rest.drop { $0 != ";" }
    }
  }

  private static func token(_ rest: inout Substring) -> String {
    let token = rest.prefix { $0 != ";" }
    rest = rest.dropFirst(token.count)
    return token.trimmed
  }

  private static func quoted(_ rest: inout Substring) -> String {
    rest = rest.dropFirst()
    var text = ""
    while let character = rest.popFirst(), character != "\"" {
      // Browsers escape a quote as %22 and leave backslashes alone (old Windows paths), so only \" is an escape.
      if character == "\\", rest.first == "\"" {
        rest = rest.dropFirst()
        text.append("\"")
      } else {
        text.append(character)
      }
    }
    return text
  }
}

/// The first place where `needle` stands in `bytes`.
func find(_ needle: [UInt8], in bytes: [UInt8]) -> Int? {
  guard let first = needle.first, bytes.count >= needle.count else { return nil }
  return bytes.withUnsafeBufferPointer { bytes in
    var at = 0
    let last = bytes.count - needle.count
    while at <= last {
      if bytes[at] == first {
        var matched = 1
        while matched < needle.count, bytes[at + matched] == needle[matched] { matched += 1 }
        if matched == needle.count { return at }
      }
      at += 1
    }
    return nil
  }
}
