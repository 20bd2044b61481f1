import Fixtures
import Store
import Testing
import Vocabulary

@testable import Office

@Suite("The audit trail")
struct AuditTests {
  /// An office with some rows in one chain.
  private func trail(_ engine: Engine) async throws -> Scene {
    let scene = Scene(
      test: try TestOffice.open(ScratchDatabase.open(engine, connections: 2), on: Month(year: 2026, month: 1).day(5)))
    let sri = try await scene.registerSri()
    for number in 1...8 {
      _ = try await scene.office.members.member(sri.memberID, by: Staff.desk, why: "question \(number)")
    }
    return scene
  }

  private func longestChain(_ scene: Scene) throws -> (chain: Int64, rows: Int64) {
    try scene.read {
      try $0.row("SELECT chain, count(*) FROM audit GROUP BY chain ORDER BY 2 DESC") { (try $0.int(0), try $0.int(1)) }
    }
  }

  /// What somebody with the database in his hands may do to a chain: `C` stands for it, `N` for its last row.
  static let forgeries: [(String, [String])] = [
    ("another reason", ["UPDATE audit SET reason = 'none' WHERE chain = C AND seq = 2"]),
    ("another actor", ["UPDATE audit SET actor = 'user/putri' WHERE chain = C AND seq = 2"]),
    ("another moment", ["UPDATE audit SET at = at + 1 WHERE chain = C AND seq = 2"]),
    ("another subject", ["UPDATE audit SET subject = 7 WHERE chain = C AND seq = 2"]),
    ("no subject", ["UPDATE audit SET subject = NULL WHERE chain = C AND seq = 2"]),
    ("another act", ["UPDATE audit SET act = 'x' WHERE chain = C AND seq = 2"]),
    (
      "a longer detail and a shorter reason",
      ["UPDATE audit SET detail = reason, reason = detail WHERE chain = C AND seq = 3"]
    ),
    ("another seal", ["UPDATE audit SET mac = 'x' WHERE chain = C AND seq = 2"]),
    ("the last row altered", ["UPDATE audit SET reason = 'none' WHERE chain = C AND seq = N"]),
    ("a middle row deleted", ["DELETE FROM audit WHERE chain = C AND seq = 2"]),
    (
      "a middle row deleted and the gap closed",
      [
        "DELETE FROM audit WHERE chain = C AND seq = 2", "UPDATE audit SET seq = -seq WHERE chain = C AND seq > 2",
        "UPDATE audit SET seq = -seq - 1 WHERE chain = C AND seq < 0",
      ]
    ),
    ("the first row deleted", ["DELETE FROM audit WHERE chain = C AND seq = 1"]),
    ("the last row deleted", ["DELETE FROM audit WHERE chain = C AND seq = N"]),
    (
      "the last row and the head deleted",
      ["DELETE FROM audit WHERE chain = C AND seq = N", "DELETE FROM audit_head WHERE chain = C"]
    ),
    ("all rows deleted", ["DELETE FROM audit WHERE chain = C"]),
    (
      "two rows swapped",
      [
        "UPDATE audit SET seq = -2 WHERE chain = C AND seq = 2", "UPDATE audit SET seq = 2 WHERE chain = C AND seq = 3",
        "UPDATE audit SET seq = 3 WHERE chain = C AND seq = -2",
      ]
    ),
    ("a row put into another chain", ["UPDATE audit SET chain = 77, seq = 1 WHERE chain = C AND seq = 1"]),
    (
      "a row made up",
      [
        "INSERT INTO audit (chain, seq, at, actor, act, reason, detail, mac) "
          + "VALUES (C, N + 1, 1, 'x', 'x', '', '', 'x')"
      ]
    ),
    (
      "a row made up in a chain of its own",
      ["INSERT INTO audit (chain, seq, at, actor, act, reason, detail, mac) VALUES (0, 1, 1, 'x', 'x', '', '', 'x')"]
    ),
    ("the head moved on", ["UPDATE audit_head SET seq = seq + 1 WHERE chain = C"]),
    ("the head moved back", ["UPDATE audit_head SET seq = seq - 1 WHERE chain = C"]),
    ("the head's seal changed", ["UPDATE audit_head SET mac = 'x' WHERE chain = C"]),
    ("the head deleted", ["DELETE FROM audit_head WHERE chain = C"]),
  ]

  @Test("Whatever is done to the rows is found", arguments: ScratchDatabase.engines, forgeries.indices)
  func found(_ engine: Engine, _ index: Int) async throws {
    let (name, statements) = Self.forgeries[index]
    let scene = try await trail(engine)
    let whole = try await scene.office.audit.verify()
    #expect(whole.holds && whole.rows == 9)
    let (chain, last) = try longestChain(scene)
    for sql in statements { try scene.change(sql.forged(chain: chain, last: last)) }
    let forged = try await scene.office.audit.verify()
    #expect(!forged.holds, "\(name)")
  }

