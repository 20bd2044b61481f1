import Ledger
import Store
import Vocabulary

/// Holds every sub-ledger to its control account, and every fact to the rows that must stand beside it.
struct SubLedgerCheck {
  let db: Connection

  func findings() throws -> [BookFinding] {
    try sums() + places()
  }

  private func sums() throws -> [BookFinding] {
    let book = try db.trialBalance()
    let open = """
      FROM bill b
      LEFT JOIN bill_settlement s ON s.payer_id = b.payer_id AND s.month = b.month AND s.seq = b.seq
      LEFT JOIN bill_void v ON v.payer_id = b.payer_id AND v.month = b.month AND v.seq = b.seq
      WHERE s.payer_id IS NULL AND v.payer_id IS NULL
      """
    return [
      try sum(
        "members' JHT accounts equal account 2000", -book.balance(.memberBalances, .jht),
        "SELECT SUM(amount) FROM jht_movement"),
      try sum(
        "payers' deposits equal account 2100", -book.balance(.deposits, .collection), "SELECT SUM(amount) FROM deposit"),
      try sum(
        "unknown payments equal account 2190", -book.balance(.suspense, .collection),
        """
        SELECT SUM(p.amount) FROM payment p LEFT JOIN payment_assignment a ON a.bank_reference = p.bank_reference
        WHERE p.payer_id IS NULL AND a.bank_reference IS NULL
        """),
      try sum("open bills equal account 1200", book.balance(.receivable), "SELECT SUM(b.total) \(open)"),
      try sum(
        "the list of open bills equals account 1200", book.balance(.receivable),
        "SELECT SUM(jkk + jkm + jht + jp + jkp) FROM bill_open"),
      try sum(
        "lines of bills equal the bills", Rupiah(try db.integer("SELECT COALESCE(SUM(total), 0) FROM bill")),
        "SELECT SUM(jkk + jkm + jht_employer + jht_worker + jp_employer + jp_worker) FROM contribution"),
      try sum(
        "payments received are settled bills, deposits and suspense",
        Rupiah(try db.integer("SELECT COALESCE(SUM(amount), 0) FROM payment")),
        """
        SELECT (SELECT COALESCE(SUM(b.total), 0) FROM bill b JOIN bill_settlement s
                ON s.payer_id = b.payer_id AND s.month = b.month AND s.seq = b.seq)
          + (SELECT COALESCE(SUM(amount), 0) FROM deposit)
          + (SELECT COALESCE(SUM(p.amount), 0) FROM payment p
             LEFT JOIN payment_assignment a ON a.bank_reference = p.bank_reference
             WHERE p.payer_id IS NULL AND a.bank_reference IS NULL)
        """),
      try sum(
        "approved claims are payable, in payment or paid",
        Rupiah(try db.integer("SELECT COALESCE(SUM(net), 0) FROM claim_approval")),
        """
        SELECT (SELECT COALESCE(-SUM(amount), 0) FROM ledger_line WHERE account IN ('2400', '2450'))
          + (SELECT COALESCE(SUM(p.amount), 0) FROM payout p
             JOIN payout_result r ON r.end_to_end = p.end_to_end AND r.result = 'paid'
             LEFT JOIN payout_result x ON x.end_to_end = p.end_to_end AND x.result = 'returned'
             WHERE x.end_to_end IS NULL)
        """),
    ]
  }

  private func sum(_ rule: String, _ expected: Rupiah, _ sql: String) throws -> BookFinding {
    BookFinding(rule: rule, expected: expected, found: Rupiah(try db.optionalInteger(sql) ?? 0))
  }

  /// Rules whose breach is a row: the query lists the offending places.
  private func places() throws -> [BookFinding] {
    [
      try none(
        "every ledger entry balances in every fund",
        "SELECT entry_key || ' ' || fund FROM ledger_line GROUP BY entry_key, fund HAVING SUM(amount) <> 0 LIMIT 5"),
      try none(
        "every ledger line has its entry",
        """
        SELECT l.entry_key FROM ledger_line l LEFT JOIN ledger_entry e ON e.entry_key = l.entry_key
        WHERE e.entry_key IS NULL LIMIT 5
        """),
      try none(
        "no JHT account is below zero",
        "SELECT kpj FROM jht_movement GROUP BY member_id, kpj HAVING SUM(amount) < 0 LIMIT 5"),
      try none(
        "no payer's deposit is below zero",
        "SELECT CAST(payer_id AS text) FROM deposit GROUP BY payer_id HAVING SUM(amount) < 0 LIMIT 5"),
      try none(
        "the list of open bills has every bill neither settled nor void, and no other",
        """
        SELECT CAST(b.payer_id AS text) FROM bill b
        LEFT JOIN bill_open o ON o.payer_id = b.payer_id AND o.month = b.month AND o.seq = b.seq
        LEFT JOIN bill_settlement s ON s.payer_id = b.payer_id AND s.month = b.month AND s.seq = b.seq
        LEFT JOIN bill_void v ON v.payer_id = b.payer_id AND v.month = b.month AND v.seq = b.seq
        WHERE CASE WHEN o.payer_id IS NULL THEN 0 ELSE 1 END
          <> CASE WHEN s.payer_id IS NULL AND v.payer_id IS NULL THEN 1 ELSE 0 END
        UNION ALL
        SELECT CAST(o.payer_id AS text) FROM bill_open o
        LEFT JOIN bill b ON b.payer_id = o.payer_id AND b.month = o.month AND b.seq = o.seq
        WHERE b.payer_id IS NULL LIMIT 5
        """),
      try none(
        "no bill is both settled and void",
        """
        SELECT CAST(s.payer_id AS text) FROM bill_settlement s
        JOIN bill_void v ON v.payer_id = s.payer_id AND v.month = s.month AND v.seq = s.seq LIMIT 5
        """),
      try none(
        "every NIK in the registry is a member's, and the other way round",
        """
        SELECT n.nik FROM member_nik n LEFT JOIN member m ON m.member_id = n.member_id AND m.nik = n.nik
        WHERE m.member_id IS NULL
        UNION ALL
        SELECT m.nik FROM member m LEFT JOIN member_nik n ON n.nik = m.nik AND n.member_id = m.member_id
        WHERE n.nik IS NULL LIMIT 5
        """),
      try none(
        "every membership's number is in the registry",
        """
        SELECT s.kpj FROM membership s LEFT JOIN member_kpj k ON k.kpj = s.kpj AND k.member_id = s.member_id
        WHERE k.kpj IS NULL LIMIT 5
        """),
      try none(
        "every approved claim has a payment, and at most one outstanding or made",
        """
        SELECT a.claim_id || '' FROM claim_approval a
        LEFT JOIN payout p ON p.member_id = a.member_id AND p.claim_id = a.claim_id
        LEFT JOIN payout_result r ON r.end_to_end = p.end_to_end AND r.result IN ('rejected', 'returned')
        GROUP BY a.member_id, a.claim_id
        HAVING SUM(CASE WHEN p.end_to_end IS NOT NULL AND r.end_to_end IS NULL THEN 1 ELSE 0 END) > 1
          OR COUNT(p.end_to_end) = 0 LIMIT 5
        """),
    ]
  }

  private func none(_ rule: String, _ sql: String) throws -> BookFinding {
    BookFinding(rule: rule, expected: .zero, found: .zero, places: try db.rows(sql) { try $0.text(0) })
  }
}
