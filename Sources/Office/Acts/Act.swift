import Foundation
import Ledger
public import Store
public import Vocabulary

/// One act of the office while it runs: the transaction it lives in, who acts, and when.
///
/// Whatever a body does goes through `db`; when it throws, nothing of it stays.
public final class Act {
  public let db: Connection
  public let actor: Actor
  public let now: Instant
  let office: Office
  /// Whom the act is about, for the audit row.
  var subject: Int64?
  /// What the audit row tells beyond the act's name. Keep it short, and free of what the row's reader need not know.
  var detail = ""

  init(db: Connection, actor: Actor, now: Instant, office: Office) {
    self.db = db
    self.actor = actor
    self.now = now
    self.office = office
  }

  var today: Day { now.day }

  func newID<Of>(_ of: Of.Type = Of.self) -> Identifier<Of> { office.identifiers.next(at: now, of) }

  /// Takes the next `count` numbers of a named series and returns the first. Printed numbers come from here.
  func takeNumbers(_ series: String, count: Int = 1) throws -> Int64 {
    let first = try db.row("SELECT next FROM counter WHERE name = $1", series) { try $0.int(0) }
    if let first {
      try db.execute("UPDATE counter SET next = $2 WHERE name = $1", series, first + Int64(count))
      return first
    }
    try db.execute("INSERT INTO counter (name, next) VALUES ($1, $2)", series, 1 + Int64(count))
    return 1
  }
}

/// The key under which an act is done once, however often it is asked for.
public struct ActKey: Hashable, Sendable {
  public let text: String

  /// - Throws: `OfficeError.badKey` unless 1 to 100 letters, digits, dots, dashes, underscores or slashes.
  public init(_ text: String) throws(OfficeError) {
    let fine = text.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46 || $0 == 95
        || $0 == 47
    }
    guard fine, (1...100).contains(text.utf8.count) else { throw .badKey }
    self.text = text
  }

  /// For keys that the program makes itself.
  init(own text: String) { self.text = text }
}

extension Office {
  /// Does an act once: in one transaction, for an actor who may, under a key, with a trace.
  ///
  /// A second call with the same actor, name and key and the same input answers with the first result and does nothing;
  /// with another input it throws `OfficeError.keyReused`. The body must change nothing but through `Act.db`: the
  /// transaction may be tried again when another writer was faster.
  func act<Input: Encodable & Sendable, Output: Codable & Sendable>(
    _ name: String, by actor: Actor, key: ActKey, input: Input, why reason: String = "",
    _ body: @escaping @Sendable (Act) throws -> Output
  ) async throws -> Output {
    let fingerprint = try Fingerprint.of(input)
    let fullKey = "\(actor.id) \(name) \(key.text)"
    return try await database.write { [self] db in
      let done = try db.row("SELECT fingerprint, result FROM act WHERE act_key = $1", fullKey) {
        (try $0.text(0), try $0.text(1))
      }
      if let (before, result) = done {
        guard before == fingerprint else { throw OfficeError.keyReused(key.text) }
        return try Wire.decode(Output.self, from: result)
      }
      let act = Act(db: db, actor: actor, now: clock(), office: self)
      let output = try body(act)
      try db.execute(
        "INSERT INTO act (act_key, name, actor, fingerprint, result, done_at) VALUES ($1, $2, $3, $4, $5, $6)",
        fullKey, name, actor.id, fingerprint, try Wire.text(output), act.now)
      try AuditTrail(key: keys.audit).record(act, name: name, reason: reason)
      return output
    }
  }

  /// Reads personal data: the answer, and a row that says who read whose and why.
  func reading<Output: Sendable>(
    _ name: String, by actor: Actor, why reason: String, _ body: @escaping @Sendable (Act) throws -> Output
  ) async throws -> Output {
    try await database.write { [self] db in
      let act = Act(db: db, actor: actor, now: clock(), office: self)
      let output = try body(act)
      try AuditTrail(key: keys.audit).record(act, name: name, reason: reason)
      return output
    }
  }
}

/// How values become text in the book: JSON with sorted keys, so that the same value is always the same bytes.
enum Wire {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func decode<Value: Decodable>(_: Value.Type, from text: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }
}

/// What an act was asked to do, as a hash: enough to tell the same request from another.
enum Fingerprint {
  static func of(_ input: some Encodable) throws -> String { Sodium.hash(Array(try Wire.text(input).utf8)) }
}

/// For acts without input, and without an answer.
public struct Nothing: Codable, Sendable, Hashable {
  public init() {}
}