  /// What the database alone cannot show: the newest rows cut off together with what remembered them.
  static let cuts: [(String, [String])] = [
    (
      "the tail cut and the head rolled back",
      [
        "DELETE FROM audit WHERE chain = C AND seq > 2",
        "UPDATE audit_head SET seq = 2, mac = (SELECT mac FROM audit a WHERE a.chain = C AND a.seq = 2) "
          + "WHERE chain = C",
      ]
    ),
    ("a whole chain with its head", ["DELETE FROM audit WHERE chain = C", "DELETE FROM audit_head WHERE chain = C"]),
  ]

  @Test(
    "A seal kept elsewhere shows a tail that was cut with its head", arguments: ScratchDatabase.engines, cuts.indices)
  func sealed(_ engine: Engine, _ index: Int) async throws {
    let (name, statements) = Self.cuts[index]
    let scene = try await trail(engine)
    let seal = try await scene.office.audit.seal()
    let (chain, last) = try longestChain(scene)
    // Rows that come later do not trouble an older seal.
    let sri = try scene.member(People.sri)
    _ = try await scene.office.members.member(sri, by: Staff.desk, why: "after")
    #expect(try await scene.office.audit.verify(seals: [seal]).holds)
    for sql in statements { try scene.change(sql.forged(chain: chain, last: last)) }
    #expect(try await scene.office.audit.verify().holds, "\(name): the database alone cannot know")
    #expect(try await scene.office.audit.verify(seals: [seal]).holds == false, "\(name)")
  }

  @Test("A seal that was changed, or made with another key, is not ours", arguments: ScratchDatabase.engines)
  func forgedSeal(_ engine: Engine) async throws {
    let scene = try await trail(engine)
    let seal = try await scene.office.audit.seal()
    let older = AuditSeal(at: seal.at.adding(seconds: -1), heads: seal.heads, mac: seal.mac)
    let empty = AuditSeal(at: seal.at, heads: [], mac: seal.mac)
    for forged in [older, empty] {
      #expect(try await scene.office.audit.verify(seals: [forged]).flaws == ["the seal of \(forged.at) is not ours"])
    }
    let stranger = Office(
      database: scene.database, law: scene.office.law, keys: OfficeKeys(seed: "another"),
      clock: { Instant(milliseconds: 0) })
    let verdict = try await stranger.audit.verify(seals: [seal])
    #expect(verdict.flaws.count == verdict.rows + 1)
  }

  @Test("Many writers at once keep sound chains", arguments: ScratchDatabase.engines)
  func concurrent(_ engine: Engine) async throws {
    let scene = Scene(
      test: try TestOffice.open(ScratchDatabase.open(engine, connections: 6), on: Month(year: 2026, month: 1).day(5)))
    let sri = try await scene.registerSri()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for reader in 0..<12 {
        group.addTask {
          for number in 0..<10 {
            _ = try await scene.office.members.member(sri.memberID, by: Staff.desk, why: "\(reader)/\(number)")
          }
        }
      }
      try await group.waitForAll()
    }
    let verdict = try await scene.office.audit.verify()
    #expect(verdict.flaws == [] && verdict.rows == 121)
    #expect(engine == .sqlite || verdict.chains > 1)
    let reasons = try await scene.office.audit.rows(about: sri.memberID.value, limit: 500, by: Staff.auditor).map(
      \.reason)
    #expect(Set(reasons).count == 121)
  }

  @Test("Everybody may read the rows about herself, and only the auditors all", arguments: ScratchDatabase.engines)
  func readers(_ engine: Engine) async throws {
    let scene = try await trail(engine)
    let sri = try scene.member(People.sri)
    #expect(try await scene.office.audit.rows(about: sri.value, by: Staff.member(sri)).count == 9)
    for (subject, actor) in [
      (Int64?.none, Staff.member(sri)), (5, Staff.member(sri)), (sri.value, Staff.desk), (sri.value, .visitor),
    ] {
      let error = try await refusal { try await scene.office.audit.rows(about: subject, by: actor) }
      #expect(error == .notAllowed(.readAudit))
    }
    #expect(try await scene.office.audit.rows(by: Staff.branchHead).count == 9)
  }

  @Test("The trail tells of a reading why it was done, and never what stands in the fields")
  func tells() async throws {
    let scene = try await trail(.sqlite)
    let rows = try await scene.office.audit.rows(by: Staff.auditor)
    #expect(rows.map(\.reason).prefix(2) == ["question 8", "question 7"])
    let all = rows.map { "\($0.reason) \($0.detail)" }.joined(separator: " ")
    for secret in [People.sri.nik, "Siti Aminah", "081200000001", "123456789012", "1.500.000"] {
      #expect(!all.contains(secret))
    }
  }
}

extension String {
  /// The statement with the chain and its last row written in.
  fileprivate func forged(chain: Int64, last: Int64) -> String {
    split(separator: " ", omittingEmptySubsequences: false).map { word in
      switch word {
      case "C": "\(chain)"
      case "N": "\(last)"
      case "(C,": "(\(chain),"
      default: String(word)
      }
    }.joined(separator: " ")
  }
}
