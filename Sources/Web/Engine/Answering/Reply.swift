import Foundation
public import HTTPTypes
public import NIOCore
import Vocabulary

/// What a handler answers. Pages are drawn later, once the site adds language, navigation and caller.
public struct Reply: Sendable {
  public enum Body: Sendable {
    case empty
    case bytes([UInt8])
    case page(Page)
    /// Written piece by piece; `length` where it is known beforehand.
    case stream(length: Int?, Write)
  }
  /// Calls the closure it is given with each piece.
  public typealias Write = @Sendable ((ByteBuffer) async throws -> Void) async throws -> Void

  public var status: HTTPResponse.Status
  public var headers: HTTPFields
  public var body: Body

  public init(_ status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], body: Body = .empty) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

extension Reply {
  /// A page drawn from `Templates/<template>.mustache`.
  public static func page(_ page: Page, status: HTTPResponse.Status = .ok) -> Reply {
    Reply(status, body: .page(page))
  }

  /// POST, redirect, get: the browser fetches `path` next, and reloading repeats nothing.
  public static func see(_ path: String) -> Reply {
    // A path that begins with two slashes or a backslash would leave the site, and so would one with a tab or line break
    // between the slashes: browsers drop those. A path of ours is visible ASCII.
    let own =
      path.hasPrefix("/") && !path.hasPrefix("//")
      && path.utf8.allSatisfy { (33...126).contains($0) && $0 != UInt8(ascii: "\\") }
    return Reply(.seeOther, headers: [.location: own ? path : "/"])
  }

  /// Keys in alphabetical order, so that equal answers are equal bytes.
  public static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Reply {
    Reply(status, headers: [.contentType: "application/json"], body: .bytes(try JSONWriting.bytes(value)))
  }

  /// 201 with the new thing's address.
  public static func created(_ value: some Encodable, at path: String) throws -> Reply {
    var reply = try json(value, status: .created)
    reply.headers[.location] = path
    return reply
  }

  public static let noContent = Reply(.noContent)

  public static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> Reply {
    Reply(headers: [.contentType: type], body: .bytes(Array(text.utf8)))
  }

  /// A file to keep: the browser saves it as `filename`.
  public static func file(_ bytes: [UInt8], type: String, filename: String) -> Reply {
    Reply(
      headers: [
        .contentType: type,
        .contentDisposition: "attachment; filename*=UTF-8''\(percentEncoded(filename))",
      ], body: .bytes(bytes))
  }

  /// A page of a long list: `{"items": […], "next": "…"}`, and the same `next` in `Link`.
  ///
  /// - Parameter last: what the next page continues after, or `nil` where there is no more.
  public static func list(
    _ items: [some Encodable & Sendable], last: String?, ask: Ask, paging: Paging, seal: Seal
  ) throws -> Reply {
    guard let last else { return try json(Listing(items: items, next: nil)) }
    let cursor = seal.sign(last, for: ask.path)
    var query = ask.query.without("cursor").without("limit")
    query.append("limit", String(paging.limit))
    query.append("cursor", cursor)
    let next = ask.path + "?" + query.encoded
    var reply = try json(Listing(items: items, next: next))
    reply.headers[.link] = "<\(next)>; rel=\"next\""
    return reply
  }

  public func adding(_ cookie: Cookie) -> Reply {
    var reply = self
    reply.headers.append(HTTPField(name: .setCookie, value: cookie.header))
    return reply
  }

  public func adding(_ name: HTTPField.Name, _ value: String) -> Reply {
    var reply = self
    reply.headers[name] = value
    return reply
  }
}

private struct Listing<Item: Encodable>: Encodable {
  let items: [Item]
  let next: String?

  enum Key: CodingKey {
    case items
    case next
  }

  /// `next` is always there: null says "no more".
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(items, forKey: .items)
    try container.encode(next, forKey: .next)
  }
}

enum JSONWriting {
  static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }
}

extension Ask {
  /// For edits: the caller must name the version it saw. 428 without `If-Match`, 412 where `version` has moved on.
  public func requireMatch(_ version: String) throws {
    guard let match = headers[.ifMatch] else { throw Refusal.preconditionRequired }
    let wanted = match.split(separator: ",").map { $0.trimmed }
    guard match == "*" || wanted.contains("\"\(version)\"") else { throw Refusal.changedMeanwhile }
  }
}
