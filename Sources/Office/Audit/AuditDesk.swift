import Store
public import Vocabulary

/// Who did what, when and why; and the proof that nobody changed the record.
public struct AuditDesk: Sendable {
  let office: Office
}

/// What a verification of the trail found.
public struct AuditVerdict: Codable, Hashable, Sendable {
  public let rows: Int
  public let chains: Int
  /// Every row that is altered, missing or out of its place: the chain, the number, and what is wrong.
  public let flaws: [String]

  public var holds: Bool { flaws.isEmpty }
}

/// The heads of all chains at a moment, sealed. Kept outside the database, it shows when the newest rows were cut off.
public struct AuditSeal: Codable, Hashable, Sendable {
  public let at: Instant
  public let heads: [Head]
  public let mac: String

  public struct Head: Codable, Hashable, Sendable {
    public let chain: Int64
    public let seq: Int64
    public let mac: String
  }
}

extension AuditDesk {
  /// The newest rows, for those who may read the trail.
  public func rows(about subject: Int64? = nil, limit: Int = 100, by actor: Actor) async throws -> [AuditRow] {
    let own = subject != nil && (actor.memberID?.value == subject || actor.employerID?.value == subject)
    if !own { try actor.require(.readAudit) }
    return try await office.database.read { db in
      try db.rows(
        """
        SELECT \(AuditRow.columns) FROM audit WHERE ($1 = 0 OR subject = $1) ORDER BY at DESC, chain, seq DESC LIMIT $2
        """, subject ?? 0, limit, as: AuditRow.init)
    }
  }

  /// Names of users for the rows that show only their numbers.
  public func names(of actors: Set<String>) async throws -> [String: String] {
    try await office.database.read { db in
      var names: [String: String] = [:]
      for actor in actors {
        guard actor.hasPrefix("user/"), let id = Int64(actor.dropFirst(5)) else { continue }
        names[actor] = try db.row("SELECT name FROM app_user WHERE user_id = $1", id) { try $0.text(0) }
      }
      return names
    }
  }

  /// Reads the whole trail and recomputes every seal. Finds rows altered, removed or reordered; with `seals` kept outside
  /// the database also rows cut off the end.
  public func verify(seals: [AuditSeal] = []) async throws -> AuditVerdict {
    let trail = AuditTrail(key: office.keys.audit)
    return try await office.database.read { db in
      var proof = AuditProof(trail: trail)
      try db.each("SELECT \(AuditRow.columns) FROM audit ORDER BY chain, seq") { try proof.add(AuditRow($0)) }
      try db.each("SELECT chain, seq, mac FROM audit_head ORDER BY chain") {
        proof.close(chain: try $0.int(0), seq: try $0.int(1), mac: try $0.text(2))
      }
      for seal in seals { try proof.check(seal) }
      return proof.verdict
    }
  }

  /// Seals the heads of all chains as they stand, to be written where the database's keeper cannot reach.
  public func seal() async throws -> AuditSeal {
    let trail = AuditTrail(key: office.keys.audit)
    let now = office.clock()
    return try await office.database.read { db in
      let heads = try db.rows("SELECT chain, seq, mac FROM audit_head ORDER BY chain") {
        AuditSeal.Head(chain: try $0.int(0), seq: try $0.int(1), mac: try $0.text(2))
      }
      return AuditSeal(at: now, heads: heads, mac: try trail.mac(at: now, heads))
    }
  }
}

extension AuditTrail {
  func mac(at: Instant, _ heads: [AuditSeal.Head]) throws -> String {
    Sodium.hex(Sodium.mac(Array("seal \(at.milliseconds) \(try Wire.text(heads))".utf8), key: key))
  }
}

/// Follows the chains row by row.
private struct AuditProof {
  let trail: AuditTrail
  private var chain: Int64 = 0
  private var seq: Int64 = 0
  private var mac = AuditTrail.beginning
  private var rows = 0
  private var ends: [Int64: (seq: Int64, mac: String)] = [:]
  private var macs: [Int64: [Int64: String]] = [:]
  private var flaws: [String] = []
  private var closed: Set<Int64> = []

  init(trail: AuditTrail) { self.trail = trail }

  mutating func add(_ row: AuditRow) throws {
    if row.chain != chain { (chain, seq, mac) = (row.chain, 0, AuditTrail.beginning) }
    rows += 1
    if row.seq != seq + 1 {
      flaws.append("chain \(row.chain): rows \(seq + 1) to \(row.seq - 1) are missing")
    } else if trail.mac(of: row, after: mac) != row.mac {
      flaws.append("chain \(row.chain), row \(row.seq): altered, or out of its place")
    }
    (seq, mac) = (row.seq, row.mac)
    ends[row.chain] = (seq, mac)
    macs[row.chain, default: [:]][row.seq] = row.mac
  }

  /// Holds the last row read of a chain to its head.
  mutating func close(chain: Int64, seq: Int64, mac: String) {
    closed.insert(chain)
    guard let end = ends[chain] else {
      flaws.append("chain \(chain): all \(seq) rows are missing")
      return
    }
    if end.seq < seq { flaws.append("chain \(chain): rows \(end.seq + 1) to \(seq) are missing at the end") }
    if end.seq > seq || (end.seq == seq && end.mac != mac) {
      flaws.append("chain \(chain): the head is not the last row's")
    }
  }

  mutating func check(_ seal: AuditSeal) throws {
    guard try trail.mac(at: seal.at, seal.heads) == seal.mac else {
      flaws.append("the seal of \(seal.at) is not ours")
      return
    }
    for head in seal.heads where macs[head.chain]?[head.seq] != head.mac {
      flaws.append("chain \(head.chain): row \(head.seq), sealed on \(seal.at), is missing or altered")
    }
  }

  var verdict: AuditVerdict {
    let headless = Set(ends.keys).subtracting(closed).sorted().map { "chain \($0): its head is missing" }
    return AuditVerdict(rows: rows, chains: ends.count, flaws: flaws + headless)
  }
}
