import Store
public import Vocabulary

/// One row of the trail: who did what, when, why, to whom.
public struct AuditRow: Hashable, Sendable, Codable {
  public let chain: Int64
  public let seq: Int64
  public let at: Instant
  public let actor: String
  public let act: String
  public let subject: Int64?
  public let reason: String
  public let detail: String
  public let mac: String
}

/// Writes the trail. Each writer (a database connection) has a chain of its own, so that no writer waits for another; each
/// row is sealed together with the row before it under a key that is not in the database.
struct AuditTrail {
  let key: [UInt8]

  func record(_ act: Act, name: String, reason: String) throws {
    let chain = act.db.slot
    let head = try act.db.row("SELECT seq, mac FROM audit_head WHERE chain = $1", chain) {
      (seq: try $0.int(0), mac: try $0.text(1))
    }
    let seq = (head?.seq ?? 0) + 1
    var row = AuditRow(
      chain: chain, seq: seq, at: act.now, actor: act.actor.id, act: name, subject: act.subject, reason: reason,
      detail: act.detail, mac: "")
    row = row.sealed(mac(of: row, after: head?.mac ?? AuditTrail.beginning))
    try act.db.execute(
      """
      INSERT INTO audit (chain, seq, at, actor, act, subject, reason, detail, mac)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """, chain, seq, row.at, row.actor, row.act, row.subject, row.reason, row.detail, row.mac)
    if head == nil {
      try act.db.execute("INSERT INTO audit_head (chain, seq, mac) VALUES ($1, $2, $3)", chain, seq, row.mac)
    } else {
      try act.db.execute("UPDATE audit_head SET seq = $2, mac = $3 WHERE chain = $1", chain, seq, row.mac)
    }
  }

  /// What the first row of a chain is sealed after.
  static let beginning = "beginning"

  /// Every field with its length in front, so that no two rows read alike.
  func mac(of row: AuditRow, after previous: String) -> String {
    let fields = [
      previous, String(row.chain), String(row.seq), String(row.at.milliseconds), row.actor, row.act,
      row.subject.map(String.init) ?? "-", row.reason, row.detail,
    ]
    return Sodium.hex(Sodium.mac(fields.flatMap { Array("\($0.utf8.count):\($0),".utf8) }, key: key))
  }
}

extension AuditRow {
  fileprivate func sealed(_ mac: String) -> AuditRow {
    AuditRow(
      chain: chain, seq: seq, at: at, actor: actor, act: act, subject: subject, reason: reason, detail: detail, mac: mac
    )
  }

  init(_ row: Row) throws {
    self.init(
      chain: try row.int(0), seq: try row.int(1), at: try row.instant(2), actor: try row.text(3), act: try row.text(4),
      subject: try row.optionalInt(5), reason: try row.text(6), detail: try row.text(7), mac: try row.text(8))
  }

  static let columns = "chain, seq, at, actor, act, subject, reason, detail, mac"
}
