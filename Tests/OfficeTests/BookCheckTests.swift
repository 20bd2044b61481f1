import Fixtures
import Ledger
import Store
import Testing
import Vocabulary

@testable import Office

@Suite("The checks of the whole book")
struct BookCheckTests {
  /// A fault planted by hand, and the beginning of a rule that must find it.
  static let faults: [(String, String)] = [
    ("UPDATE ledger_line SET amount = amount + 1 WHERE account = '1100' AND line = 1", "debits equal credits"),
    ("UPDATE ledger_line SET fund = 'JP' WHERE fund = 'JKM' AND account = '4000'", "every ledger entry balances"),
    ("DELETE FROM ledger_line WHERE account = '2000'", "members' JHT accounts equal"),
    ("DELETE FROM ledger_entry WHERE entry_key LIKE 'claim/%'", "every ledger line has its entry"),
    (
      "INSERT INTO ledger_line (entry_key, line, account, fund, amount) "
        + "VALUES ('nobody', 1, '1100', 'JHT', 5), ('nobody', 2, '2000', 'JHT', -5)",
      "every ledger line has its entry"
    ),
    ("UPDATE jht_movement SET amount = amount + 1 WHERE kind = 1", "members' JHT accounts equal"),
    ("DELETE FROM jht_movement WHERE kind = 2", "members' JHT accounts equal"),
    (
      "INSERT INTO jht_movement (member_id, kpj, kind, reference, credited_on, amount) "
        + "VALUES (1, '24000000099', 4, 1, 1, -1)",
      "no JHT account is below zero"
    ),
    ("UPDATE deposit SET amount = amount - 1 WHERE amount > 0", "payers' deposits equal"),
    (
      "INSERT INTO deposit (payer_id, cause, amount, moved_on) VALUES (1, 'x', -1, 1)",
      "no payer's deposit is below zero"
    ),
    (
      "INSERT INTO payment (bank_reference, va, amount, paid_on, recorded_at, channel) "
        + "VALUES ('X', '1', 5, 1, 1, 'ATM')",
      "unknown payments equal"
    ),
    ("DELETE FROM payment WHERE bank_reference = 'TIDAK-DIKENAL'", "payments received are"),
    ("DELETE FROM payment_assignment", "unknown payments equal"),
    ("UPDATE payment SET amount = amount + 1 WHERE payer_id IS NOT NULL", "payments received are"),
    ("DELETE FROM bill_settlement WHERE month = 24298", "open bills equal"),
    ("DELETE FROM bill_void", "open bills equal"),
    ("UPDATE bill SET total = total + 1 WHERE month = 24298", "lines of bills equal"),
    ("DELETE FROM contribution WHERE month = 24298", "lines of bills equal"),
    (
      "INSERT INTO bill_void (payer_id, month, seq, reason, voided_on) "
        + "SELECT payer_id, month, seq, 'x', 1 FROM bill_settlement",
      "no bill is both settled and void"
    ),
    ("DELETE FROM bill_open", "the list of open bills"),
    ("UPDATE bill_open SET jht = jht + 1", "the list of open bills equals"),
    ("UPDATE member_nik SET member_id = 5 WHERE nik = '9971014107850001'", "every NIK in the registry"),
    ("DELETE FROM member_nik WHERE nik = '9971014107850001'", "every NIK in the registry"),
    ("DELETE FROM member WHERE nik = '9971014107850001'", "every NIK in the registry"),
    ("DELETE FROM member_kpj", "every membership's number"),
    ("UPDATE claim_approval SET net = net + 1", "approved claims are payable"),
    ("DELETE FROM claim_approval", "approved claims are payable"),
    ("DELETE FROM payout_result WHERE result = 'paid'", "approved claims are payable"),
    ("DELETE FROM payout", "every approved claim has a payment"),
    (
      "INSERT INTO payout SELECT member_id, claim_id, 9, 'X-9', amount, bank_code, bank_account, bank_holder, 1 "
        + "FROM payout WHERE attempt = 2",
      "every approved claim has a payment"
    ),
  ]

  @Test("Every planted fault is found by the rule that is there for it", arguments: ScratchDatabase.engines)
  func planted(_ engine: Engine) async throws {
    let scene = try Scene.open(engine, on: Scene.scriptBegins)
    try await scene.play()
    // One more bill that stays open.
    try await scene.bill("2025-03")
    #expect(try await scene.brokenRules() == [])
    var missed: [String] = []
    for (sql, rule) in Self.faults {
      let broken = try brokenRules(after: sql, scene)
      if !broken.contains(where: { $0.hasPrefix(rule) }) { missed.append("\(sql): \(broken)") }
    }
    #expect(missed == [])
    #expect(try await scene.brokenRules() == [])
  }

  /// Plants a fault, asks the books, and takes it out again.
  private func brokenRules(after sql: String, _ scene: Scene) throws -> [String] {
    struct Undo: Error { let broken: [String] }
    do {
      try scene.database.writeNow { db in
        guard try db.execute(sql) > 0 else { throw Undo(broken: ["the fault found no row"]) }
        let found = BookCheck.findings(of: try db.trialBalance()) + (try SubLedgerCheck(db: db).findings())
        throw Undo(broken: found.filter { !$0.holds }.map(\.rule))
      }
      return []
    } catch let undo as Undo {
      return undo.broken
    }
  }
}
